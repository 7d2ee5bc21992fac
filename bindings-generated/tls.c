// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The tls binding: One record of Transport Layer Security, with the hellos that begin a connection.
 * Generated from specs/wire/tls.yaml.
 */

#include "place.h"
#include "glue.h"
#include "tls.h"

/* Types of records (IANA TLS ContentType). */
static const struct luadata_constant recordtype_names[] = {
	{"change_cipher_spec", 20},
	{"alert", 21},
	{"handshake", 22},
	{"application_data", 23},
	{"heartbeat", 24},
	{NULL, 0},
};

/* Versions; since 1.3 the extension supported_versions says the true one. */
static const struct luadata_constant version_names[] = {
	{"ssl3", 768},
	{"tls10", 769},
	{"tls11", 770},
	{"tls12", 771},
	{"tls13", 772},
	{NULL, 0},
};

/* Types of handshake messages (IANA TLS HandshakeType). */
static const struct luadata_constant handshake_names[] = {
	{"client_hello", 1},
	{"server_hello", 2},
	{"new_session_ticket", 4},
	{"encrypted_extensions", 8},
	{"certificate", 11},
	{"server_key_exchange", 12},
	{"certificate_request", 13},
	{"server_hello_done", 14},
	{"certificate_verify", 15},
	{"client_key_exchange", 16},
	{"finished", 20},
	{NULL, 0},
};

/* Types of extensions (IANA TLS ExtensionType). */
static const struct luadata_constant extension_names[] = {
	{"server_name", 0},
	{"status_request", 5},
	{"supported_groups", 10},
	{"ec_point_formats", 11},
	{"signature_algorithms", 13},
	{"alpn", 16},
	{"padding", 21},
	{"extended_master_secret", 23},
	{"session_ticket", 35},
	{"pre_shared_key", 41},
	{"early_data", 42},
	{"supported_versions", 43},
	{"cookie", 44},
	{"psk_key_exchange_modes", 45},
	{"key_share", 51},
	{"encrypted_client_hello", 65037},
	{NULL, 0},
};

/* Types of names of servers (RFC 6066). */
static const struct luadata_constant nametype_names[] = {
	{"host_name", 0},
	{NULL, 0},
};

/* How bad an alert is. */
static const struct luadata_constant level_names[] = {
	{"warning", 1},
	{"fatal", 2},
	{NULL, 0},
};

/* Bytes of the cipher at p */
static size_t l_measure_cipher(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 2);
}

static const struct luadata_field cipher_fields[] = {
	{
		.name = "suite",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "its number (IANA TLS Cipher Suites)",
	},
};

const struct luadata_layout luadata_layout_tls_cipher = {
	.name = "tls.cipher",
	.size = 2,
	.fields = cipher_fields,
	.nfields = LUADATA_COUNT(cipher_fields),
	.doc = "A cipher suite",
};

LUADATA_EXPORT(luadata_layout_tls_cipher);

/* Where server.name.name ends */
static size_t end_server_name_name(const unsigned char *p, size_t n)
{
	int64_t length;

	if (n < 3)
		return 0;
	length = luadata_big(p + 1, 2);
	return luadata_past(n, 3, length);
}

/* Bytes of the server_name at p */
static size_t l_measure_server_name(const unsigned char *p, size_t n)
{
	return end_server_name_name(p, n);
}

/* name: at byte 3, length bytes */
static bool l_place_server_name_name(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 1, 2);

	return luadata_found(span, 3, length);
}

static const struct luadata_field server_name_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = nametype_names,
		.doc = "type of the name",
	},
	{
		.name = "length",
		.offset = 1,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the name",
		.unit = "bytes",
	},
	{
		.name = "name",
		.place = l_place_server_name_name,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the name",
	},
};

const struct luadata_layout luadata_layout_tls_server_name = {
	.name = "tls.server_name",
	.size = 3,
	.fields = server_name_fields,
	.nfields = LUADATA_COUNT(server_name_fields),
	.doc = "A name of the server",
};

LUADATA_EXPORT(luadata_layout_tls_server_name);

