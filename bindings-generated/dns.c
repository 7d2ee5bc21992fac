// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The dns binding: Message of the Domain Name System, as UDP carries it. Generated from
 * specs/wire/dns.yaml.
 */

#include "place.h"
#include "glue.h"
#include "dns.h"

/* Types of records (IANA DNS parameters). */
static const struct luadata_constant rrtype_names[] = {
	{"a", 1},
	{"ns", 2},
	{"cname", 5},
	{"soa", 6},
	{"ptr", 12},
	{"mx", 15},
	{"txt", 16},
	{"aaaa", 28},
	{"srv", 33},
	{"opt", 41},
	{"ds", 43},
	{"rrsig", 46},
	{"nsec", 47},
	{"dnskey", 48},
	{"svcb", 64},
	{"https", 65},
	{"axfr", 252},
	{"any", 255},
	{"caa", 257},
	{NULL, 0},
};

/* Classes of records (IANA DNS parameters). */
static const struct luadata_constant class_names[] = {
	{"internet", 1},
	{"chaos", 3},
	{"hesiod", 4},
	{"none", 254},
	{"any", 255},
	{NULL, 0},
};

/* Kinds of queries (IANA DNS parameters). */
static const struct luadata_constant opcode_names[] = {
	{"query", 0},
	{"status", 2},
	{"notify", 4},
	{"update", 5},
	{NULL, 0},
};

/* How a query ended (IANA DNS parameters). */
static const struct luadata_constant rcode_names[] = {
	{"noerror", 0},
	{"formerr", 1},
	{"servfail", 2},
	{"nxdomain", 3},
	{"notimp", 4},
	{"refused", 5},
	{NULL, 0},
};

/* Where question.name ends */
static size_t end_question_name(const unsigned char *p, size_t n)
{
	return luadata_pastname(p, n, 0);
}

/* Bytes of the question at p */
static size_t l_measure_question(const unsigned char *p, size_t n)
{
	return luadata_behind(n, end_question_name(p, n), 4);
}

/* name: at byte 0, up to its last label */
static bool l_place_question_name(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_question_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, 0, after_name);
}

/* type: after name, 2 bytes */
static bool l_place_question_type(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_question_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, after_name, 2);
}

/* class: 2 after name, 2 bytes */
static bool l_place_question_class(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_question_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, after_name + 2, 2);
}

static const struct luadata_field question_fields[] = {
	{
		.name = "name",
		.place = l_place_question_name,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "name that is asked about",
	},
	{
		.name = "type",
		.size = 2,
		.bits = 16,
		.place = l_place_question_type,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = rrtype_names,
		.doc = "type of the records wanted",
	},
	{
		.name = "class",
		.size = 2,
		.bits = 16,
		.place = l_place_question_class,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = class_names,
		.doc = "class of the records wanted",
	},
};

const struct luadata_layout luadata_layout_dns_question = {
	.name = "dns.question",
	.size = 0,
	.fields = question_fields,
	.nfields = LUADATA_COUNT(question_fields),
	.doc = "A question",
	.reach = 255,
};

LUADATA_EXPORT(luadata_layout_dns_question);

/* Where text.text ends */
static size_t end_text_text(const unsigned char *p, size_t n)
{
	int64_t length;

	if (n < 1)
		return 0;
	length = p[0];
	return luadata_past(n, 1, length);
}

/* Bytes of the text at p */
static size_t l_measure_text(const unsigned char *p, size_t n)
{
	return end_text_text(p, n);
}

