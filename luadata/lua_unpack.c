// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* unpack: numbers and strings out of a block, by the formats of string.unpack. */
#include "luadata_face.h"

/* Where unpack stands. Offsets only: pushing a string may move the block. */
struct unpacker {
	struct luadata_ref ref; /* a copy: what is lent again in the middle is another loan */
	const char *format;
	const char *format_end;
	size_t offset;
	size_t align;
	bool little;
};

#define NO_COUNT ((size_t)-1)

enum action { NUMBER, SIGNED, FIXED, COUNTED, ZERO, PAD, ALIGN, NOTHING };

/* One option of a format: what to do, with how many bytes, aligned to what. */
struct option {
	enum action action;
	size_t size;
	size_t align;
};

/* Decimal digits at the format's place, or `missing` when there are none. */
static size_t count(lua_State *L, struct unpacker *u, size_t missing)
{
	size_t n = 0;

	if (u->format == u->format_end || *u->format < '0' || *u->format > '9')
		return missing;
	/* charged: luadata_unpack() */
	while (u->format < u->format_end && *u->format >= '0' && *u->format <= '9') {
		n = n * 10 + (size_t)(*u->format++ - '0');
		if (n > LUADATA_SUBJECT_MAX)
			luaL_error(L, "unpack: size out of range in format");
	}
	return n;
}

static size_t integer_size(lua_State *L, struct unpacker *u, size_t missing)
{
	size_t n = count(L, u, missing);

	if (n < 1 || n > 16)
		luaL_error(L, "integral size (%d) out of limits [1,16]", (int)n);
	return n;
}

static struct option plain_option(size_t size, bool is_signed)
{
	struct option o = { is_signed ? SIGNED : NUMBER, size, size };

	return o;
}

/* Options that set the byte order or the alignment. */
static bool setting(lua_State *L, struct unpacker *u, char c)
{
	switch (c) {
	case '<':
		u->little = true;
		return true;
	case '>':
		u->little = false;
		return true;
	case '=':
		u->little = LUADATA_HOST_LITTLE;
		return true;
	case '!':
		u->align = integer_size(L, u, 8);
		return true;
	default:
		return c == ' ';
	}
}

/* An option that stands for bytes; settings and 'X' are told apart before. */
static struct option data_option(lua_State *L, struct unpacker *u, char c)
{
	struct option o = { NOTHING, 0, 0 };

	switch (c) {
	case 'b':
	case 'B':
		return plain_option(1, c == 'b');
	case 'h':
	case 'H':
		return plain_option(sizeof(short), c == 'h');
	case 'l':
	case 'L':
		return plain_option(sizeof(long), c == 'l');
	case 'j':
	case 'J':
	case 'T':
		return plain_option(c == 'T' ? sizeof(size_t) : sizeof(lua_Integer), c == 'j');
	case 'i':
	case 'I':
		return plain_option(integer_size(L, u, sizeof(int)), c == 'i');
	case 's':
		o = plain_option(integer_size(L, u, sizeof(size_t)), false);
		o.action = COUNTED;
		return o;
	case 'c':
		o.action = FIXED;
		o.size = count(L, u, NO_COUNT);
		if (o.size == NO_COUNT)
			luaL_error(L, "missing size for format option 'c'");
		return o;
	case 'z':
		o.action = ZERO;
		return o;
	case 'x':
		o.action = PAD;
		o.size = 1;
		o.align = 1;
		return o;
	case 'f':
	case 'd':
	case 'n':
		luaL_error(L, "unpack: no floats ('%c')", c);
		break;
	default:
		luaL_error(L, "invalid format option '%c'", c);
	}
	return o;
}

static struct option next_option(lua_State *L, struct unpacker *u)
{
	struct option o = { NOTHING, 0, 0 };
	char c = *u->format++;

	if (setting(L, u, c))
		return o;
	if (c != 'X')
		return data_option(L, u, c);
	/* "X" and an option: what to align to, not what to read. */
	if (u->format < u->format_end && *u->format != 'X' && !setting(L, u, *u->format))
		o = data_option(L, u, *u->format++);
	if (o.align == 0)
		luaL_error(L, "invalid next option for option 'X'");
	o.action = ALIGN;
	o.size = 0;
	return o;
}

/*
 * Bytes to skip so that an option begins at a multiple of its alignment, counted from the block's
 * start.
 */