/* Where protocol.name ends */
static size_t end_protocol_name(const unsigned char *p, size_t n)
{
	int64_t length;

	if (n < 1)
		return 0;
	length = p[0];
	return luadata_past(n, 1, length);
}

/* Bytes of the protocol at p */
static size_t l_measure_protocol(const unsigned char *p, size_t n)
{
	return end_protocol_name(p, n);
}

/* name: at byte 1, length bytes */
static bool l_place_protocol_name(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = p[0];

	return luadata_found(span, 1, length);
}

static const struct luadata_field protocol_fields[] = {
	{
		.name = "length",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the name",
		.unit = "bytes",
	},
	{
		.name = "name",
		.place = l_place_protocol_name,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "its name, such as h2",
	},
};

const struct luadata_layout luadata_layout_tls_protocol = {
	.name = "tls.protocol",
	.size = 1,
	.fields = protocol_fields,
	.nfields = LUADATA_COUNT(protocol_fields),
	.doc = "A protocol of ALPN",
};

LUADATA_EXPORT(luadata_layout_tls_protocol);

static const struct luadata_list extension_names_list = {
	.layout = &luadata_layout_tls_server_name,
	.measure = l_measure_server_name,
	.by = "type",
};

static const struct luadata_list extension_protocols_list = {
	.layout = &luadata_layout_tls_protocol,
	.measure = l_measure_protocol,
};

/* Bytes of the extension at p */
static size_t l_measure_extension(const unsigned char *p, size_t n)
{
	int64_t length;

	if (n < 4)
		return 0;
	length = luadata_big(p + 2, 2);
	return luadata_past(n, 0, length + 4);
}

/* names_length: at byte 4, 2 bytes, when type is server_name */
static bool l_place_extension_names_length(const struct luadata_handle *h, size_t at,
					   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = luadata_big(p, 2);
	int64_t length;

	if (type != 0)
		return false;
	length = luadata_big(p + 2, 2);
	if (length < 2)
		return false;
	return luadata_found(span, 4, 2);
}

/* names: at byte 6, names_length bytes, when type is server_name */
static bool l_place_extension_names(const struct luadata_handle *h, size_t at,
				    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t type = luadata_big(p, 2);
	int64_t length, names_length;

	if (type != 0 || n < 6)
		return false;
	length = luadata_big(p + 2, 2);
	if (length < 2)
		return false;
	names_length = luadata_big(p + 4, 2);
	return luadata_cut_at(4 + length, span, 6, names_length);
}

/* protocols_length: at byte 4, 2 bytes, when type is alpn */
static bool l_place_extension_protocols_length(const struct luadata_handle *h, size_t at,
					       struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = luadata_big(p, 2);
	int64_t length;

	if (type != 16)
		return false;
	length = luadata_big(p + 2, 2);
	if (length < 2)
		return false;
	return luadata_found(span, 4, 2);
}

/* protocols: at byte 6, protocols_length bytes, when type is alpn */
static bool l_place_extension_protocols(const struct luadata_handle *h, size_t at,
					struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t type = luadata_big(p, 2);
	int64_t length, protocols_length;

	if (type != 16 || n < 6)
		return false;
	length = luadata_big(p + 2, 2);
	if (length < 2)
		return false;
	protocols_length = luadata_big(p + 4, 2);
	return luadata_cut_at(4 + length, span, 6, protocols_length);
}

/* data: from byte 4 up to length + 4 */
static bool l_place_extension_data(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 2, 2);
	int64_t from = 4;
	int64_t to = length + 4;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field extension_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = extension_names,
		.doc = "type of the extension",
	},
	{
		.name = "length",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of its data",
		.unit = "bytes",
	},
	{
		.name = "names_length",
		.size = 2,
		.bits = 16,
		.place = l_place_extension_names_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the list of names",
		.unit = "bytes",
	},
	{
		.name = "names",
		.place = l_place_extension_names,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &extension_names_list,
		.doc = "names of the server that the client wants",
	},
	{
		.name = "protocols_length",
		.size = 2,
		.bits = 16,
		.place = l_place_extension_protocols_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the list of protocols",
		.unit = "bytes",
	},
	{
		.name = "protocols",
		.place = l_place_extension_protocols,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &extension_protocols_list,
		.doc = "protocols in order of preference",
	},
	{
		.name = "data",
		.place = l_place_extension_data,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the data as they are",
	},
};