/* text: from byte 1 up to 1 + length */
static bool l_place_text_text(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = p[0];
	int64_t from = 1;
	int64_t to = 1 + length;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field text_fields[] = {
	{
		.name = "length",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the string",
		.unit = "bytes",
	},
	{
		.name = "text",
		.place = l_place_text_text,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the string",
	},
};

const struct luadata_layout luadata_layout_dns_text = {
	.name = "dns.text",
	.size = 1,
	.fields = text_fields,
	.nfields = LUADATA_COUNT(text_fields),
	.doc = "A string of a TXT record",
};

LUADATA_EXPORT(luadata_layout_dns_text);

static const struct luadata_list rr_texts_list = {
	.layout = &luadata_layout_dns_text,
	.measure = l_measure_text,
};

/* Where rr.name ends */
static size_t end_rr_name(const unsigned char *p, size_t n)
{
	return luadata_pastname(p, n, 0);
}

/* Where rr.target ends */
static size_t end_rr_target(const unsigned char *p, size_t n)
{
	size_t after_name = end_rr_name(p, n);
	int64_t type;

	if (!after_name || n - after_name < 10)
		return 0;
	type = luadata_big(p + after_name, 2);
	if (type != 5 && type != 2 && type != 12)
		return after_name + 10;
	return luadata_pastname(p, n, after_name + 10);
}

/* Where rr.exchange ends */
static size_t end_rr_exchange(const unsigned char *p, size_t n)
{
	size_t after_name = end_rr_name(p, n);
	int64_t type;

	if (!after_name || n - after_name < 12)
		return 0;
	type = luadata_big(p + after_name, 2);
	if (type != 15)
		return after_name + 12;
	return luadata_pastname(p, n, after_name + 12);
}

/* Where rr.host ends */
static size_t end_rr_host(const unsigned char *p, size_t n)
{
	size_t after_name = end_rr_name(p, n);
	int64_t type;

	if (!after_name || n - after_name < 16)
		return 0;
	type = luadata_big(p + after_name, 2);
	if (type != 33)
		return after_name + 16;
	return luadata_pastname(p, n, after_name + 16);
}

/* Where rr.mname ends */
static size_t end_rr_mname(const unsigned char *p, size_t n)
{
	size_t after_name = end_rr_name(p, n);
	int64_t type;

	if (!after_name || n - after_name < 10)
		return 0;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return after_name + 10;
	return luadata_pastname(p, n, after_name + 10);
}

/* Where rr.rname ends */
static size_t end_rr_rname(const unsigned char *p, size_t n)
{
	size_t after_mname = end_rr_mname(p, n);
	size_t after_name;
	int64_t type;

	if (!after_mname)
		return 0;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return 0;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return after_mname;
	return luadata_pastname(p, n, after_mname);
}

/* Where rr.rdata ends */
static size_t end_rr_rdata(const unsigned char *p, size_t n)
{
	size_t after_name = end_rr_name(p, n);
	int64_t length;

	if (!after_name || n - after_name < 10)
		return 0;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_past(n, after_name + 10, length);
}

/* Bytes of the rr at p */
static size_t l_measure_rr(const unsigned char *p, size_t n)
{
	return end_rr_rdata(p, n);
}

/* name: at byte 0, up to its last label */
static bool l_place_rr_name(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, 0, after_name);
}

/* type: after name, 2 bytes */
static bool l_place_rr_type(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, after_name, 2);
}

/* class: 2 after name, 2 bytes */
static bool l_place_rr_class(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, after_name + 2, 2);
}

/* ttl: 4 after name, 4 bytes */
static bool l_place_rr_ttl(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, after_name + 4, 4);
}

/* length: 8 after name, 2 bytes */
static bool l_place_rr_length(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, after_name + 8, 2);
}

/* address: 10 after name, 4 bytes, when type is a */
static bool l_place_rr_address(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 1 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	if (length < 4)
		return false;
	return luadata_found(span, after_name + 10, 4);
}

/* address6: 10 after name, 16 bytes, when type is aaaa */
static bool l_place_rr_address6(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 28 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	if (length < 16)
		return false;
	return luadata_found(span, after_name + 10, 16);
}

/* target: 10 after name, up to its last label, when type is cname, ns or ptr */
static bool l_place_rr_target(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;
	size_t after_target;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 5 && type != 2 && type != 12)
		return false;
	after_target = end_rr_target(p, n);
	if (!after_target)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_name + 10,
				    after_target - (after_name + 10));
}

/* preference: 10 after name, 2 bytes, when type is mx */
static bool l_place_rr_preference(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 15 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	if (length < 2)
		return false;
	return luadata_found(span, after_name + 10, 2);
}

