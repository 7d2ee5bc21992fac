// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The netfilter binding: Packet filtering by scripts, at netfilter's hooks. Generated from
 * specs/netfilter.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/if.h>
#include <linux/in.h>
#include <linux/limits.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <linux/overflow.h>
#include <linux/skbuff.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "icmp.h"
#include "icmpv6.h"
#include "ipv4.h"
#include "ipv6.h"
#include "skb.h"
#include "tcp.h"
#include "udp.h"
#include "netfilter.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Protocol family. */
static const struct luadata_constant family_names[] = {
	{"inet", NFPROTO_INET}, /* specs/netfilter.yaml:21 */
	{"ipv4", NFPROTO_IPV4}, /* specs/netfilter.yaml:21 */
	{"ipv6", NFPROTO_IPV6}, /* specs/netfilter.yaml:21 */
	{NULL, 0},
};

/* Place on the way of a packet. */
static const struct luadata_constant hook_names[] = {
	{"pre_routing", NF_INET_PRE_ROUTING}, /* specs/netfilter.yaml:25 */
	{"local_in", NF_INET_LOCAL_IN}, /* specs/netfilter.yaml:26 */
	{"forward", NF_INET_FORWARD}, /* specs/netfilter.yaml:27 */
	{"local_out", NF_INET_LOCAL_OUT}, /* specs/netfilter.yaml:28 */
	{"post_routing", NF_INET_POST_ROUTING}, /* specs/netfilter.yaml:29 */
	{NULL, 0},
};

/* Transport protocol. */
static const struct luadata_constant proto_names[] = {
	{"tcp", IPPROTO_TCP}, /* specs/netfilter.yaml:32 */
	{"udp", IPPROTO_UDP}, /* specs/netfilter.yaml:32 */
	{"icmp", IPPROTO_ICMP}, /* specs/netfilter.yaml:32 */
	{"icmpv6", IPPROTO_ICMPV6}, /* specs/netfilter.yaml:32 */
	{NULL, 0},
};

/* Order among the hooks of one place, the smallest first. */
static const struct luadata_constant priority_names[] = {
	{"raw", NF_IP_PRI_RAW}, /* specs/netfilter.yaml:36 */
	{"conntrack", NF_IP_PRI_CONNTRACK}, /* specs/netfilter.yaml:37 */
	{"mangle", NF_IP_PRI_MANGLE}, /* specs/netfilter.yaml:38 */
	{"nat_dst", NF_IP_PRI_NAT_DST}, /* specs/netfilter.yaml:39 */
	{"filter", NF_IP_PRI_FILTER}, /* specs/netfilter.yaml:40 */
	{"nat_src", NF_IP_PRI_NAT_SRC}, /* specs/netfilter.yaml:41 */
	{"last", NF_IP_PRI_LAST}, /* specs/netfilter.yaml:42 */
	{NULL, 0},
};

/* What happens to a packet. */
static const struct luadata_constant verdict_names[] = {
	{"accept", NF_ACCEPT}, /* specs/netfilter.yaml:45 */
	{"drop", NF_DROP}, /* specs/netfilter.yaml:45 */
	{NULL, 0},
};

static const struct luadata_field hdr_fields[] = {
	{
		.name = "ip",
		.place = klua_packet_ip,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STABLE,
		.layout = &luadata_layout_ipv4,
		.doc = "IPv4 header",
	},
	{
		.name = "ip6",
		.place = klua_packet_ip6,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STABLE,
		.layout = &luadata_layout_ipv6,
		.doc = "IPv6 header",
	},
	{
		.name = "tcp",
		.place = klua_packet_tcp,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STABLE,
		.layout = &luadata_layout_tcp,
		.doc = "TCP header",
	},
	{
		.name = "udp",
		.place = klua_packet_udp,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STABLE,
		.layout = &luadata_layout_udp,
		.doc = "UDP header",
	},
	{
		.name = "icmp",
		.place = klua_packet_icmp,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STABLE,
		.layout = &luadata_layout_icmp,
		.doc = "ICMP header",
	},
	{
		.name = "icmp6",
		.place = klua_packet_icmp6,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STABLE,
		.layout = &luadata_layout_icmpv6,
		.doc = "ICMPv6 header",
	},
	{
		.name = "saddr",
		.size = 16,
		.place = klua_packet_saddr,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "source address",
	},
	{
		.name = "daddr",
		.size = 16,
		.place = klua_packet_daddr,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "destination address",
	},
	{
		.name = "sport",
		.size = 2,
		.bits = 16,
		.place = klua_packet_sport,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "source port of TCP or UDP",
	},
	{
		.name = "dport",
		.size = 2,
		.bits = 16,
		.place = klua_packet_dport,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "destination port of TCP or UDP",
	},
};

