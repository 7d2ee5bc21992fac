// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The tcp binding: Transmission Control Protocol header. Generated from specs/wire/tcp.yaml. */

#include "place.h"
#include "glue.h"
#include "tcp.h"

/* Kinds of options (IANA TCP option kind numbers). */
static const struct luadata_constant optionkind_names[] = {
	{"end", 0},
	{"nop", 1},
	{"mss", 2},
	{"window_scale", 3},
	{"sack_permitted", 4},
	{"sack", 5},
	{"timestamps", 8},
	{"md5", 19},
	{"user_timeout", 28},
	{"ao", 29},
	{"multipath", 30},
	{"fast_open", 34},
	{NULL, 0},
};

/* Bytes of the block at p */
static size_t l_measure_block(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 8);
}

static const struct luadata_field block_fields[] = {
	{
		.name = "left",
		.offset = 0,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "first sequence number of the block",
	},
	{
		.name = "right",
		.offset = 4,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the sequence number after its last",
	},
};

const struct luadata_layout luadata_layout_tcp_block = {
	.name = "tcp.block",
	.size = 8,
	.fields = block_fields,
	.nfields = LUADATA_COUNT(block_fields),
	.doc = "A range of sequence numbers that has arrived (RFC 2018)",
};

LUADATA_EXPORT(luadata_layout_tcp_block);

static const struct luadata_list option_blocks_list = {
	.layout = &luadata_layout_tcp_block,
	.measure = l_measure_block,
};

/* Where option.length ends */
static size_t end_option_length(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return 1;
	return luadata_past(n, 1, 1);
}

/* Where option.data ends */
static size_t end_option_data(const unsigned char *p, size_t n)
{
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken;

	if (!after_length)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return after_length;
	length = p[1];
	taken = length - 2;
	if (taken < 0)
		return 0;
	return luadata_past(n, after_length, taken);
}

/* Bytes of the option at p */
static size_t l_measure_option(const unsigned char *p, size_t n)
{
	int64_t kind, length;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return end_option_data(p, n);
	if (n < 2)
		return 0;
	length = p[1];
	if (length < 2)
		return 0;
	return luadata_past(n, 0, length);
}

/* length: at byte 1, 1 byte, when kind > nop */
static bool l_place_option_length(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[0];

	if (kind <= 1)
		return false;
	return luadata_found(span, 1, 1);
}

/* mss: after length, 2 bytes, when kind is mss */
static bool l_place_option_mss(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 2)
		return false;
	length = p[1];
	if (length - 2 < 2)
		return false;
	return luadata_found(span, after_length, 2);
}

/* shift: after length, 1 byte, when kind is window_scale */
static bool l_place_option_shift(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 3)
		return false;
	length = p[1];
	if (length - 2 < 1)
		return false;
	return luadata_found(span, after_length, 1);
}

/* blocks: after length, length - 2 bytes, when kind is sack */
static bool l_place_option_blocks(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 5)
		return false;
	length = p[1];
	taken = length - 2;
	if (taken < 0)
		return false;
	return luadata_found(span, after_length, taken);
}

/* value: after length, 4 bytes, when kind is timestamps */
static bool l_place_option_value(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 8)
		return false;
	length = p[1];
	if (length - 2 < 4)
		return false;
	return luadata_found(span, after_length, 4);
}

/* echo: 4 after length, 4 bytes, when kind is timestamps */
static bool l_place_option_echo(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 8)
		return false;
	length = p[1];
	if (length - 2 < 8)
		return false;
	return luadata_found(span, after_length + 4, 4);
}

/* cookie: after length, length - 2 bytes, when kind is fast_open */
static bool l_place_option_cookie(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 34)
		return false;
	length = p[1];
	taken = length - 2;
	if (taken < 0)
		return false;
	return luadata_found(span, after_length, taken);
}

static const struct luadata_field option_fields[] = {
	{
		.name = "kind",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = optionkind_names,
		.doc = "kind of the option",
	},
	{
		.name = "length",
		.size = 1,
		.bits = 8,
		.place = l_place_option_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the option with kind and length",
		.unit = "bytes",
	},
	{
		.name = "mss",
		.size = 2,
		.bits = 16,
		.place = l_place_option_mss,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "maximum segment size",
		.unit = "bytes",
	},
	{
		.name = "shift",
		.size = 1,
		.bits = 8,
		.place = l_place_option_shift,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how far window is shifted left",
		.unit = "bits",
	},
	{
		.name = "blocks",
		.place = l_place_option_blocks,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &option_blocks_list,
		.doc = "what has arrived beyond ack_seq",
	},
	{
		.name = "value",
		.size = 4,
		.bits = 32,
		.place = l_place_option_value,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the sender's clock",
	},
	{
		.name = "echo",
		.size = 4,
		.bits = 32,
		.place = l_place_option_echo,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the last value that it got from the other side",
	},
	{
		.name = "cookie",
		.place = l_place_option_cookie,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "cookie of TCP Fast Open (RFC 7413)",
	},
};

