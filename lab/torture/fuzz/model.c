// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What a field must be. Nothing here calls the library, but for what tells classes apart. */
#include <stdio.h>
#include <stdlib.h>

#include "model.h"

/* The sums do not wrap: they have more bits than what is added. */
static bool lies_in(size_t offset, size_t length, size_t start, size_t size)
{
	__uint128_t end = (__uint128_t)offset + length;

	return offset >= start && end <= (__uint128_t)start + size;
}

const struct luadata_ref *fuzz_rangeof(lua_State *L, int idx)
{
	enum luadata_class class = luadata_classof(L, idx);

	return luadata_isref(class) || class == LUADATA_CLASS_ARRAY || class == LUADATA_CLASS_LIST
		       ? lua_touserdata(L, idx)
		       : NULL;
}

const char *fuzz_modelrange(const struct luadata_ref *r, const struct luadata_ref *parent)
{
	const struct luadata_handle *h = r->handle;

	if (r->lease != h->lease)
		return NULL;
	if (!lies_in(r->offset, r->length, 0, h->length))
		return "a range beyond what is lent";
	if (r->fixed > r->length || (r->fixed && !lies_in(r->offset, r->fixed, 0, h->linear)))
		return "a range that is not as linear as it says";
	if (parent && parent->handle == h && parent->lease == r->lease &&
	    !lies_in(r->offset, r->length, parent->offset, parent->length))
		return "a range beyond what it is a part of";
	return NULL;
}

/* ---- where ---- */

static bool is_integer(const struct luadata_field *f, size_t length)
{
	return f->type == LUADATA_TYPE_UINT || f->type == LUADATA_TYPE_INT ||
	       f->type == LUADATA_TYPE_BOOL || (f->type == LUADATA_TYPE_ADDRESS && length < 16);
}

/* Bytes that a field has where it was given so many; 0: it has no value there, if it must. */
static bool has_value(const struct luadata_field *f, size_t given, size_t *length)
{
	*length = given;
	switch (f->type) {
	case LUADATA_TYPE_UINT:
	case LUADATA_TYPE_INT:
	case LUADATA_TYPE_BOOL:
		*length = f->size;
		return given >= f->size;
	case LUADATA_TYPE_ADDRESS:
		*length = given < f->size ? given : f->size;
		return (given == 4 || given == 6 || given == 16) &&
		       (given >= f->size || f->size == 16);
	case LUADATA_TYPE_VIEW:
		return given >= f->layout->size;
	default:
		return true;
	}
}

/* Makes what a place function may read reachable, as the library has to. */
static bool reach(const struct luadata_ref *r, size_t n)
{
	struct luadata_handle *h = r->handle;

	n = r->offset + (n < r->length ? n : r->length);
	return n <= h->linear || (h->ops && h->ops->pull && h->ops->pull(h, n) == 0);
}

/* What lies behind the records of a chain at a span of the view, found in a copy of its bytes. */
static enum fuzz_state behind(struct fuzz_model *m, struct luadata_span span)
{
	const struct luadata_list *list = m->f->list;
	unsigned int type = list->first(m->r->handle->base + m->r->offset);
	unsigned char *copy;
	size_t i, at = 0, n = 1;

	if (span.offset > m->r->length)
		return FUZZ_ABSENT;
	if (span.length > m->r->length - span.offset)
		span.length = m->r->length - span.offset;
	copy = malloc(span.length + 1);
	for (i = 0; copy && i < span.length; i++)
		copy[i] = fuzz_byteat(m->r->handle, m->r->offset + span.offset + i);
	while (copy && n > 0) {
		n = list->next(copy + at, span.length - at, &type);
		at += n;
	}
	free(copy);
	m->type = type;
	m->offset = m->r->offset + span.offset + at;
	m->length = m->f->size || m->f->type == LUADATA_TYPE_BYTES ? span.length - at : 0;
	return type == LUADATA_CHAIN_BROKEN ||
			       (type == LUADATA_CHAIN_ENDS && m->f->type != LUADATA_TYPE_BYTES)
		       ? FUZZ_ABSENT
		       : FUZZ_THERE;
}

