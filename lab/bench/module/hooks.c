// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Hooks in C in IPv4 PRE_ROUTING: what scripts are compared with, and those around all others. */
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/kernel_stat.h>
#include <linux/netfilter_ipv4.h>
#include <linux/skbuff.h>
#include <linux/string.h>
#include <linux/udp.h>
#include <net/checksum.h>
#include <net/net_namespace.h>

#include "mark.h"
#include "bench.h"

u64 bench_sink;

static unsigned int hook_empty(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	return NF_ACCEPT;
}

static const struct udphdr *udp_of(const struct sk_buff *skb)
{
	const struct iphdr *ip = ip_hdr(skb);

	return ip->protocol == IPPROTO_UDP ? (const void *)ip + ip->ihl * 4 : NULL;
}

static bool bench_wanted(const struct sk_buff *skb)
{
	const struct udphdr *udp = udp_of(skb);

	return udp && udp->dest == htons(BENCH_PORT);
}

static unsigned int hook_unmatched(void *priv, struct sk_buff *skb,
				   const struct nf_hook_state *state)
{
	const struct udphdr *udp = udp_of(skb);

	return udp && udp->dest == htons(22) ? NF_DROP : NF_ACCEPT;
}

static unsigned int hook_fields(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	const struct iphdr *ip = ip_hdr(skb);

	if (bench_wanted(skb))
		WRITE_ONCE(bench_sink, bench_sink + ntohs(ip->tot_len) + ip->ttl + ip->protocol +
					       ntohl(ip->saddr));
	return NF_ACCEPT;
}

/* All CPUs write the same line. */
static unsigned int hook_shared(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	WRITE_ONCE(bench_sink, bench_sink + 1);
	return NF_ACCEPT;
}

static unsigned int hook_ports(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	const struct udphdr *udp = udp_of(skb);

	if (bench_wanted(skb))
		WRITE_ONCE(bench_sink, bench_sink + ntohs(udp->source) + ntohs(udp->dest));
	return NF_ACCEPT;
}

static unsigned int hook_ttl(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	struct iphdr *ip;
	__be16 before;

	if (!bench_wanted(skb) || skb_ensure_writable(skb, sizeof(*ip)))
		return NF_ACCEPT;
	ip = ip_hdr(skb);
	before = *(__be16 *)&ip->ttl;
	ip->ttl = 9;
	csum_replace2(&ip->check, before, *(__be16 *)&ip->ttl);
	return NF_ACCEPT;
}

static unsigned int hook_port(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	unsigned int at = ip_hdr(skb)->ihl * 4;
	struct udphdr *udp;

	if (!bench_wanted(skb) || skb_ensure_writable(skb, at + sizeof(*udp)))
		return NF_ACCEPT;
	udp = (struct udphdr *)(skb->data + at);
	inet_proto_csum_replace2(&udp->check, skb, udp->source, htons(4711), false);
	udp->source = htons(4711);
	return NF_ACCEPT;
}

/* A character of the set [^-%G]: visible, not '-'. */
static bool is_visible(char c)
{
	return c > ' ' && c < 0x7f && c != '-';
}

/* What Figure 2's pattern does: "SSH-", a version without '-', '-', the software version. */
static bool ssh_is_refused(const char *s, size_t n)
{
	static const char refused[] = "OpenSSH_6.4";
	size_t i, word;

	for (i = 0; i + 4 < n; i++) {
		if (memcmp(s + i, "SSH-", 4))
			continue;
		for (word = i + 4; word < n && is_visible(s[word]); word++)
			;
		if (word == i + 4 || word >= n || s[word] != '-')
			continue;
		s += ++word;
		n -= word;
		for (word = 0; word < n && is_visible(s[word]); word++)
			;
		return word == sizeof(refused) - 1 && !memcmp(s, refused, word);
	}
	return false;
}

