// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of specs/packet.c: which bits of a packet scripts may write. */
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

/* A header of 20 bytes as the layouts of tests: byte 8 everywhere, bytes 12 to 15 at one hook. */
static const struct luadata_field fields[] = {
	{ .name = "ttl", .offset = 8, .size = 1, .bits = 8 },
	{ .name = "saddr", .offset = 12, .size = 4, .type = LUADATA_TYPE_ADDRESS },
	{ .name = "port", .offset = 2, .size = 2, .bits = 16 },
};

static bool echo_id(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	span->offset = 4;
	span->length = 2;
	return h->base[at] == 8;
}

static const struct luadata_field icmp_fields[] = {
	{ .name = "id", .size = 2, .bits = 16, .place = echo_id },
};

static const struct luadata_layout header = { .name = "header", .size = 20, .fields = fields };
static const struct luadata_layout icmp = { .name = "icmp", .size = 8, .fields = icmp_fields };

#define HERE BIT(NF_INET_LOCAL_IN)
static const struct luadata_grant ip_list[] = { { 0, ~0u }, { 1, BIT(NF_INET_FORWARD) } };
static const struct luadata_grant port_list[] = { { 2, ~0u } };
static const struct luadata_grant icmp_list[] = { { 0, HERE } };
static const struct luadata_grants ip_grants = { &header, ip_list, 2 };
static const struct luadata_grants port_grants = { &header, port_list, 1 };
static const struct luadata_grants icmp_grants = { &icmp, icmp_list, 1 };

static struct klua_packet_rights rights = {
	.hook = HERE,
	.ip.grants = &ip_grants,
	.ip6.grants = &ip_grants,
	.tcp.grants = &port_grants,
	.udp.grants = &port_grants,
	.icmp.grants = &icmp_grants,
	.icmp6.grants = &icmp_grants,
};

#define INNER (20 + 8 + 8 + 14) /* outer headers, VXLAN, Ethernet */

static bool may_write(struct sample *s, size_t byte)
{
	s->packet.rights = &rights;
	return s->h.ops->may_write(&s->h, 8 * byte, 8 * byte + 8);
}

/* Each byte that may be written is one of @list (ended by 0), or lies from @free on. */
static void expect_writable(struct sample *s, const u8 *list, size_t free)
{
	size_t byte;

	for (byte = 0; byte < s->h.length; byte++) {
		const u8 *p = list;

		while (*p && *p != byte)
			p++;
		KUNIT_EXPECT_EQ_MSG(s->test, may_write(s, byte), *p || byte >= free, "byte %zu",
				    byte);
	}
}

/* The packet whose bytes were changed after it was made, found and lent again. */
static void again(struct sample *s, u8 family)
{
	find(s, family);
}

static void headers_by_their_fields(struct kunit *test)
{
	static const struct kind kinds[] = {
		{ "tcp", V4, IPPROTO_TCP, .payload = 9 },
		{ "udp", V4, IPPROTO_UDP, .payload = 9 },
		{ "tcp6", V6, IPPROTO_TCP, .payload = 9 },
		{ "paged", V4, IPPROTO_TCP, .paged = true, .payload = 9 },
	};
	static const u8 lists[][4] = { { 8, 22, 23 }, { 8, 22, 23 }, { 8, 42, 43 }, { 8, 22, 23 } };
	static const u8 free[] = { 40, 28, 60, 40 };
	struct sample s;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(kinds); i++) {
		make(test, &s, &kinds[i]);
		expect_writable(&s, lists[i], free[i]);
		unmake(&s);
	}
}

static void options_and_extensions_never(struct kunit *test)
{
	static const struct kind v4 = { "", V4, IPPROTO_TCP, .options = 12, .payload = 9 };
	static const struct kind v6 = { "", V6, IPPROTO_UDP, .options = 16, .payload = 9 };
	static const u8 list4[] = { 8, 34, 35, 0 }, list6[] = { 8, 58, 59, 0 };
	struct sample s;

	make(test, &s, &v4);
	expect_writable(&s, list4, 52);
	s.skb->data[44] = 0x60; /* and four bytes of TCP's options */
	again(&s, V4);
	expect_writable(&s, list4, 56);
	unmake(&s);
	make(test, &s, &v6);
	expect_writable(&s, list6, 64);
	unmake(&s);
}

