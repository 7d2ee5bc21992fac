// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The tcp binding: Transmission Control Protocol header. Generated from specs/wire/tcp.yaml. */

#include "glue.h"
#include "tcp.h"

/* options: from byte 20 up to doff * 4 */
static bool place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t doff = p[12] >> 4;
	int64_t from = 20;
	int64_t to = doff * 4;

	if (doff < 5 || to < from)
		return false;
	span->offset = from;
	span->length = to - from;
	return true;
}

/* payload: from byte doff * 4 up to end of the block */
static bool place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t doff = p[12] >> 4;
	int64_t from = doff * 4;
	int64_t to = h->length - at;

	if (doff < 5 || to < from)
		return false;
	span->offset = from;
	span->length = to - from;
	return true;
}

static const struct luadata_field tcp_fields[] = {
	{
		.name = "sport",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "source port",
	},
	{
		.name = "dport",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "destination port",
	},
	{
		.name = "seq",
		.offset = 4,
		.size = 4,
		.bits = 32,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "sequence number of the first byte of the payload, or of SYN",
	},
	{
		.name = "ack_seq",
		.offset = 8,
		.size = 4,
		.bits = 32,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "next sequence number that the sender expects, when ack is set",
	},
	{
		.name = "doff",
		.offset = 12,
		.size = 1,
		.shift = 4,
		.bits = 4,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE | LUADATA_RANGED,
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
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "sent as 0; the last bit is used by accurate ECN",
	},
	{
		.name = "cwr",
		.offset = 13,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "congestion window reduced",
	},
	{
		.name = "ece",
		.offset = 13,
		.size = 1,
		.shift = 6,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "echo of explicit congestion notification",
	},
	{
		.name = "urg",
		.offset = 13,
		.size = 1,
		.shift = 5,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "the urgent pointer means something",
	},
	{
		.name = "ack",
		.offset = 13,
		.size = 1,
		.shift = 4,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "the acknowledgment number means something",
	},
	{
		.name = "psh",
		.offset = 13,
		.size = 1,
		.shift = 3,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "the receiver should hand the data over at once",
	},
	{
		.name = "rst",
		.offset = 13,
		.size = 1,
		.shift = 2,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "reset the connection",
	},
	{
		.name = "syn",
		.offset = 13,
		.size = 1,
		.shift = 1,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "synchronize sequence numbers",
	},
	{
		.name = "fin",
		.offset = 13,
		.size = 1,
		.bits = 1,
		.type = LUADATA_BOOL,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "the sender has no more data",
	},
	{
		.name = "window",
		.offset = 14,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "bytes that the sender can take, to be scaled (RFC 7323)",
	},
	{
		.name = "check",
		.offset = 16,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.display = LUADATA_HEX,
		.doc = "checksum of pseudo-header, header and payload",
	},
	{
		.name = "urg_ptr",
		.offset = 18,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "end of the urgent data, from seq on",
		.unit = "bytes",
	},
	{
		.name = "options",
		.place = place_options,
		.type = LUADATA_BYTES,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "options, padded to a multiple of four bytes",
	},
	{
		.name = "payload",
		.place = place_payload,
		.type = LUADATA_BYTES,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "what the segment carries",
	},
};

const struct luadata_layout luadata_layout_tcp = {
	.name = "tcp",
	.size = 20,
	.fields = tcp_fields,
	.nfields = LUADATA_COUNT(tcp_fields),
	.doc = "Transmission Control Protocol header",
};

LUADATA_EXPORT(luadata_layout_tcp);

int luaopen_tcp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_tcp);
	return 1;
}
