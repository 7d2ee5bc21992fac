/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Arrays of arrays: a spec sees rows of one array as one. pahole's types do, too; clang's do not. */
typedef unsigned int u32;
typedef unsigned char u8;

struct cell {
	int x;
};

struct rows {
	u32 plain[6];
	u32 grid[2][3];
	u8 table[3][2];
	struct cell cells[2][2];
	char name[8];
	char names[4][16];
	u8 open[][6];
};

struct rows *rows;