static enum fuzz_state locate(struct fuzz_model *m)
{
	const struct luadata_layout *layout = m->r->fields->layout;
	const struct luadata_field *f = m->f;
	struct luadata_span span = { f->offset, f->size };

	if ((f->place || f->get || f->text) && m->r->fixed < layout->size)
		return FUZZ_ABSENT;
	if (f->place) {
		if (layout->reach && !reach(m->r, layout->reach))
			return FUZZ_UNKNOWN;
		span.offset = m->r->type;
		span.length = layout->reach < m->r->length ? layout->reach : m->r->length;
		if (span.length < layout->size)
			span.length = layout->size;
		if (!f->place(m->r->handle, m->r->offset, &span))
			return FUZZ_ABSENT;
		if (f->list && f->type != LUADATA_TYPE_LIST)
			return behind(m, span);
		/* What may be cut has as much as there is. */
		if ((f->type == LUADATA_TYPE_BYTES || f->type == LUADATA_TYPE_LIST ||
		     f->type == LUADATA_TYPE_VIEW) &&
		    span.offset <= m->r->length && span.length > m->r->length - span.offset)
			span.length = m->r->length - span.offset;
	}
	if (!lies_in(span.offset, span.length, 0, m->r->length))
		return FUZZ_ABSENT;
	m->offset = m->r->offset + span.offset;
	m->type = m->r->type;
	return has_value(f, span.length, &m->length) ? FUZZ_THERE : FUZZ_ABSENT;
}

static bool element_of(lua_State *L, int idx, int key, struct fuzz_model *m)
{
	const struct luadata_array *a = lua_touserdata(L, idx);
	lua_Integer i = lua_tointeger(L, key);
	size_t count;

	if (!lua_isinteger(L, key))
		return false;
	m->r = &a->ref;
	m->f = a->field->element;
	count = a->ref.length / m->f->size;
	if (a->field->count && count > a->field->count)
		count = a->field->count;
	m->state = FUZZ_ABSENT;
	if (a->ref.lease != a->ref.handle->lease) {
		m->state = FUZZ_EXPIRED;
	} else if (i >= 1 && (uint64_t)i <= count) {
		m->offset = a->ref.offset + (i - 1) * m->f->size;
		if (has_value(m->f, m->f->size, &m->length))
			m->state = FUZZ_THERE;
	}
	return true;
}

bool fuzz_modelof(lua_State *L, int idx, int key, struct fuzz_model *m)
{
	enum luadata_class class = luadata_classof(L, idx);
	const struct luadata_layout *layout;
	size_t i;

	memset(m, 0, sizeof(*m));
	if (class == LUADATA_CLASS_ARRAY)
		return element_of(L, idx, key, m);
	if (!luadata_isref(class) || lua_type(L, key) != LUA_TSTRING)
		return false;
	m->r = lua_touserdata(L, idx);
	if (!m->r->fields)
		return false;
	layout = m->r->fields->layout;
	for (i = 0; i < layout->nfields && !m->f; i++)
		if (strlen(layout->fields[i].name) == lua_rawlen(L, key) &&
		    strcmp(layout->fields[i].name, lua_tostring(L, key)) == 0)
			m->f = &layout->fields[i];
	if (!m->f)
		return false;
	m->state = m->r->lease == m->r->handle->lease ? locate(m) : FUZZ_EXPIRED;
	return true;
}

/* ---- what ---- */

unsigned char fuzz_byteat(const struct luadata_handle *h, size_t at)
{
	if (at < h->linear)
		return h->base[at];
	if (h != fuzz_loan.handle || !fuzz_loan.all || at >= fuzz_loan.size) {
		fprintf(stderr, "fuzz: the model reads byte %zu, which is not lent\n", at);
		abort();
	}
	return fuzz_loan.all[at];
}

