// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * races.c: what several threads, or a namespace that goes away, do to /dev/klua, in TAP; runs as
 * root in a guest, whose kernel log must stay clean.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "calls.h"
#include "tap.h"

static int device;
static atomic_bool stop;

static void check(const char *name, long expected, long got)
{
	tap_equal("races", name, expected, got);
}

static int own(void)
{
	return call_load(device, "", KLUA_LOAD_ANONYMOUS, "");
}

static void send_to_self(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(9) };
	int s = socket(AF_INET, SOCK_DGRAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	sendto(s, "x", 1, 0, (struct sockaddr *)&to, sizeof(to));
	close(s);
}

#define ATTACH "local nf = require 'netfilter' function f() return true end "

/* The state is made in a namespace that is gone when its script attaches. */
static void test_namespace(void)
{
	struct klua_ioc_attachment at = { .size = sizeof(at) };
	int home = open("/proc/self/ns/net", O_RDONLY);

	check("a network namespace of its own", 0, unshare(CLONE_NEWNET));
	device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
	check("a state there", 0, own());
	check("back home", 0, setns(home, CLONE_NEWNET));
	sleep(2);
	check("attach", 0,
	      call_run(device, "",
		       ATTACH "nf.attach{filter = 'f', hook = 'local_out', proto = 'udp'}"));
	send_to_self();
	check("the attachment", 0, ioctl(device, KLUA_IOC_ATTACHMENT, &at));
	check("it is where the script was run", 1, at.calls > 0);
	close(device);
	close(home);
}

static void *look(void *name)
{
	while (!stop) {
		struct klua_ioc_state io = { .size = sizeof(io) };
		struct klua_ioc_attachment at = { .size = sizeof(at) };

		strcpy(io.name, name);
		strcpy(at.name, name);
		ioctl(device, KLUA_IOC_STATE, &io);
		ioctl(device, KLUA_IOC_ATTACHMENT, &at);
	}
	return NULL;
}

static void during(char *name, void (*work)(void))
{
	time_t until = time(NULL) + 5;
	pthread_t thread;

	stop = false;
	pthread_create(&thread, NULL, look, name);
	while (time(NULL) < until)
		work();
	stop = true;
	pthread_join(thread, NULL);
}

/* Attaches what is forgotten at once. */
static void attach_in_vain(void)
{
	call_run(device, "",
		 ATTACH
		 "for i = 1, 200 do nf.attach{filter = 'f', hook = 'forward'} end error 'no'");
}

static void load_and_stop(void)
{
	call_load(device, "race", KLUA_LOAD_PERCPU,
		  ATTACH "nf.attach{filter = 'f', hook = 'forward'}");
	call_stop(device, "race");
}

static struct klua_ioc_log asked = { .size = sizeof(asked), .name = "slow" };

static void *ask_for_log(void *unused)
{
	(void)unused;
	ioctl(device, KLUA_IOC_LOG, &asked);
	return NULL;
}

/* Whether a child that stops the state ends within 10 s. */
static bool stops_soon(int slow)
{
	int status, tenths;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (!child) {
		close(slow); /* else it waits for itself when it waits */
		_exit(call_stop(device, "slow"));
	}
	for (tenths = 0; tenths < 100; tenths++) {
		if (waitpid(child, &status, WNOHANG) == child)
			return status == 0;
		usleep(100000);
	}
	return false;
}

/* A page that nobody fills: who asks for the log there waits, and holds nobody else up. */
static void test_slow_memory(void)
{
	struct klua_ioc_load io = { .size = sizeof(io), .name = "slow" };
	struct uffdio_api api = { .api = UFFD_API };
	struct uffdio_register range = { .mode = UFFDIO_REGISTER_MODE_MISSING };
	int slow = syscall(SYS_userfaultfd, O_CLOEXEC);
	pthread_t asks;

	asked.text_size = 4096;
	asked.text = (uintptr_t)mmap(NULL, 4096, PROT_READ | PROT_WRITE,
				     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	range.range.start = asked.text;
	range.range.len = 4096;
	/* a finalizer prints to the log */
	io.code = code_of("setmetatable({}, {__gc = function() print 'abc' end})");
	check("slow memory: a state with a log", 0, ioctl(device, KLUA_IOC_LOAD, &io));
	check("slow memory: a page", 0,
	      slow < 0 || ioctl(slow, UFFDIO_API, &api) || ioctl(slow, UFFDIO_REGISTER, &range));
	pthread_create(&asks, NULL, ask_for_log, NULL);
	usleep(500000);
	check("slow memory: the state is stopped meanwhile", true, stops_soon(slow));
	close(slow);
	pthread_join(asks, NULL);
	check("slow memory: the log is given at last", 4, asked.text_used);
}

static void *run_on(void *unused)
{
	int own_device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);

	(void)unused;
	call_run(own_device, "busy", "while true do end");
	close(own_device);
	return NULL;
}

static void *end_busy(void *result)
{
	*(int *)result = call_stop(device, "busy");
	return NULL;
}

/* To stop a state is to wait until its script has ended in each VM; nobody else waits. */
static void test_slow_stop(void)
{
	pthread_t runs, ends;
	int result;

	check("slow stop: a state", 0, call_load(device, "busy", KLUA_LOAD_PERCPU, ""));
	pthread_create(&runs, NULL, run_on, NULL);
	usleep(300000);
	pthread_create(&ends, NULL, end_busy, &result);
	check("slow stop: another is loaded meanwhile", 0,
	      call_load(device, "other", KLUA_LOAD_PERCPU, ""));
	check("slow stop: and stopped", 0, call_stop(device, "other"));
	pthread_join(ends, NULL);
	pthread_join(runs, NULL);
	check("slow stop: then it does", 0, result);
}

int main(void)
{
	test_namespace();
	device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
	own();
	during("", attach_in_vain);
	check("a state is looked at while it attaches", 0, call_run(device, "", ""));
	during("race", load_and_stop);
	check("a state is looked at while it ends", ENOENT, call_stop(device, "race"));
	test_slow_memory();
	test_slow_stop();
	return tap_plan();
}