static const struct kind extended = { "", V6, IPPROTO_UDP, .options = 16, .payload = 9 };
static const u8 only_ttl[] = { 8, 0 };

static void a_chain_that_ends_in_59(struct kunit *test)
{
	struct sample s;

	make(test, &s, &extended);
	s.skb->data[40] = 59;
	again(&s, V6);
	KUNIT_EXPECT_EQ(test, s.packet.payload_offset, 56);
	expect_writable(&s, only_ttl, 56);
	unmake(&s);
}

static void a_chain_that_does_not_parse(struct kunit *test)
{
	struct sample s;

	make(test, &s, &extended);
	s.skb->data[41] = 200; /* beyond the end */
	again(&s, V6);
	expect_writable(&s, only_ttl, s.h.length);
	s.skb->data[41] = 0; /* another one follows, which does not fit */
	s.skb->data[40] = 43;
	s.skb->data[49] = 100;
	again(&s, V6);
	KUNIT_EXPECT_EQ(test, s.packet.protocol, 43);
	KUNIT_EXPECT_EQ(test, s.packet.transport_offset, 48);
	expect_writable(&s, only_ttl, s.h.length);
	unmake(&s);
}

static void a_header_that_is_cut_short(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_TCP };
	struct sample s;

	make(test, &s, &kind);
	pskb_trim(s.skb, 36);
	again(&s, V4);
	expect_writable(&s, only_ttl, s.h.length);
	unmake(&s);
}

/* Short headers, each of which says that another one of its kind follows, the last one UDP. */
static void chain(u8 *p, u8 kind, unsigned int n)
{
	unsigned int size = kind == IPPROTO_AH ? 12 : 8;

	for (; n--; p += size) {
		memset(p, 0, size);
		p[0] = n ? kind : IPPROTO_UDP;
		p[1] = kind == IPPROTO_AH;
	}
}

static void a_chain_that_is_too_long(struct kunit *test)
{
	struct sample s = { .test = test };

	s.skb = alloc_skb(HEADROOM + 3000, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, s.skb);
	skb_reserve(s.skb, HEADROOM);
	memset(skb_put(s.skb, 3000), 0, 3000);
	skb_reset_network_header(s.skb);
	s.skb->data[0] = 0x60;
	s.skb->data[6] = IPPROTO_DSTOPTS;
	s.skb->data[40] = IPPROTO_UDP;
	s.skb->data[41] = 250; /* ends at byte 2048 */
	again(&s, V6);
	KUNIT_EXPECT_TRUE(test, s.packet.whole);
	s.skb->data[41] = 251;
	again(&s, V6);
	KUNIT_EXPECT_FALSE(test, s.packet.whole);
	unmake(&s);
}

static void a_chain_of_too_many_headers(struct kunit *test)
{
	static const struct kind v6 = { "", V6, IPPROTO_UDP, .options = 136, .payload = 9 };
	static const struct kind v4 = { "", V4, IPPROTO_UDP, .payload = 200 };
	unsigned int n;
	struct sample s;

	make(test, &s, &v6);
	for (n = 16; n <= 17; n++) {
		chain(s.skb->data + 40, IPPROTO_DSTOPTS, n);
		again(&s, V6);
		KUNIT_EXPECT_EQ(test, s.packet.whole, n == 16);
	}
	expect_writable(&s, only_ttl, s.h.length);
	unmake(&s);
	make(test, &s, &v4);
	s.skb->data[9] = IPPROTO_AH;
	for (n = 16; n <= 17; n++) {
		chain(s.skb->data + 20, IPPROTO_AH, n);
		again(&s, V4);
		KUNIT_EXPECT_EQ(test, s.packet.whole, n == 16);
	}
	expect_writable(&s, only_ttl, s.h.length);
	unmake(&s);
}

/* As of IPv6: an earlier fragment had what AH leads to. */
static void a_later_fragment_behind_ah(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 40 };
	struct sample s;

	make(test, &s, &kind);
	s.skb->data[9] = IPPROTO_AH;
	put16(s.skb->data + 6, 1);
	again(&s, V4);
	KUNIT_EXPECT_FALSE(test, s.packet.whole);
	expect_writable(&s, only_ttl, s.h.length);
	unmake(&s);
}

