// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Sends packets that a script's rule wants through netfilter.filter, and obeys its verdict. */

#include <linux/if.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <linux/netfilter_ipv6.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <net/ip.h>
#include <net/net_namespace.h>

#include "klua.h"
#include "netfilter.h"
#include "packet.h"

enum counter { SEEN, MATCHED, ACCEPTED, DROPPED, DEFAULTED, COUNTERS };

static const char *const counter_names[] = { "seen",    "matched",   "accepted",
					     "dropped", "defaulted", NULL };

struct counters {
	u64 n[COUNTERS];
};

/**
 * struct rule - one attachment: which packets, in which namespace
 * @counters: of each CPU
 * @protocol: IPPROTO_…, or ANY
 * @ports: source and destination port, as they lie in a packet
 * @ports_mask: 0 where any port will do
 * @want: what to match beside the protocol: WANT_…
 * @plain: glance() says all there is to say of a packet that it finds wanted
 * @rights: what the script may write of headers there
 * @options: as the script gave them
 * @at: the attachment
 * @ops: what netfilter calls, @nops of them
 * @net: the namespace; NULL once it is gone, and its hooks with it
 * @list: in rules
 * @rcu: freed when no packet is inside
 */
struct rule {
	struct counters __percpu *counters;
	int protocol;
	__be32 ports;
	__be32 ports_mask;
	unsigned int want;
	bool plain;
	struct klua_packet_rights rights;
	struct klua_netfilter_filter_options options;
	struct klua_attachment *at;
	struct nf_hook_ops ops[2];
	unsigned int nops;
	struct net *net;
	struct list_head list;
	struct rcu_head rcu;
};

#define ANY (-1)
#define WANT_PORTS BIT(0)
#define WANT_INTERFACE BIT(1)

/* The rules of all namespaces; guards rule->net as well. */
static LIST_HEAD(rules);
static DEFINE_MUTEX(rules_lock);

static inline void count(const struct rule *rule, enum counter counter)
{
	this_cpu_inc(rule->counters->n[counter]);
}

/* What decides over the route of a packet that this machine sends. */
struct route_key {
	struct in6_addr saddr;
	struct in6_addr daddr;
	u32 mark;
	u32 flow; /* tos, or traffic class and flow label */
};

static void route_key(struct route_key *key, const struct sk_buff *skb, u8 family)
{
	memset(key, 0, sizeof(*key));
	key->mark = skb->mark;
	if (family == NFPROTO_IPV4) {
		key->saddr.s6_addr32[0] = ip_hdr(skb)->saddr;
		key->daddr.s6_addr32[0] = ip_hdr(skb)->daddr;
		key->flow = ip_hdr(skb)->tos;
	} else {
		key->saddr = ipv6_hdr(skb)->saddr;
		key->daddr = ipv6_hdr(skb)->daddr;
		key->flow = *(__force u32 *)ipv6_hdr(skb);
	}
}

/*
 * Early demux looked a socket up by what a script has changed since; its protocol looks again. What
 * leaves keeps the socket that sent it.
 */
static noinline void forget_socket(struct sk_buff *skb, unsigned int hook)
{
	if (hook != NF_INET_LOCAL_OUT && hook != NF_INET_POST_ROUTING)
		skb_orphan(skb);
}

static __always_inline unsigned int filter(struct rule *rule, struct klua_packet *packet,
					   struct sk_buff *skb)
{
	struct klua_netfilter_filter args = {
		.packet = {
			.base = skb->data,
			.length = skb->len,
			.linear = skb_headlen(skb),
			.ops = &klua_packet_ops,
			.owner = packet,
		},
		.hdr = {0, skb->len},
		.skb = skb,
	};
	unsigned int verdict = rule->options.default_verdict;
	int err = klua_netfilter_filter(rule->at, &args, &verdict);

