// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* output.c: shows what a script prints while the ioctl that runs it lasts. */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "tool.h"

/* What the thread that shows output needs. The main thread is inside the ioctl meanwhile. */
struct pump {
	int device;
	int interrupts; /* signalfd: Ctrl-C */
	int done;       /* eventfd: the ioctl has returned */
};

static void write_all(const char *bytes, ssize_t size)
{
	while (size > 0) {
		ssize_t n = write(STDOUT_FILENO, bytes, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return;
		bytes += n;
		size -= n;
	}
}

static void drain(int device)
{
	char buffer[8192];
	ssize_t n;

	while ((n = read(device, buffer, sizeof(buffer))) > 0)
		write_all(buffer, n);
}

static void interrupt(struct pump *p)
{
	struct klua_ioc_name name = { 0 };
	struct signalfd_siginfo info;

	if (read(p->interrupts, &info, sizeof(info)) > 0)
		device_ioctl(p->device, KLUA_IOC_INTERRUPT, &name);
}

static void *pump_thread(void *arg)
{
	struct pump *p = arg;
	struct pollfd fds[3] = {
		{ .fd = p->device, .events = POLLIN },
		{ .fd = p->interrupts, .events = POLLIN },
		{ .fd = p->done, .events = POLLIN },
	};

	while (!fds[2].revents) {
		if (poll(fds, 3, -1) < 0)
			continue;
		if (fds[1].revents)
			interrupt(p);
		if (fds[0].revents)
			drain(p->device);
	}
	drain(p->device);
	return NULL;
}

int run_ioctl(int fd, unsigned long request, void *arg)
{
	struct pump p = { .device = fd };
	uint64_t one = 1;
	sigset_t set, old;
	pthread_t thread;
	int ret;

	fflush(stdout);
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	pthread_sigmask(SIG_BLOCK, &set, &old);
	p.interrupts = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	p.done = eventfd(0, EFD_CLOEXEC);
	if (p.interrupts < 0 || p.done < 0 || pthread_create(&thread, NULL, pump_thread, &p))
		die("no thread to show output with");
	ret = device_ioctl(fd, request, arg);
	if (write(p.done, &one, sizeof(one)) < 0)
		die("eventfd");
	pthread_join(thread, NULL);
	close(p.interrupts);
	close(p.done);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return ret;
}
