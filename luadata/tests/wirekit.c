// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Formats as generated code declares them: records, names, flags, checksums. */
#include "wirekit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define RO LUADATA_FIELD_READ
#define RW (LUADATA_FIELD_READ | LUADATA_FIELD_WRITE)

static bool put(struct luadata_span *span, size_t offset, size_t length)
{
	span->offset = offset;
	span->length = length;
	return true;
}

/* An IPv4 header (RFC 791), whose checksum covers as much as ihl says. */
static bool cover_header(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	unsigned int ihl = h->base[at] & 15;

	return ihl >= 5 && put(span, 0, ihl * 4);
}

static bool place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return cover_header(h, at, span) && put(span, 20, span->length - 20);
}

static bool place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return cover_header(h, at, span) && put(span, span->length, h->length);
}

static const struct luadata_field header_fields[] = {
	{ .name = "ihl", .size = 1, .bits = 4, .flags = RW },
	{ .name = "tos", .offset = 1, .size = 1, .bits = 8, .flags = RW },
	{ .name = "ttl", .offset = 8, .size = 1, .bits = 8, .flags = RW },
	{ .name = "check", .offset = 10, .size = 2, .bits = 16, .flags = RW },
	{ .name = "saddr", .offset = 12, .size = 4, .type = LUADATA_TYPE_ADDRESS, .flags = RW },
	{ .name = "options", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_options },
	{ .name = "payload", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_payload },
};

static const struct luadata_checksum header_sum = { .offset = 10, .cover = cover_header };

static const struct luadata_layout header = {
	.name = "header",
	.size = 20,
	.fields = header_fields,
	.nfields = COUNT(header_fields),
	.checksum = &header_sum,
};

/* Fields of every kind at odd offsets, and a checksum of all of it. */
static bool place_tail(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	(void)at;
	return put(span, 31, h->length);
}

static const struct luadata_field pair_fields[] = {
	{ .name = "a", .size = 1, .bits = 8, .flags = RW },
	{ .name = "b", .offset = 1, .size = 2, .bits = 16, .flags = RW },
};

static const struct luadata_layout pair = {
	.name = "pair",
	.size = 3,
	.fields = pair_fields,
	.nfields = 2,
};

static const struct luadata_field word = { .name = "word", .size = 2, .bits = 16, .flags = RW };

static const struct luadata_field summed_fields[] = {
	{ .name = "u16", .size = 2, .bits = 16, .flags = RW },
	{ .name = "check", .offset = 2, .size = 2, .bits = 16, .flags = RW },
	{ .name = "u8", .offset = 5, .size = 1, .bits = 8, .flags = RW },
	{ .name = "odd16", .offset = 7, .size = 2, .bits = 16, .flags = RW },
	{ .name = "le32", .offset = 9, .size = 4, .bits = 32, .flags = RW | LUADATA_FIELD_LITTLE },
	{ .name = "words",
	  .offset = 13,
	  .size = 6,
	  .type = LUADATA_TYPE_ARRAY,
	  .flags = RW,
	  .element = &word },
	{ .name = "text", .offset = 19, .size = 5, .type = LUADATA_TYPE_STRING, .flags = RW },
	{ .name = "raw", .offset = 24, .size = 3, .type = LUADATA_TYPE_RAW, .flags = RW },
	{ .name = "bits", .offset = 27, .size = 1, .shift = 2, .bits = 3, .flags = RW },
	{ .name = "pair",
	  .offset = 28,
	  .size = 3,
	  .type = LUADATA_TYPE_VIEW,
	  .flags = RW,
	  .layout = &pair },
	{ .name = "tail", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_tail },
};

static const struct luadata_checksum whole_sum = { .offset = 2 };

static const struct luadata_layout summed = {
	.name = "summed",
	.size = 31,
	.fields = summed_fields,
	.nfields = COUNT(summed_fields),
	.checksum = &whole_sum,
};

/* A UDP header (RFC 768): 0 means that there is no checksum; it covers `length` bytes. */
static bool cover_datagram(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 0, h->base[at + 4] << 8 | h->base[at + 5]);
}

static const struct luadata_field datagram_fields[] = {
	{ .name = "sport", .size = 2, .bits = 16, .flags = RW },
	{ .name = "dport", .offset = 2, .size = 2, .bits = 16, .flags = RW },
	{ .name = "length", .offset = 4, .size = 2, .bits = 16, .flags = RW },
	{ .name = "check", .offset = 6, .size = 2, .bits = 16, .flags = RW },
};

static const struct luadata_checksum datagram_sum = { .offset = 6,
						      .optional = true,
						      .cover = cover_datagram };

static const struct luadata_layout datagram = {
	.name = "datagram",
	.size = 8,
	.fields = datagram_fields,
	.nfields = COUNT(datagram_fields),
	.checksum = &datagram_sum,
};

/* TCP's options (RFC 9293, 3.2), after a byte that says how many bytes they take. */
static size_t measure_option(const unsigned char *p, size_t n)
{
	if (p[0] == 0)
		return 0;
	if (p[0] == 1)
		return 1;
	return n >= 2 && p[1] >= 2 ? p[1] : 0;
}

static bool place_length(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return h->base[at] > 1 && luadata_readable(h, at) >= 2 && put(span, 1, 1);
}

