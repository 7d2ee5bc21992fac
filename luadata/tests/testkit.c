// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What the tests need from C: declared layouts, and lent memory that behaves like an skb. */
#include <stdlib.h>
#include <time.h>

#include "glue.h"
#include "luadata.h"
#include "skb.h"

LUADATA_API int luaopen_testkit(struct lua_State *L);

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define RW (LUADATA_FIELD_READ | LUADATA_FIELD_WRITE)

static const struct luadata_constant protocols[] = {
	{ "icmp", 1 },
	{ "tcp", 6 },
	{ "udp", 17 },
	{ NULL, 0 },
};

/* Where the options of an IPv4 header lie, computed from its first byte as RFC 791 says. */
static bool place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	unsigned int ihl = h->base[at] & 15;

	if (ihl < 5)
		return false;
	span->offset = 20;
	span->length = ihl * 4 - 20;
	return true;
}

static bool place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	unsigned int ihl = (h->base[at] & 15) * 4;
	unsigned int total = h->base[at + 2] << 8 | h->base[at + 3];

	if (ihl < 20 || total < ihl)
		return false;
	span->offset = ihl;
	span->length = total - ihl;
	return true;
}

static const struct luadata_field ipv4_fields[] = {
	{ .name = "version", .size = 1, .shift = 4, .bits = 4, .flags = RW },
	{ .name = "ihl",
	  .size = 1,
	  .bits = 4,
	  .flags = RW | LUADATA_FIELD_RANGED,
	  .min = 5,
	  .max = 15 },
	{ .name = "tos",
	  .offset = 1,
	  .size = 1,
	  .bits = 8,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_HEX },
	{ .name = "tot_len", .offset = 2, .size = 2, .bits = 16, .flags = RW, .unit = "bytes" },
	{ .name = "id", .offset = 4, .size = 2, .bits = 16, .flags = RW },
	{ .name = "df",
	  .offset = 6,
	  .size = 1,
	  .shift = 6,
	  .bits = 1,
	  .type = LUADATA_TYPE_BOOL,
	  .flags = RW },
	{ .name = "mf",
	  .offset = 6,
	  .size = 1,
	  .shift = 5,
	  .bits = 1,
	  .type = LUADATA_TYPE_BOOL,
	  .flags = RW },
	{ .name = "frag_off", .offset = 6, .size = 2, .bits = 13, .flags = RW },
	{ .name = "ttl", .offset = 8, .size = 1, .bits = 8, .flags = RW },
	{ .name = "protocol",
	  .offset = 9,
	  .size = 1,
	  .bits = 8,
	  .flags = RW,
	  .constants = protocols },
	{ .name = "check", .offset = 10, .size = 2, .bits = 16, .flags = LUADATA_FIELD_READ },
	{ .name = "saddr",
	  .offset = 12,
	  .size = 4,
	  .type = LUADATA_TYPE_ADDRESS,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_IPV4 },
	{ .name = "daddr",
	  .offset = 16,
	  .size = 4,
	  .type = LUADATA_TYPE_ADDRESS,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_IPV4 },
	{ .name = "options", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_options },
	{ .name = "payload", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_payload },
};

static const struct luadata_layout ipv4 = {
	.name = "ipv4",
	.size = 20,
	.fields = ipv4_fields,
	.nfields = COUNT(ipv4_fields),
	.doc = "Internet Protocol version 4 header",
};

/* What a packet hook lends: headers found by C, addresses as long as the protocol says. */
static bool place_ip(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	(void)at;
	span->offset = 0;
	span->length = h->length;
	return h->linear > 0 && h->base[0] >> 4 == 4;
}

static bool place_saddr(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	bool v4 = place_ip(h, at, span);

	span->offset = v4 ? 12 : 8;
	span->length = v4 ? 4 : 16;
	return true;
}

static bool place_sport(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	bool v4 = place_ip(h, at, span);

	span->offset = 20;
	span->length = 2;
	return v4;
}

