// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Compiles Lua patterns.
 *
 * The same walk over a pattern is made twice: it counts what a program needs, then it writes the
 * program. A fault of a pattern is one only for who comes to it, as in stock Lua: an item says it.
 */
#include "pattern.h"

/* The bits [from, to] of a word. */
#define BITS(from, to) (~(uint64_t)0 >> (63 - ((to) - (from))) << (from))

#define DIGITS BITS(48, 57)
#define UPPER BITS(1, 26)
#define LOWER BITS(33, 58)

/* The classes by their letter, ASCII only: bytes 0 to 63, and 64 to 127. */
static const struct {
	char letter;
	uint64_t bits[2];
} classes[] = {
	{ 'a', { 0, UPPER | LOWER } },
	{ 'c', { BITS(0, 31), BITS(63, 63) } },
	{ 'd', { DIGITS, 0 } },
	{ 'g', { BITS(33, 63), BITS(0, 62) } },
	{ 'l', { 0, LOWER } },
	{ 'p', { BITS(33, 63) & ~DIGITS, BITS(0, 62) & ~(UPPER | LOWER) } },
	{ 's', { BITS(9, 13) | BITS(32, 32), 0 } },
	{ 'u', { 0, UPPER } },
	{ 'w', { DIGITS, UPPER | LOWER } },
	{ 'x', { DIGITS, BITS(1, 6) | BITS(33, 38) } },
	{ 'z', { BITS(0, 0), 0 } },
	{ 0, { 0, 0 } },
};

/* A walk over a pattern. */
struct walk {
	const unsigned char *pattern;
	size_t length;
	size_t p;
	struct luadata_program *out; /* counts what was found so far */
	bool writes;                 /* into what @out has, too */
	bool in_text;                /* the last item is text */
	uint64_t open;               /* captures that are open, a bit for each */
};

static void add_byte(struct luadata_set *set, unsigned char c)
{
	set->bits[c >> 6] |= (uint64_t)1 << (c & 63);
}

static void add_range(struct luadata_set *set, unsigned int from, unsigned int to)
{
	unsigned int i;

	for (i = 0; i < 4; i++) { /* bounded: 4 words */
		unsigned int low = from > i * 64 ? from : i * 64;
		unsigned int high = to < i * 64 + 63 ? to : i * 64 + 63;

		if (low <= high)
			set->bits[i] |= BITS(low & 63, high & 63);
	}
}

static void negate(struct luadata_set *set)
{
	unsigned int i;

	for (i = 0; i < 4; i++) /* bounded: 4 words */
		set->bits[i] = ~set->bits[i];
}

/* What "%letter" stands for: a class, all that is not in it, or the letter. */
static void add_class(struct luadata_set *set, unsigned char letter)
{
	bool upper = letter >= 'A' && letter <= 'Z';
	unsigned int i;

	for (i = 0; classes[i].letter; i++) { /* bounded: 11 classes */
		if (classes[i].letter != (upper ? letter | 0x20 : letter))
			continue;
		set->bits[0] |= upper ? ~classes[i].bits[0] : classes[i].bits[0];
		set->bits[1] |= upper ? ~classes[i].bits[1] : classes[i].bits[1];
		if (upper)
			add_range(set, 128, 255);
		return;
	}
	add_byte(set, letter);
}

/*
 * luadata_inclass() - whether a byte is in the class of a letter, as in "%a"
 *
 * A letter in upper case means all bytes that are not in the class, anything else means itself.
 */
bool luadata_inclass(unsigned char c, unsigned char class)
{
	struct luadata_set set = { { 0 } };

	add_class(&set, class);
	return luadata_inset(&set, c);
}

/* The byte at p, or 0 at the end, where no syntax character is. */
static unsigned char peek(const struct walk *w, size_t p)
{
	return p < w->length ? w->pattern[p] : 0;
}

static void add_item(struct walk *w, enum luadata_item_type type, size_t at, size_t n)
{
	bool has_set = type >= LUADATA_ITEM_ONE && type <= LUADATA_ITEM_SHORTEST;

	if (w->writes)
		w->out->items[w->out->nitems] = (struct luadata_item){
			.type = type, .next = -1, .at = (uint32_t)at, .n = (uint32_t)n,
			.byte = has_set && at < LUADATA_QUICK_SETS ? 1 << at : 0,
		};
	w->out->nitems++;
	w->in_text = type == LUADATA_ITEM_TEXT;
}