/* RFC 4302: a length in words of 32 bits less two. */
static void the_authentication_header_is_one(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 40 };
	static const u8 list[] = { 8, 46, 47, 0 };
	struct sample s;

	make(test, &s, &kind);
	memmove(s.skb->data + 44, s.skb->data + 20, 8);
	s.skb->data[9] = IPPROTO_AH;
	s.skb->data[20] = IPPROTO_UDP;
	s.skb->data[21] = 4;
	again(&s, V4);
	KUNIT_EXPECT_EQ(test, s.packet.transport, IPPROTO_UDP);
	expect_writable(&s, list, 52);
	klua_packet_plain(&s.packet, s.skb);
	klua_packet_begin(&s.packet, s.skb);
	klua_packet_read(&s.packet);
	KUNIT_EXPECT_EQ(test, s.packet.transport, IPPROTO_UDP);
	expect_writable(&s, list, 52);
	s.skb->data[21] = 40;
	again(&s, V4);
	KUNIT_EXPECT_FALSE(test, s.packet.whole);
	expect_writable(&s, only_ttl, s.h.length);
	unmake(&s);
}

/* As the list of extension headers has it: one that is shorter than its own fields is none. */
static void a_short_authentication_header_is_none(struct kunit *test)
{
	static const u8 at[] = { 20, 40 };
	static const u8 families[] = { V4, V6 };
	struct sample s;
	int i;

	for (i = 0; i < 2; i++) {
		const struct kind kind = { "", families[i], IPPROTO_UDP, .payload = 40 };

		make(test, &s, &kind);
		s.skb->data[i ? 6 : 9] = IPPROTO_AH;
		s.skb->data[at[i]] = IPPROTO_UDP;
		s.skb->data[at[i] + 1] = 1;
		again(&s, families[i]);
		KUNIT_EXPECT_TRUE(test, s.packet.whole);
		KUNIT_EXPECT_EQ(test, s.packet.transport_offset, at[i] + 12);
		s.skb->data[at[i] + 1] = 0;
		again(&s, families[i]);
		KUNIT_EXPECT_FALSE(test, s.packet.whole);
		unmake(&s);
	}
}

/* IANA's list of extension headers; 253 and 254 are for experiments, and may be anything. */
static void all_extension_headers_are_skipped(struct kunit *test)
{
	static const u8 kinds[] = { 0, 43, 60, 135, 139, 140 };
	struct sample s;
	size_t i;

	make(test, &s, &extended);
	for (i = 0; i < ARRAY_SIZE(kinds); i++) {
		s.skb->data[6] = kinds[i];
		chain(s.skb->data + 40, kinds[i], 2);
		again(&s, V6);
		KUNIT_EXPECT_TRUE(test, s.packet.whole);
		KUNIT_EXPECT_EQ_MSG(test, s.packet.protocol, IPPROTO_UDP, "%u", kinds[i]);
		KUNIT_EXPECT_EQ(test, s.packet.transport_offset, 56);
	}
	unmake(&s);
}

static void a_field_of_a_union_by_its_arm(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_ICMP, .payload = 20 };
	static const u8 list[] = { 8, 24, 25, 0 };
	struct sample s;

	make(test, &s, &kind);
	s.skb->data[20] = 8;
	again(&s, V4);
	expect_writable(&s, list, 28);
	s.skb->data[20] = 3;
	again(&s, V4);
	expect_writable(&s, only_ttl, 28);
	unmake(&s);
}

static void a_field_at_its_hooks(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP };
	struct klua_packet_rights there = rights;
	struct sample s;

	make(test, &s, &kind);
	s.packet.rights = &there;
	there.hook = BIT(NF_INET_FORWARD);
	klua_packet_find_rights(&there);
	KUNIT_EXPECT_TRUE(test, klua_packet_ops.may_write(&s.h, 96, 128));
	there.hook = HERE;
	klua_packet_find_rights(&there);
	KUNIT_EXPECT_FALSE(test, klua_packet_ops.may_write(&s.h, 96, 128));
	unmake(&s);
}