	if (unlikely(packet->moved))
		forget_socket(skb, rule->options.hook);
	if (err) {
		count(rule, DEFAULTED);
		return rule->options.default_verdict;
	}
	count(rule, verdict == NF_DROP ? DROPPED : ACCEPTED);
	return verdict;
}

/* A packet that goes elsewhere now, or in another way, needs another route. */
static noinline unsigned int filter_output(struct rule *rule, struct klua_packet *packet,
					   const struct nf_hook_state *state)
{
	struct sk_buff *skb = packet->block.skb;
	struct route_key before, after;
	unsigned int verdict;
	int err;

	route_key(&before, skb, packet->family);
	verdict = filter(rule, packet, skb);
	if (verdict != NF_ACCEPT)
		return verdict;
	route_key(&after, skb, packet->family);
	if (!memcmp(&before, &after, sizeof(before)))
		return verdict;
	if (packet->family == NFPROTO_IPV4)
		err = ip_route_me_harder(state->net, state->sk, skb, RTN_UNSPEC);
	else
		err = nf_ip6_route_me_harder(state->net, state->sk, skb);
	return err ? NF_DROP_ERR(err) : verdict;
}

/* What a look at a packet says; UNSURE: it cannot be read as far as the rule needs. */
enum wanted { UNWANTED, WANTED, UNSURE };

static enum wanted match_ports(const struct rule *rule, const struct klua_packet *packet,
			       const struct sk_buff *skb)
{
	const __be32 *ports;
	__be32 copy;

	if (packet->later_fragment ||
	    (packet->protocol != IPPROTO_TCP && packet->protocol != IPPROTO_UDP))
		return UNWANTED;
	ports = skb_header_pointer(skb, packet->transport_offset, sizeof(copy), &copy);
	if (!ports)
		return UNSURE;
	return (*ports ^ rule->ports) & rule->ports_mask ? UNWANTED : WANTED;
}

/* A packet that is forwarded has both in post_routing, too. */
static bool match_interface(const struct rule *rule, const struct nf_hook_state *state)
{
	bool leaves = state->hook == NF_INET_LOCAL_OUT || state->hook == NF_INET_POST_ROUTING;
	const struct net_device *dev = leaves ? state->out : state->in;

	return dev && !strncmp(dev->name, rule->options.interface, IFNAMSIZ);
}

/* Of a packet whose headers cannot be walked over to their end. */
static enum wanted match_cut(const struct rule *rule, const struct klua_packet *packet)
{
	if (packet->later_fragment && (rule->want & WANT_PORTS))
		return UNWANTED;
	return rule->protocol != ANY || (rule->want & WANT_PORTS) ? UNSURE : WANTED;
}

static enum wanted match(const struct rule *rule, struct klua_packet *packet,
			 const struct sk_buff *skb, const struct nf_hook_state *state)
{
	if ((rule->want & WANT_INTERFACE) && !match_interface(rule, state))
		return UNWANTED;
	if (!(state->pf == NFPROTO_IPV4 ? klua_packet_ipv4(packet, skb)
					: klua_packet_ipv6(packet, skb)))
		return UNSURE;
	if (!packet->whole)
		return match_cut(rule, packet);
	if (rule->protocol != ANY && rule->protocol != packet->protocol)
		return UNWANTED;
	return rule->want & WANT_PORTS ? match_ports(rule, packet, skb) : WANTED;
}

/* A rule that drops by default fails closed: nothing gets round it because it cannot be read. */
static noinline unsigned int filter_unread(const struct rule *rule)
{
	if (rule->options.default_verdict != NF_DROP)
		return NF_ACCEPT;
	count(rule, MATCHED);
	count(rule, DEFAULTED);
	return NF_DROP;
}