static const struct luadata_field hdr_fields[] = {
	{ .name = "ip",
	  .type = LUADATA_TYPE_VIEW,
	  .flags = LUADATA_FIELD_READ,
	  .layout = &ipv4,
	  .place = place_ip },
	{ .name = "frame", /* the same, asked once for each loan */
	  .type = LUADATA_TYPE_VIEW,
	  .flags = LUADATA_FIELD_READ | LUADATA_FIELD_STABLE,
	  .layout = &ipv4,
	  .place = place_ip },
	{ .name = "saddr",
	  .size = 16,
	  .type = LUADATA_TYPE_ADDRESS,
	  .flags = RW,
	  .place = place_saddr },
	{ .name = "sport", .size = 2, .bits = 16, .flags = RW, .place = place_sport },
};

static const struct luadata_layout hdr = {
	.name = "hdr",
	.fields = hdr_fields,
	.nfields = COUNT(hdr_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static const struct luadata_field point_fields[] = {
	{ .name = "x",
	  .size = 2,
	  .bits = 16,
	  .type = LUADATA_TYPE_INT,
	  .flags = RW | LUADATA_FIELD_LITTLE },
	{ .name = "y", .offset = 2, .size = 2, .bits = 16, .type = LUADATA_TYPE_INT, .flags = RW },
};

static const struct luadata_layout point = {
	.name = "point",
	.size = 4,
	.fields = point_fields,
	.nfields = 2,
};

static const struct luadata_field word = { .name = "word", .size = 2, .bits = 16, .flags = RW };
static const struct luadata_field corner = {
	.name = "corner", .size = 4, .type = LUADATA_TYPE_VIEW, .flags = RW, .layout = &point
};

static const struct luadata_constant modes[] = {
	{ "off", 0 },
	{ "on", 1 },
	{ "auto", 7 },
	{ NULL, 0 },
};

/* A field of every type. The comment gives the first byte. */
static const struct luadata_field all_fields[] = {
	{ .name = "u8", .size = 1, .bits = 8, .flags = RW }, /* 0 */
	{ .name = "i8", .offset = 1, .size = 1, .bits = 8, .type = LUADATA_TYPE_INT, .flags = RW },
	{ .name = "le24", .offset = 2, .size = 3, .bits = 24, .flags = RW | LUADATA_FIELD_LITTLE },
	{ .name = "mode",
	  .offset = 5,
	  .size = 1,
	  .bits = 8,
	  .flags = RW | LUADATA_FIELD_STRICT,
	  .constants = modes },
	{ .name = "secret", .offset = 6, .size = 1, .bits = 8, .flags = LUADATA_FIELD_WRITE },
	{ .name = "gone", .offset = 7, .size = 1, .bits = 8, .flags = RW | LUADATA_FIELD_OPTIONAL },
	{ .name = "u64", .offset = 8, .size = 8, .bits = 64, .flags = RW },
	{ .name = "i64",
	  .offset = 16,
	  .size = 8,
	  .bits = 64,
	  .type = LUADATA_TYPE_INT,
	  .flags = RW | LUADATA_FIELD_LITTLE },
	{ .name = "text", .offset = 24, .size = 8, .type = LUADATA_TYPE_STRING, .flags = RW },
	{ .name = "raw", .offset = 32, .size = 4, .type = LUADATA_TYPE_RAW, .flags = RW },
	{ .name = "bytes", .offset = 36, .size = 4, .type = LUADATA_TYPE_BYTES, .flags = RW },
	{ .name = "origin",
	  .offset = 40,
	  .size = 4,
	  .type = LUADATA_TYPE_VIEW,
	  .flags = RW,
	  .layout = &point },
	{ .name = "words",
	  .offset = 44,
	  .size = 6,
	  .count = 3,
	  .type = LUADATA_TYPE_ARRAY,
	  .flags = RW,
	  .element = &word },
	{ .name = "corners",
	  .offset = 50,
	  .size = 8,
	  .count = 2,
	  .type = LUADATA_TYPE_ARRAY,
	  .flags = RW,
	  .element = &corner },
	{ .name = "mac",
	  .offset = 58,
	  .size = 6,
	  .type = LUADATA_TYPE_ADDRESS,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_MAC },
	{ .name = "ip6",
	  .offset = 64,
	  .size = 16,
	  .type = LUADATA_TYPE_ADDRESS,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_IPV6 },
};

static const struct luadata_layout all = {
	.name = "all",
	.size = 80,
	.fields = all_fields,
	.nfields = COUNT(all_fields),
};

static const struct luadata_field label_fields[] = {
	{ .name = "id", .offset = 1, .size = 16, .type = LUADATA_TYPE_UUID, .flags = RW },
};

static const struct luadata_layout label = {
	.name = "label",
	.size = 17,
	.fields = label_fields,
	.nfields = COUNT(label_fields),
};

/*
 * A C object, as a kernel structure: read through accessors where the compiler alone knows the
 * place.
 */
struct device {
	unsigned int serial;
	unsigned int armed : 1;
	unsigned int level : 5;
	char label[8];
	unsigned short clock[2]; /* a structure of its own */
	unsigned char place[4];  /* a point */
};

static const struct luadata_field clock_fields[] = {
	{ .name = "ticks", .size = 2, .bits = 16, .flags = LUADATA_FIELD_READ },
};

static const struct luadata_layout clock_layout = {
	.name = "clock",
	.size = 4,
	.fields = clock_fields,
	.nfields = COUNT(clock_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static int64_t get_armed(const void *object)
{
	return ((const struct device *)object)->armed;
}

static int64_t get_level(const void *object)
{
	return ((const struct device *)object)->level;
}

static void set_level(void *object, int64_t value)
{
	((struct device *)object)->level = value;
}

#define HOST_ORDER (LUADATA_HOST_LITTLE ? LUADATA_FIELD_LITTLE : 0)

static const struct luadata_field device_fields[] = {
	{ .name = "serial",
	  .size = 4,
	  .bits = 32,
	  .flags = LUADATA_FIELD_READ | LUADATA_FIELD_NATIVE | HOST_ORDER },
	{ .name = "armed",
	  .bits = 1,
	  .type = LUADATA_TYPE_BOOL,
	  .flags = LUADATA_FIELD_READ,
	  .get = get_armed },
	{ .name = "level",
	  .bits = 5,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_HEX,
	  .get = get_level,
	  .set = set_level },
	{ .name = "label", .offset = 8, .size = 8, .type = LUADATA_TYPE_STRING, .flags = RW },
	{ .name = "clock",
	  .offset = 16,
	  .size = 4,
	  .type = LUADATA_TYPE_VIEW,
	  .flags = LUADATA_FIELD_READ,
	  .layout = &clock_layout },
	{ .name = "place",
	  .offset = 20,
	  .size = 4,
	  .type = LUADATA_TYPE_VIEW,
	  .flags = LUADATA_FIELD_READ,
	  .layout = &point },
};

static const struct luadata_layout device = {
	.name = "device",
	.size = sizeof(struct device),
	.fields = device_fields,
	.nfields = COUNT(device_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static int released;

static void release(struct luadata_handle *h)
{
	released++;
	free(h->owner);
}

/* newdevice() → a view of a new object */
static int new_device(lua_State *L)
{
	static const struct luadata_handle_ops ops = { .release = release };
	struct device *d = calloc(1, sizeof(*d));

	if (!d)
		return luaL_error(L, "not enough memory");
	d->serial = 4711;
	d->armed = 1;
	d->level = 9;
	memcpy(d->label, "first", 5);
	luadata_pushobject(L, &device, d, LUADATA_HANDLE_WRITABLE, &ops, d);
	return 1;
}

/* constdevice() → a view of an object that C has as const */
static int const_device(lua_State *L)
{
	static const struct device d = { .serial = 4712 };

	luadata_pushobject(L, &device, (void *)&d, LUADATA_HANDLE_CONST, NULL, NULL);
	return 1;
}

/* changedevice(v), readdevice(v) → the serial number, through a pointer, and one to const */
static int change_device(lua_State *L)
{
	struct device *d = luadata_original(L, 1, "change: dev", &device);

	lua_pushinteger(L, d->serial);
	return 1;
}

static int read_device(lua_State *L)
{
	const struct device *d = luadata_originalconst(L, 1, "read: dev", &device);

	lua_pushinteger(L, d->serial);
	return 1;
}

/* copydevice(v) → the same, where a copy will do */
static int copy_device(lua_State *L)
{
	struct device *d = luadata_mutable(L, 1, "copy: dev", &device);

	lua_pushinteger(L, d->serial);
	return 1;
}

/* checkdevice(v) → the serial number, through the pointer */
static int check_device(lua_State *L)
{
	lua_pushinteger(L, ((struct device *)luadata_checkobject(L, 1, &device))->serial);
	return 1;
}

/* checkpoint(v) → its first byte, through the pointer */
static int check_point(lua_State *L)
{
	lua_pushinteger(L, *(unsigned char *)luadata_checkobject(L, 1, &point));
	return 1;
}

/* badlayout(n) declares what is not allowed */
static int bad_layout(lua_State *L)
{
	static const struct luadata_field twice[] = {
		{ .name = "x", .size = 1, .bits = 8 },
		{ .name = "x", .size = 1, .bits = 8 },
	};
	static const struct luadata_field wide[] = { { .name = "y", .size = 1, .bits = 9 } };
	static const struct luadata_layout layouts[] = {
		{ .name = "bad", .size = 1, .fields = twice, .nfields = 2 },
		{ .name = "bad", .size = 1, .fields = wide, .nfields = 1 },
	};

	luadata_pushlayout(L, &layouts[luaL_checkinteger(L, 1) - 1]);
	return 1;
}

/* hex(bits, signed): a layout with a field of so many bits that is shown in hex */
static int hex(lua_State *L)
{
	static struct luadata_field fields[2][65];
	static struct luadata_layout layouts[2][65];
	lua_Integer bits = luaL_checkinteger(L, 1);
	bool is_signed = lua_toboolean(L, 2);
	struct luadata_layout *layout = &layouts[is_signed][bits];

	fields[is_signed][bits] = (struct luadata_field){
		.name = "value",
		.type = is_signed ? LUADATA_TYPE_INT : LUADATA_TYPE_UINT,
		.size = (bits + 7) / 8,
		.bits = bits,
		.flags = LUADATA_FIELD_READ,
		.display = LUADATA_DISPLAY_HEX,
	};
	*layout = (struct luadata_layout){
		.name = "hex", .size = 8, .fields = &fields[is_signed][bits], .nfields = 1
	};
	luadata_pushlayout(L, layout);
	return 1;
}

/* nested(n): a layout in which n others are, one in another */
static int nested(lua_State *L)
{
	static struct luadata_field in[40];
	static struct luadata_layout layouts[COUNT(in) + 1];
	size_t i;

	for (i = 0; i < COUNT(layouts); i++)
		layouts[i] = (struct luadata_layout){ .name = "nested", .size = 1 };
	for (i = 0; i < COUNT(in); i++) {
		in[i] = (struct luadata_field){
			.name = "in", .type = LUADATA_TYPE_VIEW, .size = 1, .layout = &layouts[i]
		};
		layouts[i + 1].fields = &in[i];
		layouts[i + 1].nfields = 1;
	}
	luadata_pushlayout(L, &layouts[luaL_checkinteger(L, 1)]);
	return 1;
}

static int count_released(lua_State *L)
{
	lua_pushinteger(L, released);
	return 1;
}

struct packet {
	struct skb skb; /* first: the owner of a loan */
	size_t free;    /* see may_write() */
	size_t price;   /* units for a pull */
	int ops;
};

/* Of the header scripts may write tos, ttl and saddr, and from p->free on all. */
static bool may_write(const struct luadata_handle *h, size_t from, size_t to)
{
	static const struct luadata_grant list[] = { { 2, 1 }, { 8, 1 }, { 11, 1 }, { 12, 2 } };
	static const struct luadata_grants grants = { &ipv4, list, COUNT(list) };
	const struct packet *p = h->owner;

	if (to > p->free * 8)
		to = p->free * 8;
	return from >= to || luadata_granted(&grants, 1, h, 0, from, to);
}

static size_t cost(const struct luadata_handle *h, size_t end)
{
	const struct packet *p = h->owner;

	return end > h->linear ? p->price : 0;
}

/* The loan in force, for scripts that end it, cut it or move its memory from a finalizer. */
static struct luadata_handle *lent;
static struct luadata_ref *block, *view, *headers;

static void lend_packet(struct packet *p, size_t linear)
{
	static const struct luadata_handle_ops ops[] = {
		{ skb_pull, skb_make_writable, NULL, NULL, NULL, NULL, cost,
		  skb_try_writable },
		{ skb_pull, skb_make_writable, NULL, NULL, NULL, may_write, cost,
		  skb_try_writable },
		{ skb_pull, skb_make_writable, NULL, NULL, skb_store, may_write, cost,
		  skb_try_writable },
	};

	luadata_lend(lent, p->skb.linear, p->skb.size, linear, 0, &ops[p->ops], p);
	luadata_lendref(block, 0, p->skb.size, linear);
	if (linear >= ipv4.size)
		luadata_lendref(view, 0, p->skb.size, ipv4.size);
	luadata_lendref(headers, 0, p->skb.size, 0);
}

/* cut(n) lends the first n bytes anew */
static int cut(lua_State *L)
{
	size_t n = (size_t)luaL_checkinteger(L, 1);
	struct packet *p;

	if (!lent || !lent->base)
		return 0;
	p = lent->owner;
	if (n < p->skb.size)
		p->skb.size = n;
	n = p->skb.size < lent->linear ? p->skb.size : lent->linear;
	luadata_return(lent);
	lend_packet(p, n);
	return 0;
}

/* move() moves the memory that is lent, as a pull does */
static int move(lua_State *L)
{
	(void)L;
	if (lent && lent->base)
		skb_move(lent, lent->linear);
	return 0;
}

/* endloan() ends the loan in force and frees the memory */
static int endloan(lua_State *L)
{
	struct packet *p;

	(void)L;
	if (!lent || !lent->base)
		return 0;
	p = lent->owner;
	luadata_return(lent);
	free(p->skb.linear);
	p->skb.linear = NULL;
	return 0;
}

/*
 * lend(bytes, linear, function [, error [, free [, stores [, price]]]]) → pulls, copies
 *
 * free: from this byte on scripts may write what they like, before it three fields.
 * Calls function(block, view of ipv4, view of hdr) during the loan.
 */
static int lend(lua_State *L)
{
	struct packet p = { 0 };
	size_t linear = (size_t)luaL_checkinteger(L, 2);
	struct luadata_handle *h;
	int status;

	p.skb.error = (int)luaL_optinteger(L, 4, 0);
	p.free = (size_t)luaL_optinteger(L, 5, 0);
	p.price = (size_t)luaL_optinteger(L, 7, 0);
	p.ops = lua_isnoneornil(L, 5) ? 0 : lua_toboolean(L, 6) ? 2 : 1;
	if (lua_getfield(L, LUA_REGISTRYINDEX, "testkit.handle") == LUA_TNIL) {
		luadata_newhandle(L);
		luadata_newroot(L, -1, NULL);
		lua_setfield(L, LUA_REGISTRYINDEX, "testkit.block");
		luadata_newroot(L, -1, &ipv4);
		lua_setfield(L, LUA_REGISTRYINDEX, "testkit.view");
		luadata_newroot(L, -1, &hdr);
		lua_setfield(L, LUA_REGISTRYINDEX, "testkit.hdr");
		lua_setfield(L, LUA_REGISTRYINDEX, "testkit.handle");
		lua_getfield(L, LUA_REGISTRYINDEX, "testkit.handle");
	}
	h = lua_touserdata(L, -1);
	lua_pushvalue(L, 3);
	lua_getfield(L, LUA_REGISTRYINDEX, "testkit.block");
	block = luadata_testref(L, -1);
	lua_getfield(L, LUA_REGISTRYINDEX, "testkit.view");
	view = luadata_testref(L, -1);
	lua_getfield(L, LUA_REGISTRYINDEX, "testkit.hdr");
	headers = luadata_testref(L, -1);
	skb_open(L, 1, linear, &p.skb);
	lent = h;
	lend_packet(&p, linear);
	status = lua_pcall(L, 3, 0, 0);
	lent = NULL;
	luadata_return(h);
	free(p.skb.linear);
	if (status != LUA_OK)
		return lua_error(L);
	lua_pushinteger(L, p.skb.pulls);
	lua_pushinteger(L, p.skb.copies);
	return 2;
}

/* paper(size, function): the paper's C interface around a call */
static int paper(lua_State *L)
{
	unsigned char bytes[16] = { 1, 2, 3, 4 };
	size_t size = 0;
	int ref, status;

	lua_settop(L, 1);
	ref = ldata_newref(L, bytes, sizeof(bytes));
	if (ldata_topointer(L, -1, &size) != bytes || size != sizeof(bytes))
		return luaL_error(L, "wrong pointer or size");
	status = lua_pcall(L, 1, 0, 0);
	ldata_unref(L, ref);
	if (status != LUA_OK)
		return lua_error(L);
	lua_pushinteger(L, bytes[0]);
	return 1;
}

/* budget(units, function) → whether it ran to its end, and why not; nil without budgets */
static int budget(lua_State *L)
{
#ifdef LUA_FIELDHOOK
	lua_Integer before = lua_getbudget(L);
	int status;

	lua_settop(L, 2);
	lua_setbudget(L, luaL_checkinteger(L, 1));
	status = lua_pcall(L, 0, 0, 0);
	lua_setbudget(L, before);
	lua_pushboolean(L, status == LUA_OK);
	lua_insert(L, 2);
	return lua_gettop(L) - 1;
#else
	lua_pushnil(L);
	return 1;
#endif
}

/* clock() → milliseconds of this process's work */
static int kit_clock(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)(clock() / (CLOCKS_PER_SEC / 1000)));
	return 1;
}

int luaopen_testkit(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "lend", lend },
		{ "newdevice", new_device },
		{ "constdevice", const_device },
		{ "changedevice", change_device },
		{ "readdevice", read_device },
		{ "copydevice", copy_device },
		{ "checkdevice", check_device },
		{ "released", count_released },
		{ "paper", paper },
		{ "checkpoint", check_point },
		{ "badlayout", bad_layout },
		{ "nested", nested },
		{ "hex", hex },
		{ "move", move },
		{ "endloan", endloan },
		{ "cut", cut },
		{ "budget", budget },
		{ "clock", kit_clock },
		{ NULL, NULL },
	};
	static const struct luadata_layout *const layouts[] = { &ipv4, &point, &all, &label,
								&device, &hdr };
	size_t i;

	luaL_newlib(L, functions);
	for (i = 0; i < COUNT(layouts); i++) {
		luadata_pushlayout(L, layouts[i]);
		lua_setfield(L, -2, layouts[i]->name);
	}
	return 1;
}