/* The place of bit number n of an integer of so many bytes, from the least significant. */
static size_t byte_of(const struct fuzz_model *m, unsigned int n)
{
	bool little = m->f->type != LUADATA_TYPE_ADDRESS && m->f->flags & LUADATA_FIELD_LITTLE;

	return m->offset + (little ? n / 8 : m->length - 1 - n / 8);
}

static unsigned int width(const struct fuzz_model *m)
{
	return m->f->type == LUADATA_TYPE_ADDRESS ? m->length * 8 : m->f->bits;
}

static unsigned int first_bit(const struct fuzz_model *m)
{
	return m->f->type == LUADATA_TYPE_ADDRESS ? 0 : m->f->shift;
}

static int64_t integer(const struct fuzz_model *m)
{
	unsigned int bits = width(m), i, n;
	uint64_t value = 0;

	if (m->f->type == LUADATA_TYPE_UINT && m->f->size == 0)
		return m->type;
	for (i = 0; i < bits; i++) {
		n = first_bit(m) + i;
		value |= (uint64_t)(fuzz_byteat(m->r->handle, byte_of(m, n)) >> n % 8 & 1) << i;
	}
	for (; i < 64 && m->f->type == LUADATA_TYPE_INT && value >> (bits - 1) & 1; i++)
		value |= (uint64_t)1 << i;
	return value;
}

static bool same_text(lua_State *L, const struct fuzz_model *m)
{
	size_t n = 0, i;
	const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &n) : NULL;

	if (!text)
		return false;
	for (i = 0; i < m->length; i++) {
		unsigned char c = fuzz_byteat(m->r->handle, m->offset + i);

		if (m->f->type == LUADATA_TYPE_STRING && c == 0)
			break;
		if (i >= n || (unsigned char)text[i] != c)
			return false;
	}
	return i == n;
}

