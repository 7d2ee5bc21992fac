// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * races.c: threads that load, reload, stop, eval, list and read the same few states, for so many
 * seconds; prints how often each was done. What fails does so because another was faster, but for
 * what is odd: ioctls that nobody would make.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "calls.h"

#define STATES 4
#define CHUNKS 16

static char chunks[CHUNKS][65536];
static unsigned int nchunks;
static unsigned long seed;
static atomic_bool ended;

struct worker {
	const char *name;
	int (*work)(struct worker *w); /* returns 0 when it could be done */
	unsigned int rest; /* microseconds at most between two calls: what is quick waits longer */
	int device;
	struct random_data random;
	char random_state[64];
	unsigned long done, failed;
	pthread_t thread;
};

static unsigned int below(struct worker *w, unsigned int n)
{
	int32_t value;

	random_r(&w->random, &value);
	return value % n;
}

static const char *any_name(struct worker *w)
{
	static const char *const names[STATES] = { "race0", "race1", "race2", "race3" };

	return names[below(w, STATES)];
}

static int load(struct worker *w)
{
	return call_load(w->device, any_name(w), below(w, 3) ? 0 : KLUA_LOAD_PERCPU,
			 chunks[below(w, nchunks)]);
}

static int reload(struct worker *w)
{
	return call_load(w->device, any_name(w), KLUA_LOAD_RELOAD, chunks[below(w, nchunks)]);
}

static int stop(struct worker *w)
{
	return call_stop(w->device, any_name(w));
}

static int eval(struct worker *w)
{
	static const char *const codes[] = {
		"x = (x or 0) + 1 return x",
		"local t = {} for i = 1, 500 do t[i] = {} end",
		"error 'on purpose'",
		"while true do end",
		"collectgarbage() if report then report() end",
	};

	return call_run(w->device, any_name(w), codes[below(w, sizeof(codes) / sizeof(codes[0]))]);
}

static int list(struct worker *w)
{
	struct klua_ioc_state io = SIZED(struct klua_ioc_state, .flags = 0);

	while (!ioctl(w->device, KLUA_IOC_NEXT, &io))
		io.flags = 0;
	return errno == ENOENT ? 0 : -1;
}

static int stats(struct worker *w)
{
	struct klua_ioc_attachment io = SIZED(struct klua_ioc_attachment, .index = 0);

	strcpy(io.name, any_name(w));
	return ioctl(w->device, KLUA_IOC_ATTACHMENT, &io);
}

static int read_log(struct worker *w)
{
	static char text[4096];
	struct klua_ioc_log io = SIZED(struct klua_ioc_log, .text_size = sizeof(text));

	io.text = (uintptr_t)text;
	strcpy(io.name, any_name(w));
	return ioctl(w->device, KLUA_IOC_LOG, &io);
}

/* A state that ends with its descriptor, while it runs or after. */
static int own(struct worker *w)
{
	int device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
	int err = call_load(device, "", KLUA_LOAD_ANONYMOUS, "");

	err = err ?: call_run(device, "", chunks[below(w, nchunks)]);
	close(device);
	return err;
}

/* ---- what is odd ---- */

#define ARENA 4096

static unsigned char *arena; /* of two workers: it changes under the kernel. Behind it is nothing */

/* Words at the limits of the interface, addresses of the arena and behind it, anything. */
static void poke(struct worker *w, unsigned char *at, size_t room)
{
	static const uint32_t sizes[] = { KLUA_CHUNKNAME_MAX, KLUA_ALLOW_MAX, KLUA_ATTACH_MAX,
					  KLUA_TEXT_MAX,      KLUA_CODE_MAX,  UINT32_MAX };
	size_t width = below(w, 2) ? 4 : 8, offset = 4 * below(w, 256);
	uint64_t value = below(w, 64);

	if (width == 8 && below(w, 4))
		value = (uintptr_t)arena + below(w, ARENA + 8);
	else if (width == 8)
		value = (uint64_t)below(w, INT32_MAX) << below(w, 34);
	else if (below(w, 2))
		value = sizes[below(w, sizeof(sizes) / sizeof(sizes[0]))] + below(w, 2);
	if (offset + width <= room)
		memcpy(at + offset, &value, width);
}

/*
 * A struct that is right at first, of so many bytes at the end of the arena. What is loaded has
 * names of its own: a state whose budget has no end may not be one that others evaluate in.
 */
