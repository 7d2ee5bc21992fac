/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the netfilter binding. Generated from specs/netfilter.yaml. */
#ifndef BINDING_NETFILTER_H
#define BINDING_NETFILTER_H

#include <linux/if.h>
#include <linux/in.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <linux/skbuff.h>

#include "klua.h"
#include "packet.h"

/* The headers of a packet. */
extern const struct luadata_layout luadata_layout_netfilter_hdr;

LUADATA_API int luaopen_netfilter(lua_State *L);

/* In the host: called when the module comes and goes. */
int klua_netfilter_init(void);
void klua_netfilter_exit(void);

/* In the host: where fields lie; false when they are absent. */
bool klua_packet_ip(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_ip6(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_tcp(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_udp(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_icmp(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_icmp6(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_saddr(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_daddr(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_sport(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_dport(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span);

/**
 * struct klua_netfilter_filter_options - what a script asks for in netfilter.attach{filter = …}
 * @family: IPv4, IPv6, or both (inet)
 * @hook: place on the packet's way
 * @has_proto: whether @proto was given
 * @proto: transport protocol, by name or number, behind up to 16 extension headers (all of IANA's
 *	list, and AH) and 2048 bytes
 * @has_sport: whether @sport was given
 * @sport: source port; goes with proto tcp, udp or none; never matches later fragments
 * @has_dport: whether @dport was given
 * @dport: destination port; goes with proto tcp, udp or none; never matches later fragments
 * @has_interface: whether @interface was given
 * @interface: interface that it came in by, or leaves by (local_out, post_routing)
 * @priority: order among the hooks of that place
 * @default_verdict: what happens when the script gives no verdict, or fails; with drop also to
 *	packets that cannot be read as far as the rule needs
 */
struct klua_netfilter_filter_options {
	int family;
	unsigned int hook;
	bool has_proto;
	u8 proto;
	bool has_sport;
	u16 sport;
	bool has_dport;
	u16 dport;
	bool has_interface;
	char interface[IFNAMSIZ]; /* specs/netfilter.yaml:63 */
	int priority;
	unsigned int default_verdict;
};

/**
 * struct klua_netfilter_filter - arguments of one call, filled by the host
 * @packet: memory lent for the call, as luadata_lend() takes it
 * @hdr: its headers: a range of @packet
 * @skb: the socket buffer
 */
struct klua_netfilter_filter {
	struct {
		void *base;
		size_t length;
		size_t linear;
		unsigned int flags;
		const struct luadata_handle_ops *ops;
		void *owner;
	} packet;
	struct luadata_span hdr;
	struct sk_buff *skb;
};

/* What scripts may write of its headers, by BIT() of @hook: for the host's may_write. */
extern const struct luadata_grants klua_netfilter_filter_hdr_ip;
extern const struct luadata_grants klua_netfilter_filter_hdr_ip6;
extern const struct luadata_grants klua_netfilter_filter_hdr_tcp;
extern const struct luadata_grants klua_netfilter_filter_hdr_udp;
extern const struct luadata_grants klua_netfilter_filter_hdr_icmp;
extern const struct luadata_grants klua_netfilter_filter_hdr_icmp6;

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_netfilter_filter_host; /* specs/netfilter.yaml:63 */

/**
 * klua_netfilter_filter() - Decides about one packet. Checksums of IPv4, TCP, UDP and ICMP follow
 * what it writes; one that it writes itself is taken as it is. What the kernel has acted on stays:
 * of headers it writes the fields listed below, and of what follows them every byte. Extension
 * headers, AH among them, are headers; so is all up to the end of the inner transport's header in a
 * packet that this kernel has put into a tunnel, or has joined of several of a tunnel. What it puts
 * into L2TP, PPTP or a multicast router's register it does not note: there all of that is payload.
 * @at: whose script
 * @args: its arguments
 * @result: true: accept the packet; false: drop it; nil: the rule's default; unchanged when it gave
 *	none
 *
 * Return: 0, or -errno when there is no result: the rule's default verdict.
 */
static inline int klua_netfilter_filter(struct klua_attachment *at,
					const struct klua_netfilter_filter *args,
					unsigned int *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer ? NF_ACCEPT : NF_DROP;
	return 0;
}

#endif