static void add_fault(struct walk *w, enum luadata_match fault, unsigned int detail)
{
	add_item(w, LUADATA_ITEM_FAULT, fault, detail);
	w->p = w->length; /* nobody comes to what follows */
}

/* One byte that stands for itself: it goes on with the text before it. */
static void add_text(struct walk *w, unsigned char c)
{
	if (!w->in_text) {
		add_item(w, LUADATA_ITEM_TEXT, w->out->ntext, 0);
		if (w->writes)
			w->out->items[w->out->nitems - 1].byte = c;
	}
	if (w->writes) {
		w->out->items[w->out->nitems - 1].n++;
		w->out->text[w->out->ntext] = c;
	}
	w->out->ntext++;
}

/* Fills a set from its elements, [p, last). */
static void add_elements(struct luadata_set *set, const unsigned char *pattern, size_t p,
			 size_t last)
{
	for (; p < last; p++) { /* charged: who compiles, by the pattern's length */
		if (pattern[p] == '%') {
			add_class(set, pattern[++p]);
		} else if (pattern[p + 1] == '-' && p + 2 < last) {
			add_range(set, pattern[p], pattern[p + 2]);
			p += 2;
		} else {
			add_byte(set, pattern[p]);
		}
	}
}

/* Reads the set at w->p, a '['. Return: whether it has an end. */
static bool read_set(struct walk *w, struct luadata_set *set)
{
	bool negated = peek(w, w->p + 1) == '^';
	size_t first = w->p + 1 + negated;
	size_t p = first;

	do { /* charged: who compiles, by the pattern's length */
		if (p >= w->length)
			return false;
		p += w->pattern[p] == '%' && p + 1 < w->length ? 2 : 1;
	} while (peek(w, p) != ']');
	if (w->writes) {
		add_elements(set, w->pattern, first, p);
		if (negated)
			negate(set);
	}
	w->p = p + 1;
	return true;
}

/* Reads what stands for one byte. Return: the fault that it has, or LUADATA_MATCH. */
static enum luadata_match read_single(struct walk *w, struct luadata_set *set)
{
	unsigned char c = w->pattern[w->p];

	switch (c) {
	case '[':
		return read_set(w, set) ? LUADATA_MATCH : LUADATA_NO_BRACKET;
	case '%':
		if (w->p + 1 == w->length)
			return LUADATA_ENDS_IN_PERCENT;
		add_class(set, w->pattern[w->p + 1]);
		w->p += 2;
		return LUADATA_MATCH;
	case '.':
		add_range(set, 0, 255);
		break;
	default:
		add_byte(set, c);
	}
	w->p++;
	return LUADATA_MATCH;
}

static size_t add_set(struct walk *w, const struct luadata_set *set)
{
	if (w->writes)
		w->out->sets[w->out->nsets] = *set;
	return w->out->nsets++;
}

/* The only byte in what stands at w->p, or -1. */
static int only_byte(const struct walk *w)
{
	unsigned char c = w->pattern[w->p], next = peek(w, w->p + 1);
	bool letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';

	if (c == '[' || c == '.')
		return -1;
	if (c != '%')
		return c;
	return w->p + 1 == w->length || letter ? -1 : next;
}

/* What stands for one byte, with what says how often: one of "*+?-", or nothing. */
static void add_single(struct walk *w)
{
	struct luadata_set set = { { 0 } };
	int byte = only_byte(w);
	enum luadata_match fault = read_single(w, &set);
	unsigned char how;

	if (fault != LUADATA_MATCH) {
		add_fault(w, fault, 0);
		return;
	}
	how = peek(w, w->p);
	switch (how) {
	case '*':
	case '+':
		add_item(w, LUADATA_ITEM_LONGEST, add_set(w, &set), how == '+');
		break;
	case '?':
		add_item(w, LUADATA_ITEM_OPTIONAL, add_set(w, &set), 0);
		break;
	case '-':
		add_item(w, LUADATA_ITEM_SHORTEST, add_set(w, &set), 0);
		break;
	default:
		if (byte >= 0)
			add_text(w, (unsigned char)byte);
		else
			add_item(w, LUADATA_ITEM_ONE, add_set(w, &set), 0);
		return;
	}
	w->p++;
	w->out->nchoices++;
}

