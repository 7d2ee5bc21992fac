// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * faults.c: has the 1st, 2nd, … nth allocation of this task fail, in TAP:
 *
 *   torture-faults SCRIPT ATTACH SECONDS SEED    while a script is loaded, run and stopped
 *   torture-faults STEP SEED MODULE.ko           or copy, every so many-th, as a module is loaded
 *
 * A kernel with FAULT_INJECTION counts down /proc/self/task/TID/fail-nth at each allocation and
 * fails the one at which it gets to 0. Copying from and to the program counts as an allocation
 * does: the number's own may be the nth.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "calls.h"
#include "tap.h"

#define NAME "faults"

static int device;
static char chunk[65536];
static char attach[256];
static char text[4096];
static uint32_t text_used;

static const char *script; /* its name */
static int fail_nth;

static void set_nth(unsigned int n)
{
	char number[16];
	int size = sprintf(number, "%u", n);

	if (pwrite(fail_nth, number, size, 0) != size && pwrite(fail_nth, number, size, 0) != size)
		abort();
}

/* How many allocations were missing to the nth; 0: there was one, and it failed. */
static unsigned int stop_nth(void)
{
	char number[16] = "";
	ssize_t size = pread(fail_nth, number, sizeof(number) - 1, 0);

	set_nth(0);
	return size > 0 ? strtoul(number, NULL, 10) : 1;
}

/* ---- what is tried: each returns 0 or an errno ---- */

static int load(unsigned int flags)
{
	struct klua_ioc_load io = SIZED(struct klua_ioc_load, .flags = flags, .name = NAME);
	int err;

	io.code = code_of(chunk);
	if (!(flags & KLUA_LOAD_RELOAD)) {
		io.attach = (uintptr_t)attach;
		io.attach_size = strlen(attach);
	}
	io.text = (uintptr_t)text;
	io.text_size = sizeof(text);
	err = ioctl(device, KLUA_IOC_LOAD, &io) < 0 ? errno : 0;
	text_used = io.text_used;
	return err;
}

static int load_one(void)
{
	return load(0);
}

static int load_percpu(void)
{
	return load(KLUA_LOAD_PERCPU);
}

static int reload(void)
{
	return load(KLUA_LOAD_RELOAD);
}

/* Work that needs memory of every kind that a script can ask for. */
static int eval(void)
{
	static const char code[] =
		"local t = {} for i = 1, 40 do t[i] = {i, x = tostring(i)} end "
		"local s = table.concat({1, 2, 3}, ('x'):rep(300)) "
		"local f = load('return function(...) return select(\"#\", ...) end')() "
		"local co = coroutine.wrap(function() coroutine.yield(s:upper()) end) co() "
		"setmetatable({}, {__gc = function() end}) print(s:gsub('x', 'y', 5), f(1, 2))";
	struct klua_ioc_run io = SIZED(struct klua_ioc_run, .name = NAME, .code = code_of(code));
	int err;

	io.text = (uintptr_t)text;
	io.text_size = sizeof(text);
	err = ioctl(device, KLUA_IOC_RUN, &io) < 0 ? errno : 0;
	text_used = io.text_used;
	return err;
}

/* Hooks of local_out run in the task that sends. */
static int packet(void)
{
	static const unsigned int ports[] = { 53, 7 };
	struct sockaddr_in to = { .sin_family = AF_INET };
	unsigned int i;
	int s;

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	for (i = 0; i < 2; i++) {
		s = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
		to.sin_port = htons(ports[i]);
		sendto(s, text, 60, 0, (struct sockaddr *)&to, sizeof(to));
		close(s);
	}
	text_used = 0;
	return 0;
}

static int look(void)
{
	struct klua_ioc_state state = SIZED(struct klua_ioc_state, .name = NAME);
	struct klua_ioc_attachment at = SIZED(struct klua_ioc_attachment, .name = NAME);
	struct klua_ioc_log log = SIZED(struct klua_ioc_log, .name = NAME);

	log.text = (uintptr_t)text;
	log.text_size = sizeof(text);
	text_used = 0;
	if (ioctl(device, KLUA_IOC_STATE, &state) < 0 || ioctl(device, KLUA_IOC_LOG, &log) < 0)
		return errno;
	return ioctl(device, KLUA_IOC_ATTACHMENT, &at) < 0 && errno != ENOENT ? errno : 0;
}

static int stop(void)
{
	text_used = 0;
	return call_stop(device, NAME);
}

/* ---- trying ---- */

struct trial {
	const char *name;
	int (*run)(void);
	bool needs; /* a state that is loaded */
	bool makes; /* one */
	bool ends;  /* it */
};

static const struct trial trials[] = {
	{ "load", load_one, .makes = true },
	{ "load --percpu", load_percpu, .makes = true },
	{ "reload", reload, .needs = true },
	{ "eval", eval, .needs = true },
	{ "packet", packet, .needs = true },
	{ "list, stats, log", look, .needs = true },
	{ "stop", stop, .needs = true, .ends = true },
};