const struct luadata_layout luadata_layout_tls_extension = {
	.name = "tls.extension",
	.size = 4,
	.fields = extension_fields,
	.nfields = LUADATA_COUNT(extension_fields),
	.doc = "An extension of a hello",
	.reach = 6,
};

LUADATA_EXPORT(luadata_layout_tls_extension);

static const struct luadata_list client_hello_ciphers_list = {
	.layout = &luadata_layout_tls_cipher,
	.measure = l_measure_cipher,
};

static const struct luadata_list client_hello_extensions_list = {
	.layout = &luadata_layout_tls_extension,
	.measure = l_measure_extension,
	.by = "type",
};

/* Where client.hello.session ends */
static size_t end_client_hello_session(const unsigned char *p, size_t n)
{
	int64_t session_length;

	if (n < 35)
		return 0;
	session_length = p[34];
	return luadata_past(n, 35, session_length);
}

/* Where client.hello.ciphers ends */
static size_t end_client_hello_ciphers(const unsigned char *p, size_t n)
{
	size_t after_session = end_client_hello_session(p, n);
	int64_t ciphers_length;

	if (!after_session || n - after_session < 2)
		return 0;
	ciphers_length = luadata_big(p + after_session, 2);
	return luadata_past(n, after_session + 2, ciphers_length);
}

/* Where client.hello.compressions ends */
static size_t end_client_hello_compressions(const unsigned char *p, size_t n)
{
	size_t after_ciphers = end_client_hello_ciphers(p, n);
	int64_t compressions_length;

	if (!after_ciphers || n - after_ciphers < 1)
		return 0;
	compressions_length = p[after_ciphers];
	return luadata_past(n, after_ciphers + 1, compressions_length);
}

