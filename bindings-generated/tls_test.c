// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the tls binding: what scripts see beside what C sees. Generated from
 * specs/wire/tls.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "tls.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "tls.c"

static s64 get_tls_type_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_tls_type_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static s64 get_tls_version_in_c(const void *object)
{
	return binding_bits(object, 8, 16);
}

static void set_tls_version_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8, 16, value);
}

static s64 get_tls_length_in_c(const void *object)
{
	return binding_bits(object, 24, 16);
}

static void set_tls_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 24, 16, value);
}

static s64 get_server_hello_version_in_c(const void *object)
{
	return binding_bits(object, 0, 16);
}

static void set_server_hello_version_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 16, value);
}

static s64 get_server_hello_session_length_in_c(const void *object)
{
	return binding_bits(object, 272, 8);
}

static void set_server_hello_session_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 272, 8, value);
}

static s64 get_client_hello_version_in_c(const void *object)
{
	return binding_bits(object, 0, 16);
}

static void set_client_hello_version_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 16, value);
}

static s64 get_client_hello_session_length_in_c(const void *object)
{
	return binding_bits(object, 272, 8);
}

static void set_client_hello_session_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 272, 8, value);
}

static s64 get_extension_type_in_c(const void *object)
{
	return binding_bits(object, 0, 16);
}

static void set_extension_type_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 16, value);
}

static s64 get_extension_length_in_c(const void *object)
{
	return binding_bits(object, 16, 16);
}

static void set_extension_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 16, 16, value);
}

static s64 get_protocol_length_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_protocol_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static s64 get_cipher_suite_in_c(const void *object)
{
	return binding_bits(object, 0, 16);
}

