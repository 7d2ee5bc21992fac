// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of specs/checksum.c: what a packet's checksums are after writes to it. */
#include <kunit/test.h>
#include <linux/module.h>
#include <linux/netfilter.h>

/* klua_netfilter.ko keeps these functions to itself. */
#include "compat.h"
#include "checksum_host.c"
#include "packet_host.c"

#include "checksum_packet.h"

#define V4 NFPROTO_IPV4
#define V6 NFPROTO_IPV6

static const struct kind kinds[] = {
	{ "ipv4-tcp", V4, IPPROTO_TCP, .payload = 64 },
	{ "ipv4-tcp-odd", V4, IPPROTO_TCP, .payload = 61 },
	{ "ipv4-tcp-empty", V4, IPPROTO_TCP },
	{ "ipv4-tcp-options", V4, IPPROTO_TCP, .options = 12, .payload = 9 },
	{ "ipv4-tcp-partial", V4, IPPROTO_TCP, .partial = true, .payload = 33 },
	{ "ipv4-tcp-paged", V4, IPPROTO_TCP, .paged = true, .payload = 40 },
	{ "ipv4-udp", V4, IPPROTO_UDP, .payload = 21 },
	{ "ipv4-udp-partial", V4, IPPROTO_UDP, .partial = true, .payload = 20 },
	{ "ipv4-icmp", V4, IPPROTO_ICMP, .payload = 56 },
	{ "ipv6-tcp", V6, IPPROTO_TCP, .payload = 31 },
	{ "ipv6-tcp-partial", V6, IPPROTO_TCP, .partial = true, .payload = 31 },
	{ "ipv6-tcp-options", V6, IPPROTO_TCP, .options = 16, .payload = 10 },
	{ "ipv6-udp", V6, IPPROTO_UDP, .payload = 10 },
	{ "ipv6-udp-paged", V6, IPPROTO_UDP, .paged = true, .payload = 11 },
	{ "ipv6-icmpv6", V6, IPPROTO_ICMPV6, .payload = 17 },
};

