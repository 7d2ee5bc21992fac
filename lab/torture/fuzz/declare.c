// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Layouts as generated code declares them, from the input: fields of every type, with places that
 * depend on the data, lists of records, names and checksums.
 */
#include "declare.h"

#define LAYOUTS 2
#define FIELDS 6
#define NAMES_MAX 8

static struct luadata_field fields[LAYOUTS][FIELDS];
static struct luadata_layout layouts[LAYOUTS];
static unsigned int made;

static const struct luadata_constant constants[] = {
	{ "a", 1 }, { "b", 2 }, { "c", 4 }, { "d", 128 }, { NULL, 0 }
};

/* ---- places: the fixed part of the view may be read, and what is linear after it ---- */

static bool put(struct luadata_span *span, size_t offset, size_t length)
{
	span->offset = offset;
	span->length = length;
	return true;
}

/* The fixed part of the layouts here has at least 2 bytes when a place is asked for. */
static bool by_length(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 2, h->base[at]);
}

static bool by_offset(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return h->base[at + 1] < 64 && put(span, h->base[at + 1], 4);
}

static bool to_the_end(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 2 + (h->base[at] & 15), h->length);
}

static bool absurd(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	static const size_t far[] = { SIZE_MAX, SIZE_MAX - 1, SIZE_MAX / 2, 1ULL << 32, 65536, 0 };

	return put(span, far[h->base[at] % COUNT(far)], far[h->base[at + 1] % COUNT(far)]);
}

static bool a_name(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	size_t n = luadata_readable(h, at) > 2
			   ? luadata_namelength(h->base + at + 2, luadata_readable(h, at) - 2)
			   : 0;

	return n > 0 && put(span, 2, n);
}

static bool (*const places[])(const struct luadata_handle *, size_t, struct luadata_span *) = {
	NULL, NULL, NULL, by_length, by_offset, to_the_end, absurd, a_name,
};

/* ---- records ---- */

static size_t measure_length(const unsigned char *p, size_t n)
{
	return n >= 2 ? p[1] : 1;
}

static size_t measure_any(const unsigned char *p, size_t n)
{
	return p[0] == 0 ? SIZE_MAX : n;
}

static size_t measure_name(const unsigned char *p, size_t n)
{
	return luadata_namelength(p, n);
}

#define RW (LUADATA_FIELD_READ | LUADATA_FIELD_WRITE)

static bool place_value(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return luadata_readable(h, at) >= 2 && h->base[at + 1] >= 2 &&
	       put(span, 2, h->base[at + 1] - 2);
}

static const struct luadata_field record_fields[] = {
	{ .name = "kind", .size = 1, .bits = 8, .flags = RW, .constants = constants },
	{ .name = "value", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_value },
};

static const struct luadata_layout record = {
	.name = "record", .size = 1, .fields = record_fields, .nfields = 2, .reach = 4
};

static unsigned int first_type(const unsigned char *p)
{
	return p[1];
}

static size_t next_length(const unsigned char *p, size_t n, unsigned int *type)
{
	size_t size = n >= 2 && p[1] <= n ? p[1] : 0;

	if (*type >= 224)
		return 0;
	*type = !size ? LUADATA_CHAIN_BROKEN : p[0] == 223 ? LUADATA_CHAIN_ENDS : p[0];
	return size;
}

static bool place_told(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 1, span->offset % 8);
}

static const struct luadata_field link_fields[] = {
	{ .name = "next", .size = 1, .bits = 8, .flags = RW },
	{ .name = "kind", .bits = 16, .flags = LUADATA_FIELD_READ, .constants = constants },
	{ .name = "value", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_told },
};

static const struct luadata_layout link = {
	.name = "link", .size = 1, .fields = link_fields, .nfields = 3,
	.flags = LUADATA_LAYOUT_CHAINED
};

static const struct luadata_list chain = {
	.layout = &link, .first = first_type, .next = next_length, .most = 255, .by = "kind"
};

static const struct luadata_list lists[] = {
	{ .layout = &link, .first = first_type, .next = next_length, .most = 255, .by = "kind" },
	{ .layout = &record, .measure = measure_length, .by = "kind" },
	{ .layout = &record, .measure = measure_any },
	{ .layout = &record, .measure = measure_name, .by = "kind" },
	{ .layout = &layouts[1], .measure = measure_length },
};

/* ---- checksums ---- */

static bool cover_length(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 0, h->base[at]);
}

static bool cover_absurd(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return absurd(h, at, span);
}

static const struct luadata_checksum sums[] = {
	{ .offset = 0 },
	{ .offset = 2, .optional = true },
	{ .offset = 2, .cover = cover_length },
	{ .offset = 4, .optional = true, .cover = cover_absurd },
};

/* ---- elements ---- */

