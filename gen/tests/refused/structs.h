/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Structs in which bytes have several names, and such that go on behind their end. */
#include <linux/types.h>

struct united {
	union {
		u32 all;
		u8 raw[4];
		struct {
			u16 len;
			u16 more;
		};
		struct {
			u16 low : 4;
			u16 high : 4;
		};
	};
	u32 apart;
	u32 items[8];
};

struct told {
	union {
		u32 all;
		struct {
			u16 len;
			u16 more;
		};
	};
	u32 items[4];
};

struct flags {
	union {
		u8 byte;
		struct {
			u8 one : 1;
			u8 two : 1;
		};
	};
	u8 three : 1;
	u8 four : 1;
	u32 number;
};

struct head {
	u32 num;
	u32 other;
};

struct body {
	struct head head;
	u32 items[4];
};

struct whole {
	u32 first;
	struct body body;
};

struct renamed {
	u32 fresh;
	u32 items[4];
};

struct flexible {
	u32 num;
	u32 items[];
};

struct zero {
	u32 num;
	u32 items[0];
};

struct fixed {
	u32 num;
	u32 items[4];
};

struct flexible *give(void);
struct flexible *give2(void);
void put(struct flexible *flexible);
int fill(struct flexible *to);
u32 sum(const struct flexible *of);
int list(struct flexible *to, unsigned int room);
struct zero *give_zero(void);
struct fixed *give_fixed(void);
int fill_fixed(struct fixed *to);

struct fixed *give_one(void);
void zero_put(struct zero *zero);
int use(const void *what);
int use_fixed(struct fixed *what);
int use_constant(const struct fixed *what);
const struct fixed *fixed_constant(void);
