/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * luadata: bounds-checked access of Lua scripts to memory.
 *
 * A handle is memory with a length, an owner and a lease. A layout names typed fields. A ref is
 * what a script holds: a range of a handle under one lease, with a layout (then the script calls
 * it a view) or without (a block).
 *
 * The lease is a number. Lending, returning and resizing a handle change it; a ref made before
 * has the old number and is expired. No ref holds a pointer into the memory, so nothing has to be
 * walked when a loan ends.
 */
#ifndef LUADATA_H
#define LUADATA_H

#include "platform.h"

#include "lua.h"
#include "lauxlib.h"

/* Bytes of a name: Lua interns strings up to this length, and fields are found by identity. */
#define LUADATA_NAME_MAX 40

struct luadata_handle;
struct luadata_ref;

/* A range inside a handle: bytes [offset, offset + length). */
struct luadata_span {
	size_t offset;
	size_t length;
};

/**
 * struct luadata_handle_ops - what the owner of lent memory can do for it
 * @pull: make bytes [0, end) of the block reachable from handle->base. May move the memory: the
 *        owner updates base and linear, the lease stays. 0, or a negative errno (the bytes are
 *        there but could not be had). NULL: all of the block is reachable.
 * @make_writable: prepare bytes [0, end) for writing, then set LUADATA_HANDLE_WRITABLE. May move
 *        the memory, as pull. 0 or a negative errno (-EPERM: not for writing). NULL:
 *        LUADATA_HANDLE_WRITABLE says all there is to say.
 * @release: the script let go of the memory (by <close>, or the collector): give it back to its
 *         owner. Optional.
 * @giveaway: C code took the object over in place of @release, see luadata_giveaway(). Optional.
 * @store: when set, every store to the memory goes through it, in place of a copy: for owners that
 *         keep checksums of it. Bytes [offset, offset + n) are reachable and writable; @bytes may
 *         overlap them. Must not move the memory. Checksums of layouts are then the owner's
 *         business. What a @set of a field writes is C code's own: it does not come here.
 * @may_write: when set, whether scripts may write bits [from, to) of the memory, counted from the
 *         most significant one of its first byte. Asked before any byte of a write changes,
 *         whatever it is made through; the answer stays the same for as long as the loan does.
 *         Reads the first bytes as far as they are linear
 * @cost: units of the budget for @pull, or @make_writable, of bytes [0, end): charged before it
 *        happens. NULL: nothing to speak of
 * @try_writable: as @make_writable, where that costs nothing: no byte is moved, and the loan goes
 *                on. false: @make_writable has to be called, and says why not when it fails. NULL:
 *                likewise
 */
struct luadata_handle_ops {
	int (*pull)(struct luadata_handle *h, size_t end);
	int (*make_writable)(struct luadata_handle *h, size_t end);
	void (*release)(struct luadata_handle *h);
	void (*giveaway)(struct luadata_handle *h);
	void (*store)(struct luadata_handle *h, size_t offset, const void *bytes, size_t n);
	bool (*may_write)(const struct luadata_handle *h, size_t from, size_t to);
	size_t (*cost)(const struct luadata_handle *h, size_t end);
	bool (*try_writable)(struct luadata_handle *h, size_t end);
};

enum {
	LUADATA_HANDLE_WRITABLE = 1 << 0, /* stores are allowed, for offsets below linear */
	LUADATA_HANDLE_OWNED = 1 << 1,    /* the bytes belong to the Lua object itself */
	LUADATA_HANDLE_DIRECT = 1 << 2,   /* set by the library: no @store, no @may_write */
	LUADATA_HANDLE_CONST = 1 << 3,    /* C code may not write it either: for objects */
};

/**
 * struct luadata_handle - memory that refs point into
 * @base: first byte; NULL while nothing is lent
 * @length: bytes of the block
 * @linear: how many of them can be reached from @base
 * @lease: number of the loan in force; never 0, never used twice
 * @flags: LUADATA_HANDLE_WRITABLE, LUADATA_HANDLE_OWNED, LUADATA_HANDLE_CONST. Who takes back
 *         LUADATA_HANDLE_WRITABLE takes back LUADATA_HANDLE_DIRECT, too
 * @ops: what the owner can do; NULL for plain memory
 * @owner: the owner's own pointer, for @ops and for place functions
 * @work: bytes that stores looked at besides those that they wrote (to sum them up); @store adds
 *        its own. Charged to the script before it writes again
 */