static const struct luadata_field elements[] = {
	{ .name = "e", .size = 2, .bits = 16, .flags = RW },
	{ .name = "e", .size = 3, .bits = 20, .shift = 2, .type = LUADATA_TYPE_INT, .flags = RW },
	{ .name = "e", .size = 4, .type = LUADATA_TYPE_STRING, .flags = RW },
	{ .name = "e",
	  .size = 6,
	  .type = LUADATA_TYPE_ADDRESS,
	  .flags = RW,
	  .display = LUADATA_DISPLAY_MAC },
	{ .name = "e", .size = 2, .type = LUADATA_TYPE_VIEW, .flags = RW, .layout = &record },
	{ .name = "e", .size = 5, .type = LUADATA_TYPE_BYTES, .flags = RW },
};

/* Most of what the bytes say is no number; then it is one that is near. */
static void make_sound(struct luadata_field *f)
{
	static const uint8_t addresses[] = { 4, 6, 16 };

	if (f->type == LUADATA_TYPE_ADDRESS)
		f->size = addresses[f->size % 3];
	if (f->type > LUADATA_TYPE_BOOL)
		return;
	f->size = 1 + f->size % 8;
	if (f->shift + f->bits > f->size * 8)
		f->bits = f->size * 8 - f->shift;
	if (f->bits == 0)
		f->bits = 1, f->shift = 0;
}

/* A type that a chain tells. */
static void make_type(struct luadata_field *f)
{
	f->size = 0;
	f->shift = 0;
	f->bits = 16;
	f->flags = LUADATA_FIELD_READ;
}

static void declare_field(struct luadata_field *f, const char *name)
{
	unsigned int how = fuzz_byte();

	f->name = name;
	f->type = fuzz_below(LUADATA_TYPE_LIST + 1);
	f->flags = LUADATA_FIELD_READ |
		   (fuzz_byte() & ~(LUADATA_FIELD_NATIVE | LUADATA_FIELD_OPTIONAL));
	f->offset = fuzz_below(24);
	f->size = fuzz_below(20);
	f->bits = 1 + fuzz_below(64);
	f->shift = fuzz_below(8);
	f->display = how % (LUADATA_DISPLAY_MAC + 1);
	f->count = how / 16;
	f->min = -(int64_t)(how % 4);
	f->max = how;
	f->constants = how & 32 ? constants : NULL;
	f->place = places[fuzz_below(COUNT(places))];
	f->layout = how & 64 ? &record : &layouts[1];
	f->element = &elements[how % COUNT(elements)];
	if (f->type == LUADATA_TYPE_LIST)
		f->list = &lists[how % COUNT(lists)];
	if (how % 16 != 15)
		make_sound(f);
	if (how % 16 == 14 && f->place) {
		f->list = &chain;
		if (f->type == LUADATA_TYPE_UINT)
			make_type(f);
	}
	if (f->type == LUADATA_TYPE_LIST || f->type == LUADATA_TYPE_NAME)
		f->flags &= ~LUADATA_FIELD_WRITE;
	if (f->type != LUADATA_TYPE_UINT || !f->constants)
		f->flags &= ~LUADATA_FIELD_FLAGS;
	if ((f->type == LUADATA_TYPE_LIST || f->type == LUADATA_TYPE_NAME) && !f->place)
		f->place = to_the_end;
}

static void declare_layout(struct luadata_layout *layout, struct luadata_field *f)
{
	static const char *const names[] = { "a", "b", "c", "d", "has", "set" };
	unsigned int how = fuzz_byte(), i;

	memset(f, 0, FIELDS * sizeof(*f));
	layout->name = "made";
	layout->size = 2 + fuzz_below(24);
	layout->fields = f;
	layout->nfields = how % (FIELDS + 1);
	layout->reach = how & 64 ? fuzz_byte() : 0;
	layout->checksum = how & 128 ? &sums[fuzz_below(COUNT(sums))] : NULL;
	for (i = 0; i < layout->nfields; i++)
		declare_field(&f[i], names[i]);
}

static int push_made(lua_State *L)
{
	luadata_pushlayout(L, &layouts[0]);
	return 1;
}

void fuzz_undeclare(lua_State *L)
{
	int i;

	for (i = 0; i < LAYOUTS && made; i++) {
		lua_pushnil(L);
		lua_rawsetp(L, LUA_REGISTRYINDEX, &layouts[i]);
	}
}

bool fuzz_declare(lua_State *L)
{
	fuzz_undeclare(L); /* of a run that ended early */
	made = fuzz_byte() % 2;
	if (made)
		declare_layout(&layouts[0], fields[0]);
	if (made)
		declare_layout(&layouts[1], fields[1]);
	if (!made)
		return false;
	if (fuzz_try(L, push_made, 0, 1))
		return true;
	lua_pop(L, 1); /* what is wrong with it */
	return false;
}
