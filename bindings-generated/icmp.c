// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The icmp binding: Internet Control Message Protocol header. Generated from specs/wire/icmp.yaml.
 */

#include "glue.h"
#include "icmp.h"

/* Types of messages (IANA ICMP type numbers). */
static const struct luadata_constant icmptype_names[] = {
	{"echo_reply", 0},
	{"unreachable", 3},
	{"source_quench", 4},
	{"redirect", 5},
	{"echo_request", 8},
	{"router_advertisement", 9},
	{"router_solicitation", 10},
	{"time_exceeded", 11},
	{"parameter_problem", 12},
	{"timestamp_request", 13},
	{"timestamp_reply", 14},
	{NULL, 0},
};

/* payload: from byte 8 up to end of the block */
static bool place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 8;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	span->offset = from;
	span->length = to - from;
	return true;
}

static const struct luadata_field icmp_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.constants = icmptype_names,
		.doc = "type of the message",
	},
	{
		.name = "code",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "what it is about, for each type",
	},
	{
		.name = "check",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.display = LUADATA_HEX,
		.doc = "checksum of the message",
	},
	{
		.name = "id",
		.offset = 4,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "identifier, of echo and timestamp messages",
	},
	{
		.name = "sequence",
		.offset = 6,
		.size = 2,
		.bits = 16,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "sequence number, of echo and timestamp messages",
	},
	{
		.name = "payload",
		.place = place_payload,
		.type = LUADATA_BYTES,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.doc = "data of an echo, or the packet that an error is about",
	},
};

const struct luadata_layout luadata_layout_icmp = {
	.name = "icmp",
	.size = 8,
	.fields = icmp_fields,
	.nfields = LUADATA_COUNT(icmp_fields),
	.doc = "Internet Control Message Protocol header",
};

LUADATA_EXPORT(luadata_layout_icmp);

int luaopen_icmp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_icmp);
	return 1;
}
