/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Functions that are right for what their spec lets through, for lab/tests/uml_kinds_test. */
#ifndef BOUNDS_STRUCT_H
#define BOUNDS_STRUCT_H

#include <linux/string.h>
#include <linux/types.h>

enum { BOUNDS_SMALL = 7, BOUNDS_HUGE = 300 };

struct bounds {
	u32 used;
	u32 rest[4];
};

static struct bounds bounds_one = { .used = 1 };
static bool bounds_wide;
static unsigned int bounds_queues = 4;

static inline int bounds_slot(unsigned int slot)
{
	return slot;
}

static inline int bounds_queue(unsigned int queue)
{
	return queue;
}

static inline int bounds_last(unsigned int queue)
{
	return queue;
}

static inline int bounds_level(u8 level)
{
	return level;
}

static inline int bounds_double(int num)
{
	return num * 2;
}

static inline void bounds_words(u8 *buf, u32 num)
{
	memset(buf, 7, num < 16 ? num * 4 : 0);
}

static inline void bounds_table(u8 *buf, u32 rows, u32 columns, u32 depth)
{
	memset(buf, 7, 1);
}

static inline int bounds_seal(struct bounds *bounds, u8 *buf)
{
	memset(buf, 7, bounds ? bounds->used : 4);
	return 0;
}

static inline struct bounds *bounds_get(void)
{
	return &bounds_one;
}

static inline void bounds_many(int *a0, int *a1, int *a2, int *a3, int *a4, int *a5, int *a6,
			       int *a7, int *a8, int *a9, int *a10, int *a11, int *a12, int *a13,
			       int *a14, int *a15, int *a16, int *a17, int *a18, int *a19, int *a20,
			       int *a21, int *a22, int *a23, int *a24, int *a25, int *a26, int *a27,
			       int *a28, int *a29)
{
	*a0 = 0;
	*a1 = 1;
	*a2 = 2;
	*a3 = 3;
	*a4 = 4;
	*a5 = 5;
	*a6 = 6;
	*a7 = 7;
	*a8 = 8;
	*a9 = 9;
	*a10 = 10;
	*a11 = 11;
	*a12 = 12;
	*a13 = 13;
	*a14 = 14;
	*a15 = 15;
	*a16 = 16;
	*a17 = 17;
	*a18 = 18;
	*a19 = 19;
	*a20 = 20;
	*a21 = 21;
	*a22 = 22;
	*a23 = 23;
	*a24 = 24;
	*a25 = 25;
	*a26 = 26;
	*a27 = 27;
	*a28 = 28;
	*a29 = 29;
}

static inline struct bounds *bounds_next(struct bounds *from, int a0, int a1, int a2, int a3,
					 int a4, int a5, int a6, int a7, int a8, int a9, int a10,
					 int a11, int a12, int a13, int a14, int a15, int a16,
					 int a17, int a18, int a19, int a20, int a21, int a22,
					 int a23, int a24, int a25, int a26, int a27, int a28)
{
	return from ? NULL : &bounds_one;
}

static inline void bounds_put(struct bounds *bounds)
{
}

#endif
