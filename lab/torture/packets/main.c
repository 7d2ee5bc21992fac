// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * main.c: sends packets by two ways, through a namespace with a filter and through one without,
 * and compares what has come through both.
 *
 * Each batch is made from the seed and its number alone. The last line of the output is
 * "sent N rejected N without N with N lost N".
 */
#include <errno.h>
#include <getopt.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "packets.h"

#define LEAST 6 /* batches, even if there is no time */

enum expect { SAME, FEWER, TRANSLATED, ANY };

static const char *const ways[] = { "forward", "local", "output", "local-ipv4" };
static const char *const expectations[] = { "same", "fewer", "translated", "any" };

static struct packet batch[BATCH];
static struct side control, filtered;
static unsigned long failures;

struct totals {
	unsigned long sent, without, with, lost;
};

static int pick(const char *word, const char *const *from, int n)
{
	while (n--)
		if (!strcmp(word, from[n]))
			return n;
	fprintf(stderr, "torture-packets: unknown: %s\n", word);
	exit(2);
}

static void show(const struct side *side, const struct arrival *arrival)
{
	size_t n = arrival->length < 160 ? arrival->length : 160;

	printf("# %s, %zu bytes, flags %u, start %u, segments %u of %u:", side->name,
	       arrival->length, arrival->vnet.flags, arrival->vnet.csum_start,
	       arrival->vnet.gso_type, arrival->vnet.gso_size);
	for (size_t i = 0; i < n; i++)
		printf("%s%02x", i % 32 ? "" : "\n#   ", side->heap[arrival->at + i]);
	puts("");
}

static void wrong(unsigned long number, const char *what, const struct arrival *x,
		  const struct arrival *y)
{
	if (failures++ > 2)
		return;
	printf("# batch %lu: %s\n", number, what);
	if (x)
		show(&control, x);
	if (y)
		show(&filtered, y);
}

/* Each that came by the filter's way came by the other, in this order. */
static void compare(unsigned long number, enum expect expect, struct totals *totals)
{
	unsigned int i, j = 0;

	for (i = 0; i < control.count; i++) {
		const struct arrival *x = &control.arrivals[i];
		const struct arrival *y = j < filtered.count ? &filtered.arrivals[j] : NULL;
		const char *what;

		if (expect == TRANSLATED) {
			what = y ? compare_translated(&control, x, &filtered, y) : "one is lost";
			if (what)
				wrong(number, what, x, y);
			j++;
		} else if (y && same(&control, x, &filtered, y)) {
			j++;
		} else if (expect == FEWER) {
			totals->lost++;
		} else {
			wrong(number, "one did not arrive as it was sent", x, y);
			return;
		}
	}
	if (j < filtered.count)
		wrong(number, "one that was not sent", NULL, &filtered.arrivals[j]);
}

/* Whatever the filter does, copies that others hold and the sender's pages stay as they were. */
static void check_clones(unsigned long number, struct totals *totals)
{
	const char *what = side_check_clones(&control);

	what = side_check_clones(&filtered) ?: what;
	if (what)
		wrong(number, what, NULL, NULL);
	compare(number, SAME, totals);
}

static void run(uint64_t seed, unsigned long number, enum way way, enum expect expect,
		struct totals *totals)
{
	struct rng rng = { seed * 0x2545f4914f6cdd1d + number };
	unsigned int n = make_batch(&rng, batch, way);

	side_send(&control, batch, n, way);
	side_send(&filtered, batch, n, way);
	check_clones(number, totals);
	side_collect(&control, way);
	side_collect(&filtered, way);
	totals->sent += n;
	totals->without += control.count;
	totals->with += filtered.count;
	if (expect != ANY)
		compare(number, expect, totals);
}

/* Softirqs run where we are: what is sent is through, in its order, when the mark is. */
static void stay(unsigned int cpu)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	if (sched_setaffinity(0, sizeof(one), &one))
		fail("sched_setaffinity");
}

int main(int argc, char **argv)
{
	unsigned long seed = 1, seconds = 1, number = 0, batches = 0, done = 0;
	enum expect expect = SAME;
	enum way way = FORWARD;
	struct totals totals = { 0 };
	bool clones = false;
	time_t end;
	int option;

	while ((option = getopt(argc, argv, "s:t:w:e:f:n:c")) != -1) {
		switch (option) {
		case 's':
			seed = strtoul(optarg, NULL, 0);
			break;
		case 't':
			seconds = strtoul(optarg, NULL, 0);
			break;
		case 'w':
			way = pick(optarg, ways, 4);
			break;
		case 'e':
			expect = pick(optarg, expectations, 4);
			break;
		case 'f':
			number = strtoul(optarg, NULL, 0);
			break;
		case 'n':
			batches = strtoul(optarg, NULL, 0);
			break;
		case 'c':
			clones = true;
			break;
		default:
			return 2;
		}
	}
	stay(seed / 2 % 2 && sysconf(_SC_NPROCESSORS_ONLN) > 1);
	side_open(&control, "control", clones);
	side_open(&filtered, "filtered", clones);
	end = time(NULL) + seconds;
	do {
		run(seed, number++, way, expect, &totals);
		done++;
	} while (batches ? done < batches : done < LEAST || time(NULL) < end);
	printf("sent %lu rejected %lu without %lu with %lu lost %lu\n", totals.sent,
	       filtered.rejected, totals.without, totals.with, totals.lost);
	return !!failures;
}