static void add_open(struct walk *w)
{
	bool position = peek(w, w->p + 1) == ')';
	unsigned int number = w->out->ncaptures;

	if (number == LUADATA_CAPTURES_MAX) {
		add_fault(w, LUADATA_TOO_MANY_CAPTURES, 0);
		return;
	}
	add_item(w, position ? LUADATA_ITEM_POSITION : LUADATA_ITEM_OPEN, number, 0);
	if (!position)
		w->open |= (uint64_t)1 << number;
	w->out->ncaptures++;
	w->p += 1 + position;
}

/* The last capture that is open ends. */
static void add_close(struct walk *w)
{
	unsigned int number = w->out->ncaptures;

	while (number-- > 0) { /* bounded: LUADATA_CAPTURES_MAX */
		if (!(w->open >> number & 1))
			continue;
		add_item(w, LUADATA_ITEM_CLOSE, number, 0);
		w->open &= ~((uint64_t)1 << number);
		w->p++;
		return;
	}
	add_fault(w, LUADATA_BAD_CAPTURE, 0);
}

static void add_repeat(struct walk *w, unsigned int number)
{
	if (number == 0 || number > w->out->ncaptures || w->open >> (number - 1) & 1) {
		add_fault(w, LUADATA_BAD_INDEX, number);
		return;
	}
	add_item(w, LUADATA_ITEM_REPEAT, number - 1, 0);
	w->p += 2;
}

static void add_balance(struct walk *w)
{
	if (w->length - w->p < 4) {
		add_fault(w, LUADATA_NO_BALANCE, 0);
		return;
	}
	add_item(w, LUADATA_ITEM_BALANCE, w->pattern[w->p + 2], w->pattern[w->p + 3]);
	w->p += 4;
}

static void add_frontier(struct walk *w)
{
	struct luadata_set set = { { 0 } };

	w->p += 2;
	if (peek(w, w->p) != '[')
		add_fault(w, LUADATA_NO_FRONTIER, 0);
	else if (!read_set(w, &set))
		add_fault(w, LUADATA_NO_BRACKET, 0);
	else
		add_item(w, LUADATA_ITEM_FRONTIER, add_set(w, &set), 0);
}

static void add_escape(struct walk *w)
{
	unsigned char next = peek(w, w->p + 1);

	if (next == 'b')
		add_balance(w);
	else if (next == 'f')
		add_frontier(w);
	else if (next >= '0' && next <= '9')
		add_repeat(w, next - '0');
	else
		add_single(w);
}

static bool is_plain(const unsigned char *pattern, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) /* charged: who compiles, by the pattern's length */
		if (pattern[i] && strchr("^$*+?.([%-", pattern[i]))
			return false;
	return true;
}

static void walk(struct walk *w)
{
	while (w->p < w->length) { /* charged: who compiles, by the pattern's length */
		switch (w->pattern[w->p]) {
		case '(':
			add_open(w);
			break;
		case ')':
			add_close(w);
			break;
		case '%':
			add_escape(w);
			break;
		case '$':
			if (w->p + 1 == w->length) {
				add_item(w, LUADATA_ITEM_LAST, 0, 0);
				w->p++;
				break;
			}
			add_single(w);
			break;
		default:
			add_single(w);
		}
	}
	add_item(w, LUADATA_ITEM_END, 0, 0);
}

/* Whether no byte is in both of two sets. */
static bool apart(const struct luadata_set *a, const struct luadata_set *b)
{
	unsigned int i;

	for (i = 0; i < 4; i++) /* bounded: 4 words */
		if (a->bits[i] & b->bits[i])
			return false;
	return true;
}

/*
 * Whether an item never has to give back what it took, because what follows takes none of these
 * bytes. @next is the first item behind it that is no capture.
 */