/* The 16 bytes of a UUID that a text is, by libc's reading of hexadecimal digits. */
static bool uuid_of(lua_State *L, int idx, unsigned char bytes[16])
{
	static const unsigned char starts[] = { 0,  2,  4,  6,  9,  11, 14, 16,
						19, 21, 24, 26, 28, 30, 32, 34 };
	const char *text = lua_type(L, idx) == LUA_TSTRING ? lua_tostring(L, idx) : "";
	unsigned int value, i;

	if (lua_rawlen(L, idx) != 36 || strspn(text, "0123456789abcdefABCDEF-") != 36)
		return false;
	for (i = 0; i < 16; i++) {
		if (text[starts[i]] == '-' || text[starts[i] + 1] == '-' ||
		    sscanf(text + starts[i], "%2x", &value) != 1)
			return false;
		bytes[i] = (unsigned char)value;
	}
	return text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

static bool same_uuid(lua_State *L, const struct fuzz_model *m)
{
	unsigned char bytes[16];
	size_t i;

	if (!uuid_of(L, -1, bytes))
		return false;
	for (i = 0; i < sizeof(bytes); i++)
		if (bytes[i] != fuzz_byteat(m->r->handle, m->offset + i))
			return false;
	return true;
}

/* A part: the very range, of the right kind. */
static bool same_part(lua_State *L, const struct fuzz_model *m)
{
	static const enum luadata_class classes[] = { [LUADATA_TYPE_BYTES] = LUADATA_CLASS_BLOCK,
						      [LUADATA_TYPE_VIEW] = LUADATA_CLASS_VIEW,
						      [LUADATA_TYPE_ARRAY] = LUADATA_CLASS_ARRAY,
						      [LUADATA_TYPE_LIST] = LUADATA_CLASS_LIST };
	const struct luadata_ref *r = fuzz_rangeof(L, -1);

	return r && luadata_classof(L, -1) == classes[m->f->type] && r->handle == m->r->handle &&
	       r->lease == m->r->lease && r->offset == m->offset && r->length == m->length &&
	       (m->f->type != LUADATA_TYPE_VIEW || r->fields->layout == m->f->layout);
}

const char *fuzz_modelaccess(const struct fuzz_model *m)
{
	if (m->state == FUZZ_EXPIRED)
		return "its loan is over";
	if (m->r->fields && !(m->f->flags & (LUADATA_FIELD_READ | LUADATA_FIELD_OPTIONAL)))
		return "it is write-only";
	return NULL;
}

const char *fuzz_modelread(lua_State *L, const struct fuzz_model *m)
{
	bool good = true;

	if (m->state == FUZZ_UNKNOWN || m->f->type == LUADATA_TYPE_NAME)
		return NULL;
	if (m->state == FUZZ_ABSENT || m->f->flags & LUADATA_FIELD_OPTIONAL)
		return lua_isnil(L, -1) ? NULL : "a value where none is";
	if (m->f->get || m->f->text)
		return NULL;
	if (m->f->type == LUADATA_TYPE_BOOL)
		good = lua_isboolean(L, -1) && lua_toboolean(L, -1) == (integer(m) != 0);
	else if (is_integer(m->f, m->length))
		good = lua_isinteger(L, -1) && lua_tointeger(L, -1) == integer(m);
	else if (m->f->type == LUADATA_TYPE_STRING || m->f->type == LUADATA_TYPE_RAW ||
		 m->f->type == LUADATA_TYPE_ADDRESS)
		good = same_text(L, m);
	else if (m->f->type == LUADATA_TYPE_UUID)
		good = same_uuid(L, m);
	else
		good = same_part(L, m);
	return good ? NULL : "not the value that the bytes are";
}

/* ---- writing ---- */

/* Whether an integer is one that the field can hold and its declaration allows. */
static bool in_range(const struct fuzz_model *m, int64_t value)
{
	const struct luadata_field *f = m->f;
	const struct luadata_constant *c;
	unsigned int bits = width(m), i;
	uint64_t known = 0;
	bool named = false;

	for (i = bits; i < 64; i++)
		if (((uint64_t)value >> i & 1) !=
		    (f->type == LUADATA_TYPE_INT ? (uint64_t)value >> (bits - 1) & 1 : 0))
			return false;
	if (f->flags & LUADATA_FIELD_RANGED) {
		if (f->type == LUADATA_TYPE_INT ? value < f->min || value > f->max
						: (uint64_t)value < (uint64_t)f->min ||
							  (uint64_t)value > (uint64_t)f->max)
			return false;
	}
	for (c = f->constants; c && c->name; c++) {
		known |= c->value;
		named |= c->value == value;
	}
	if (!(f->flags & LUADATA_FIELD_STRICT) || !f->constants)
		return true;
	return f->flags & LUADATA_FIELD_FLAGS ? !((uint64_t)value & ~known) : named;
}

const char *fuzz_modelwrite(lua_State *L, const struct fuzz_model *m, int value)
{
	const struct luadata_field *f = m->f;
	const struct luadata_ref *block = fuzz_rangeof(L, value);

	if (m->state == FUZZ_UNKNOWN)
		return NULL;
	if (m->state == FUZZ_EXPIRED)
		return "its loan is over";
	if (m->state == FUZZ_ABSENT || f->flags & LUADATA_FIELD_OPTIONAL)
		return "it is not there";
	if (!(f->flags & LUADATA_FIELD_WRITE) || (f->get && !f->set) || f->text)
		return "the field is read-only";
	if (m->r->handle == fuzz_loan.handle && fuzz_loan.readonly)
		return "the memory is read-only";
	if (f->type == LUADATA_TYPE_VIEW || f->type == LUADATA_TYPE_ARRAY ||
	    f->type == LUADATA_TYPE_LIST || f->type == LUADATA_TYPE_NAME)
		return "it has parts";
	if (f->type == LUADATA_TYPE_BOOL)
		return lua_isboolean(L, value) ? NULL : "it is a boolean";
	if (is_integer(f, m->length)) {
		if (lua_type(L, value) == LUA_TSTRING && f->constants)
			return NULL;
		if (!lua_isinteger(L, value))
			return "it is an integer";
		return in_range(m, lua_tointeger(L, value)) ? NULL : "out of range";
	}
	if (f->type == LUADATA_TYPE_UUID) {
		unsigned char bytes[16];

		return uuid_of(L, value, bytes) ? NULL : "no UUID";
	}
	if (lua_type(L, value) == LUA_TSTRING) {
		if (f->type == LUADATA_TYPE_BYTES || f->type == LUADATA_TYPE_ADDRESS)
			return lua_rawlen(L, value) == m->length ? NULL : "not of its length";
		return lua_rawlen(L, value) <= m->length ? NULL : "longer than it is";
	}
	if (!block || (f->type != LUADATA_TYPE_BYTES && f->type != LUADATA_TYPE_ADDRESS))
		return "not of its type";
	if (block->flags & LUADATA_REF_CLOSED)
		return "an object has no bytes";
	return block->length == m->length ? NULL : "not of its length";
}

/* Whether a byte of the handle is the field's, or one of the checksum that follows it. */
static bool may_change(const struct fuzz_model *m, const struct luadata_cover *sum, size_t at)
{
	if (m->f->set)
		return lies_in(at, 1, m->r->offset, m->r->length);
	return lies_in(at, 1, m->offset, m->length) ||
	       (sum->checksum && lies_in(at, 1, sum->offset + sum->checksum->offset, 2));
}

static bool bits_are(const struct fuzz_model *m, int64_t value, const unsigned char *before,
		     const unsigned char *after)
{
	unsigned int i;

	for (i = 0; i < m->length * 8; i++) {
		size_t at = byte_of(m, i);
		bool inside = i >= first_bit(m) && i - first_bit(m) < width(m);
		unsigned int want = inside ? (uint64_t)value >> (i - first_bit(m)) & 1
					   : before[at] >> i % 8 & 1;

		if ((after[at] >> i % 8 & 1) != want)
			return false;
	}
	return true;
}

const char *fuzz_modelwritten(lua_State *L, const struct fuzz_model *m, int value,
			      const unsigned char *before, const unsigned char *after)
{
	struct luadata_cover sum = { .checksum = NULL };
	size_t i, n = 0, check;
	unsigned char bytes[16];
	const char *text;

	if (m->state != FUZZ_THERE)
		return NULL;
	if (luadata_iscovered(m->r) && !luadata_stores(m->r->handle))
		luadata_findcover(m->r, &sum);
	for (i = 0; i < m->r->handle->length; i++)
		if (before[i] != after[i] && !may_change(m, &sum, i))
			return "a byte beside the field";
	check = sum.checksum ? sum.offset + sum.checksum->offset : SIZE_MAX - 2;
	if (m->f->set || (check < m->offset + m->length && m->offset < check + 2))
		return NULL;
	if (m->f->type == LUADATA_TYPE_BOOL)
		return bits_are(m, lua_toboolean(L, value), before, after) ? NULL : "other bits";
	if (is_integer(m->f, m->length)) {
		if (!lua_isinteger(L, value))
			return NULL;
		return bits_are(m, lua_tointeger(L, value), before, after) ? NULL : "other bits";
	}
	if (lua_type(L, value) != LUA_TSTRING)
		return NULL;
	text = lua_tolstring(L, value, &n);
	if (m->f->type == LUADATA_TYPE_UUID) {
		n = uuid_of(L, value, bytes) ? sizeof(bytes) : 0;
		text = (const char *)bytes;
	}
	for (i = 0; i < m->length; i++)
		if (after[m->offset + i] != (i < n ? (unsigned char)text[i] : 0))
			return "other bytes";
	return NULL;
}