struct luadata_handle {
	unsigned char *base;
	size_t length;
	size_t linear;
	uint64_t lease;
	unsigned int flags;
	const struct luadata_handle_ops *ops;
	void *owner;
	size_t work;
};

/*
 * Types of fields, each with its file in luadata/kinds/; the first three are read as integers:
 * UINT, INT: integers of 1 to 64 bits, unsigned and in two's complement
 * BOOL: an integer read as a boolean
 * STRING: text that ends at the first NUL or at the size
 * BYTES: a sub-block
 * VIEW: a sub-view with @layout
 * ADDRESS: 4 or 6 bytes are an integer, big-endian; 16 bytes a string of them
 * ARRAY: @count elements like @element, each @element->size bytes apart
 * RAW: a string of exactly @size bytes, NULs included
 * NAME: a DNS name (RFC 1035, 4.1.4), as text; @place gives its bytes
 * LIST: records that say their own length: @list, where @place says
 * UUID: 16 bytes as RFC 9562 orders them, as text
 */
/* clang-format off */
#define LUADATA_EACH_TYPE(type) \
	type(UINT, integer) \
	type(INT, integer) \
	type(BOOL, integer) \
	type(STRING, string) \
	type(BYTES, bytes) \
	type(VIEW, view) \
	type(ADDRESS, address) \
	type(ARRAY, array) \
	type(RAW, raw) \
	type(NAME, name) \
	type(LIST, list) \
	type(UUID, uuid)
/* clang-format on */

#define LUADATA_TYPE(name, kind) LUADATA_TYPE_##name,
enum luadata_type { LUADATA_EACH_TYPE(LUADATA_TYPE) LUADATA_TYPES };

enum {
	LUADATA_FIELD_LITTLE = 1 << 0, /* bytes in memory are little-endian; else big-endian */
	LUADATA_FIELD_READ = 1 << 1,
	LUADATA_FIELD_WRITE = 1 << 2,    /* scripts may write it (when the handle allows it too) */
	LUADATA_FIELD_RANGED = 1 << 3,   /* @min and @max bound what may be written */
	LUADATA_FIELD_STRICT = 1 << 4,   /* only the enum's values may be written */
	LUADATA_FIELD_OPTIONAL = 1 << 5, /* not in this kernel: reads nil, writing raises */
	LUADATA_FIELD_NATIVE = 1 << 6, /* byte order of the machine: LUADATA_FIELD_LITTLE or not */
	LUADATA_FIELD_FLAGS = 1 << 7, /* @constants are masks; names joined by '|' may be written */
	LUADATA_FIELD_PARTIAL = 1 << 8, /* RAW: a shorter string leaves the bytes behind it */
	LUADATA_FIELD_STABLE = 1 << 9, /* VIEW of a root: @place answers the same for a loan */
};

enum luadata_display {
	LUADATA_DISPLAY_DECIMAL,
	LUADATA_DISPLAY_HEX,
	LUADATA_DISPLAY_IPV4,
	LUADATA_DISPLAY_IPV6,
	LUADATA_DISPLAY_MAC,
};

/* One name of an enumeration. Tables end with a NULL name. */
struct luadata_constant {
	const char *name;
	int64_t value;
};

/*
 * What a chain says of what lies behind a record, in place of its type, which has 16 bits:
 * ENDS: nothing
 * BROKEN: the record is cut, or makes no sense: nobody knows where it ends
 */
#define LUADATA_CHAIN_ENDS 0x10000u
#define LUADATA_CHAIN_BROKEN 0x10001u

/**
 * struct luadata_list - records one after another, each of which says its own length
 * @layout: of a record
 * @measure: bytes of the record at p, where n can be read; 0: there is none here, or it ends the
 *           list. A record that is longer than n, or shorter than @layout, ends the list as well
 * @by: the record's integer field whose constants select records by name, or NULL
 * @first: of a chain, whose records have their type in what lies before them: that of the first,
 *         from the fixed part at p of the view that has the list. Then @layout has
 *         LUADATA_LAYOUT_CHAINED, and @next is there in place of @measure
 * @next: bytes of the record at p, where n can be read, that has *type. *type is then the type of
 *        what follows. 0: no record has that *type, which stays, or it becomes
 *        LUADATA_CHAIN_BROKEN
 * @most: of a chain: no record has more bytes
 */