static bool place_mss(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return h->base[at] == 2 && luadata_readable(h, at) >= 4 && put(span, 2, 2);
}

static bool place_label(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_length(h, at, span) && h->base[at + 1] >= 2 &&
	       put(span, 2, h->base[at + 1] - 2);
}

static const struct luadata_constant kinds[] = {
	{ "nop", 1 },  { "mss", 2 },        { "window_scale", 3 },
	{ "sack", 4 }, { "timestamps", 8 }, { NULL, 0 },
};

static const struct luadata_field option_fields[] = {
	{ .name = "kind", .size = 1, .bits = 8, .flags = RW, .constants = kinds },
	{ .name = "length", .size = 1, .bits = 8, .flags = RW, .place = place_length },
	{ .name = "mss", .size = 2, .bits = 16, .flags = RW, .place = place_mss },
	{ .name = "label", .type = LUADATA_TYPE_STRING, .flags = RW, .place = place_label },
};

static const struct luadata_layout option = {
	.name = "segment.option",
	.size = 1,
	.fields = option_fields,
	.nfields = COUNT(option_fields),
	.reach = 4,
};

static const struct luadata_list options = {
	.layout = &option, .measure = measure_option, .by = "kind"
};

static bool place_list(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 4, h->base[at]);
}

static bool place_rest(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return put(span, 4 + h->base[at], h->length);
}

static const struct luadata_field segment_fields[] = {
	{ .name = "size", .size = 1, .bits = 8, .flags = RW },
	{ .name = "check", .offset = 2, .size = 2, .bits = 16, .flags = RW },
	{ .name = "options",
	  .type = LUADATA_TYPE_LIST,
	  .flags = RO,
	  .list = &options,
	  .place = place_list },
	{ .name = "rest", .type = LUADATA_TYPE_BYTES, .flags = RW, .place = place_rest },
};

static const struct luadata_layout segment = {
	.name = "segment",
	.size = 4,
	.fields = segment_fields,
	.nfields = COUNT(segment_fields),
	.checksum = &whole_sum,
};

/* A DNS message cut short: a name, and records of a name and two bytes. */
static bool place_name(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	size_t n = luadata_namelength(h->base + at + 2, luadata_readable(h, at + 2));

	return n > 0 && put(span, 2, n);
}

static bool place_records(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_name(h, at, span) &&
	       put(span, 2 + span->length, h->length - at - 2 - span->length);
}

static bool place_owner(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	size_t n = luadata_namelength(h->base + at, luadata_readable(h, at));

	return n > 0 && put(span, 0, n);
}

static bool place_type(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_owner(h, at, span) && put(span, span->length, 2);
}

static size_t measure_record(const unsigned char *p, size_t n)
{
	size_t name = luadata_namelength(p, n);

	return name ? name + 2 : 0;
}

static const struct luadata_field record_fields[] = {
	{ .name = "owner", .type = LUADATA_TYPE_NAME, .flags = RO, .place = place_owner },
	{ .name = "type", .size = 2, .bits = 16, .flags = RO, .place = place_type },
};

static const struct luadata_layout record = {
	.name = "dns.record", .size = 3, .fields = record_fields, .nfields = 2, .reach = 512
};

static const struct luadata_list records = { .layout = &record, .measure = measure_record };

static const struct luadata_field dns_fields[] = {
	{ .name = "id", .size = 2, .bits = 16, .flags = RW },
	{ .name = "name", .type = LUADATA_TYPE_NAME, .flags = RO, .place = place_name },
	{ .name = "records",
	  .type = LUADATA_TYPE_LIST,
	  .flags = RO,
	  .list = &records,
	  .place = place_records },
};

static const struct luadata_layout dns = {
	.name = "dns",
	.size = 2,
	.fields = dns_fields,
	.nfields = COUNT(dns_fields),
	.reach = 512,
};

static const struct luadata_constant bits[] = {
	{ "fin", 1 }, { "syn", 2 }, { "ack", 16 }, { "both", 18 }, { NULL, 0 }
};

static const struct luadata_field flags_fields[] = {
	{ .name = "any",
	  .size = 1,
	  .bits = 8,
	  .flags = RW | LUADATA_FIELD_FLAGS,
	  .constants = bits },
	{ .name = "known",
	  .offset = 1,
	  .size = 1,
	  .bits = 8,
	  .flags = RW | LUADATA_FIELD_FLAGS | LUADATA_FIELD_STRICT,
	  .constants = bits },
};

static const struct luadata_layout flags = {
	.name = "flags",
	.size = 2,
	.fields = flags_fields,
	.nfields = COUNT(flags_fields),
};

/* Texts that take long to look through. */
static const struct luadata_field letter_fields[] = {
	{ .name = "to", .size = 4096, .type = LUADATA_TYPE_STRING, .flags = RW },
	{ .name = "from", .offset = 4096, .size = 4096, .type = LUADATA_TYPE_STRING, .flags = RW },
};

static const struct luadata_layout letter = {
	.name = "letter",
	.size = 8192,
	.fields = letter_fields,
	.nfields = COUNT(letter_fields),
};

const struct luadata_layout *const wirekit_layouts[] = {
	&header, &summed, &datagram, &segment, &dns, &flags, &letter, NULL,
};
