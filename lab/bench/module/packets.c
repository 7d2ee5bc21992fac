// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* UDP packets of 64 bytes over loopback: what one costs, how many go through in a second. */
#include <linux/completion.h>
#include <linux/cpumask.h>
#include <linux/err.h>
#include <linux/in.h>
#include <linux/kthread.h>
#include <linux/ktime.h>
#include <linux/math64.h>
#include <linux/net.h>
#include <linux/slab.h>
#include <net/net_namespace.h>
#include <net/sock.h>

#include "mark.h"
#include "bench.h"

static const char bench_payload[BENCH_PAYLOAD] = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7\r\n";

struct bench_pair {
	struct socket *tx, *rx;
};

static int bench_one(struct bench_pair *pair, u64 *ns)
{
	char buf[BENCH_PAYLOAD];
	struct kvec out = { (void *)bench_payload, BENCH_PAYLOAD };
	struct kvec in = { buf, sizeof(buf) };
	struct msghdr tx_msg = { .msg_flags = MSG_DONTWAIT };
	struct msghdr rx_msg = {};
	u64 start = ktime_get_ns();
	int n = kernel_sendmsg(pair->tx, &tx_msg, &out, 1, BENCH_PAYLOAD);

	if (n == BENCH_PAYLOAD)
		n = kernel_recvmsg(pair->rx, &rx_msg, &in, 1, sizeof(buf), 0);
	*ns = ktime_get_ns() - start;
	return n == BENCH_PAYLOAD ? 0 : n < 0 ? n : -EIO;
}

/* Sends N packets: the mean of those that no interrupt came into. */
static int bench_send(struct bench_pair *pair, unsigned int n, u64 *mean)
{
	unsigned int i, quiet = 0;
	unsigned long before;
	u64 sum = 0, ns;
	int err;

	for (i = 0; i < n; i++) {
		before = bench_interrupts();
		err = bench_one(pair, &ns);
		if (err)
			return err;
		if (bench_interrupts() == before) {
			sum += ns;
			quiet++;
		}
	}
	*mean = quiet ? div_u64(sum, quiet) : 0;
	return 0;
}

static void bench_close(struct bench_pair *pair)
{
	sock_release(pair->rx);
	sock_release(pair->tx);
}

static int bench_open(struct bench_pair *pair, unsigned int port)
{
	struct sockaddr_in addr = {
		.sin_family = AF_INET,
		.sin_port = htons(port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int err = sock_create_kern(&init_net, AF_INET, SOCK_DGRAM, IPPROTO_UDP, &pair->tx);

	if (err)
		return err;
	err = sock_create_kern(&init_net, AF_INET, SOCK_DGRAM, IPPROTO_UDP, &pair->rx);
	if (err) {
		sock_release(pair->tx);
		return err;
	}
	pair->rx->sk->sk_rcvtimeo = HZ; /* a lost packet is an error, not a wait for ever */
	err = kernel_bind(pair->rx, (struct sockaddr *)&addr, sizeof(addr));
	if (!err)
		err = kernel_connect(pair->tx, (struct sockaddr *)&addr, sizeof(addr), 0);
	if (err)
		bench_close(pair);
	return err;
}

/* What one of N packets costs, in nanoseconds. */
int bench_packets(unsigned int n, u64 *mean)
{
	struct bench_pair pair;
	int err = bench_open(&pair, BENCH_PORT);

	if (err)
		return err;
	bench_mark(BENCH_MARK_BEGIN);
	err = bench_send(&pair, n, mean);
	bench_mark(BENCH_MARK_END);
	bench_close(&pair);
	return err;
}

/* ---- all CPUs at once ---- */

struct bench_sender {
	struct bench_pair pair;
	struct completion *go;
	struct completion done;
	unsigned int n;
	u64 ns;
	int err;
};

static int bench_sender(void *arg)
{
	struct bench_sender *s = arg;
	u64 start, mean;

	wait_for_completion(s->go);
	start = ktime_get_ns();
	s->err = bench_send(&s->pair, s->n, &mean);
	s->ns = ktime_get_ns() - start;
	kthread_complete_and_exit(&s->done, 0);
}

static int bench_start(struct bench_sender *s, unsigned int cpu)
{
	struct task_struct *task;
	int err = bench_open(&s->pair, BENCH_PORT + cpu);

	if (err)
		return err;
	init_completion(&s->done);
	task = kthread_create_on_cpu(bench_sender, s, cpu, "bench/%u");
	if (IS_ERR(task)) {
		bench_close(&s->pair);
		return PTR_ERR(task);
	}
	wake_up_process(task);
	return 0;
}

/* How many packets go through in a second while each CPU sends and receives N of its own. */
int bench_flood(unsigned int n, u64 *rate)
{
	DECLARE_COMPLETION_ONSTACK(go);
	struct bench_sender *senders = kcalloc(nr_cpu_ids, sizeof(*senders), GFP_KERNEL);
	unsigned int cpu, started = 0;
	int err = 0;

	if (!senders)
		return -ENOMEM;
	for (cpu = 0; cpu < nr_cpu_ids && !err; cpu++) {
		senders[cpu].go = &go;
		senders[cpu].n = n;
		err = bench_start(&senders[cpu], cpu);
		started += !err;
	}
	bench_mark(BENCH_MARK_BEGIN);
	complete_all(&go);
	*rate = 0;
	for (cpu = 0; cpu < started; cpu++) {
		wait_for_completion(&senders[cpu].done);
		bench_close(&senders[cpu].pair);
		err = err ?: senders[cpu].err;
		*rate += div64_u64((u64)n * NSEC_PER_SEC, senders[cpu].ns ?: 1);
	}
	bench_mark(BENCH_MARK_END);
	kfree(senders);
	return err;
}