/* exchange: 12 after name, up to its last label, when type is mx */
static bool l_place_rr_exchange(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;
	size_t after_exchange;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 15)
		return false;
	after_exchange = end_rr_exchange(p, n);
	if (!after_exchange)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_name + 12,
				    after_exchange - (after_name + 12));
}

/* texts: 10 after name, length bytes, when type is txt */
static bool l_place_rr_texts(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 16 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found(span, after_name + 10, length);
}

/* priority: 10 after name, 2 bytes, when type is srv */
static bool l_place_rr_priority(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 33 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	if (length < 2)
		return false;
	return luadata_found(span, after_name + 10, 2);
}

/* weight: 12 after name, 2 bytes, when type is srv */
static bool l_place_rr_weight(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 33 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	if (length < 4)
		return false;
	return luadata_found(span, after_name + 12, 2);
}

/* port: 14 after name, 2 bytes, when type is srv */
static bool l_place_rr_port(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 33 || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	if (length < 6)
		return false;
	return luadata_found(span, after_name + 14, 2);
}

/* host: 16 after name, up to its last label, when type is srv */
static bool l_place_rr_host(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;
	size_t after_host;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 33)
		return false;
	after_host = end_rr_host(p, n);
	if (!after_host)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_name + 16,
				    after_host - (after_name + 16));
}

/* mname: 10 after name, up to its last label, when type is soa */
static bool l_place_rr_mname(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t type, length;
	size_t after_mname;

	if (!after_name || n - after_name < 2)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	after_mname = end_rr_mname(p, n);
	if (!after_mname)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_name + 10,
				    after_mname - (after_name + 10));
}

/* rname: after mname, up to its last label, when type is soa */
static bool l_place_rr_rname(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_mname = end_rr_mname(p, n);
	size_t after_name, after_rname;
	int64_t type, length;

	if (!after_mname)
		return false;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	after_rname = end_rr_rname(p, n);
	if (!after_rname)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_mname,
				    after_rname - after_mname);
}

/* serial: after rname, 4 bytes, when type is soa */
static bool l_place_rr_serial(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rname = end_rr_rname(p, n);
	size_t after_name;
	int64_t type, length;

	if (!after_rname)
		return false;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_rname, 4);
}

/* refresh: 4 after rname, 4 bytes, when type is soa */
static bool l_place_rr_refresh(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rname = end_rr_rname(p, n);
	size_t after_name;
	int64_t type, length;

	if (!after_rname)
		return false;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_rname + 4, 4);
}

/* retry: 8 after rname, 4 bytes, when type is soa */
static bool l_place_rr_retry(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rname = end_rr_rname(p, n);
	size_t after_name;
	int64_t type, length;

	if (!after_rname)
		return false;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_rname + 8, 4);
}

/* expire: 12 after rname, 4 bytes, when type is soa */
static bool l_place_rr_expire(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rname = end_rr_rname(p, n);
	size_t after_name;
	int64_t type, length;

	if (!after_rname)
		return false;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_rname + 12, 4);
}

/* minimum: 16 after rname, 4 bytes, when type is soa */
static bool l_place_rr_minimum(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rname = end_rr_rname(p, n);
	size_t after_name;
	int64_t type, length;

	if (!after_rname)
		return false;
	after_name = end_rr_name(p, n);
	if (!after_name)
		return false;
	type = luadata_big(p + after_name, 2);
	if (type != 6)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found_within(after_name + 10 + length, span, after_rname + 16, 4);
}

/* data: after length, length bytes */
static bool l_place_rr_data(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_rr_name(p, n);
	int64_t length;

	if (!after_name || n - after_name < 10)
		return false;
	length = luadata_big(p + after_name + 8, 2);
	return luadata_found(span, after_name + 10, length);
}

