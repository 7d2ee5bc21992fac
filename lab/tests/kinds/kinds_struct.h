/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* A struct with every kind of member, for lab/tests/uml_kinds_test. */
#ifndef KINDS_STRUCT_H
#define KINDS_STRUCT_H

#include <linux/spinlock.h>
#include <linux/types.h>

#define KINDS_NONE (-7)

enum kinds_state { KINDS_OFF, KINDS_ON = 3, KINDS_GONE = 7 };

struct kinds_part {
	u16 left;
	s32 right;
};

struct kinds_behind {
	u16 before;
	s32 number;
};

struct kinds {
	u8 byte;
	s16 small;
	bool truth;
	int asked;
	__be16 order;
	__be32 number;
	unsigned int low : 3;
	unsigned int flag : 1;
	signed int middle : 9;
	unsigned int high : 5;
	long wide;
	u64 all;
	int heat;
	unsigned int state;
	u8 open;
	char name[9];
	u8 blob[6];
	u16 list[3];
	s8 levels[4];
	u64 words[2];
	struct kinds_part part;
	u8 end;
	struct kinds_behind *maybe;
	struct kinds_behind *always;
	u16 family;
	u8 which;
	union {
		u32 four;
		u8 six;
	};
	spinlock_t guard;
	u64 counted;
};

#endif
