// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The binding `captured`: objects that only callbacks lend, by the names of their layouts.
 *
 *   captured.skb()   a copy of a UDP packet that came in, with the connection that it belongs to
 */
#include <linux/err.h>
#include <linux/ip.h>
#include <linux/module.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <linux/skbuff.h>
#include <net/net_namespace.h>
#include <net/netfilter/nf_conntrack.h>

#include "klua.h"
#include "skb.h"

static struct sk_buff *captured_skb;

static unsigned int capture(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	struct sk_buff *copy;

	if (READ_ONCE(captured_skb) || ip_hdr(skb)->protocol != IPPROTO_UDP || !skb_nfct(skb))
		return NF_ACCEPT;
	copy = skb_copy(skb, GFP_ATOMIC);
	if (copy && cmpxchg(&captured_skb, NULL, copy))
		kfree_skb(copy);
	return NF_ACCEPT;
}

static const struct nf_hook_ops hook = {
	.hook = capture,
	.pf = NFPROTO_IPV4,
	.hooknum = NF_INET_LOCAL_IN,
	.priority = NF_IP_PRI_FILTER,
};

static int l_skb(lua_State *L)
{
	struct sk_buff *skb = READ_ONCE(captured_skb);

	if (!skb)
		return luaL_error(L, "captured.skb: no packet came yet");
	luadata_pushobject(L, &luadata_layout_skb, skb, LUADATA_HANDLE_WRITABLE, NULL, skb);
	return 1;
}

static const luaL_Reg captured_functions[] = {
	{ "skb", l_skb },
	{ NULL, NULL },
};

static int captured_open(lua_State *L)
{
	lua_createtable(L, 0, 1);
	luaL_setfuncs(L, captured_functions, 0);
	return 1;
}

static struct klua_binding captured = {
	.name = "captured",
	.owner = THIS_MODULE,
	.open = captured_open,
	.capability = -1,
};

static int __init captured_init(void)
{
	int err = nf_ct_netns_get(&init_net, NFPROTO_IPV4);

	if (err)
		return err;
	err = nf_register_net_hook(&init_net, &hook);
	if (err)
		goto put;
	err = klua_register(&captured);
	if (!err)
		return 0;
	nf_unregister_net_hook(&init_net, &hook);
put:
	nf_ct_netns_put(&init_net, NFPROTO_IPV4);
	return err;
}

static void __exit captured_exit(void)
{
	klua_unregister(&captured);
	nf_unregister_net_hook(&init_net, &hook);
	synchronize_net();
	kfree_skb(captured_skb);
	nf_ct_netns_put(&init_net, NFPROTO_IPV4);
}

module_init(captured_init);
module_exit(captured_exit);

MODULE_DESCRIPTION("klua: objects for the test of contexts");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
