/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Lua patterns over bytes, compiled once and matched often. Without a Lua state.
 *
 * A pattern has no alternatives, and no groups that repeat. So an item is at one place of the
 * program, which capture a parenthesis closes is known when it is compiled, and each item that may
 * take more or fewer bytes needs one note of what it took: the program has room for all.
 */
#ifndef LUADATA_PATTERN_H
#define LUADATA_PATTERN_H

#include "luadata_core.h"

#define LUADATA_CAPTURES_MAX 32
#define LUADATA_CAPTURE_OPEN 0xffffffffu
#define LUADATA_CAPTURE_POSITION 0xfffffffeu

enum luadata_match {
	LUADATA_NO_MATCH,
	LUADATA_MATCH,
	LUADATA_TOO_MANY_CAPTURES,
	LUADATA_BAD_CAPTURE,
	LUADATA_BAD_INDEX,
	LUADATA_UNFINISHED_CAPTURE,
	LUADATA_ENDS_IN_PERCENT,
	LUADATA_NO_BRACKET,
	LUADATA_NO_BALANCE,
	LUADATA_NO_FRONTIER,
};

/* A set of bytes, a bit for each. */
struct luadata_set {
	uint64_t bits[4];
};

static inline bool luadata_inset(const struct luadata_set *set, unsigned char c)
{
	return set->bits[c >> 6] >> (c & 63) & 1;
}

/* So many sets of a program are looked up by the byte, all at once. */
#define LUADATA_QUICK_SETS 8

enum luadata_item_type {
	LUADATA_ITEM_TEXT,     /* @n bytes at @at of the program's text, the first is @byte */
	LUADATA_ITEM_ONE,      /* a byte of set @at */
	LUADATA_ITEM_OPTIONAL, /* "x?" */
	LUADATA_ITEM_LONGEST,  /* "x*": as many as there are, at least @n */
	LUADATA_ITEM_SHORTEST, /* "x-": as few as suffice */
	LUADATA_ITEM_OPEN,     /* capture @at begins */
	LUADATA_ITEM_CLOSE,    /* capture @at ends */
	LUADATA_ITEM_POSITION, /* capture @at is a position */
	LUADATA_ITEM_REPEAT,   /* "%1": what capture @at holds */
	LUADATA_ITEM_BALANCE,  /* "%bxy": from byte @at to byte @n */
	LUADATA_ITEM_FRONTIER, /* "%f[set]": set @at begins */
	LUADATA_ITEM_LAST,     /* "$" */
	LUADATA_ITEM_FAULT,    /* enum luadata_match @at, in capture @n: when it is reached */
	LUADATA_ITEM_END,      /* of the pattern */
};

/**
 * struct luadata_item - a part of a pattern
 * @type: enum luadata_item_type
 * @byte: of an item with a set, its bit in the program's @quick, or 0; else see the types
 * @final: what it took is never given back: nothing that follows begins with such a byte
 * @next: the byte that what follows begins with, or -1
 * @at: see the types
 * @n: see the types
 */
struct luadata_item {
	uint8_t type;
	uint8_t byte;
	bool final;
	int16_t next;
	uint32_t at;
	uint32_t n;
};

/* A choice that can be taken back: where its item ended, and the least that it may be. */
struct luadata_choice {
	const struct luadata_item *item;
	uint32_t subject;
	uint32_t least;
};

/**
 * struct luadata_program - a pattern, compiled
 * @nitems: items with the last one, which is LUADATA_ITEM_END
 * @nsets: sets
 * @nchoices: items that may take more or fewer bytes
 * @ncaptures: captures
 * @ntext: bytes of text
 * @anchored: it began with '^'
 * @plain: no character has a meaning, as string.find() sees it: a ')' alone has none
 * @first: the first item that is no capture
 * @sets: the sets
 * @items: the items
 * @choices: room for notes while it runs: it is used by one search at a time
 * @text: the text
 * @quick: of each byte, a bit for each of the first sets that has it; when there are sets
 */
struct luadata_program {
	uint32_t nitems;
	uint32_t nsets;
	uint32_t nchoices;
	uint32_t ncaptures;
	uint32_t ntext;
	bool anchored;
	bool plain;
	const struct luadata_item *first;
	struct luadata_set *sets;
	struct luadata_item *items;
	struct luadata_choice *choices;
	unsigned char *text;
	unsigned char *quick;
};

struct luadata_capture {
	uint32_t start;
	uint32_t length;
};

/**
 * struct luadata_matcher - a search
 * @program: the pattern
 * @subject: bytes to search
 * @length: how many (at most LUADATA_SUBJECT_MAX)
 * @captures: of the match that was found
 * @choices: behind the last choice that was made
 * @steps: work done since @spend was called
 * @spend: is told how many steps were made, some hundred at a time; may leave by longjmp
 * @context: for @spend
 * @detail: the capture number that LUADATA_BAD_INDEX means
 */
struct luadata_matcher {
	const struct luadata_program *program;
	const unsigned char *subject;
	size_t length;
	struct luadata_capture captures[LUADATA_CAPTURES_MAX];
	struct luadata_choice *choices;
	size_t steps;
	void (*spend)(void *context, size_t steps);
	void *context;
	unsigned int detail;
};

/* pattern.c */
void luadata_measure(struct luadata_program *sizes, const unsigned char *pattern, size_t length,
		     bool anchors);
size_t luadata_programsize(const struct luadata_program *sizes);
void luadata_compile(struct luadata_program *program, const struct luadata_program *sizes,
		     const unsigned char *pattern, size_t length);
bool luadata_inclass(unsigned char c, unsigned char class);

/* match.c */
enum luadata_match luadata_search(struct luadata_matcher *m, size_t init, size_t *start,
				  size_t *end);
bool luadata_plainfind(struct luadata_matcher *m, const unsigned char *bytes, size_t n,
		       size_t init, size_t *at);
const char *luadata_matchfault(enum luadata_match fault);

#endif
