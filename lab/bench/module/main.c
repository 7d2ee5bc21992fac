// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Counts instructions in a guest whose clock counts them: with -icount shift=0 a nanosecond is one.
 *
 * /proc/klua_bench takes a command and then reads as its result:
 *   packets N     mean cost of one 64-byte UDP packet over loopback, sent and received here
 *   flood N       packets in a second while each CPU sends N, to a port of its own
 *   hook NAME     what a C hook in IPv4 PRE_ROUTING does with each packet from now on (hooks.c)
 *   regions on|off  marks where the hooks begin and end, for QEMU's plugins
 *   span begin|end  marks what is counted, for QEMU's plugins
 *   throttle N    what Figure 1 does, in C: load, temperature, comparison, the frequency
 *   decide N      the same with a constant temperature
 *
 * Scripts get `require "bench"`: now() is the clock in nanoseconds.
 */
#include <linux/init.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

#include "mark.h"
#include "bench.h"
#include "klua.h"

static DEFINE_MUTEX(bench_lock);
static u64 bench_result;

static int bench_span(const char *word)
{
	if (!strcmp(word, "begin"))
		bench_mark(BENCH_MARK_BEGIN);
	else if (!strcmp(word, "end"))
		bench_mark(BENCH_MARK_END);
	else
		return -EINVAL;
	return 0;
}

static int bench_command(const char *cmd)
{
	unsigned int n;
	char word[16];

	if (sscanf(cmd, "hook %15s", word) == 1)
		return bench_hook(word);
	if (sscanf(cmd, "regions %15s", word) == 1)
		return bench_regions(!strcmp(word, "on"));
	if (sscanf(cmd, "span %15s", word) == 1)
		return bench_span(word);
	if (sscanf(cmd, "%15s %u", word, &n) != 2)
		return -EINVAL;
	if (!n || n > BENCH_PACKETS_MAX)
		return -ERANGE;
	if (!strcmp(word, "packets"))
		return bench_packets(n, &bench_result);
	if (!strcmp(word, "flood"))
		return bench_flood(n, &bench_result);
	if (!strcmp(word, "throttle"))
		return bench_throttle(n, true, &bench_result);
	if (!strcmp(word, "decide"))
		return bench_throttle(n, false, &bench_result);
	return -EINVAL;
}

static ssize_t bench_write(struct file *file, const char __user *ubuf, size_t size, loff_t *pos)
{
	char cmd[64];
	int err;

	if (size >= sizeof(cmd))
		return -EINVAL;
	if (copy_from_user(cmd, ubuf, size))
		return -EFAULT;
	cmd[size] = 0;
	mutex_lock(&bench_lock);
	err = bench_command(cmd);
	mutex_unlock(&bench_lock);
	return err ?: size;
}

static int bench_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%llu\n", bench_result);
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

static int bench_require(lua_State *L)
{
	lua_createtable(L, 0, 1);
	lua_pushcfunction(L, bench_now);
	lua_setfield(L, -2, "now");
	return 1;
}

static struct klua_binding bench_binding = {
	.name = "bench",
	.owner = THIS_MODULE,
	.open = bench_require,
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
	bench_regions(false);
	bench_hook("none");
	remove_proc_entry("klua_bench", NULL);
	klua_unregister(&bench_binding);
}

module_init(bench_init);
module_exit(bench_exit);

MODULE_DESCRIPTION("klua: instruction counts");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
