// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* eBPF programs at tc: each does the work of a filter of filters.lua. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <linux/udp.h>

#define PROGRAM(name) \
	__attribute__((section(#name), used)) int name##_program(struct __sk_buff *skb)
#define NETWORK(n) __builtin_bswap16(n)

static long (*store_bytes)(struct __sk_buff *skb, __u32 offset, const void *from, __u32 len,
			   __u64 flags) = (void *)BPF_FUNC_skb_store_bytes;
static long (*l3_csum_replace)(struct __sk_buff *skb, __u32 offset, __u64 from, __u64 to,
			       __u64 size) = (void *)BPF_FUNC_l3_csum_replace;
static long (*l4_csum_replace)(struct __sk_buff *skb, __u32 offset, __u64 from, __u64 to,
			       __u64 flags) = (void *)BPF_FUNC_l4_csum_replace;

struct headers {
	struct ethhdr eth;
	struct iphdr ip;
	struct udphdr udp;
} __attribute__((packed));

volatile __u64 sink;

/* The headers of a UDP packet, or NULL; options are not what is measured. */
static inline struct headers *headers_of(struct __sk_buff *skb)
{
	struct headers *h = (void *)(long)skb->data;

	if ((void *)(h + 1) > (void *)(long)skb->data_end)
		return 0;
	return h->ip.ihl == 5 && h->ip.protocol == IPPROTO_UDP ? h : 0;
}

static inline struct headers *wanted(struct __sk_buff *skb)
{
	struct headers *h = headers_of(skb);

	return h && h->udp.dest == NETWORK(2222) ? h : 0;
}

PROGRAM(empty)
{
	return TC_ACT_OK;
}

PROGRAM(unmatched)
{
	struct headers *h = headers_of(skb);

	return h && h->udp.dest == NETWORK(22) ? TC_ACT_SHOT : TC_ACT_OK;
}

PROGRAM(fields)
{
	struct headers *h = wanted(skb);

	if (h)
		sink += NETWORK(h->ip.tot_len) + h->ip.ttl + h->ip.protocol +
			__builtin_bswap32(h->ip.saddr);
	return TC_ACT_OK;
}

PROGRAM(ports)
{
	struct headers *h = wanted(skb);

	if (h)
		sink += NETWORK(h->udp.source) + NETWORK(h->udp.dest);
	return TC_ACT_OK;
}

PROGRAM(ttl)
{
	struct headers *h = wanted(skb);
	__u16 before, after;

	if (!h)
		return TC_ACT_OK;
	before = h->ip.ttl | h->ip.protocol << 8;
	after = 9 | h->ip.protocol << 8;
	l3_csum_replace(skb, __builtin_offsetof(struct headers, ip.check), before, after, 2);
	store_bytes(skb, __builtin_offsetof(struct headers, ip.ttl), &after, 1, 0);
	return TC_ACT_OK;
}

PROGRAM(port)
{
	struct headers *h = wanted(skb);
	__u16 before, after = NETWORK(4711);

	if (!h)
		return TC_ACT_OK;
	before = h->udp.source;
	l4_csum_replace(skb, __builtin_offsetof(struct headers, udp.check), before, after,
			BPF_F_MARK_MANGLED_0 | 2);
	store_bytes(skb, __builtin_offsetof(struct headers, udp.source), &after, 2, 0);
	return TC_ACT_OK;
}

char program_license[] __attribute__((section("license"), used)) = "GPL";