static const struct luadata_field rr_fields[] = {
	{
		.name = "name",
		.place = l_place_rr_name,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "name that the record is about",
	},
	{
		.name = "type",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_type,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = rrtype_names,
		.doc = "what the data are",
	},
	{
		.name = "class",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_class,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = class_names,
		.doc = "class; in a record of EDNS the size of datagrams that are taken",
	},
	{
		.name = "ttl",
		.size = 4,
		.bits = 32,
		.place = l_place_rr_ttl,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long the record may be kept",
		.unit = "s",
	},
	{
		.name = "length",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the data",
		.unit = "bytes",
	},
	{
		.name = "address",
		.size = 4,
		.place = l_place_rr_address,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "IPv4 address",
	},
	{
		.name = "address6",
		.size = 16,
		.place = l_place_rr_address6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "IPv6 address",
	},
	{
		.name = "target",
		.place = l_place_rr_target,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "name that it leads to",
	},
	{
		.name = "preference",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_preference,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the least is tried first",
	},
	{
		.name = "exchange",
		.place = l_place_rr_exchange,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "host that takes mail",
	},
	{
		.name = "texts",
		.place = l_place_rr_texts,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &rr_texts_list,
		.doc = "strings",
	},
	{
		.name = "priority",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_priority,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the least is tried first",
	},
	{
		.name = "weight",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_weight,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "share among those of one priority",
	},
	{
		.name = "port",
		.size = 2,
		.bits = 16,
		.place = l_place_rr_port,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "port of the service",
	},
	{
		.name = "host",
		.place = l_place_rr_host,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "host of the service",
	},
	{
		.name = "mname",
		.place = l_place_rr_mname,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "primary server",
	},
	{
		.name = "rname",
		.place = l_place_rr_rname,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "mailbox of who is responsible",
	},
	{
		.name = "serial",
		.size = 4,
		.bits = 32,
		.place = l_place_rr_serial,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "version of the zone",
	},
	{
		.name = "refresh",
		.size = 4,
		.bits = 32,
		.place = l_place_rr_refresh,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "time until the zone is looked at again",
		.unit = "s",
	},
	{
		.name = "retry",
		.size = 4,
		.bits = 32,
		.place = l_place_rr_retry,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "time until a failed look is tried again",
		.unit = "s",
	},
	{
		.name = "expire",
		.size = 4,
		.bits = 32,
		.place = l_place_rr_expire,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "time until a zone that was not seen again is void",
		.unit = "s",
	},
	{
		.name = "minimum",
		.size = 4,
		.bits = 32,
		.place = l_place_rr_minimum,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long an answer that there is nothing may be kept",
		.unit = "s",
	},
	{
		.name = "data",
		.place = l_place_rr_data,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the data as they are",
	},
};

const struct luadata_layout luadata_layout_dns_rr = {
	.name = "dns.rr",
	.size = 0,
	.fields = rr_fields,
	.nfields = LUADATA_COUNT(rr_fields),
	.doc = "A resource record",
	.reach = 775,
};

LUADATA_EXPORT(luadata_layout_dns_rr);

static const struct luadata_list questions_list = {
	.layout = &luadata_layout_dns_question,
	.measure = l_measure_question,
	.by = "type",
};

static const struct luadata_list answers_list = {
	.layout = &luadata_layout_dns_rr,
	.measure = l_measure_rr,
	.by = "type",
};

static const struct luadata_list authorities_list = {
	.layout = &luadata_layout_dns_rr,
	.measure = l_measure_rr,
	.by = "type",
};

static const struct luadata_list additionals_list = {
	.layout = &luadata_layout_dns_rr,
	.measure = l_measure_rr,
	.by = "type",
};

/* Where questions ends */
static size_t end_questions(const unsigned char *p, size_t n)
{
	int64_t qdcount;

	if (n < 6)
		return 0;
	qdcount = luadata_big(p + 4, 2);
	return luadata_pastrecords(&questions_list, p, n, 12, qdcount);
}

/* Where answers ends */
static size_t end_answers(const unsigned char *p, size_t n)
{
	size_t after_questions = end_questions(p, n);
	int64_t ancount;

	if (!after_questions)
		return 0;
	ancount = luadata_big(p + 6, 2);
	return luadata_pastrecords(&answers_list, p, n, after_questions, ancount);
}