/* session: from byte 35 up to 35 + session_length */
static bool l_place_client_hello_session(const struct luadata_handle *h, size_t at,
					 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t session_length = p[34];
	int64_t from = 35;
	int64_t to = 35 + session_length;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* ciphers_length: after session, 2 bytes */
static bool l_place_client_hello_ciphers_length(const struct luadata_handle *h, size_t at,
						struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_session = end_client_hello_session(p, n);

	if (!after_session)
		return false;
	return luadata_found(span, after_session, 2);
}

/* ciphers: 2 after session, ciphers_length bytes */
static bool l_place_client_hello_ciphers(const struct luadata_handle *h, size_t at,
					 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_session = end_client_hello_session(p, n);
	int64_t ciphers_length;

	if (!after_session || n - after_session < 2)
		return false;
	ciphers_length = luadata_big(p + after_session, 2);
	return luadata_found(span, after_session + 2, ciphers_length);
}

/* compressions_length: after ciphers, 1 byte */
static bool l_place_client_hello_compressions_length(const struct luadata_handle *h, size_t at,
						     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_ciphers = end_client_hello_ciphers(p, n);

	if (!after_ciphers)
		return false;
	return luadata_found(span, after_ciphers, 1);
}

/* compressions: 1 after ciphers, compressions_length bytes */
static bool l_place_client_hello_compressions(const struct luadata_handle *h, size_t at,
					      struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_ciphers = end_client_hello_ciphers(p, n);
	int64_t compressions_length;

	if (!after_ciphers || n - after_ciphers < 1)
		return false;
	compressions_length = p[after_ciphers];
	return luadata_found(span, after_ciphers + 1, compressions_length);
}

/* extensions_length: after compressions, 2 bytes */
static bool l_place_client_hello_extensions_length(const struct luadata_handle *h, size_t at,
						   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_compressions = end_client_hello_compressions(p, n);

	if (!after_compressions)
		return false;
	return luadata_found(span, after_compressions, 2);
}

/* extensions: 2 after compressions, extensions_length bytes */
static bool l_place_client_hello_extensions(const struct luadata_handle *h, size_t at,
					    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_compressions = end_client_hello_compressions(p, n);
	int64_t extensions_length;

	if (!after_compressions || n - after_compressions < 2)
		return false;
	extensions_length = luadata_big(p + after_compressions, 2);
	return luadata_found(span, after_compressions + 2, extensions_length);
}

static const struct luadata_field client_hello_fields[] = {
	{
		.name = "version",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.constants = version_names,
		.doc = "highest version before 1.3",
	},
	{
		.name = "random",
		.offset = 2,
		.size = 32,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "random bytes",
	},
	{
		.name = "session_length",
		.offset = 34,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the session",
		.unit = "bytes",
	},
	{
		.name = "session",
		.place = l_place_client_hello_session,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "session to resume",
	},
	{
		.name = "ciphers_length",
		.size = 2,
		.bits = 16,
		.place = l_place_client_hello_ciphers_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the cipher suites",
		.unit = "bytes",
	},
	{
		.name = "ciphers",
		.place = l_place_client_hello_ciphers,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &client_hello_ciphers_list,
		.doc = "cipher suites that the client can do",
	},
	{
		.name = "compressions_length",
		.size = 1,
		.bits = 8,
		.place = l_place_client_hello_compressions_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "number of compression methods",
		.unit = "bytes",
	},
	{
		.name = "compressions",
		.place = l_place_client_hello_compressions,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "compression methods",
	},
	{
		.name = "extensions_length",
		.size = 2,
		.bits = 16,
		.place = l_place_client_hello_extensions_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the extensions",
		.unit = "bytes",
	},
	{
		.name = "extensions",
		.place = l_place_client_hello_extensions,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &client_hello_extensions_list,
		.doc = "extensions; hello.extensions.server_name.names.host_name.name is the SNI",
	},
};

const struct luadata_layout luadata_layout_tls_client_hello = {
	.name = "tls.client_hello",
	.size = 35,
	.fields = client_hello_fields,
	.nfields = LUADATA_COUNT(client_hello_fields),
	.doc = "What a client offers",
	.reach = 65537,
};

LUADATA_EXPORT(luadata_layout_tls_client_hello);

static const struct luadata_list server_hello_extensions_list = {
	.layout = &luadata_layout_tls_extension,
	.measure = l_measure_extension,
	.by = "type",
};

/* Where server.hello.session ends */
static size_t end_server_hello_session(const unsigned char *p, size_t n)
{
	int64_t session_length;

	if (n < 35)
		return 0;
	session_length = p[34];
	return luadata_past(n, 35, session_length);
}

/* session: from byte 35 up to 35 + session_length */
static bool l_place_server_hello_session(const struct luadata_handle *h, size_t at,
					 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t session_length = p[34];
	int64_t from = 35;
	int64_t to = 35 + session_length;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* cipher: after session, 2 bytes */
static bool l_place_server_hello_cipher(const struct luadata_handle *h, size_t at,
					struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_session = end_server_hello_session(p, n);

	if (!after_session)
		return false;
	return luadata_found(span, after_session, 2);
}

/* compression: 2 after session, 1 byte */
static bool l_place_server_hello_compression(const struct luadata_handle *h, size_t at,
					     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_session = end_server_hello_session(p, n);

	if (!after_session)
		return false;
	return luadata_found(span, after_session + 2, 1);
}

/* extensions_length: 3 after session, 2 bytes */
static bool l_place_server_hello_extensions_length(const struct luadata_handle *h, size_t at,
						   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_session = end_server_hello_session(p, n);

	if (!after_session)
		return false;
	return luadata_found(span, after_session + 3, 2);
}

/* extensions: 5 after session, extensions_length bytes */
static bool l_place_server_hello_extensions(const struct luadata_handle *h, size_t at,
					    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_session = end_server_hello_session(p, n);
	int64_t extensions_length;

	if (!after_session || n - after_session < 5)
		return false;
	extensions_length = luadata_big(p + after_session + 3, 2);
	return luadata_found(span, after_session + 5, extensions_length);
}

static const struct luadata_field server_hello_fields[] = {
	{
		.name = "version",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.constants = version_names,
		.doc = "version before 1.3",
	},
	{
		.name = "random",
		.offset = 2,
		.size = 32,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "random bytes",
	},
	{
		.name = "session_length",
		.offset = 34,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the session",
		.unit = "bytes",
	},
	{
		.name = "session",
		.place = l_place_server_hello_session,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "session",
	},
	{
		.name = "cipher",
		.size = 2,
		.bits = 16,
		.place = l_place_server_hello_cipher,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "cipher suite that was chosen",
	},
	{
		.name = "compression",
		.size = 1,
		.bits = 8,
		.place = l_place_server_hello_compression,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "compression method that was chosen",
	},
	{
		.name = "extensions_length",
		.size = 2,
		.bits = 16,
		.place = l_place_server_hello_extensions_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the extensions",
		.unit = "bytes",
	},
	{
		.name = "extensions",
		.place = l_place_server_hello_extensions,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &server_hello_extensions_list,
		.doc = "extensions",
	},
};

const struct luadata_layout luadata_layout_tls_server_hello = {
	.name = "tls.server_hello",
	.size = 35,
	.fields = server_hello_fields,
	.nfields = LUADATA_COUNT(server_hello_fields),
	.doc = "What a server chose",
	.reach = 295,
};

LUADATA_EXPORT(luadata_layout_tls_server_hello);

/* Bytes of the message at p */
static size_t l_measure_message(const unsigned char *p, size_t n)
{
	int64_t length;

	if (n < 4)
		return 0;
	length = luadata_big(p + 1, 3);
	return luadata_past(n, 0, length + 4);
}

/* hello: at byte 4, length bytes, when type is client_hello */
static bool l_place_message_hello(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 1)
		return false;
	length = luadata_big(p + 1, 3);
	return luadata_found(span, 4, length);
}

/* server_hello: at byte 4, length bytes, when type is server_hello */
static bool l_place_message_server_hello(const struct luadata_handle *h, size_t at,
					 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 2)
		return false;
	length = luadata_big(p + 1, 3);
	return luadata_found(span, 4, length);
}