/* The first bytes of the payload of a packet that is wanted: how many there are. */
static unsigned int copy_payload(struct sk_buff *skb, char copy[255])
{
	unsigned int payload = ip_hdr(skb)->ihl * 4 + sizeof(struct udphdr);
	unsigned int n = min(skb->len - payload, 255u);

	return !bench_wanted(skb) || skb_copy_bits(skb, payload, copy, n) ? 0 : n;
}

static unsigned int hook_ssh(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	char copy[255];
	unsigned int n = copy_payload(skb, copy);

	return ssh_is_refused(copy, n) ? NF_DROP : NF_ACCEPT;
}

static bool has_version(const char *s, size_t n)
{
	static const char wanted[] = "OpenSSH_6.4";
	size_t i, size = sizeof(wanted) - 1;

	for (i = 0; i + size <= n; i++) {
		if (s[i] == wanted[0] && !memcmp(s + i, wanted, size))
			return true;
	}
	return false;
}

static unsigned int hook_find(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	char copy[255];
	unsigned int n = copy_payload(skb, copy);

	return has_version(copy, n) ? NF_DROP : NF_ACCEPT;
}

static const struct {
	const char *name;
	nf_hookfn *fn;
} bench_hooks[] = {
	{ "none", NULL },
	{ "empty", hook_empty },
	{ "unmatched", hook_unmatched },
	{ "fields", hook_fields },
	{ "ports", hook_ports },
	{ "shared", hook_shared },
	{ "ttl", hook_ttl },
	{ "port", hook_port },
	{ "ssh", hook_ssh },
	{ "find", hook_find },
};

static struct nf_hook_ops bench_ops = {
	.pf = NFPROTO_IPV4,
	.hooknum = NF_INET_PRE_ROUTING,
	.priority = NF_IP_PRI_FILTER,
};

int bench_hook(const char *name)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(bench_hooks); i++) {
		if (!sysfs_streq(name, bench_hooks[i].name))
			continue;
		if (bench_ops.hook)
			nf_unregister_net_hook(&init_net, &bench_ops);
		bench_ops.hook = bench_hooks[i].fn;
		return bench_ops.hook ? nf_register_net_hook(&init_net, &bench_ops) : 0;
	}
	return -EINVAL;
}

/* ---- around all others, for who watches from outside of the guest ---- */

/* Interrupts that this CPU has had: with another number two moments have one in between. */
unsigned long bench_interrupts(void)
{
	const unsigned int *counts = (const void *)this_cpu_ptr(&irq_stat);
	unsigned long sum = kstat_this_cpu->irqs_sum;
	size_t i;

	for (i = 0; i < sizeof(irq_stat) / sizeof(*counts); i++)
		sum += counts[i];
	return sum;
}

static DEFINE_PER_CPU(unsigned long, bench_before);

static unsigned int hook_first(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	this_cpu_write(bench_before, bench_interrupts());
	bench_mark(BENCH_MARK_ENTER);
	return NF_ACCEPT;
}

static unsigned int hook_last(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	if (this_cpu_read(bench_before) == bench_interrupts())
		bench_mark(BENCH_MARK_LEAVE);
	else
		bench_mark(BENCH_MARK_DISTURBED);
	return NF_ACCEPT;
}

static const struct nf_hook_ops bench_around[] = {
	{
		.hook = hook_first,
		.pf = NFPROTO_IPV4,
		.hooknum = NF_INET_PRE_ROUTING,
		.priority = NF_IP_PRI_FILTER - 1,
	},
	{
		.hook = hook_last,
		.pf = NFPROTO_IPV4,
		.hooknum = NF_INET_PRE_ROUTING,
		.priority = NF_IP_PRI_FILTER + 1,
	},
};

static bool bench_around_on;

/* Marks where the hooks of filters begin and end, from now on or no more. */
int bench_regions(bool on)
{
	int err = 0;

	if (on == bench_around_on)
		return 0;
	if (on)
		err = nf_register_net_hooks(&init_net, bench_around, ARRAY_SIZE(bench_around));
	else
		nf_unregister_net_hooks(&init_net, bench_around, ARRAY_SIZE(bench_around));
	if (!err)
		bench_around_on = on;
	return err;
}