static void set_cipher_suite_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "type",
		.where = "specs/wire/tls.yaml:49",
		.access = "rw",
		.get = get_tls_type_in_c,
		.set = set_tls_type_in_c,
		.bits = 8,
		.constants = recordtype_names,
	},
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "version",
		.where = "specs/wire/tls.yaml:50",
		.access = "rw",
		.get = get_tls_version_in_c,
		.set = set_tls_version_in_c,
		.bits = 16,
		.constants = version_names,
	},
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "length",
		.where = "specs/wire/tls.yaml:51",
		.access = "rw",
		.get = get_tls_length_in_c,
		.set = set_tls_length_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tls_server_hello,
		.size = 35,
		.name = "version",
		.where = "specs/wire/tls.yaml:82",
		.access = "rw",
		.get = get_server_hello_version_in_c,
		.set = set_server_hello_version_in_c,
		.bits = 16,
		.constants = version_names,
	},
	{
		.layout = &luadata_layout_tls_server_hello,
		.size = 35,
		.name = "session_length",
		.where = "specs/wire/tls.yaml:84",
		.access = "rw",
		.get = get_server_hello_session_length_in_c,
		.set = set_server_hello_session_length_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_tls_client_hello,
		.size = 35,
		.name = "version",
		.where = "specs/wire/tls.yaml:69",
		.access = "rw",
		.get = get_client_hello_version_in_c,
		.set = set_client_hello_version_in_c,
		.bits = 16,
		.constants = version_names,
	},
	{
		.layout = &luadata_layout_tls_client_hello,
		.size = 35,
		.name = "session_length",
		.where = "specs/wire/tls.yaml:71",
		.access = "rw",
		.get = get_client_hello_session_length_in_c,
		.set = set_client_hello_session_length_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_tls_extension,
		.size = 4,
		.name = "type",
		.where = "specs/wire/tls.yaml:98",
		.access = "rw",
		.get = get_extension_type_in_c,
		.set = set_extension_type_in_c,
		.bits = 16,
		.constants = extension_names,
	},
	{
		.layout = &luadata_layout_tls_extension,
		.size = 4,
		.name = "length",
		.where = "specs/wire/tls.yaml:99",
		.access = "rw",
		.get = get_extension_length_in_c,
		.set = set_extension_length_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tls_protocol,
		.size = 1,
		.name = "length",
		.where = "specs/wire/tls.yaml:119",
		.access = "rw",
		.get = get_protocol_length_in_c,
		.set = set_protocol_length_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_tls_cipher,
		.size = 2,
		.name = "suite",
		.where = "specs/wire/tls.yaml:93",
		.access = "rw",
		.get = get_cipher_suite_in_c,
		.set = set_cipher_suite_in_c,
		.bits = 16,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "type",
		.where = "specs/wire/tls.yaml:49",
		.access = "rw",
		.get = get_tls_type_in_c,
		.set = set_tls_type_in_c,
		.bits = 8,
		.constants = recordtype_names,
	},
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "version",
		.where = "specs/wire/tls.yaml:50",
		.access = "rw",
		.get = get_tls_version_in_c,
		.set = set_tls_version_in_c,
		.bits = 16,
		.constants = version_names,
	},
	{
		.layout = &luadata_layout_tls_server_hello,
		.size = 35,
		.name = "version",
		.where = "specs/wire/tls.yaml:82",
		.access = "rw",
		.get = get_server_hello_version_in_c,
		.set = set_server_hello_version_in_c,
		.bits = 16,
		.constants = version_names,
	},
	{
		.layout = &luadata_layout_tls_client_hello,
		.size = 35,
		.name = "version",
		.where = "specs/wire/tls.yaml:69",
		.access = "rw",
		.get = get_client_hello_version_in_c,
		.set = set_client_hello_version_in_c,
		.bits = 16,
		.constants = version_names,
	},
	{
		.layout = &luadata_layout_tls_extension,
		.size = 4,
		.name = "type",
		.where = "specs/wire/tls.yaml:98",
		.access = "rw",
		.get = get_extension_type_in_c,
		.set = set_extension_type_in_c,
		.bits = 16,
		.constants = extension_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_tls_server_hello,
		.size = 35,
		.name = "random",
		.where = "specs/wire/tls.yaml:83",
		.access = "rw",
		.offset = 2,
		.length = 32,
		.kind = BINDING_BYTES,
	},
	{
		.layout = &luadata_layout_tls_client_hello,
		.size = 35,
		.name = "random",
		.where = "specs/wire/tls.yaml:70",
		.access = "rw",
		.offset = 2,
		.length = 32,
		.kind = BINDING_BYTES,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static bool find_tls_fragment(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 length = get_tls_length_in_c(object);

	*from = 5;
	*to = length + 5;
	return true;
}

static const struct binding_field deciding_tls_fragment[] = {
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "length",
		.where = "specs/wire/tls.yaml:51",
		.access = "rw",
		.get = get_tls_length_in_c,
		.set = set_tls_length_in_c,
		.bits = 16,
	},
	{},
};

static bool find_tls_next(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 length = get_tls_length_in_c(object);

	*from = length + 5;
	*to = n;
	return true;
}

static const struct binding_field deciding_tls_next[] = {
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "length",
		.where = "specs/wire/tls.yaml:51",
		.access = "rw",
		.get = get_tls_length_in_c,
		.set = set_tls_length_in_c,
		.bits = 16,
	},
	{},
};

static bool find_server_hello_session(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 session_length = get_server_hello_session_length_in_c(object);

	*from = 35;
	*to = 35 + session_length;
	return true;
}

static const struct binding_field deciding_server_hello_session[] = {
	{
		.layout = &luadata_layout_tls_server_hello,
		.size = 35,
		.name = "session_length",
		.where = "specs/wire/tls.yaml:84",
		.access = "rw",
		.get = get_server_hello_session_length_in_c,
		.set = set_server_hello_session_length_in_c,
		.bits = 8,
	},
	{},
};

static bool find_client_hello_session(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 session_length = get_client_hello_session_length_in_c(object);

	*from = 35;
	*to = 35 + session_length;
	return true;
}