static unsigned char *lay_out(struct worker *w, unsigned int request, uint32_t size, size_t room)
{
	const char *prefix = _IOC_NR(request) == _IOC_NR(KLUA_IOC_LOAD) ? "odd" : "race";
	struct klua_ioc_code code = code_of("x = 1");
	unsigned char *at = arena + ARENA - room;
	unsigned int n;

	memset(at, 0, room);
	if (room >= sizeof(struct klua_ioc_name)) {
		memcpy(at, &size, sizeof(size));
		if (below(w, 4))
			sprintf((char *)at + 8, "%s%u", prefix, below(w, STATES));
		else if (below(w, 4) == 0)
			memset(at + 8, 'x', KLUA_NAME_SIZE);
	}
	if (room >= sizeof(struct klua_ioc_name) + sizeof(code) && below(w, 4))
		memcpy(at + sizeof(struct klua_ioc_name), &code, sizeof(code));
	for (n = below(w, 5); n > 0; n--)
		poke(w, at, room);
	return at;
}

/* Names that came about by chance. */
static void stop_odd(struct worker *w)
{
	struct klua_ioc_state io = SIZED(struct klua_ioc_state, .flags = 0);

	for (; !ioctl(w->device, KLUA_IOC_NEXT, &io); io.flags = 0)
		if (!strstr(io.name, "race"))
			call_stop(w->device, io.name);
}

static int odd(struct worker *w)
{
	static const unsigned int requests[] = {
		KLUA_IOC_LOAD,  KLUA_IOC_RUN,  KLUA_IOC_STOP,       KLUA_IOC_INTERRUPT,
		KLUA_IOC_STATE, KLUA_IOC_NEXT, KLUA_IOC_ATTACHMENT, KLUA_IOC_LOG,
	};
	unsigned int request = requests[below(w, 8)], how = below(w, 16);
	uint32_t size = _IOC_SIZE(request), room = how & 3 ? size : below(w, 1280);
	int err;

	if (how == 5)
		request ^= 1u << below(w, 32);
	else if (how == 6)
		request = _IOC(_IOC_READ | _IOC_WRITE, 'k', _IOC_NR(request), size = room);
	else if (how == 7)
		stop_odd(w);
	err = ioctl(w->device, request, lay_out(w, request, size, room));
	if (how < 4 && read(w->device, arena + below(w, ARENA), below(w, 3 * ARENA)) < 0)
		err = -1;
	if (below(w, 64) == 0) { /* with the state that it may have */
		close(w->device);
		w->device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
	}
	return err;
}

#define WORKER(f, us)                             \
	{                                         \
		.name = #f, .work = f, .rest = us \
	}

static struct worker workers[] = {
	WORKER(load, 5000),  WORKER(load, 5000),  WORKER(reload, 50000), WORKER(stop, 100000),
	WORKER(eval, 50000), WORKER(list, 50000), WORKER(stats, 50000),  WORKER(read_log, 50000),
	WORKER(own, 50000),  WORKER(odd, 20000),  WORKER(odd, 20000),
};

#define WORKERS (sizeof(workers) / sizeof(workers[0]))

static void *loop(void *arg)
{
	struct worker *w = arg;

	while (!ended) {
		w->done++;
		if (w->work(w))
			w->failed++;
		usleep(below(w, w->rest));
	}
	return NULL;
}

/* What is odd may wait for the log of a state that nobody ends. */
static void wake_odd(void)
{
	unsigned int i;

	for (i = 0; i < WORKERS; i++)
		if (workers[i].work == odd)
			pthread_kill(workers[i].thread, SIGUSR1);
	usleep(100000);
}

static void on_signal(int number)
{
	(void)number;
}

static void read_chunk(const char *path)
{
	FILE *file = fopen(path, "r");

	if (!file || nchunks == CHUNKS || !fread(chunks[nchunks], 1, sizeof(chunks[0]) - 1, file))
		exit(2);
	nchunks++;
	fclose(file);
}

int main(int argc, char **argv)
{
	const struct sigaction interrupts = { .sa_handler = on_signal };
	unsigned int i;
	time_t end;

	if (argc < 4)
		return 2;
	sigaction(SIGUSR1, &interrupts, NULL);
	seed = strtoul(argv[2], NULL, 10);
	arena = mmap(NULL, 2 * ARENA, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (arena == MAP_FAILED || munmap(arena + ARENA, ARENA))
		return 2;
	for (i = 3; i < (unsigned int)argc; i++)
		read_chunk(argv[i]);
	for (i = 0; i < WORKERS; i++) {
		workers[i].device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
		if (workers[i].device < 0)
			return 2;
		initstate_r(seed + i, workers[i].random_state, sizeof(workers[i].random_state),
			    &workers[i].random);
		pthread_create(&workers[i].thread, NULL, loop, &workers[i]);
	}
	for (end = time(NULL) + atoi(argv[1]); time(NULL) < end;)
		wake_odd();
	ended = true;
	for (i = 0; i < WORKERS; i++) {
		while (pthread_tryjoin_np(workers[i].thread, NULL))
			wake_odd();
		workers[i].work = NULL; /* nobody to wake */
		printf("%s%lu %s (%lu in vain)", i ? ", " : "", workers[i].done, workers[i].name,
		       workers[i].failed);
	}
	puts("");
	return 0;
}