static void kind_name(const struct kind *kind, char *name)
{
	strscpy(name, kind->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(kind, kinds, kind_name);

static const struct kind *kind_called(const char *name)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(kinds); i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

/* Whether a byte decides what lies where, or is part of a checksum: other cases write to it. */
static bool is_form(const struct sample *s, size_t i)
{
	size_t at = s->packet.transport_offset;
	size_t check = at + check_at(s->packet.transport);

	if (i == check || i == check + 1)
		return true;
	if (i >= at)
		return s->packet.transport == IPPROTO_UDP && (i == at + 4 || i == at + 5);
	if (s->packet.family == V4)
		return i < 1 || i == 2 || i == 3 || i == 9 || i == 10 || i == 11;
	return i < 1 || i == 4 || i == 5 || i == 6 || i >= 40;
}

/* One failure says enough: those that follow are but its consequence. */
static bool has_failed(struct kunit *test)
{
	return READ_ONCE(test->status) == KUNIT_FAILURE;
}

static void a_fresh_packet_is_right(struct kunit *test)
{
	struct sample s;

	make(test, &s, test->param_value);
	expect_right(&s);
	unmake(&s);
}

/* Every place, every length up to that of an address, each upon what the ones before left. */
static void follow_each_write(struct kunit *test)
{
	u8 bytes[16];
	size_t i, n, k, form;
	struct sample s;

	make(test, &s, test->param_value);
	for (n = 1; n <= sizeof(bytes); n++) {
		for (i = 0; i + n <= s.total && !has_failed(test); i++) {
			for (k = 0, form = 0; k < n; k++) {
				bytes[k] = n * 41 + i * 151 + k * 59;
				form += is_form(&s, i + k);
			}
			if (form)
				continue;
			store(&s, i, bytes, n);
			KUNIT_EXPECT_EQ(test, memcmp(look(&s) + i, bytes, n), 0);
			expect_right(&s);
		}
	}
	unmake(&s);
}

/* Whatever the sums come to: 0x0000 and 0xffff among them. */
static void follow_each_value_of_a_word(struct kunit *test)
{
	struct sample s;
	u32 value;

	make(test, &s, test->param_value);
	for (value = 0; value <= 0xffff && !has_failed(test); value += 0xff) {
		store16(&s, s.packet.transport_offset, value);
		if (s.packet.family == V4)
			store16(&s, 4, value);
		expect_right(&s);
	}
	unmake(&s);
}

/* The example in section 4 of RFC 1624: 0xdd2f, 0x5555 -> 0x3285 gives 0x0000. */
static void example_of_rfc_1624(struct kunit *test)
{
	struct sample s;
	u8 word[2];
	u32 sum;

	make(test, &s, kind_called("ipv4-udp"));
	store16(&s, 4, 0x5555);
	store16(&s, 18, 0);
	/* A word of the destination that brings the checksum to 0xdd2f. */
	sum = add_bytes(0, look(&s), 10);
	sum = add_bytes(sum, look(&s) + 12, 6);
	put16(word, (0xffff + (u16)~0xdd2f - sum) % 0xffff);
	store(&s, 18, word, 2);
	KUNIT_EXPECT_EQ(test, get16(look(&s) + 10), 0xdd2f);
	store16(&s, 4, 0x3285);
	KUNIT_EXPECT_EQ(test, get16(look(&s) + 10), 0x0000);
	unmake(&s);
}

/* ---- what is taken as it is ---- */

static void a_checksum_that_is_written_stays(struct kunit *test)
{
	struct sample s;
	u16 transport;
	size_t at;

	make(test, &s, test->param_value);
	transport = check_of(&s);
	at = s.packet.transport_offset + check_at(s.packet.transport);
	if (s.packet.family == V4) {
		store16(&s, 10, 0x1234);
		KUNIT_EXPECT_EQ(test, get16(look(&s) + 10), 0x1234);
		KUNIT_EXPECT_EQ(test, check_of(&s), transport);
	}
	store16(&s, at, 0x5678);
	KUNIT_EXPECT_EQ(test, check_of(&s), 0x5678);
	/* also as part of a longer one */
	store(&s, at - 1, "\1\2\3\4", 4);
	KUNIT_EXPECT_EQ(test, check_of(&s), 0x0203);
	unmake(&s);
}

static void the_others_follow_a_write_to_one(struct kunit *test)
{
	struct sample s;
	u8 bytes[20];

	make(test, &s, kind_called("ipv4-tcp"));
	memcpy(bytes, look(&s), sizeof(bytes));
	put16(bytes + 10, 0x4321);
	bytes[15] = 99; /* of the source address */
	store(&s, 0, bytes, sizeof(bytes));
	KUNIT_EXPECT_EQ(test, get16(look(&s) + 10), 0x4321);
	KUNIT_EXPECT_EQ(test, transport_sum(&s), 0xffff);
	unmake(&s);
}

/* ---- UDP ---- */

static void udp_without_checksum_has_none(struct kunit *test)
{
	struct sample s;

	make(test, &s, kind_called("ipv4-udp"));
	store16(&s, 20 + 6, 0);
	store16(&s, 20, 53);
	store16(&s, 12, 0x0a00);
	store(&s, 31, "odd", 3);
	KUNIT_EXPECT_EQ(test, check_of(&s), 0);
	unmake(&s);
}

static void udp_checksum_of_0_is_written_as_ffff(struct kunit *test)
{
	struct sample s;
	u32 port;

	make(test, &s, kind_called("ipv4-udp"));
	/* RFC 1624: C' = ~(~C - m + m') = 0 for m' = m + C */
	port = get16(look(&s) + 20) + check_of(&s);
	store16(&s, 20, port % 0xffff);
	KUNIT_EXPECT_EQ(test, check_of(&s), 0xffff);
	expect_right(&s);
	store16(&s, 22, 1);
	expect_right(&s);
	unmake(&s);
}

static void tcp_checksum_of_0_is_0(struct kunit *test)
{
	struct sample s;
	u32 port;

	make(test, &s, kind_called("ipv4-tcp"));
	port = get16(look(&s) + 20) + check_of(&s);
	store16(&s, 20, port % 0xffff);
	KUNIT_EXPECT_EQ(test, check_of(&s), 0);
	unmake(&s);
}

/* ---- lengths ---- */

/* ---- states of the socket buffer ---- */

static void complete_becomes_none(struct kunit *test)
{
	struct sample s;

	make(test, &s, kind_called("ipv4-udp"));
	s.skb->ip_summed = CHECKSUM_COMPLETE;
	store16(&s, 20, 4711);
	KUNIT_EXPECT_EQ(test, (int)s.skb->ip_summed, CHECKSUM_NONE);
	expect_right(&s);
	unmake(&s);
}

/* Segmentation takes the length of the whole from the field, and writes that of each segment. */
static void gso_packet_follows_addresses_only(struct kunit *test)
{
	struct sample s;
	u16 before;

	make(test, &s, kind_called("ipv4-tcp-partial"));
	skb_shinfo(s.skb)->gso_size = 10;
	skb_shinfo(s.skb)->gso_type = SKB_GSO_TCPV4;
	store16(&s, 12, 0xc0a8);
	expect_right(&s);
	before = check_of(&s);
	store16(&s, 2, 60);
	KUNIT_EXPECT_EQ(test, check_of(&s), before);
	unmake(&s);
}

/* The outer checksum of a tunnel's packet, complete, when the inner one is yet to be completed. */
static void inner_partial_evens_out(struct kunit *test)
{
	struct sample s;
	u32 sum;
	u16 inner;

	make(test, &s, kind_called("ipv4-udp"));
	s.skb->ip_summed = CHECKSUM_PARTIAL;
	/* No header that is one: what counts is where it begins, and where its checksum lies. */
	s.skb->csum_start = skb_headroom(s.skb) + 36;
	s.skb->csum_offset = 6;
	/* Completed, the inner transport's bytes will come to the complement of its field. */
	inner = get16(look(&s) + 42);
	sum = pseudo_sum(s.bytes, V4, IPPROTO_UDP, 29);
	sum = add_bytes(sum, s.bytes + 20, 6);
	sum = add_word(add_bytes(sum, s.bytes + 28, 8), (u16)~inner);
	store16(&s, 26, ~sum);
	store(&s, 37, "inner", 5);
	store(&s, 29, "outer", 5);
	store16(&s, 14, 0x0909);
	look(&s);
	sum = pseudo_sum(s.bytes, V4, IPPROTO_UDP, 29);
	sum = add_bytes(sum, s.bytes + 20, 16);
	KUNIT_EXPECT_EQ(test, add_word(sum, (u16)~inner), 0xffff);
	unmake(&s);
}

static void gso_tunnel_has_the_pseudo_header_outside(struct kunit *test)
{
	struct sample s;

	make(test, &s, kind_called("ipv4-udp-partial"));
	s.skb->csum_start += 8;
	skb_shinfo(s.skb)->gso_size = 10;
	skb_shinfo(s.skb)->gso_type = SKB_GSO_UDP_TUNNEL_CSUM;
	store16(&s, 12, 0xc0a8);
	store16(&s, 20, 4789);
	expect_right(&s);
	unmake(&s);
}

/* ---- fragments ---- */

/* Its checksum covers what is in the others as well: the length here is not that of the whole. */
static void first_fragment_follows(struct kunit *test)
{
	u8 tail[64];
	struct sample s;
	u32 sum;

	make(test, &s, kind_called("ipv4-tcp"));
	memcpy(tail, look(&s) + 48, 20 + 20 + 64 - 48);
	pskb_trim(s.skb, 48);
	find(&s, V4);
	store16(&s, 6, 0x2000); /* more fragments */
	store16(&s, 2, 48);
	store16(&s, 16, 0x7f00);
	store(&s, 41, "first", 5);
	look(&s);
	sum = pseudo_sum(s.bytes, V4, IPPROTO_TCP, 20 + 64);
	sum = add_bytes(sum, s.bytes + 20, 48 - 20);
	KUNIT_EXPECT_EQ(test, add_bytes(sum, tail, 20 + 20 + 64 - 48), 0xffff);
	KUNIT_EXPECT_EQ(test, add_bytes(0, s.bytes, 20), 0xffff);
	unmake(&s);
}

static void first_fragment_of_ipv6_follows(struct kunit *test)
{
	static const struct kind kind = { "", V6, IPPROTO_TCP, .options = 8, .payload = 8 };
	struct sample s;
	u16 before;

	make(test, &s, &kind);
	before = check_of(&s);
	s.skb->data[6] = 44; /* fragment */
	s.skb->data[43] = 1; /* more fragments */
	find(&s, V6);
	KUNIT_EXPECT_EQ(test, s.packet.transport, IPPROTO_TCP);
	store16(&s, 4, 30);
	KUNIT_EXPECT_EQ(test, check_of(&s), before);
	store16(&s, 4, 36);
	store16(&s, 8, 0x2001);
	expect_right(&s);
	unmake(&s);
}

/* Nobody can tell where a transport begins; a rule for any protocol is asked all the same. */
static void extension_headers_without_an_end_have_no_transport(struct kunit *test)
{
	static const struct kind kind = { "", V6, IPPROTO_TCP, .options = 8, .payload = 8 };
	struct sample s;

	make(test, &s, &kind);
	s.skb->data[6] = 60;   /* destination options (RFC 8200), */
	s.skb->data[40] = 60;  /* again and again, */
	s.skb->data[41] = 200; /* beyond the end */
	KUNIT_EXPECT_TRUE(test, klua_packet_ipv6(&s.packet, s.skb));
	klua_packet_begin(&s.packet, s.skb);
	klua_packet_read(&s.packet);
	KUNIT_EXPECT_FALSE(test, s.packet.whole);
	KUNIT_EXPECT_EQ(test, s.packet.protocol, 60);
	KUNIT_EXPECT_EQ(test, s.packet.transport, KLUA_PACKET_NONE);
	KUNIT_EXPECT_EQ(test, s.packet.payload_offset, 40);
	KUNIT_EXPECT_EQ(test, s.packet.payload_length, s.skb->len - 40);
	unmake(&s);
}

static void later_fragment_has_no_transport(struct kunit *test)
{
	struct sample s;
	u16 there;

	make(test, &s, kind_called("ipv4-udp"));
	store16(&s, 6, 3);
	there = get16(look(&s) + 26);
	find(&s, V4);
	store16(&s, 16, 0x7f00);
	store(&s, 31, "later", 5);
	KUNIT_EXPECT_EQ(test, get16(look(&s) + 26), there);
	KUNIT_EXPECT_EQ(test, add_bytes(0, s.bytes, 20), 0xffff);
	unmake(&s);
}

/* ---- IPv6 with a routing header ---- */

static void on_its_way_the_destination_is_another(struct kunit *test)
{
	struct sample s;
	u16 before;

	make(test, &s, kind_called("ipv6-tcp-options"));
	before = check_of(&s);
	s.skb->data[6] = 43; /* routing */
	s.skb->data[43] = 1; /* segments left */
	find(&s, V6);
	store16(&s, 24, 0x2001);
	KUNIT_EXPECT_EQ(test, check_of(&s), before);
	s.skb->data[43] = 0;
	find(&s, V6);
	store16(&s, 26, 0x2001);
	KUNIT_EXPECT_NE(test, check_of(&s), before);
	unmake(&s);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(a_fresh_packet_is_right, kind_gen_params),
	KUNIT_CASE_PARAM(follow_each_write, kind_gen_params),
	KUNIT_CASE_PARAM(follow_each_value_of_a_word, kind_gen_params),
	KUNIT_CASE_PARAM(a_checksum_that_is_written_stays, kind_gen_params),
	KUNIT_CASE(example_of_rfc_1624),
	KUNIT_CASE(the_others_follow_a_write_to_one),
	KUNIT_CASE(udp_without_checksum_has_none),
	KUNIT_CASE(udp_checksum_of_0_is_written_as_ffff),
	KUNIT_CASE(tcp_checksum_of_0_is_0),
	KUNIT_CASE(complete_becomes_none),
	KUNIT_CASE(gso_packet_follows_addresses_only),
	KUNIT_CASE(inner_partial_evens_out),
	KUNIT_CASE(gso_tunnel_has_the_pseudo_header_outside),
	KUNIT_CASE(first_fragment_follows),
	KUNIT_CASE(first_fragment_of_ipv6_follows),
	KUNIT_CASE(extension_headers_without_an_end_have_no_transport),
	KUNIT_CASE(later_fragment_has_no_transport),
	KUNIT_CASE(on_its_way_the_destination_is_another),
	{}
};

static struct kunit_suite suite = {
	.name = "checksum",
	.test_cases = cases,
};

kunit_test_suite(suite);

MODULE_DESCRIPTION("KUnit: checksums that follow writes to a packet");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
