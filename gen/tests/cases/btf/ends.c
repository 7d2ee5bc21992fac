/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Arrays without an end, members that take no room, names that YAML has for something else: what
 * imports make of them is in ends.out.
 */
#include <linux/types.h>

enum y {
	Y_ON,
	Y_OFF,
	Y_LATE,
};

struct nothing {
};

struct padding {
	char x[0];
};

struct n {
	__u32 count;
	__u8 tail[];
};

struct ends {
	struct nothing before;
	__u8 begin[0];
	__u32 count;
	enum y state;
	struct padding pad;
	struct n inner;
	__u8 middle[0];
	__u32 last;
	__u8 end[0];
	union {
		__u32 one;
		struct {
			struct nothing none;
			__u32 many[];
		};
	};
};

struct tailed {
	__u32 used;
	struct {
		struct nothing none;
		struct n parts[];
	};
};

struct ends *ends;
struct tailed *tailed;