struct luadata_list {
	const struct luadata_layout *layout;
	size_t (*measure)(const unsigned char *p, size_t n);
	const char *by;
	unsigned int (*first)(const unsigned char *p);
	size_t (*next)(const unsigned char *p, size_t n, unsigned int *type);
	uint32_t most;
};

/**
 * struct luadata_checksum - an Internet checksum (RFC 1071) that follows writes
 * @offset: of its 16 bits, in the view
 * @optional: 0 means that there is none: it stays 0, and a result of 0 is written as 0xffff (UDP)
 * @cover: the range that it is about, as a place function tells it: the checksum itself is in it,
 *         at an even distance from its start. false: nothing follows. NULL: all of the view
 *
 * It follows writes through views of the layout and through whatever was read from them, over
 * memory whose owner has no @store. It is changed by the difference (RFC 1624), so that one that
 * was wrong stays wrong. A write to the checksum itself is taken as it is.
 */
struct luadata_checksum {
	uint32_t offset;
	bool optional;
	bool (*cover)(const struct luadata_handle *h, size_t at, struct luadata_span *span);
};

/**
 * struct luadata_field - one field of a layout
 * @name: its key in scripts, at most LUADATA_NAME_MAX bytes
 * @offset: first byte, from the start of the view
 * @size: bytes that hold the field: for an integer the bytes to load (1 to 8), else the length of
 *         the range. 0 of an integer: a type that a chain tells, of the record that the view is;
 *         with @list, of what lies behind the records
 * @shift: for integers: how far the loaded number (taken in the field's byte order) is shifted
 *         right
 * @bits: for integers: how many bits remain then
 * @type: enum luadata_type
 * @flags: LUADATA_FIELD_LITTLE, …
 * @display: enum luadata_display, for printing
 * @count: elements of an array
 * @min: smallest value that may be written (with LUADATA_FIELD_RANGED)
 * @max: largest; compared unsigned for LUADATA_TYPE_UINT
 * @constants: names of values, or NULL
 * @layout: of a sub-view
 * @element: of an array
 * @place: where the field lies, when that depends on the data: fills @span (offsets from the
 *         start of the view at
 *         @at in @h) and returns true, or returns false when the field is absent. Only bytes of
 *         the view's fixed part may be read, and as many from @at as @span->length says before;
 *         @span->offset is the type of a record of a chain then.
 *         NULL: it lies at @offset with @size bytes.
 * @get: for integers that only C can read (bit-fields of the C ABI, values computed by the
 *       kernel): @object is the view's first byte. NULL: loaded from memory.
 * @set: likewise for writing
 * @list: of LUADATA_TYPE_LIST. Of another type: the field is about what lies behind the records
 *        of that chain, and @place says where these lie
 * @text: for LUADATA_TYPE_STRING that only C can read: its first byte and length, or NULL when
 *        absent. Read-only
 * @doc: one line
 * @unit: of the value, or NULL
 */
struct luadata_field {
	const char *name;
	uint32_t offset;
	uint32_t size;
	uint8_t shift;
	uint8_t bits;
	uint8_t type;
	uint16_t flags;
	uint8_t display;
	uint32_t count;
	int64_t min;
	int64_t max;
	const struct luadata_constant *constants;
	const struct luadata_layout *layout;
	const struct luadata_field *element;
	bool (*place)(const struct luadata_handle *h, size_t at, struct luadata_span *span);
	int64_t (*get)(const void *object);
	void (*set)(void *object, int64_t value);
	const struct luadata_list *list;
	const char *(*text)(const void *object, size_t *length);
	const char *doc;
	const char *unit;
};

/**
 * struct luadata_layout - a layout as generated code declares it
 * @name: as in messages and in tostring()
 * @size: bytes of the fixed part; a view is made only where they are all present
 * @fields: in order of declaration
 * @nfields: how many
 * @doc: one line
 * @flags: LUADATA_LAYOUT_OBJECT, LUADATA_LAYOUT_CHAINED or 0
 * @reach: how many bytes from the view's start place functions may read, where they are present
 *         (0: the fixed part). The library makes them reachable before it asks
 * @checksum: that follows writes, or NULL
 */
struct luadata_layout {
	const char *name;
	size_t size;
	const struct luadata_field *fields;
	size_t nfields;
	const char *doc;
	unsigned int flags;
	uint32_t reach;
	const struct luadata_checksum *checksum;
};

/**
 * struct luadata_grant - a field of a view that scripts may write where little else is writable
 * @field: number of the field in the layout, counted from 0
 * @at: mask of the places where they may
 */