/* @found: what glance() said, WANTED or UNSURE. */
static noinline unsigned int run(struct rule *rule, struct sk_buff *skb,
				 const struct nf_hook_state *state, enum wanted found)
{
	struct klua_packet packet __uninitialized; /* what is read of it is written here */

	if (found == WANTED)
		klua_packet_plain(&packet, skb);
	else
		found = match(rule, &packet, skb, state);
	if (found != WANTED)
		return found == UNWANTED ? NF_ACCEPT : filter_unread(rule);
	packet.rights = &rule->rights;
	klua_packet_begin(&packet, skb);
	count(rule, MATCHED);
	return state->hook == NF_INET_LOCAL_OUT ? filter_output(rule, &packet, state)
						: filter(rule, &packet, skb);
}

/* Other ports, another protocol: but for what AH may hide. */
static __always_inline enum wanted glance_other(const struct iphdr *ip)
{
	return unlikely(ip->protocol == IPPROTO_AH) ? UNSURE : UNWANTED;
}

/* A cheap answer for the usual packet, IPv4 without options; match() knows the others. */
static __always_inline enum wanted glance(const struct rule *rule, const struct sk_buff *skb)
{
	const struct iphdr *ip = (const struct iphdr *)skb->data;

	if (skb_headlen(skb) < sizeof(*ip) + sizeof(rule->ports))
		return UNSURE;
	if (ip->protocol != rule->protocol && rule->protocol != ANY)
		return glance_other(ip);
	if (*skb->data != KLUA_PACKET_PLAIN || (ip->frag_off & htons(IP_OFFSET)))
		return UNSURE;
	if ((*(const __be32 *)(ip + 1) ^ rule->ports) & rule->ports_mask)
		return glance_other(ip);
	return rule->plain ? WANTED : UNSURE;
}

static unsigned int ipv4_hook(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	struct rule *rule = priv;
	enum wanted found;

	count(rule, SEEN);
	found = glance(rule, skb);
	return found == UNWANTED ? NF_ACCEPT : run(rule, skb, state, found);
}

static unsigned int ipv6_hook(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	struct rule *rule = priv;

	count(rule, SEEN);
	return run(rule, skb, state, UNSURE);
}

/* The two ports as they lie in a packet, and a mask of those that count. */
static void set_ports(struct rule *rule, const struct klua_netfilter_filter_options *options)
{
	__be16 ports[2] = { htons(options->sport), htons(options->dport) };
	__be16 mask[2] = { options->has_sport ? (__force __be16)0xffff : 0,
			   options->has_dport ? (__force __be16)0xffff : 0 };

	memcpy(&rule->ports, ports, sizeof(rule->ports));
	memcpy(&rule->ports_mask, mask, sizeof(rule->ports_mask));
}

static void add_op(struct rule *rule, nf_hookfn *hook, u8 family)
{
	rule->ops[rule->nops++] = (struct nf_hook_ops){
		.hook = hook,
		.priv = rule,
		.pf = family,
		.hooknum = rule->options.hook,
		.priority = rule->options.priority,
	};
}

static void rule_free(struct rule *rule)
{
	free_percpu(rule->counters);
	kfree(rule);
}

static void rule_free_rcu(struct rcu_head *rcu)
{
	rule_free(container_of(rcu, struct rule, rcu));
}

static struct rule *rule_new(struct klua_attachment *at,
			     const struct klua_netfilter_filter_options *options)
{
	struct rule *rule = kzalloc(sizeof(*rule), GFP_KERNEL);

	if (!rule)
		return NULL;
	rule->counters = alloc_percpu(struct counters);
	if (!rule->counters) {
		kfree(rule);
		return NULL;
	}
	rule->options = *options;
	rule->protocol = options->has_proto ? options->proto : ANY;
	set_ports(rule, options);
	rule->want = (options->has_sport || options->has_dport ? WANT_PORTS : 0) |
		     (options->has_interface ? WANT_INTERFACE : 0);
	/* Other protocols have no ports where glance() looks for them. */
	rule->plain = !rule->want || (rule->want == WANT_PORTS && rule->protocol != ANY);
	rule->rights = (struct klua_packet_rights){
		.hook = BIT(options->hook),
		.ip.grants = &klua_netfilter_filter_hdr_ip,
		.ip6.grants = &klua_netfilter_filter_hdr_ip6,
		.tcp.grants = &klua_netfilter_filter_hdr_tcp,
		.udp.grants = &klua_netfilter_filter_hdr_udp,
		.icmp.grants = &klua_netfilter_filter_hdr_icmp,
		.icmp6.grants = &klua_netfilter_filter_hdr_icmp6,
	};
	klua_packet_find_rights(&rule->rights);
	rule->at = at;
	rule->net = at->net;
	if (options->family != NFPROTO_IPV6)
		add_op(rule, ipv4_hook, NFPROTO_IPV4);
	if (options->family != NFPROTO_IPV4)
		add_op(rule, ipv6_hook, NFPROTO_IPV6);
	return rule;
}