/* Where authorities ends */
static size_t end_authorities(const unsigned char *p, size_t n)
{
	size_t after_answers = end_answers(p, n);
	int64_t nscount;

	if (!after_answers)
		return 0;
	nscount = luadata_big(p + 8, 2);
	return luadata_pastrecords(&authorities_list, p, n, after_answers, nscount);
}

/* questions: at byte 12, qdcount records */
static bool l_place_questions(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t qdcount = luadata_big(p + 4, 2);

	return luadata_found(span, 12, luadata_records(&questions_list, p, n, 12, qdcount));
}

/* answers: after questions, ancount records */
static bool l_place_answers(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_questions = end_questions(p, n);
	int64_t ancount;

	if (!after_questions)
		return false;
	ancount = luadata_big(p + 6, 2);
	return luadata_found(span, after_questions,
			     luadata_records(&answers_list, p, n, after_questions, ancount));
}

/* authorities: after answers, nscount records */
static bool l_place_authorities(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_answers = end_answers(p, n);
	int64_t nscount;

	if (!after_answers)
		return false;
	nscount = luadata_big(p + 8, 2);
	return luadata_found(span, after_answers,
			     luadata_records(&authorities_list, p, n, after_answers, nscount));
}

/* additionals: after authorities, arcount records */
static bool l_place_additionals(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_authorities = end_authorities(p, n);
	int64_t arcount;

	if (!after_authorities)
		return false;
	arcount = luadata_big(p + 10, 2);
	return luadata_found(span, after_authorities,
			     luadata_records(&additionals_list, p, n, after_authorities, arcount));
}

static const struct luadata_field dns_fields[] = {
	{
		.name = "id",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the same in a query and its response",
	},
	{
		.name = "response",
		.offset = 2,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "a response; else a query",
	},
	{
		.name = "opcode",
		.offset = 2,
		.size = 1,
		.shift = 3,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = opcode_names,
		.doc = "kind of the query",
	},
	{
		.name = "aa",
		.offset = 2,
		.size = 1,
		.shift = 2,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the answer has authority",
	},
	{
		.name = "tc",
		.offset = 2,
		.size = 1,
		.shift = 1,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the message was truncated",
	},
	{
		.name = "rd",
		.offset = 2,
		.size = 1,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "recursion is desired",
	},
	{
		.name = "ra",
		.offset = 3,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "recursion is available",
	},
	{
		.name = "z",
		.offset = 3,
		.size = 1,
		.shift = 6,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as false",
	},
	{
		.name = "ad",
		.offset = 3,
		.size = 1,
		.shift = 5,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the data are authentic (RFC 4035)",
	},
	{
		.name = "cd",
		.offset = 3,
		.size = 1,
		.shift = 4,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the data need not be checked (RFC 4035)",
	},
	{
		.name = "rcode",
		.offset = 3,
		.size = 1,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = rcode_names,
		.doc = "how the query ended",
	},
	{
		.name = "qdcount",
		.offset = 4,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "number of questions",
	},
	{
		.name = "ancount",
		.offset = 6,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "number of answers",
	},
	{
		.name = "nscount",
		.offset = 8,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "number of authorities",
	},
	{
		.name = "arcount",
		.offset = 10,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "number of additionals",
	},
	{
		.name = "questions",
		.place = l_place_questions,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &questions_list,
		.doc = "what is asked",
	},
	{
		.name = "answers",
		.place = l_place_answers,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &answers_list,
		.doc = "records that answer; dns.answers.a is the first of that type",
	},
	{
		.name = "authorities",
		.place = l_place_authorities,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &authorities_list,
		.doc = "records of servers with authority",
	},
	{
		.name = "additionals",
		.place = l_place_additionals,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &additionals_list,
		.doc = "more records, such as the one of EDNS",
	},
};

const struct luadata_layout luadata_layout_dns = {
	.name = "dns",
	.size = 12,
	.fields = dns_fields,
	.nfields = LUADATA_COUNT(dns_fields),
	.doc = "Message of the Domain Name System, as UDP carries it",
	.reach = 65535,
};

LUADATA_EXPORT(luadata_layout_dns);

int luaopen_dns(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_dns);
	return 1;
}
