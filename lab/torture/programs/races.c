// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * races.c: threads that load, reload, stop, eval, list and read the same few states, for so many
 * seconds; prints how often each was done. What fails does so because another was faster.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
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

#define WORKER(f, us)                             \
	{                                         \
		.name = #f, .work = f, .rest = us \
	}

static struct worker workers[] = {
	WORKER(load, 5000),   WORKER(load, 5000),      WORKER(reload, 50000),
	WORKER(stop, 100000), WORKER(eval, 50000),     WORKER(list, 50000),
	WORKER(stats, 50000), WORKER(read_log, 50000), WORKER(own, 50000),
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
	unsigned int i;

	if (argc < 4)
		return 2;
	seed = strtoul(argv[2], NULL, 10);
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
	sleep(strtoul(argv[1], NULL, 10));
	ended = true;
	for (i = 0; i < WORKERS; i++) {
		pthread_join(workers[i].thread, NULL);
		printf("%s%lu %s (%lu in vain)", i ? ", " : "", workers[i].done, workers[i].name,
		       workers[i].failed);
	}
	puts("");
	return 0;
}