static void headers_in_a_tunnel(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 80 };
	static const u8 list[] = { 8, 22, 23, 0 };
	unsigned int at = 20 + 8 + 8 + 14; /* outer headers, VXLAN, Ethernet */
	struct sample s;

	make(test, &s, &kind);
	memset(s.skb->data + at, 0, 40);
	s.skb->data[at] = 0x45;
	s.skb->data[at + 9] = IPPROTO_TCP;
	s.skb->data[at + 20 + 12] = 0x50;
	expect_writable(&s, list, 28);
	s.skb->encapsulation = 1;
	s.skb->inner_network_header = HEADROOM + at;
	again(&s, V4);
	expect_writable(&s, list, at + 40);
	s.skb->data[at + 9] = IPPROTO_SCTP; /* nothing is known of it */
	again(&s, V4);
	expect_writable(&s, list, s.h.length);
	s.skb->inner_network_header = 0;
	again(&s, V4);
	expect_writable(&s, list, s.h.length);
	unmake(&s);
}

/* What the kernel has put into a tunnel, as headers_in_a_tunnel() has it. */
static void put_into_a_tunnel(struct kunit *test, struct sample *s)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 80 };

	make(test, s, &kind);
	memset(s->skb->data + INNER, 0, 40);
	s->skb->data[INNER] = 0x45;
	s->skb->data[INNER + 9] = IPPROTO_TCP;
	s->skb->data[INNER + 20 + 12] = 0x50;
	s->skb->inner_network_header = HEADROOM + INNER;
}

/* As iptunnel_handle_offloads() leaves it when nothing is left to hardware. */
static void headers_in_a_tunnel_without_offload(struct kunit *test)
{
	static const u8 list[] = { 8, 22, 23, 0 };
	struct sample s;

	put_into_a_tunnel(test, &s);
	s.skb->ip_summed = CHECKSUM_NONE;
	expect_writable(&s, list, INNER + 40);
	s.skb->inner_network_header = HEADROOM; /* of an earlier tunnel */
	again(&s, V4);
	expect_writable(&s, list, 28);
	unmake(&s);
}

static void an_inner_header_that_lies(struct kunit *test)
{
	static const u8 firsts[] = { 0x40, 0x42, 0x44, 0x35, 0x55, 0x75 };
	static const u8 list[] = { 8, 22, 23, 0 };
	struct sample s;
	size_t i;

	put_into_a_tunnel(test, &s);
	s.skb->encapsulation = 1;
	for (i = 0; i < ARRAY_SIZE(firsts); i++) {
		s.skb->data[INNER] = firsts[i];
		s.skb->data[INNER + 6] = IPPROTO_ICMP; /* were it IPv6 */
		again(&s, V4);
		expect_writable(&s, list, s.h.length);
	}
	unmake(&s);
}

static void what_is_cut_by_headers_inside(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 80 };
	static const u8 list[] = { 8, 22, 23, 0 };
	struct sample s;

	make(test, &s, &kind);
	skb_shinfo(s.skb)->gso_size = 40;
	skb_shinfo(s.skb)->gso_type = SKB_GSO_UDP_L4;
	expect_writable(&s, list, 28);
	skb_shinfo(s.skb)->gso_type = SKB_GSO_UDP_L4 | SKB_GSO_ESP;
	again(&s, V4);
	expect_writable(&s, list, s.h.length);
	unmake(&s);
}

static void a_range_by_all_of_its_bits(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 9 };
	struct sample s;

	make(test, &s, &kind);
	s.packet.rights = &rights;
	KUNIT_EXPECT_TRUE(test, klua_packet_ops.may_write(&s.h, 66, 70));
	KUNIT_EXPECT_FALSE(test, klua_packet_ops.may_write(&s.h, 63, 70));
	KUNIT_EXPECT_FALSE(test, klua_packet_ops.may_write(&s.h, 64, 73));
	KUNIT_EXPECT_FALSE(test, klua_packet_ops.may_write(&s.h, 0, 8 * s.h.length));
	KUNIT_EXPECT_FALSE(test, klua_packet_ops.may_write(&s.h, 8 * 27, 8 * 30));
	KUNIT_EXPECT_TRUE(test, klua_packet_ops.may_write(&s.h, 8 * 28, 8 * s.h.length));
	unmake(&s);
}