static bool keeps_all(const struct luadata_program *p, const struct luadata_item *item,
		      const struct luadata_item *next)
{
	const struct luadata_set *set = &p->sets[item->at];

	if (item->type != LUADATA_ITEM_LONGEST && item->type != LUADATA_ITEM_OPTIONAL)
		return false;
	switch (next->type) {
	case LUADATA_ITEM_END:
	case LUADATA_ITEM_LAST:
		return true;
	case LUADATA_ITEM_TEXT:
		return !luadata_inset(set, p->text[next->at]);
	case LUADATA_ITEM_BALANCE:
		return !luadata_inset(set, (unsigned char)next->at);
	case LUADATA_ITEM_ONE:
		return apart(set, &p->sets[next->at]);
	case LUADATA_ITEM_LONGEST:
		return next->n && apart(set, &p->sets[next->at]);
	default:
		return false;
	}
}

/* Goes from the last item to the first, and tells each what follows it. */
static void look_ahead(struct luadata_program *p)
{
	const struct luadata_item *next = &p->items[p->nitems - 1];
	size_t i;

	for (i = p->nitems - 1; i-- > 0;) { /* charged: who compiles, by the pattern's length */
		struct luadata_item *item = &p->items[i];

		if (item->type == LUADATA_ITEM_OPEN || item->type == LUADATA_ITEM_CLOSE ||
		    item->type == LUADATA_ITEM_POSITION)
			continue;
		if (next->type == LUADATA_ITEM_TEXT)
			item->next = p->text[next->at];
		else if (next->type == LUADATA_ITEM_BALANCE)
			item->next = (int16_t)next->at;
		item->final = keeps_all(p, item, next);
		next = item;
	}
	p->first = next;
}

static void fill_quick(struct luadata_program *p)
{
	size_t n = p->nsets < LUADATA_QUICK_SETS ? p->nsets : LUADATA_QUICK_SETS;
	size_t i, c;

	if (!p->nsets)
		return;
	memset(p->quick, 0, 256);
	for (i = 0; i < n; i++) { /* bounded: LUADATA_QUICK_SETS */
		uint64_t bits = 0;

		for (c = 0; c < 256; c++, bits >>= 1) { /* bounded: 256 */
			if (c % 64 == 0)
				bits = p->sets[i].bits[c / 64];
			p->quick[c] |= (bits & 1) << i;
		}
	}
}

/*
 * luadata_measure() - count what the program of a pattern needs
 * @sizes: out
 * @anchors: whether '^' at its beginning is an anchor; elsewhere it is a byte
 */
void luadata_measure(struct luadata_program *sizes, const unsigned char *pattern, size_t length,
		     bool anchors)
{
	struct walk w = { .pattern = pattern, .length = length, .out = sizes };

	*sizes = (struct luadata_program){ .anchored = anchors && length && pattern[0] == '^',
					    .plain = is_plain(pattern, length) };
	w.p = sizes->anchored;
	walk(&w);
}

/* luadata_programsize() - bytes of the program that was measured */
size_t luadata_programsize(const struct luadata_program *sizes)
{
	return sizeof(*sizes) + sizes->nsets * sizeof(struct luadata_set) +
	       sizes->nitems * sizeof(struct luadata_item) +
	       sizes->nchoices * sizeof(struct luadata_choice) + sizes->ntext +
	       (sizes->nsets ? 256 : 0);
}

/*
 * luadata_compile() - compile a pattern
 * @program: luadata_programsize() bytes
 * @sizes: what luadata_measure() told of the same pattern
 */
void luadata_compile(struct luadata_program *program, const struct luadata_program *sizes,
		     const unsigned char *pattern, size_t length)
{
	struct walk w = { .pattern = pattern, .length = length, .out = program, .writes = true };

	*program = (struct luadata_program){ .anchored = sizes->anchored, .plain = sizes->plain };
	program->sets = (struct luadata_set *)(program + 1);
	program->choices = (struct luadata_choice *)(program->sets + sizes->nsets);
	program->items = (struct luadata_item *)(program->choices + sizes->nchoices);
	program->text = (unsigned char *)(program->items + sizes->nitems);
	program->quick = program->text + sizes->ntext;
	w.p = sizes->anchored;
	walk(&w);
	look_ahead(program);
	fill_quick(program);
}
