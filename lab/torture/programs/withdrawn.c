// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * withdrawn.c: loads a script whose rule is refused after the first half of it is in force, for so
 * many seconds, while another CPU sends packets that it wants; prints how often it was refused.
 *
 * Somebody else has used up the hooks for IPv6 at local_out (lab/torture/parts/withdrawn).
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "calls.h"

/* A packet is inside of it for longer than the rule is in force. */
static const char script[] = "local netfilter = require 'netfilter' "
			     "function filter() for i = 1, 20000 do local _ = i end; end "
			     "netfilter.attach{filter = 'filter', hook = 'local_out', "
			     "proto = 'udp', dport = 5000}";

static atomic_bool ended;

static void stay_on(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	sched_setaffinity(0, sizeof(set), &set);
}

static void *send_packets(void *unused)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(5000) };
	int s = socket(AF_INET, SOCK_DGRAM, 0);

	(void)unused;
	stay_on(1);
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	while (!ended)
		sendto(s, "x", 1, 0, (struct sockaddr *)&to, sizeof(to));
	close(s);
	return NULL;
}

int main(int argc, char **argv)
{
	time_t end = time(NULL) + (argc > 1 ? atoi(argv[1]) : 1);
	int device = open("/dev/klua", O_RDWR), refused = 0, err = 0;
	pthread_t sender;

	if (device < 0 || pthread_create(&sender, NULL, send_packets, NULL))
		return 1;
	stay_on(0);
	do {
		err = call_load(device, "refused", 0, script);
		refused += err != 0;
	} while (err && time(NULL) < end);
	ended = true;
	pthread_join(sender, NULL);
	printf("%d refused, errno %d\n", refused, err);
	return err ? 0 : 1;
}