static size_t padding(lua_State *L, const struct unpacker *u, const struct option *o)
{
	size_t align = min(o->align, u->align);

	if (align <= 1)
		return 0;
	if (align & (align - 1))
		luaL_error(L, "format asks for alignment not power of 2");
	return (align - (u->offset & (align - 1))) & (align - 1);
}

/* The next n bytes, which must be there; moves on. */
static const unsigned char *take(lua_State *L, struct unpacker *u, size_t n)
{
	struct luadata_span span = { u->offset, n };

	luadata_live(L, &u->ref);
	if (!luadata_fits(u->ref.length, u->offset, n))
		luaL_argerror(L, 2, "data too short");
	u->offset += n;
	return luadata_bytes(L, &u->ref, &span);
}

static uint64_t take_number(lua_State *L, struct unpacker *u, size_t size, bool is_signed)
{
	const unsigned char *p = take(L, u, size);
	unsigned int low = size < 8 ? (unsigned int)size : 8;
	uint64_t value = luadata_load(u->little ? p : p + size - low, low, u->little);
	unsigned char fill = is_signed && (int64_t)value < 0 ? 0xff : 0;
	size_t i;

	for (i = low; i < size; i++) /* bounded: 16 bytes */
		if (p[u->little ? i : size - 1 - i] != fill)
			luaL_error(L, "%d-byte integer does not fit into Lua Integer", (int)size);
	return is_signed && size < 8 ? (uint64_t)luadata_extend(value, size * 8) : value;
}

/* Charged once the bytes are there: @n may be what a packet says. */
static void push_taken(lua_State *L, struct unpacker *u, size_t n)
{
	const char *bytes = (const char *)take(L, u, n);

	luadata_charge(L, n / 16);
	lua_pushlstring(L, bytes, n);
}

static void push_terminated(lua_State *L, struct unpacker *u)
{
	struct luadata_span rest = { u->offset, u->ref.length - u->offset };
	const unsigned char *p;
	size_t n;

	luadata_live(L, &u->ref);
	if (rest.length > LUADATA_PULL_MAX)
		rest.length = LUADATA_PULL_MAX;
	p = luadata_bytes(L, &u->ref, &rest);
	n = luadata_findend(L, p, rest.length);
	if (n == rest.length)
		luaL_argerror(L, 2, "unfinished string for format 'z'");
	lua_pushlstring(L, (const char *)p, n);
	u->offset += n + 1;
}

/* Carries out one option; returns how many values it pushed. */
static int unpack_one(lua_State *L, struct unpacker *u, const struct option *o)
{
	size_t pad = padding(L, u, o);

	if (pad > 0)
		take(L, u, pad);
	switch (o->action) {
	case NUMBER:
	case SIGNED:
		lua_pushinteger(L, (lua_Integer)take_number(L, u, o->size, o->action == SIGNED));
		return 1;
	case FIXED:
		push_taken(L, u, o->size);
		return 1;
	case COUNTED:
		push_taken(L, u, (size_t)take_number(L, u, o->size, false));
		return 1;
	case ZERO:
		push_terminated(L, u);
		return 1;
	case PAD:
		take(L, u, 1);
		return 0;
	default:
		return 0;
	}
}

/* d:unpack(format [, position]): the values, and the position after them */
int luadata_unpack(lua_State *L)
{
	struct unpacker u = { .align = 1, .little = LUADATA_HOST_LITTLE };
	struct luadata_span rest;
	size_t length;
	lua_Integer position;
	int n = 0;

	u.ref = *luadata_checkbytes(L, 1);
	u.format = luaL_checklstring(L, 2, &length);
	u.format_end = u.format + length;
	luadata_charge(L, length / 8); /* a number may have any count of zeros before it */
	position = luaL_optinteger(L, 3, 1);
	luadata_positions(u.ref.length, position, -1, &rest);
	luaL_argcheck(L, position <= (lua_Integer)u.ref.length + 1, 3,
		      "initial position out of data");
	u.offset = rest.offset;
	while (u.format < u.format_end) { /* charged: each option */
		struct option o = next_option(L, &u);

		luadata_charge(L, 3);
		luaL_checkstack(L, 4, "too many results");
		if (o.action != NOTHING)
			n += unpack_one(L, &u, &o);
	}
	luaL_checkstack(L, 1, NULL);
	lua_pushinteger(L, (lua_Integer)u.offset + 1);
	return n + 1;
}