/* data: from byte 4 up to length + 4 */
static bool l_place_message_data(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 1, 3);
	int64_t from = 4;
	int64_t to = length + 4;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field message_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = handshake_names,
		.doc = "type of the message",
	},
	{
		.name = "length",
		.offset = 1,
		.size = 3,
		.bits = 24,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of what follows",
		.unit = "bytes",
	},
	{
		.name = "hello",
		.place = l_place_message_hello,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_tls_client_hello,
		.doc = "a client's first message",
	},
	{
		.name = "server_hello",
		.place = l_place_message_server_hello,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_tls_server_hello,
		.doc = "a server's answer",
	},
	{
		.name = "data",
		.place = l_place_message_data,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the message as it is",
	},
};

const struct luadata_layout luadata_layout_tls_message = {
	.name = "tls.message",
	.size = 4,
	.fields = message_fields,
	.nfields = LUADATA_COUNT(message_fields),
	.doc = "A handshake message that is all in the record",
};

LUADATA_EXPORT(luadata_layout_tls_message);

static const struct luadata_list messages_list = {
	.layout = &luadata_layout_tls_message,
	.measure = l_measure_message,
	.by = "type",
};

/* Where hello ends */
static size_t end_hello(const unsigned char *p, size_t n)
{
	int64_t type, handshake, handshake_length;

	if (n < 9)
		return 0;
	type = p[0];
	if (type != 22)
		return 9;
	handshake = p[5];
	if (handshake != 1)
		return 9;
	handshake_length = luadata_big(p + 6, 3);
	return luadata_past(n, 9, handshake_length);
}

/* handshake: at byte 5, 1 byte, when type is handshake */
static bool l_place_handshake(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 22)
		return false;
	length = luadata_big(p + 3, 2);
	return luadata_found_within(length + 5, span, 5, 1);
}

