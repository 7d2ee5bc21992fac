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
	s16 grid[2][3];
	u8 table[3][2];
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
	u8 used;
	s16 numbers[4];
	u32 fewer[3];
	char *label;
	const char *tag;
	u16 wishes;
	u32 wants;
	u8 shade;
	u16 fours[3];
	u8 sixes[2];
	s32 several[4];
	struct kinds_part pairs[2];
	const char *hint;
	char *note;
	const u32 firm;
	const enum kinds_state frozen;
	const bool sure;
	const char engraved[5];
	const u16 trio[3];
	const u8 amount;
	const s16 carved[4];
	const struct kinds_behind *const wall;
	const char *const motto;
	int total;
	struct kinds_part parts[];
};

/* No number that scripts see. */
struct kinds_bare {
	u8 number;
	u8 kind;
	u16 list[2];
	char *text;
};

#define KINDS_LIMIT 77

struct kinds_key;

struct kinds_owner {
	unsigned int state;
	unsigned int old_state;
	u8 flag : 1;
	u8 family;
	u8 used;
	struct kinds_part *part;
	struct kinds *other;
	char *label;
	unsigned int mtu4;
	u64 bytes;
	__le32 size;
	u32 bits;
	u32 some;
	enum kinds_state speed;
	u16 levels[4];
	int count;
	struct kinds_part parts[];
};

/* Suites replace them all. */
struct kinds_owner *kinds_get(int number);
struct kinds_owner *kinds_first(void);
const struct kinds_owner *kinds_still(void);
const char *kinds_motto(void);
struct kinds_owner *kinds_by_name(void *net, const char *name);
struct kinds_owner *kinds_by_number(u32 number);
void kinds_drop(struct kinds_owner *owner);
struct kinds_key *kinds_open(struct kinds_owner *owner, struct kinds_owner *other,
			     enum kinds_state state);
int kinds_seal(u8 *seal, struct kinds_owner **owner);
const char *kinds_tell(struct kinds_owner **owner);
struct kinds_key *kinds_admit(int *number, struct kinds_part *part, u8 *seal);
struct kinds_owner *kinds_at(int at);
struct kinds_owner *kinds_of(int of);
struct kinds_owner *kinds_fixed(int of);
int kinds_peek(struct kinds_owner *held, struct kinds_owner *owner, struct kinds_owner *other);
int kinds_pin(struct kinds_owner *owner);
struct kinds_part kinds_total(void);
const struct kinds_part *kinds_last(unsigned int number);
int kinds_send(struct kinds_owner *owner, const u8 *data, size_t len, const char *name);
bool kinds_compare(const void *one, size_t length, const void *other, size_t more);
ssize_t kinds_receive(void *buf, size_t len, u32 *more);
void kinds_report(unsigned int number, struct kinds_part *part);
void kinds_check(const struct kinds_part *part);
u32 kinds_use(struct kinds_key *key);
int kinds_bump(struct kinds_owner *owner);
int kinds_ask(u32 wishes, unsigned int wants);
int kinds_say(const char *format, ...);

#endif
