// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The dhcp binding: Message of the Dynamic Host Configuration Protocol for IPv4. Generated from
 * specs/wire/dhcp.yaml.
 */

#include "place.h"
#include "glue.h"
#include "dhcp.h"

/* Direction of a message. */
static const struct luadata_constant op_names[] = {
	{"request", 1},
	{"reply", 2},
	{NULL, 0},
};

/* Types of messages (RFC 2132, 9.6). */
static const struct luadata_constant message_names[] = {
	{"discover", 1},
	{"offer", 2},
	{"request", 3},
	{"decline", 4},
	{"ack", 5},
	{"nak", 6},
	{"release", 7},
	{"inform", 8},
	{NULL, 0},
};

/* Codes of options (IANA BOOTP and DHCP parameters). */
static const struct luadata_constant optioncode_names[] = {
	{"pad", 0},
	{"subnet_mask", 1},
	{"router", 3},
	{"dns_servers", 6},
	{"host_name", 12},
	{"domain_name", 15},
	{"broadcast", 28},
	{"ntp_servers", 42},
	{"vendor", 43},
	{"requested_address", 50},
	{"lease_time", 51},
	{"overload", 52},
	{"message_type", 53},
	{"server", 54},
	{"parameters", 55},
	{"message", 56},
	{"max_size", 57},
	{"renewal_time", 58},
	{"rebinding_time", 59},
	{"vendor_class", 60},
	{"client", 61},
	{"relay_agent", 82},
	{"end", 255},
	{NULL, 0},
};

/* Where more options are (RFC 2132, 9.3). */
static const struct luadata_constant overload_names[] = {
	{"file", 1},
	{"sname", 2},
	{"both", 3},
	{NULL, 0},
};

/* Bytes of the host at p */
static size_t l_measure_host(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 4);
}

static const struct luadata_field host_fields[] = {
	{
		.name = "address",
		.offset = 0,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "its address",
	},
};

const struct luadata_layout luadata_layout_dhcp_host = {
	.name = "dhcp.host",
	.size = 4,
	.fields = host_fields,
	.nfields = LUADATA_COUNT(host_fields),
	.doc = "One of several hosts",
};

LUADATA_EXPORT(luadata_layout_dhcp_host);

static const struct luadata_list option_addresses_list = {
	.layout = &luadata_layout_dhcp_host,
	.measure = l_measure_host,
};

/* Where option.length ends */
static size_t end_option_length(const unsigned char *p, size_t n)
{
	int64_t code;

	if (n < 1)
		return 0;
	code = p[0];
	if (code == 0 || code == 255)
		return 1;
	return luadata_past(n, 1, 1);
}

/* Where option.value ends */
static size_t end_option_value(const unsigned char *p, size_t n)
{
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return 0;
	code = p[0];
	if (code == 0 || code == 255)
		return after_length;
	length = p[1];
	return luadata_past(n, after_length, length);
}

/* Bytes of the option at p */
static size_t l_measure_option(const unsigned char *p, size_t n)
{
	int64_t code, length;

	if (n < 1)
		return 0;
	code = p[0];
	if (code == 0 || code == 255)
		return end_option_value(p, n);
	if (n < 2)
		return 0;
	length = p[1];
	return luadata_past(n, 0, length + 2);
}

/* length: at byte 1, 1 byte, when code != pad and code != end */
static bool l_place_option_length(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t code = p[0];

	if (code == 0 || code == 255)
		return false;
	return luadata_found(span, 1, 1);
}

/*
 * address: after length, 4 bytes, when code is subnet_mask, broadcast, requested_address or server
 */
static bool l_place_option_address(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 1 && code != 28 && code != 50 && code != 54)
		return false;
	length = p[1];
	if (length < 4)
		return false;
	return luadata_found(span, after_length, 4);
}

/* addresses: after length, length bytes, when code is router, dns_servers or ntp_servers */
static bool l_place_option_addresses(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 3 && code != 6 && code != 42)
		return false;
	length = p[1];
	return luadata_found(span, after_length, length);
}

/* text: after length, length bytes, when code is host_name, domain_name, message or vendor_class */
static bool l_place_option_text(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 12 && code != 15 && code != 56 && code != 60)
		return false;
	length = p[1];
	return luadata_found(span, after_length, length);
}

/* time: after length, 4 bytes, when code is lease_time, renewal_time or rebinding_time */
static bool l_place_option_time(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 51 && code != 58 && code != 59)
		return false;
	length = p[1];
	if (length < 4)
		return false;
	return luadata_found(span, after_length, 4);
}

/* message: after length, 1 byte, when code is message_type */
static bool l_place_option_message(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 53)
		return false;
	length = p[1];
	if (length < 1)
		return false;
	return luadata_found(span, after_length, 1);
}

/* overload: after length, 1 byte, when code is overload */
static bool l_place_option_overload(const struct luadata_handle *h, size_t at,
				    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 52)
		return false;
	length = p[1];
	if (length < 1)
		return false;
	return luadata_found(span, after_length, 1);
}

/* bytes: after length, 2 bytes, when code is max_size */
static bool l_place_option_bytes(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code != 57)
		return false;
	length = p[1];
	if (length < 2)
		return false;
	return luadata_found(span, after_length, 2);
}

/* data: after length, length bytes */
static bool l_place_option_data(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t code, length;

	if (!after_length)
		return false;
	code = p[0];
	if (code == 0 || code == 255)
		return false;
	length = p[1];
	return luadata_found(span, after_length, length);
}

