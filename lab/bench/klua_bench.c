// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Counts instructions in a guest whose clock counts them: with -icount shift=0 a nanosecond is one.
 *
 * /proc/klua_bench takes a command and then reads as its result:
 *   packets N     mean cost of one 64-byte UDP packet over loopback, sent and received here
 *   hook none|empty|fields|ttl|port|ssh
 *                 what a C hook in IPv4 PRE_ROUTING does with each packet from now on
 *   throttle N    the same of what Figure 1 reads and decides, in C: load, temperature, comparison
 *
 * Scripts get `require "bench"`: now() is the clock in nanoseconds.
 */
#include <linux/acpi.h>
#include <linux/cpufreq.h>
#include <linux/delay.h>
#include <linux/in.h>
#include <linux/init.h>
#include <linux/ip.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/netfilter_ipv4.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/skbuff.h>
#include <linux/udp.h>
#include <linux/units.h>
#include <net/checksum.h>
#include <net/net_namespace.h>
#include <net/sock.h>

#include "klua.h"

#define BENCH_PORT 2222
#define BENCH_PAYLOAD 64
#define BENCH_PACKETS_MAX 10000

static const char bench_payload[BENCH_PAYLOAD] = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7\r\n";

static DEFINE_MUTEX(bench_lock);
static u64 bench_mean;

/* ---- hooks in C: the references ---- */

static u64 bench_sink; /* written with WRITE_ONCE(), so that no reading is optimized away */

static unsigned int hook_empty(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	return NF_ACCEPT;
}

static bool bench_wanted(const struct sk_buff *skb)
{
	const struct iphdr *ip = ip_hdr(skb);
	const struct udphdr *udp = (const void *)ip + ip->ihl * 4;

	return ip->protocol == IPPROTO_UDP && udp->dest == htons(BENCH_PORT);
}