struct luadata_grant {
	unsigned int field;
	unsigned int at;
};

/**
 * struct luadata_grants - all such fields of a layout
 * @layout: whose fields they are: integers and addresses in its fixed part
 * @list: @n of them
 */
struct luadata_grants {
	const struct luadata_layout *layout;
	const struct luadata_grant *list;
	size_t n;
};

/**
 * luadata_granted() - whether grants cover a range of bits; for luadata_handle_ops.may_write
 * @at: mask of the place where it is asked
 * @start: where the view begins in the handle
 * @from: first bit in the handle, counted from the most significant one of its first byte
 * @to: one past the last
 *
 * A field of a union is granted where its arm is in force, as the linear bytes say.
 */
LUADATA_API bool luadata_granted(const struct luadata_grants *grants, unsigned int at,
				 const struct luadata_handle *h, size_t start, size_t from,
				 size_t to);

/*
 * A layout of a C object. Scripts reach its fields and nothing else: they cannot put the layout
 * over bytes of their own (C code would take the result for an object), nor see the bytes of an
 * object as a block. Layouts with a @set count as such; the layouts of structs should say
 * so.
 */
#define LUADATA_LAYOUT_OBJECT 1

/* A layout of the records of a chain: scripts get views of it from there and nowhere else. */
#define LUADATA_LAYOUT_CHAINED 2

/**
 * luaopen_luadata() - the library as a module
 *
 * Leaves the library's table on the stack. luaopen_data() leaves the same one: the paper's name
 * for it.
 */
LUADATA_API int luaopen_luadata(lua_State *L);
LUADATA_API int luaopen_data(lua_State *L);

/**
 * luadata_pushlayout() - push the layout object of a declared layout
 *
 * One object per state and declaration: the second call pushes the same object. Calling the
 * object makes a view. Raises when memory runs out.
 */
LUADATA_API void luadata_pushlayout(lua_State *L, const struct luadata_layout *layout);

/**
 * luadata_closenames() - make reading what the table on the top does not have an error
 * @name: what the error calls the table; copied
 *
 * The error names the nearest key; rawget() still gives nil.
 */
void luadata_closenames(lua_State *L, const char *name);

/**
 * luadata_newhandle() - push a new handle that lends nothing yet
 *
 * The handle lives as long as the Lua value pushed here, or a ref to it, is reachable. Scripts do
 * not see handles. Raises when memory runs out.
 */
LUADATA_API struct luadata_handle *luadata_newhandle(lua_State *L);

/**
 * luadata_newroot() - push a ref that C will lend again and again
 * @idx: stack index of the handle (what luadata_newhandle() pushed)
 * @layout: layout of a view, or NULL for a block
 *
 * The ref is expired until luadata_lendref(). It is made once and lent for each call, so that a
 * call costs no allocation. Raises when memory runs out.
 */
LUADATA_API struct luadata_ref *luadata_newroot(lua_State *L, int idx,
						const struct luadata_layout *layout);

/**
 * luadata_lend() - begin a loan: from now on the handle is this memory
 *
 * Whatever was derived under an earlier lease is expired for good. Never fails, never allocates.
 */
static inline void luadata_lend(struct luadata_handle *h, void *base, size_t length, size_t linear,
				unsigned int flags, const struct luadata_handle_ops *ops,
				void *owner);

/**
 * luadata_lendref() - let a root ref mean a range of what its handle lends now
 * @fixed: how many bytes of the range are known to be present and linear (a view needs its
 *         layout's size)
 */
static inline void luadata_lendref(struct luadata_ref *r, size_t offset, size_t length,
				   size_t fixed);

/** luadata_return() - end the loan: every ref to the handle is expired. Never fails. */
static inline void luadata_return(struct luadata_handle *h);

/**
 * luadata_testref() - the ref at a stack index, or NULL when there is something else
 * luadata_checkref() - the same, raises instead; also raises when the ref is expired
 */
LUADATA_API struct luadata_ref *luadata_testref(lua_State *L, int idx);
LUADATA_API struct luadata_ref *luadata_checkref(lua_State *L, int idx);

/**
 * luadata_checkobject() - the memory behind a view of the given layout, for C code that is called
 * with one
 *
 * Raises unless the value at @idx is a live view with exactly this layout. The pointer is good
 * until the loan ends or the block is pulled or made writable.
 */
LUADATA_API void *luadata_checkobject(lua_State *L, int idx, const struct luadata_layout *layout);