const struct luadata_layout luadata_layout_netfilter_hdr = {
	.name = "netfilter.hdr",
	.fields = hdr_fields,
	.nfields = LUADATA_COUNT(hdr_fields),
	.doc = "The headers of a packet",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_netfilter_hdr);

/* ---- the callback filter ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct filter_frame {
	struct luadata_handle *packet_handle;
	struct luadata_handle *skb_handle;
	struct luadata_ref *hdr_ref;
	struct luadata_ref *pld_ref;
	struct luadata_ref *skb_ref;
};

static void filter_prepare(lua_State *L, void *frame)
{
	struct filter_frame *f = frame;
	int packet_index;
	int skb_index;

	luaL_checkstack(L, 5, NULL);
	f->packet_handle = luadata_newhandle(L);
	packet_index = lua_gettop(L);
	f->skb_handle = luadata_newhandle(L);
	skb_index = lua_gettop(L);
	f->hdr_ref = luadata_newroot(L, packet_index, &luadata_layout_netfilter_hdr);
	f->pld_ref = luadata_newroot(L, packet_index, NULL);
	f->skb_ref = luadata_newroot(L, skb_index, &luadata_layout_skb);
}

/* Lends what the function takes: the first @n arguments. */
static void filter_lend(const void *frame, const void *values, int n)
{
	const struct filter_frame *f = frame;
	const struct klua_netfilter_filter *args = values;

	luadata_lend(f->packet_handle, args->packet.base, args->packet.length, args->packet.linear,
		     args->packet.flags, args->packet.ops, args->packet.owner);
	luadata_lendref(f->hdr_ref, args->hdr.offset, args->hdr.length,
			luadata_layout_netfilter_hdr.size);
	if (n <= 1)
		return;
	luadata_lendplaced(f->pld_ref, klua_packet_payload);
	if (n <= 2)
		return;
	luadata_lend(f->skb_handle, args->skb, sizeof(*args->skb), sizeof(*args->skb),
		     LUADATA_HANDLE_WRITABLE, NULL, args->skb);
	luadata_lendref(f->skb_ref, 0, sizeof(*args->skb), sizeof(*args->skb));
}

static void filter_return(const void *frame)
{
	const struct filter_frame *f = frame;

	luadata_return(f->packet_handle);
	luadata_return(f->skb_handle);
}

static const struct luadata_grant filter_hdr_ip[] = {
	{2, ~0u}, /* tos */
	{15, ~0u}, /* dscp */
	{16, ~0u}, /* ecn */
	{9, ~0u}, /* ttl */
	{11, ~0u}, /* check */
	{12, ~0u}, /* saddr */
	{13, BIT(NF_INET_PRE_ROUTING) | BIT(NF_INET_LOCAL_OUT)}, /* daddr */
};

const struct luadata_grants klua_netfilter_filter_hdr_ip = {
	.layout = &luadata_layout_ipv4,
	.list = filter_hdr_ip,
	.n = LUADATA_COUNT(filter_hdr_ip),
};

static const struct luadata_grant filter_hdr_ip6[] = {
	{1, ~0u}, /* traffic_class */
	{8, ~0u}, /* dscp */
	{9, ~0u}, /* ecn */
	{2, ~0u}, /* flow_label */
	{5, ~0u}, /* hop_limit */
	{6, ~0u}, /* saddr */
	{7, BIT(NF_INET_PRE_ROUTING) | BIT(NF_INET_LOCAL_OUT)}, /* daddr */
};

const struct luadata_grants klua_netfilter_filter_hdr_ip6 = {
	.layout = &luadata_layout_ipv6,
	.list = filter_hdr_ip6,
	.n = LUADATA_COUNT(filter_hdr_ip6),
};

static const struct luadata_grant filter_hdr_tcp[] = {
	{0, ~0u}, /* sport */
	{1, ~0u}, /* dport */
	{6, ~0u}, /* cwr */
	{7, ~0u}, /* ece */
	{14, ~0u}, /* window */
	{15, ~0u}, /* check */
};

const struct luadata_grants klua_netfilter_filter_hdr_tcp = {
	.layout = &luadata_layout_tcp,
	.list = filter_hdr_tcp,
	.n = LUADATA_COUNT(filter_hdr_tcp),
};

static const struct luadata_grant filter_hdr_udp[] = {
	{0, ~0u}, /* sport */
	{1, ~0u}, /* dport */
	{3, ~0u}, /* check */
};

const struct luadata_grants klua_netfilter_filter_hdr_udp = {
	.layout = &luadata_layout_udp,
	.list = filter_hdr_udp,
	.n = LUADATA_COUNT(filter_hdr_udp),
};

static const struct luadata_grant filter_hdr_icmp[] = {
	{2, ~0u}, /* check */
	{3, ~0u}, /* id */
	{4, ~0u}, /* sequence */
};