static unsigned int hook_fields(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	const struct iphdr *ip = ip_hdr(skb);

	if (bench_wanted(skb))
		WRITE_ONCE(bench_sink, bench_sink + ntohs(ip->tot_len) + ip->ttl + ip->protocol +
					       ntohl(ip->saddr));
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

static unsigned int hook_ssh(void *priv, struct sk_buff *skb, const struct nf_hook_state *state)
{
	const struct iphdr *ip = ip_hdr(skb);
	unsigned int payload = ip->ihl * 4 + sizeof(struct udphdr);
	unsigned int n = min(skb->len - payload, 255u);
	char copy[255];

	if (!bench_wanted(skb) || skb_copy_bits(skb, payload, copy, n))
		return NF_ACCEPT;
	return ssh_is_refused(copy, n) ? NF_DROP : NF_ACCEPT;
}

static const struct {
	const char *name;
	nf_hookfn *fn;
} bench_hooks[] = {
	{ "none", NULL },
	{ "empty", hook_empty },
	{ "fields", hook_fields },
	{ "ttl", hook_ttl },
	{ "port", hook_port },
	{ "ssh", hook_ssh },
};

static struct nf_hook_ops bench_ops = {
	.pf = NFPROTO_IPV4,
	.hooknum = NF_INET_PRE_ROUTING,
	.priority = NF_IP_PRI_FILTER,
};

static int bench_hook(const char *name)
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

/* ---- packets ---- */

static int bench_one(struct socket *tx, struct socket *rx, u64 *ns)
{
	char buf[BENCH_PAYLOAD];
	struct kvec out = { (void *)bench_payload, BENCH_PAYLOAD };
	struct kvec in = { buf, sizeof(buf) };
	struct msghdr tx_msg = { .msg_flags = MSG_DONTWAIT };
	struct msghdr rx_msg = {};
	u64 start = ktime_get_ns();
	int n = kernel_sendmsg(tx, &tx_msg, &out, 1, BENCH_PAYLOAD);

	if (n == BENCH_PAYLOAD)
		n = kernel_recvmsg(rx, &rx_msg, &in, 1, sizeof(buf), 0);
	*ns = ktime_get_ns() - start;
	return n == BENCH_PAYLOAD ? 0 : n < 0 ? n : -EIO;
}

static int bench_send(struct socket *tx, struct socket *rx, unsigned int n)
{
	u64 sum = 0, ns;
	unsigned int i;
	int err;

	for (i = 0; i < n; i++) {
		err = bench_one(tx, rx, &ns);
		if (err)
			return err;
		sum += ns;
	}
	bench_mean = div_u64(sum, n);
	return 0;
}

static int bench_packets(unsigned int n)
{
	struct sockaddr_in addr = {
		.sin_family = AF_INET,
		.sin_port = htons(BENCH_PORT),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	struct socket *tx, *rx;
	int err = sock_create_kern(&init_net, AF_INET, SOCK_DGRAM, IPPROTO_UDP, &tx);

	if (err)
		return err;
	err = sock_create_kern(&init_net, AF_INET, SOCK_DGRAM, IPPROTO_UDP, &rx);
	if (err)
		goto out_tx;
	rx->sk->sk_rcvtimeo = HZ; /* a lost packet is an error, not a wait for ever */
	err = kernel_bind(rx, (struct sockaddr *)&addr, sizeof(addr));
	if (!err)
		err = kernel_connect(tx, (struct sockaddr *)&addr, sizeof(addr), 0);
	if (!err)
		err = bench_send(tx, rx, n);
	sock_release(rx);
out_tx:
	sock_release(tx);
	return err;
}

/* ---- the work of a governor's call ---- */

static acpi_handle bench_zone;

static acpi_status bench_found(acpi_handle handle, u32 level, void *context, void **result)
{
	bench_zone = handle;
	return AE_CTRL_TERMINATE;
}

static int bench_decide(unsigned int cpu)
{
	static u64 last_idle, last_wall;
	static unsigned long long tenths; /* kept for 100 ms, as klua_acpi does */
	static unsigned long read_at;
	u64 wall, idle, load;

	idle = get_cpu_idle_time(cpu, &wall, 0);
	load = wall == last_wall ? 0 : 100 - div64_u64(100 * (idle - last_idle), wall - last_wall);
	last_idle = idle;
	last_wall = wall;
	if (!tenths || time_after(jiffies, read_at + msecs_to_jiffies(100))) {
		if (ACPI_FAILURE(acpi_evaluate_integer(bench_zone, "_TMP", NULL, &tenths)))
			return -EIO;
		read_at = jiffies;
	}
	WRITE_ONCE(bench_sink, deci_kelvin_to_celsius(tenths) >= 100 ? 1 :
			       load > 80			     ? 2 :
			       load < 30			     ? 3 :
								       0);
	return 0;
}

static int bench_throttle(unsigned int n)
{
	u64 sum = 0, start;
	unsigned int i;
	int err;

	acpi_walk_namespace(ACPI_TYPE_THERMAL, ACPI_ROOT_OBJECT, ACPI_UINT32_MAX, bench_found, NULL,
			    NULL, NULL);
	for (i = 0; i < n; i++) {
		start = ktime_get_ns();
		err = bench_decide(0);
		sum += ktime_get_ns() - start;
		if (err)
			return err;
		usleep_range(10000, 11000); /* as often as the governor asks */
	}
	bench_mean = div_u64(sum, n);
	return 0;
}

/* ---- the file ---- */

static ssize_t bench_write(struct file *file, const char __user *ubuf, size_t size, loff_t *pos)
{
	char cmd[64], word[16];
	unsigned int n;
	int err;

	if (size >= sizeof(cmd))
		return -EINVAL;
	if (copy_from_user(cmd, ubuf, size))
		return -EFAULT;
	cmd[size] = 0;
	mutex_lock(&bench_lock);
	if (sscanf(cmd, "packets %u", &n) == 1)
		err = n && n <= BENCH_PACKETS_MAX ? bench_packets(n) : -ERANGE;
	else if (sscanf(cmd, "throttle %u", &n) == 1)
		err = n && n <= BENCH_PACKETS_MAX ? bench_throttle(n) : -ERANGE;
	else if (sscanf(cmd, "hook %15s", word) == 1)
		err = bench_hook(word);
	else
		err = -EINVAL;
	mutex_unlock(&bench_lock);
	return err ?: size;
}

static int bench_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%llu\n", bench_mean);
	return 0;
}

static int bench_open_file(struct inode *inode, struct file *file)
{
	return single_open(file, bench_show, NULL);
}

static const struct proc_ops bench_proc_ops = {
	.proc_open = bench_open_file,
	.proc_read = seq_read,
	.proc_lseek = seq_lseek,
	.proc_release = single_release,
	.proc_write = bench_write,
};

/* ---- the binding ---- */

static int bench_now(lua_State *L)
{
	lua_pushinteger(L, ktime_get_ns());
	return 1;
}

static int bench_open(lua_State *L)
{
	lua_createtable(L, 0, 1);
	lua_pushcfunction(L, bench_now);
	lua_setfield(L, -2, "now");
	return 1;
}

static struct klua_binding bench_binding = {
	.name = "bench",
	.owner = THIS_MODULE,
	.open = bench_open,
	.capability = -1,
};

static int __init bench_init(void)
{
	int err = klua_register(&bench_binding);

	if (err)
		return err;
	if (!proc_create("klua_bench", 0600, NULL, &bench_proc_ops)) {
		klua_unregister(&bench_binding);
		return -ENOMEM;
	}
	return 0;
}

static void __exit bench_exit(void)
{
	bench_hook("none");
	remove_proc_entry("klua_bench", NULL);
	klua_unregister(&bench_binding);
}

module_init(bench_init);
module_exit(bench_exit);

MODULE_DESCRIPTION("klua: instruction counts");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