/* handshake_length: at byte 6, 3 bytes, when type is handshake */
static bool l_place_handshake_length(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 22)
		return false;
	length = luadata_big(p + 3, 2);
	return luadata_found_within(length + 5, span, 6, 3);
}

/* hello: at byte 9, handshake_length bytes, when type is handshake and handshake == client_hello */
static bool l_place_hello(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t type = p[0];
	int64_t handshake, handshake_length, length;

	if (type != 22 || n < 6)
		return false;
	handshake = p[5];
	if (handshake != 1 || n < 9)
		return false;
	handshake_length = luadata_big(p + 6, 3);
	length = luadata_big(p + 3, 2);
	return luadata_cut_at(length + 5, span, 9, handshake_length);
}

/*
 * server_hello: after hello, handshake_length bytes, when type is handshake and handshake ==
 * server_hello
 */
static bool l_place_server_hello(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_hello = end_hello(p, n);
	int64_t type, handshake, handshake_length, length;

	if (!after_hello)
		return false;
	type = p[0];
	if (type != 22)
		return false;
	handshake = p[5];
	if (handshake != 2)
		return false;
	handshake_length = luadata_big(p + 6, 3);
	length = luadata_big(p + 3, 2);
	return luadata_cut_at(length + 5, span, after_hello, handshake_length);
}

/* level: at byte 5, 1 byte, when type is alert */
static bool l_place_level(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 21)
		return false;
	length = luadata_big(p + 3, 2);
	return luadata_found_within(length + 5, span, 5, 1);
}

/* description: at byte 6, 1 byte, when type is alert */
static bool l_place_description(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 21)
		return false;
	length = luadata_big(p + 3, 2);
	return luadata_found_within(length + 5, span, 6, 1);
}

/* messages: from byte 5 up to length + 5 */
static bool l_place_messages(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 3, 2);
	int64_t type = p[0];
	int64_t from = 5;
	int64_t to = length + 5;

	if (type != 22 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* fragment: from byte 5 up to length + 5 */
static bool l_place_fragment(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 3, 2);
	int64_t from = 5;
	int64_t to = length + 5;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* next: from byte length + 5 up to end of the block */
static bool l_place_next(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 3, 2);
	int64_t from = length + 5;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field tls_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = recordtype_names,
		.doc = "type of the record",
	},
	{
		.name = "version",
		.offset = 1,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.constants = version_names,
		.doc = "version that the record was made for",
	},
	{
		.name = "length",
		.offset = 3,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of what follows",
		.unit = "bytes",
	},
	{
		.name = "handshake",
		.size = 1,
		.bits = 8,
		.place = l_place_handshake,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = handshake_names,
		.doc = "type of the handshake message; of no meaning once it is encrypted",
	},
	{
		.name = "handshake_length",
		.size = 3,
		.bits = 24,
		.place = l_place_handshake_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the message without type and length",
		.unit = "bytes",
	},
	{
		.name = "hello",
		.place = l_place_hello,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_tls_client_hello,
		.doc = "a client's first message",
	},
	{
		.name = "server_hello",
		.place = l_place_server_hello,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_tls_server_hello,
		.doc = "a server's answer",
	},
	{
		.name = "level",
		.size = 1,
		.bits = 8,
		.place = l_place_level,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = level_names,
		.doc = "how bad it is",
	},
	{
		.name = "description",
		.size = 1,
		.bits = 8,
		.place = l_place_description,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what it is (IANA TLS Alerts)",
	},
	{
		.name = "messages",
		.place = l_place_messages,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &messages_list,
		.doc = "handshake messages that are all in the record",
	},
	{
		.name = "fragment",
		.place = l_place_fragment,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what the record carries",
	},
	{
		.name = "next",
		.place = l_place_next,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the records that follow",
	},
};

const struct luadata_layout luadata_layout_tls = {
	.name = "tls",
	.size = 5,
	.fields = tls_fields,
	.nfields = LUADATA_COUNT(tls_fields),
	.doc = "One record of Transport Layer Security, with the hellos that begin a connection",
	.reach = 65535,
};

LUADATA_EXPORT(luadata_layout_tls);

int luaopen_tls(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_tls);
	return 1;
}