/* Bytes of a script's text that an error shows. */
#define LUADATA_SHOWN_MAX 80

/**
 * luadata_shown() - a text of the script as errors show it: cut when it is long, so that an error
 *   costs no more than others
 */
LUADATA_API const char *luadata_shown(lua_State *L, const char *text);

/**
 * luadata_nokey() - raise "WHAT: unknown key 'KEY'", with the nearest of those that there are
 * @keys: ended by NULL
 */
LUADATA_API int luadata_nokey(lua_State *L, const char *what, const char *const *keys,
			      const char *key);

/**
 * luadata_pushobject() - push a view over a C object that the script holds until it is collected
 * or closed
 * @object: @layout->size bytes
 * @ops: ops->release gives the object back (called once), or NULL
 * @flags: LUADATA_HANDLE_WRITABLE, LUADATA_HANDLE_CONST (it is given to no C function that may
 *   write it), or 0
 *
 * When memory runs out, releases the object and raises.
 */
LUADATA_API struct luadata_ref *
luadata_pushobject(lua_State *L, const struct luadata_layout *layout, void *object,
		   unsigned int flags, const struct luadata_handle_ops *ops, void *owner);

/**
 * luadata_pushmemory() - luadata_pushobject() of an object with a length of its own
 * @length: bytes of the object, at least @layout->size: it may end with a flexible array
 */
LUADATA_API struct luadata_ref *
luadata_pushmemory(lua_State *L, const struct luadata_layout *layout, void *object, size_t length,
		   unsigned int flags, const struct luadata_handle_ops *ops, void *owner);

/**
 * luadata_newholder() - push a view that will hold an object, before the object is acquired
 *
 * It is expired until luadata_hold(). Raises when memory runs out, with nothing acquired.
 */
LUADATA_API struct luadata_ref *luadata_newholder(lua_State *L,
						  const struct luadata_layout *layout);

/**
 * luadata_hold() - what luadata_pushmemory() does, with a view that is there already
 * @holder: what luadata_newholder() pushed
 * @length: bytes of the object, at least the layout's size
 *
 * Never fails, never allocates: what is pushed next may raise, and the object is given back.
 */
LUADATA_API void luadata_hold(struct luadata_ref *holder, void *object, size_t length,
			      unsigned int flags, const struct luadata_handle_ops *ops,
			      void *owner);

/**
 * luadata_readable() - how many bytes of a block can be reached from an offset on: what a place
 * function may read
 */
static inline size_t luadata_readable(const struct luadata_handle *h, size_t at);

/**
 * luadata_namelength() - bytes of the DNS name encoded at p, up to its end or its pointer
 * @n: bytes that can be read
 *
 * Return: 0 when it does not end within n bytes, or within the 255 that a name may have, or has a
 * label of an unknown kind. Where a pointer leads is not looked at.
 */
LUADATA_API size_t luadata_namelength(const unsigned char *p, size_t n);

/**
 * luadata_newobject() - push a view over memory of its own, for a copy of a C object
 *
 * Return: @layout->size bytes of zeros, which C fills; they live as long as the view. Raises when
 * memory runs out.
 */
LUADATA_API void *luadata_newobject(lua_State *L, const struct luadata_layout *layout);

/**
 * luadata_checkowned() - luadata_checkobject() for C code that takes the script's reference: of the
 *   whole object, which luadata_pushobject() pushed with a release
 * @what: "pci.next: from", for the message
 */
LUADATA_API void *luadata_checkowned(lua_State *L, int idx, const char *what,
				     const struct luadata_layout *layout);

/**
 * luadata_giveaway() - end what luadata_checkowned() found without giving the object back: C code
 *   has the reference now; never fails
 */
LUADATA_API void luadata_giveaway(lua_State *L, int idx);

/**
 * luadata_endobject() - give back now what luadata_pushobject() made a view of; never fails
 *
 * Done to anything but a live view of that kind, it changes nothing.
 */
LUADATA_API void luadata_endobject(lua_State *L, int idx);

/*
 * The C interface of the paper's Luadata: lend size bytes at ptr, end the loan, get the pointer
 * (and size) of a block, or raise when there is none.
 */
LUADATA_API int ldata_newref(lua_State *L, void *ptr, size_t size);
LUADATA_API void ldata_unref(lua_State *L, int ref);
LUADATA_API void *ldata_topointer(lua_State *L, int idx, size_t *size);

#include "luadata_inline.h"

#endif