static void addresses_and_ports_are_told(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 9 };
	static const struct { u8 at; bool moved; } writes[] = {
		{ 4, false }, { 12, true }, { 18, true }, { 20, true }, { 22, true }, { 26, false },
		{ 30, false },
	};
	struct sample s;
	size_t i;

	make(test, &s, &kind);
	for (i = 0; i < ARRAY_SIZE(writes); i++) {
		again(&s, V4);
		store16(&s, writes[i].at, get16(s.skb->data + writes[i].at));
		KUNIT_EXPECT_FALSE(test, s.packet.moved);
		store16(&s, writes[i].at, 1 + get16(s.skb->data + writes[i].at));
		KUNIT_EXPECT_EQ_MSG(test, s.packet.moved, writes[i].moved, "%u", writes[i].at);
	}
	unmake(&s);
}

/* The transport is found by now; the next one has to find it anew. */
static void expect_found(struct sample *s, const char *by)
{
	KUNIT_EXPECT_EQ_MSG(s->test, s->packet.transport, IPPROTO_UDP, "%s", by);
	klua_packet_begin(&s->packet, s->skb);
	KUNIT_EXPECT_EQ(s->test, s->packet.transport, KLUA_PACKET_UNREAD);
}

static void the_transport_is_found_when_asked_for(struct kunit *test)
{
	static const struct kind kind = { "", V4, IPPROTO_UDP, .payload = 9 };
	struct luadata_span span = {};
	struct sample s;

	make(test, &s, &kind);
	klua_packet_begin(&s.packet, s.skb);
	KUNIT_EXPECT_TRUE(test, klua_packet_ops.may_write(&s.h, 8 * 28, 8 * 29));
	expect_found(&s, "may_write");
	klua_packet_ops.cost(&s.h, 28);
	expect_found(&s, "cost");
	KUNIT_EXPECT_EQ(test, klua_packet_ops.make_writable(&s.h, 28), 0);
	expect_found(&s, "make_writable");
	klua_packet_ops.store(&s.h, 28, "x", 1);
	expect_found(&s, "store");
	KUNIT_EXPECT_FALSE(test, klua_packet_tcp(&s.h, 0, &span));
	expect_found(&s, "tcp");
	KUNIT_EXPECT_TRUE(test, klua_packet_dport(&s.h, 0, &span));
	KUNIT_EXPECT_EQ(test, span.offset, 22);
	expect_found(&s, "dport");
	KUNIT_EXPECT_TRUE(test, klua_packet_payload(&s.h, 0, &span));
	KUNIT_EXPECT_EQ(test, span.offset, 28);
	KUNIT_EXPECT_EQ(test, span.length, 9);
	expect_found(&s, "payload");
	KUNIT_EXPECT_TRUE(test, klua_packet_ip(&s.h, 0, &span));
	KUNIT_EXPECT_TRUE(test, klua_packet_ops.try_writable(&s.h, 9));
	klua_packet_ops.store(&s.h, 8, "x", 1);
	KUNIT_EXPECT_EQ(test, s.packet.transport, KLUA_PACKET_UNREAD);
	unmake(&s);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(headers_by_their_fields),
	KUNIT_CASE(options_and_extensions_never),
	KUNIT_CASE(a_chain_that_ends_in_59),
	KUNIT_CASE(a_chain_that_does_not_parse),
	KUNIT_CASE(a_header_that_is_cut_short),
	KUNIT_CASE(a_chain_of_too_many_headers),
	KUNIT_CASE(a_chain_that_is_too_long),
	KUNIT_CASE(a_later_fragment_behind_ah),
	KUNIT_CASE(the_authentication_header_is_one),
	KUNIT_CASE(a_short_authentication_header_is_none),
	KUNIT_CASE(all_extension_headers_are_skipped),
	KUNIT_CASE(a_field_of_a_union_by_its_arm),
	KUNIT_CASE(a_field_at_its_hooks),
	KUNIT_CASE(headers_in_a_tunnel),
	KUNIT_CASE(headers_in_a_tunnel_without_offload),
	KUNIT_CASE(an_inner_header_that_lies),
	KUNIT_CASE(what_is_cut_by_headers_inside),
	KUNIT_CASE(a_range_by_all_of_its_bits),
	KUNIT_CASE(addresses_and_ports_are_told),
	KUNIT_CASE(the_transport_is_found_when_asked_for),
	{}
};

static int init(struct kunit_suite *suite)
{
	klua_packet_find_rights(&rights);
	return 0;
}

static struct kunit_suite suite = {
	.name = "rights",
	.suite_init = init,
	.test_cases = cases,
};

kunit_test_suite(suite);

MODULE_DESCRIPTION("KUnit: what scripts may write of a packet");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