const struct luadata_grants klua_netfilter_filter_hdr_icmp = {
	.layout = &luadata_layout_icmp,
	.list = filter_hdr_icmp,
	.n = LUADATA_COUNT(filter_hdr_icmp),
};

static const struct luadata_grant filter_hdr_icmp6[] = {
	{2, ~0u}, /* check */
	{3, ~0u}, /* id */
	{4, ~0u}, /* sequence */
};

const struct luadata_grants klua_netfilter_filter_hdr_icmp6 = {
	.layout = &luadata_layout_icmpv6,
	.list = filter_hdr_icmp6,
	.n = LUADATA_COUNT(filter_hdr_icmp6),
};

static const struct klua_callback filter_callback = {
	.name = "netfilter.filter",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_netfilter_filter_host,
	.frame_size = sizeof(struct filter_frame),
	.prepare = filter_prepare,
	.unlend = filter_return,
	.nlent = 3,
	.lend = filter_lend,
	.nargs = 3,
	.optional = true,
};

static const char *const filter_keys[] = {
	"filter",
	"family",
	"hook",
	"proto",
	"sport",
	"dport",
	"interface",
	"priority",
	"default",
	NULL,
};

/* netfilter.attach{filter = function or global's name, …}; the function is at stack index 2 */
static int l_attach_filter(lua_State *L)
{
	struct klua_netfilter_filter_options options = {
		.family = NFPROTO_INET, /* specs/netfilter.yaml:63 */
		.hook = NF_INET_LOCAL_IN, /* specs/netfilter.yaml:63 */
		.priority = NF_IP_PRI_FILTER, /* specs/netfilter.yaml:63 */
		.default_verdict = NF_ACCEPT, /* specs/netfilter.yaml:63 */
	};

	luadata_checkkeys(L, "netfilter.attach", filter_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "netfilter.attach: filter",
				    "a function or a global's name");
	if (luadata_key(L, 3, "family"))
		options.family = klua_checkconstant(L, 3, "netfilter.attach: family", family_names,
						    true, INT_MIN,
						    INT_MAX); /* specs/netfilter.yaml:63 */
	if (luadata_key(L, 3, "hook"))
		options.hook = klua_checkconstant(L, 3, "netfilter.attach: hook", hook_names, true,
						  0, UINT_MAX); /* specs/netfilter.yaml:63 */
	if (luadata_key(L, 3, "proto")) {
		options.proto = klua_checkconstant(L, 3, "netfilter.attach: proto", proto_names,
						   false, 0, U8_MAX); /* specs/netfilter.yaml:63 */
		options.has_proto = true;
	}
	if (luadata_key(L, 3, "sport")) {
		options.sport = klua_checkinteger(L, 3, "netfilter.attach: sport", 0,
						  U16_MAX); /* specs/netfilter.yaml:63 */
		options.has_sport = true;
	}
	if (luadata_key(L, 3, "dport")) {
		options.dport = klua_checkinteger(L, 3, "netfilter.attach: dport", 0,
						  U16_MAX); /* specs/netfilter.yaml:63 */
		options.has_dport = true;
	}
	if (luadata_key(L, 3, "interface")) {
		strscpy(options.interface,
			luadata_cstring(L, 3, "netfilter.attach: interface",
					sizeof(options.interface)), sizeof(options.interface));
		options.has_interface = true;
	}
	if (luadata_key(L, 3, "priority"))
		options.priority = klua_checkconstant(L, 3, "netfilter.attach: priority",
						      priority_names, false, INT_MIN,
						      INT_MAX); /* specs/netfilter.yaml:63 */
	if (luadata_key(L, 3, "default"))
		options.default_verdict = klua_checkconstant(L, 3, "netfilter.attach: default",
							     verdict_names, true, 0,
							     UINT_MAX); /* specs/netfilter.yaml:63 */
	klua_attach(L, &filter_callback, 2, &options, sizeof(options));
	return 0;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "filter"))
		return l_attach_filter(L);
	return luaL_error(L, "netfilter.attach: filter is missing");
}

static const luaL_Reg functions[] = {
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_netfilter(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, family_names);
	lua_setfield(L, -2, "family");
	luadata_pushconstants(L, hook_names);
	lua_setfield(L, -2, "hook");
	luadata_pushconstants(L, proto_names);
	lua_setfield(L, -2, "proto");
	luadata_pushconstants(L, priority_names);
	lua_setfield(L, -2, "priority");
	luadata_pushconstants(L, verdict_names);
	lua_setfield(L, -2, "verdict");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_netfilter_hdr);
	lua_setfield(L, -2, "hdr");
	lua_setfield(L, -2, "layouts");
	return 1;
}