/* Keys that match no packet together. */
static int check_options(struct klua_attachment *at,
			 const struct klua_netfilter_filter_options *options)
{
	if ((options->has_sport || options->has_dport) && options->has_proto &&
	    options->proto != IPPROTO_TCP && options->proto != IPPROTO_UDP)
		return klua_refuse(at, "%s: expected proto tcp, udp or none beside it, got %u",
				   options->has_sport ? "sport" : "dport", options->proto);
	if (options->has_proto && options->proto == IPPROTO_AH)
		return klua_refuse(at, "proto: AH is skipped: name the protocol behind it");
	if (options->has_interface && !options->interface[0])
		return klua_refuse(at, "interface: expected a name, got an empty string");
	return 0;
}

static int filter_attach(struct klua_attachment *at)
{
	const struct klua_netfilter_filter_options *options = at->options;
	struct rule *rule;
	int err;

	err = check_options(at, options);
	if (err)
		return err;
	rule = rule_new(at, options);
	if (!rule)
		return -ENOMEM;
	at->data = rule;
	mutex_lock(&rules_lock);
	err = nf_register_net_hooks(rule->net, rule->ops, rule->nops);
	if (!err)
		list_add(&rule->list, &rules);
	mutex_unlock(&rules_lock);
	/* The first of two was in force before the second failed. */
	if (err)
		call_rcu(&rule->rcu, rule_free_rcu);
	if (err == -E2BIG)
		klua_refuse(at, "hook: this place has as many hooks as the kernel allows");
	return err;
}

static void filter_detach(struct klua_attachment *at)
{
	struct rule *rule = at->data;

	mutex_lock(&rules_lock);
	if (rule->net)
		nf_unregister_net_hooks(rule->net, rule->ops, rule->nops);
	list_del(&rule->list);
	mutex_unlock(&rules_lock);
	call_rcu(&rule->rcu, rule_free_rcu);
}

static u64 filter_count(struct klua_attachment *at, unsigned int index)
{
	const struct rule *rule = at->data;
	u64 sum = 0;
	int cpu;

	for_each_possible_cpu(cpu) /* bounded: CPUs */
		sum += READ_ONCE(per_cpu_ptr(rule->counters, cpu)->n[index]);
	return sum;
}

const struct klua_host klua_netfilter_filter_host = {
	.attach = filter_attach,
	.detach = filter_detach,
	.counters = counter_names,
	.count = filter_count,
};

/* A namespace goes away: its hooks go first, the scripts stay. */
static void net_pre_exit(struct net *net)
{
	struct rule *rule;

	mutex_lock(&rules_lock);
	list_for_each_entry(rule, &rules, list) { /* bounded: the filters there are */
		if (rule->net != net)
			continue;
		nf_unregister_net_hooks(net, rule->ops, rule->nops);
		rule->net = NULL;
	}
	mutex_unlock(&rules_lock);
}

static struct pernet_operations net_ops = {
	.pre_exit = net_pre_exit,
};

int klua_netfilter_init(void)
{
	return register_pernet_subsys(&net_ops);
}

void klua_netfilter_exit(void)
{
	unregister_pernet_subsys(&net_ops);
	rcu_barrier(); /* rule_free_rcu() is code of this module */
}