static const struct binding_field deciding_client_hello_session[] = {
	{
		.layout = &luadata_layout_tls_client_hello,
		.size = 35,
		.name = "session_length",
		.where = "specs/wire/tls.yaml:71",
		.access = "rw",
		.get = get_client_hello_session_length_in_c,
		.set = set_client_hello_session_length_in_c,
		.bits = 8,
	},
	{},
};

static bool find_extension_data(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 length = get_extension_length_in_c(object);

	*from = 4;
	*to = length + 4;
	return true;
}

static const struct binding_field deciding_extension_data[] = {
	{
		.layout = &luadata_layout_tls_extension,
		.size = 4,
		.name = "length",
		.where = "specs/wire/tls.yaml:99",
		.access = "rw",
		.get = get_extension_length_in_c,
		.set = set_extension_length_in_c,
		.bits = 16,
	},
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "fragment",
		.where = "specs/wire/tls.yaml:122",
		.access = "rw",
		.find = find_tls_fragment,
		.fields = deciding_tls_fragment,
	},
	{
		.layout = &luadata_layout_tls,
		.size = 5,
		.name = "next",
		.where = "specs/wire/tls.yaml:123",
		.access = "rw",
		.find = find_tls_next,
		.fields = deciding_tls_next,
	},
	{
		.layout = &luadata_layout_tls_server_hello,
		.size = 35,
		.name = "session",
		.where = "specs/wire/tls.yaml:85",
		.access = "rw",
		.find = find_server_hello_session,
		.fields = deciding_server_hello_session,
	},
	{
		.layout = &luadata_layout_tls_client_hello,
		.size = 35,
		.name = "session",
		.where = "specs/wire/tls.yaml:72",
		.access = "rw",
		.find = find_client_hello_session,
		.fields = deciding_client_hello_session,
	},
	{
		.layout = &luadata_layout_tls_extension,
		.size = 4,
		.name = "data",
		.where = "specs/wire/tls.yaml:115",
		.access = "rw",
		.find = find_extension_data,
		.fields = deciding_extension_data,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void tls_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tls, 5);
}

static void tls_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tls, 5);
}

static void server_hello_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tls_server_hello, 35);
}

static void server_hello_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tls_server_hello, 35);
}

static void client_hello_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tls_client_hello, 35);
}

static void client_hello_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tls_client_hello, 35);
}

static void extension_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tls_extension, 4);
}

static void extension_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tls_extension, 4);
}

static void protocol_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tls_protocol, 1);
}

static void protocol_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tls_protocol, 1);
}

static void cipher_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tls_cipher, 2);
}

static void cipher_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tls_cipher, 2);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(tls_needs_all_its_bytes),
	KUNIT_CASE(tls_refuses_unknown_names),
	KUNIT_CASE(server_hello_needs_all_its_bytes),
	KUNIT_CASE(server_hello_refuses_unknown_names),
	KUNIT_CASE(client_hello_needs_all_its_bytes),
	KUNIT_CASE(client_hello_refuses_unknown_names),
	KUNIT_CASE(extension_needs_all_its_bytes),
	KUNIT_CASE(extension_refuses_unknown_names),
	KUNIT_CASE(protocol_needs_all_its_bytes),
	KUNIT_CASE(protocol_refuses_unknown_names),
	KUNIT_CASE(cipher_needs_all_its_bytes),
	KUNIT_CASE(cipher_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"tls_", "layout tls", "specs/wire/tls.yaml:3"},
	{"server_hello_", "layout tls.server_hello", "specs/wire/tls.yaml:80"},
	{"client_hello_", "layout tls.client_hello", "specs/wire/tls.yaml:67"},
	{"extension_", "layout tls.extension", "specs/wire/tls.yaml:95"},
	{"protocol_", "layout tls.protocol", "specs/wire/tls.yaml:117"},
	{"cipher_", "layout tls.cipher", "specs/wire/tls.yaml:91"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_tls",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