/*
 * An error of the script that names the want of memory, or one of the call, which fault injection
 * can also refuse access to the caller's memory.
 */
static bool is_clean(int err)
{
	if (text_used)
		return strstr(text, "not enough memory") || strstr(text, "ENOMEM");
	return err == ENOMEM || err == EFAULT;
}

static bool complain(const struct trial *trial, unsigned int n, const char *what, int err)
{
	tap_point(false, "%s: %s, allocation %u: %s", script, trial->name, n, what);
	printf("  # %s; %s\n", strerror(err), text_used ? text : "no text");
	return false;
}

/* Whether all is well; *past when there was no nth allocation. */
static bool try(const struct trial *trial, unsigned int n, bool *past)
{
	bool left, lost; /* lost: the answer, of what may have been done */
	int err;

	err = trial->needs ? load(0) : 0;
	if (err)
		return complain(trial, n, "cannot load without a fault", err);
	text_used = 0;
	set_nth(n);
	err = trial->run();
	*past = stop_nth() != 0;
	if (err && *past)
		return complain(trial, n, "fails without a fault", err);
	if (err && !is_clean(err))
		return complain(trial, n, "another error", err);
	left = trial->makes ? !err : !trial->ends || err;
	lost = err == EFAULT && !text_used;
	err = stop();
	return err == (left ? 0 : ENOENT) || (lost && err == (left ? ENOENT : 0)) ||
	       complain(trial, n, "stop afterwards", err);
}

static void read_chunk(const char *path)
{
	FILE *file = fopen(path, "r");

	if (!file || !fread(chunk, 1, sizeof(chunk) - 1, file))
		exit(2);
	fclose(file);
}

static double now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return at.tv_sec + at.tv_nsec / 1e9;
}

/* How many allocations there are when none fails, and how many seconds a trial takes. */
static unsigned int measure(const struct trial *trial, double *seconds)
{
	const unsigned int many = 1000000;
	unsigned int left;
	double began = now();

	if (trial->needs && load(0))
		return 0;
	set_nth(many);
	trial->run();
	left = stop_nth();
	stop();
	*seconds = now() - began;
	return left ? many - left : 0;
}

/* Each allocation, or every so many-th of them: as many as there is time for. */
static unsigned int sweep(const struct trial *trial, unsigned long seed, double seconds)
{
	unsigned int n, all, step, tried = 0;
	double each = 0;
	bool past = false;

	all = measure(trial, &each);
	step = all * each > seconds && seconds > 0 ? all * each / seconds + 1 : 1;
	if (seconds <= 0)
		step = all / 4 + 1;
	for (n = 1 + seed % step; !past; n += step) {
		if (!try(trial, n, &past))
			return tried;
		tried += !past;
	}
	tap_point(true, "%s: %s: %u failed allocations, every %u of %u", script, trial->name, tried,
		  step, all);
	return tried;
}

/* ---- modules ---- */

static int load_module(int fd)
{
	return syscall(SYS_finit_module, fd, "", 0) ? errno : 0;
}

static int unload_module(const char *name)
{
	return syscall(SYS_delete_module, name, O_NONBLOCK) ? errno : 0;
}

/* It loads, or fails for that and leaves nothing: it loads without a fault. */
static void sweep_module(char *path, unsigned int step, unsigned int n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), tried = 0, err = 0;
	char *name = basename(path);
	bool past = false;

	*strrchr(name, '.') = '\0';
	for (; !past && !err; n += step) {
		set_nth(n);
		err = load_module(fd);
		past = stop_nth() != 0;
		tried += !past;
		if (!err)
			err = unload_module(name);
		else if (!past && (err == ENOMEM || err == EFAULT))
			err = 0;
	}
	err = err ?: load_module(fd) ?: unload_module(name);
	tap_point(!err, "%s: %d failed allocations and copies", name, tried);
	if (err)
		printf("  # %s\n", strerror(err));
}

/* ---- what is asked ---- */

static void try_script(char **argv)
{
	const unsigned int trials_n = sizeof(trials) / sizeof(trials[0]);
	unsigned int i, tried = 0;
	unsigned long seed;
	double until;

	script = argv[1];
	seed = strtoul(argv[4], NULL, 10);
	read_chunk(script);
	strncpy(attach, argv[2], sizeof(attach) - 1);
	device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
	if (device < 0)
		exit(2);
	until = now() + strtoul(argv[3], NULL, 10);
	for (i = 0; i < trials_n; i++)
		tried += sweep(&trials[i], seed, (until - now()) / (trials_n - i));
	printf("# failed: %u\n", tried);
}

int main(int argc, char **argv)
{
	unsigned int step = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;

	fail_nth = open("/proc/thread-self/fail-nth", O_RDWR | O_CLOEXEC);
	if (fail_nth < 0 || (argc != 4 && argc != 5))
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (argc == 4)
		sweep_module(argv[3], step, 1 + strtoul(argv[2], NULL, 10) % step);
	else
		try_script(argv);
	tap_plan();
	return 0;
}