static const struct luadata_field option_fields[] = {
	{
		.name = "code",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = optioncode_names,
		.doc = "what the option is about",
	},
	{
		.name = "length",
		.size = 1,
		.bits = 8,
		.place = l_place_option_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the data",
		.unit = "bytes",
	},
	{
		.name = "address",
		.size = 4,
		.place = l_place_option_address,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "an address or mask",
	},
	{
		.name = "addresses",
		.place = l_place_option_addresses,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &option_addresses_list,
		.doc = "hosts in order of preference",
	},
	{
		.name = "text",
		.place = l_place_option_text,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "text",
	},
	{
		.name = "time",
		.size = 4,
		.bits = 32,
		.place = l_place_option_time,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "for how long or after which time",
		.unit = "s",
	},
	{
		.name = "message",
		.size = 1,
		.bits = 8,
		.place = l_place_option_message,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = message_names,
		.doc = "type of the message",
	},
	{
		.name = "overload",
		.size = 1,
		.bits = 8,
		.place = l_place_option_overload,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = overload_names,
		.doc = "which fields have more options in them",
	},
	{
		.name = "bytes",
		.size = 2,
		.bits = 16,
		.place = l_place_option_bytes,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "largest message that the client takes",
		.unit = "bytes",
	},
	{
		.name = "data",
		.place = l_place_option_data,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the data as they are",
	},
};

const struct luadata_layout luadata_layout_dhcp_option = {
	.name = "dhcp.option",
	.size = 1,
	.fields = option_fields,
	.nfields = LUADATA_COUNT(option_fields),
	.doc = "One option. Those with code pad have no length and no data",
	.reach = 2,
};

LUADATA_EXPORT(luadata_layout_dhcp_option);

/* Bytes of the next record of options; none when it has code == end, and so ends them. */
static size_t l_next_options(const unsigned char *p, size_t n)
{
	int64_t code;

	if (n < 1)
		return 0;
	code = p[0];
	if (code == 255)
		return 0;
	return l_measure_option(p, n);
}

static const struct luadata_list options_list = {
	.layout = &luadata_layout_dhcp_option,
	.measure = l_next_options,
	.by = "code",
};

/* Bytes of the next record of file_options; none when it has code == end, and so ends them. */
static size_t l_next_file_options(const unsigned char *p, size_t n)
{
	int64_t code;

	if (n < 1)
		return 0;
	code = p[0];
	if (code == 255)
		return 0;
	return l_measure_option(p, n);
}

static const struct luadata_list file_options_list = {
	.layout = &luadata_layout_dhcp_option,
	.measure = l_next_file_options,
	.by = "code",
};

/* Bytes of the next record of sname_options; none when it has code == end, and so ends them. */
static size_t l_next_sname_options(const unsigned char *p, size_t n)
{
	int64_t code;

	if (n < 1)
		return 0;
	code = p[0];
	if (code == 255)
		return 0;
	return l_measure_option(p, n);
}

static const struct luadata_list sname_options_list = {
	.layout = &luadata_layout_dhcp_option,
	.measure = l_next_sname_options,
	.by = "code",
};

/* options: at byte 240, up to a record with code == end */
static bool l_place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return luadata_found(span, 240, h->length - at - 240);
}

/* file_options: from byte 108 up to 236 */
static bool l_place_file_options(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	int64_t from = 108;
	int64_t to = 236;

	(void)h;
	(void)at;
	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* sname_options: from byte 44 up to 108 */
static bool l_place_sname_options(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	int64_t from = 44;
	int64_t to = 108;

	(void)h;
	(void)at;
	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field dhcp_fields[] = {
	{
		.name = "op",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = op_names,
		.doc = "request of a client or reply of a server",
	},
	{
		.name = "htype",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "kind of the network; 1 is Ethernet",
	},
	{
		.name = "hlen",
		.offset = 2,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "size of an address of the network",
		.unit = "bytes",
	},
	{
		.name = "hops",
		.offset = 3,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "relays that the message passed",
		.unit = "hops",
	},
	{
		.name = "xid",
		.offset = 4,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "the same in a request and its replies",
	},
	{
		.name = "secs",
		.offset = 8,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "time since the client began",
		.unit = "s",
	},
	{
		.name = "broadcast",
		.offset = 10,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "replies are to be sent to all",
	},
	{
		.name = "flags",
		.offset = 10,
		.size = 2,
		.bits = 15,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "ciaddr",
		.offset = 12,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "address that the client has",
	},
	{
		.name = "yiaddr",
		.offset = 16,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "address that the client gets",
	},
	{
		.name = "siaddr",
		.offset = 20,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "server to start from",
	},
	{
		.name = "giaddr",
		.offset = 24,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "first relay",
	},
	{
		.name = "chaddr",
		.offset = 28,
		.size = 6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "the client's Ethernet address",
	},
	{
		.name = "chpad",
		.offset = 34,
		.size = 10,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "room for longer addresses",
	},
	{
		.name = "sname",
		.offset = 44,
		.size = 64,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "name of the server",
	},
	{
		.name = "file",
		.offset = 108,
		.size = 128,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "file to start from",
	},
	{
		.name = "cookie",
		.offset = 236,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "0x63825363 in front of options",
	},
	{
		.name = "options",
		.place = l_place_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &options_list,
		.doc = "options; dhcp.options.router is the one of that code",
	},
	{
		.name = "file_options",
		.place = l_place_file_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &file_options_list,
		.doc = "options in file; look at option overload first",
	},
	{
		.name = "sname_options",
		.place = l_place_sname_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &sname_options_list,
		.doc = "options in sname; likewise",
	},
};

const struct luadata_layout luadata_layout_dhcp = {
	.name = "dhcp",
	.size = 240,
	.fields = dhcp_fields,
	.nfields = LUADATA_COUNT(dhcp_fields),
	.doc = "Message of the Dynamic Host Configuration Protocol for IPv4",
};

LUADATA_EXPORT(luadata_layout_dhcp);

int luaopen_dhcp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_dhcp);
	return 1;
}