const struct luadata_layout luadata_layout_tcp_option = {
	.name = "tcp.option",
	.size = 1,
	.fields = option_fields,
	.nfields = LUADATA_COUNT(option_fields),
	.doc = "One option. Those of kind nop have no length and no data; one of kind end ends the list",
	.reach = 2,
};

LUADATA_EXPORT(luadata_layout_tcp_option);

/* Bytes of the next record of options; none when it has kind == end, and so ends them. */
static size_t l_next_options(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind == 0)
		return 0;
	return l_measure_option(p, n);
}

static const struct luadata_list options_list = {
	.layout = &luadata_layout_tcp_option,
	.measure = l_next_options,
	.by = "kind",
};

/* options: at byte 20, doff * 4 - 20 bytes */
static bool l_place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t doff = p[12] >> 4;

	if (doff < 5)
		return false;
	return luadata_found(span, 20, doff * 4 - 20);
}

/* payload: from byte doff * 4 up to end of the block */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t doff = p[12] >> 4;
	int64_t from = doff * 4;
	int64_t to = h->length - at;

	if (doff < 5 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* options_block: from byte 20 up to doff * 4 */
static bool l_place_options_block(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t doff = p[12] >> 4;
	int64_t from = 20;
	int64_t to = doff * 4;

	if (doff < 5 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_checksum tcp_checksum = {
	.offset = 16,
};

static const struct luadata_field tcp_fields[] = {
	{
		.name = "sport",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "source port",
	},
	{
		.name = "dport",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "destination port",
	},
	{
		.name = "seq",
		.offset = 4,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sequence number of the first byte of the payload, or of SYN",
	},
	{
		.name = "ack_seq",
		.offset = 8,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "next sequence number that the sender expects, when ack is set",
	},
	{
		.name = "doff",
		.offset = 12,
		.size = 1,
		.shift = 4,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_RANGED,
		.min = 5,
		.max = 15,
		.doc = "length of the header with its options",
		.unit = "32-bit words",
	},
	{
		.name = "reserved",
		.offset = 12,
		.size = 1,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0; the last bit is used by accurate ECN",
	},
	{
		.name = "cwr",
		.offset = 13,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "congestion window reduced",
	},
	{
		.name = "ece",
		.offset = 13,
		.size = 1,
		.shift = 6,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "echo of explicit congestion notification",
	},
	{
		.name = "urg",
		.offset = 13,
		.size = 1,
		.shift = 5,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the urgent pointer means something",
	},
	{
		.name = "ack",
		.offset = 13,
		.size = 1,
		.shift = 4,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the acknowledgment number means something",
	},
	{
		.name = "psh",
		.offset = 13,
		.size = 1,
		.shift = 3,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the receiver should hand the data over at once",
	},
	{
		.name = "rst",
		.offset = 13,
		.size = 1,
		.shift = 2,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "reset the connection",
	},
	{
		.name = "syn",
		.offset = 13,
		.size = 1,
		.shift = 1,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "synchronize sequence numbers",
	},
	{
		.name = "fin",
		.offset = 13,
		.size = 1,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the sender has no more data",
	},
	{
		.name = "window",
		.offset = 14,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "bytes that the sender can take, to be scaled (RFC 7323)",
	},
	{
		.name = "check",
		.offset = 16,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "checksum of pseudo-header, header and payload",
	},
	{
		.name = "urg_ptr",
		.offset = 18,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "end of the urgent data, from seq on",
		.unit = "bytes",
	},
	{
		.name = "options",
		.place = l_place_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &options_list,
		.doc = "options; tcp.options.mss is the one of that kind",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what the segment carries",
	},
	{
		.name = "options_block",
		.place = l_place_options_block,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "all bytes of the options, padded to a multiple of four",
	},
};

const struct luadata_layout luadata_layout_tcp = {
	.name = "tcp",
	.size = 20,
	.fields = tcp_fields,
	.nfields = LUADATA_COUNT(tcp_fields),
	.doc = "Transmission Control Protocol header",
	.checksum = &tcp_checksum,
};

LUADATA_EXPORT(luadata_layout_tcp);

int luaopen_tcp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_tcp);
	return 1;
}
