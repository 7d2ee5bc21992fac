// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Lua patterns over bytes that are not a Lua string.
 *
 * Nothing here calls itself. What a recursive matcher keeps on the C stack is a trail: choices
 * that may be taken back, and captures that must be undone on the way to them. Lua patterns
 * cannot repeat groups, so a trail is never longer than the pattern has items.
 */
#include "luadata_core.h"

#define SPEND_EVERY 256
#define LITERAL_PIECE 4096 /* bytes looked through before they are told of */
#define SET_PIECE 64       /* bytes of a set */

/* How the trail's entries are taken back. */
enum {
	LONGEST,  /* an item that took as much as it could: give one byte back, down to @least */
	SHORTEST, /* an item ("x-") that took as little as it could: take one more byte */
	OPENED,   /* a capture was opened */
	CLOSED,   /* capture number @least was closed */
};

/*
 * Where the matcher stands: next item of the pattern, next byte of the subject, height of the
 * trail.
 */
struct cursor {
	size_t p;
	size_t s;
	unsigned int height;
};

/* What an item may say besides the faults of enum luadata_match. */
#define GO_ON LUADATA_MATCH
#define TAKE_BACK LUADATA_NO_MATCH

static bool lower(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

static bool upper(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool graph(unsigned char c)
{
	return c > ' ' && c < 0x7f;
}

/*
 * luadata_inclass() - whether a byte is in the class of a letter, as in "%a"
 *
 * ASCII only. A letter in upper case means all bytes that are not in the class, anything else
 * means itself.
 */
bool luadata_inclass(unsigned char c, unsigned char class)
{
	unsigned char name = upper(class) ? class | 0x20 : class;
	bool in;

	switch (name) {
	case 'a':
		in = lower(c) || upper(c);
		break;
	case 'c':
		in = c < ' ' || c == 0x7f;
		break;
	case 'd':
		in = digit(c);
		break;
	case 'g':
		in = graph(c);
		break;
	case 'l':
		in = lower(c);
		break;
	case 'p':
		in = graph(c) && !lower(c) && !upper(c) && !digit(c);
		break;
	case 's':
		in = c == ' ' || (c >= '\t' && c <= '\r');
		break;
	case 'u':
		in = upper(c);
		break;
	case 'w':
		in = lower(c) || upper(c) || digit(c);
		break;
	case 'x':
		in = digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
		break;
	case 'z':
		in = c == 0;
		break;
	default:
		return c == class;
	}
	return in == (name == class);
}

/* The byte at p, or 0 at the end, where no syntax character is. */
static unsigned char peek(const struct luadata_matcher *m, size_t p)
{
	return p < m->pattern_length ? m->pattern[p] : 0;
}

/* Tells of the work done, when there is enough of it to tell; may not come back. */
static inline void tell(struct luadata_matcher *m)
{
	size_t steps = m->steps;

	if (steps < SPEND_EVERY || !m->spend)
		return;
	m->steps = 0;
	m->spend(m->context, steps);
}

/* Finds the byte after the ']' of a set, from the set's first byte on, which is never its end. */
static enum luadata_match set_end(struct luadata_matcher *m, size_t p, size_t *end)
{
	enum luadata_match result = GO_ON;
	size_t from = p;

	do { /* charged: the bytes of the set */
		if (p >= m->pattern_length) {
			result = LUADATA_NO_BRACKET;
			break;
		}
		p += m->pattern[p] == '%' && p + 1 < m->pattern_length ? 2 : 1;
		if (p - from >= SET_PIECE) {
			m->steps += SET_PIECE / 4;
			from += SET_PIECE;
			tell(m);
		}
	} while (peek(m, p) != ']');
	m->steps += (p - from) / 4;
	*end = p + 1;
	return result;
}

/* Finds where the single-character item at p ends. */
static inline enum luadata_match item_end(struct luadata_matcher *m, size_t p, size_t *end)
{
	unsigned char first = m->pattern[p++];

	if (first == '[')
		return set_end(m, p + (peek(m, p) == '^'), end);
	if (first == '%') {
		if (p == m->pattern_length)
			return LUADATA_ENDS_IN_PERCENT;
		p++;
	}
	*end = p;
	return GO_ON;
}

static inline bool look_in(const unsigned char *set, unsigned char c, size_t p, size_t last)
{
	bool negated = set[p + 1] == '^';

	for (p += 1 + negated; p < last; p++) { /* charged: the bytes of the set */
		if (set[p] == '%') {
			if (luadata_inclass(c, set[++p]))
				return !negated;
		} else if (set[p + 1] == '-' && p + 2 < last) {
			if (set[p] <= c && c <= set[p + 2])
				return !negated;
			p += 2;
		} else if (set[p] == c) {
			return !negated;
		}
	}
	return negated;
}

/* Out of line, for the registers that a call takes. */
static noinline bool look_in_long(struct luadata_matcher *m, unsigned char c, size_t p, size_t last)
{
	tell(m);
	return look_in(m->pattern, c, p, last);
}

/* Whether c is in the set whose '[' is at p and whose ']' is at last. */
static bool inset(struct luadata_matcher *m, unsigned char c, size_t p, size_t last)
{
	m->steps += (last - p) / 4;
	if (last - p >= SET_PIECE)
		return look_in_long(m, c, p, last);
	return look_in(m->pattern, c, p, last);
}

/* Whether the byte at s is one that the item [p, end) stands for. */
static bool single(struct luadata_matcher *m, size_t s, size_t p, size_t end)
{
	unsigned char c;

	if (s >= m->length)
		return false;
	c = m->subject[s];
	switch (m->pattern[p]) {
	case '.':
		return true;
	case '%':
		return luadata_inclass(c, m->pattern[p + 1]);
	case '[':
		return inset(m, c, p, end - 1);
	default:
		return c == m->pattern[p];
	}
}

static enum luadata_match leave(struct luadata_matcher *m, struct cursor *at, unsigned int kind,
				size_t p, size_t s, size_t least)
{
	struct luadata_trail *t;

	if (at->height == m->trail_size || at->height == LUADATA_TRAIL_MAX)
		return LUADATA_TOO_DEEP;
	t = &m->trail[at->height++];
	t->kind = kind;
	t->pattern = p;
	t->subject = s;
	t->least = least;
	return GO_ON;
}

static enum luadata_match open_capture(struct luadata_matcher *m, struct cursor *at)
{
	bool position = peek(m, at->p + 1) == ')';
	struct luadata_capture *c;

	if (m->ncaptures == LUADATA_CAPTURES_MAX)
		return LUADATA_TOO_MANY_CAPTURES;
	c = &m->captures[m->ncaptures++];
	c->start = at->s;
	c->length = position ? LUADATA_CAPTURE_POSITION : LUADATA_CAPTURE_OPEN;
	at->p += 1 + position;
	return leave(m, at, OPENED, 0, 0, 0);
}

static enum luadata_match close_capture(struct luadata_matcher *m, struct cursor *at)
{
	unsigned int i = m->ncaptures;

	while (i-- > 0) { /* bounded: LUADATA_CAPTURES_MAX */
		if (m->captures[i].length != LUADATA_CAPTURE_OPEN)
			continue;
		m->captures[i].length = at->s - m->captures[i].start;
		at->p++;
		return leave(m, at, CLOSED, 0, 0, i);
	}
	return LUADATA_BAD_CAPTURE;
}

/* "%1": what a capture holds, once more. */
static enum luadata_match repeat_capture(struct luadata_matcher *m, struct cursor *at)
{
	unsigned int number = m->pattern[at->p + 1] - '0';
	const struct luadata_capture *c;

	if (number == 0 || number > m->ncaptures ||
	    m->captures[number - 1].length == LUADATA_CAPTURE_OPEN) {
		m->detail = number;
		return LUADATA_BAD_INDEX;
	}
	c = &m->captures[number - 1];
	if (c->length == LUADATA_CAPTURE_POSITION || c->length > m->length - at->s)
		return TAKE_BACK;
	m->steps += c->length / 8;
	tell(m);
	if (memcmp(m->subject + c->start, m->subject + at->s, c->length) != 0)
		return TAKE_BACK;
	at->s += c->length;
	at->p += 2;
	return GO_ON;
}

/* "%bxy": from an x to the y that balances it. */
static enum luadata_match balance(struct luadata_matcher *m, struct cursor *at)
{
	unsigned char open, close;
	size_t depth = 0;
	size_t s;

	if (m->pattern_length - at->p < 4)
		return LUADATA_NO_BALANCE;
	open = m->pattern[at->p + 2];
	close = m->pattern[at->p + 3];
	if (at->s >= m->length || m->subject[at->s] != open)
		return TAKE_BACK;
	for (s = at->s + 1; s < m->length; s++) { /* charged: each byte */
		m->steps++;
		tell(m);
		if (m->subject[s] == close) {
			if (depth-- > 0)
				continue;
			at->s = s + 1;
			at->p += 4;
			return GO_ON;
		}
		depth += m->subject[s] == open;
	}
	return TAKE_BACK;
}

/*
 * "%f[set]": between a byte outside the set and one inside it; both ends of the subject count as
 * NUL.
 */
static enum luadata_match frontier(struct luadata_matcher *m, struct cursor *at)
{
	size_t set = at->p + 2;
	unsigned char before, after;
	enum luadata_match fault;
	size_t end;

	if (peek(m, set) != '[')
		return LUADATA_NO_FRONTIER;
	fault = item_end(m, set, &end);
	if (fault != GO_ON)
		return fault;
	before = at->s > 0 ? m->subject[at->s - 1] : 0;
	after = at->s < m->length ? m->subject[at->s] : 0;
	if (inset(m, before, set, end - 1) || !inset(m, after, set, end - 1))
		return TAKE_BACK;
	at->p = end;
	return GO_ON;
}

/* "x*", "x+", "x?": takes all it can, at most `most` bytes, and leaves the rest as choices. */
static enum luadata_match longest(struct luadata_matcher *m, struct cursor *at, size_t end,
				  size_t least, size_t most)
{
	size_t start = at->s;
	size_t item = at->p;
	size_t n = 0;

	while (n < most && single(m, start + n, item, end)) { /* charged: each byte */
		m->steps++;
		n++;
		tell(m);
	}
	if (n < least)
		return TAKE_BACK;
	at->s = start + n;
	at->p = end + 1;
	return n > least ? leave(m, at, LONGEST, end + 1, at->s, start + least) : GO_ON;
}

/* A single-character item with what follows it: one of "*+?-", or nothing. */
static enum luadata_match item(struct luadata_matcher *m, struct cursor *at)
{
	enum luadata_match fault;
	size_t start = at->p;
	size_t end;

	fault = item_end(m, start, &end);
	if (fault != GO_ON)
		return fault;
	switch (peek(m, end)) {
	case '*':
		return longest(m, at, end, 0, m->length);
	case '+':
		return longest(m, at, end, 1, m->length);
	case '?':
		return longest(m, at, end, 0, 1);
	case '-':
		at->p = end + 1;
		return leave(m, at, SHORTEST, start, at->s, 0);
	default:
		if (!single(m, at->s, start, end))
			return TAKE_BACK;
		at->p = end;
		at->s++;
		return GO_ON;
	}
}

static enum luadata_match step(struct luadata_matcher *m, struct cursor *at)
{
	unsigned char next;

	switch (m->pattern[at->p]) {
	case '(':
		return open_capture(m, at);
	case ')':
		return close_capture(m, at);
	case '$':
		if (at->p + 1 < m->pattern_length)
			return item(m, at);
		at->p++;
		return at->s == m->length ? GO_ON : TAKE_BACK;
	case '%':
		next = peek(m, at->p + 1);
		if (next == 'b')
			return balance(m, at);
		if (next == 'f')
			return frontier(m, at);
		return digit(next) ? repeat_capture(m, at) : item(m, at);
	default:
		return item(m, at);
	}
}

/* Goes back to the last choice that is left, and takes it. */
static bool take_back(struct luadata_matcher *m, struct cursor *at)
{
	while (at->height > 0) { /* charged: each step back */
		struct luadata_trail *t = &m->trail[at->height - 1];
		size_t end = 0;

		m->steps++;
		tell(m);
		switch (t->kind) {
		case OPENED:
			m->ncaptures--;
			break;
		case CLOSED:
			m->captures[t->least].length = LUADATA_CAPTURE_OPEN;
			break;
		case LONGEST:
			if (t->subject > t->least) {
				at->s = --t->subject;
				at->p = t->pattern;
				return true;
			}
			break;
		case SHORTEST:
			item_end(m, t->pattern, &end); /* it was found before, so it has no fault */
			if (single(m, t->subject, t->pattern, end)) {
				at->s = ++t->subject;
				at->p = end + 1;
				return true;
			}
			break;
		}
		at->height--;
	}
	return false;
}

/*
 * luadata_matchat() - match a pattern at one place
 * @start: offset in the subject
 * @end: result: offset after the match
 *
 * Return: LUADATA_MATCH, LUADATA_NO_MATCH, or what is wrong.
 */
enum luadata_match luadata_matchat(struct luadata_matcher *m, size_t start, size_t *end)
{
	struct cursor at = { .s = start };

	m->ncaptures = 0;
	while (at.p < m->pattern_length) { /* charged: each step */
		enum luadata_match result;

		m->steps++;
		tell(m);
		result = step(m, &at);
		if (result == TAKE_BACK) {
			if (!take_back(m, &at))
				return LUADATA_NO_MATCH;
		} else if (result != GO_ON) {
			return result;
		}
	}
	*end = at.s;
	return LUADATA_MATCH;
}

/* Whether every match begins with the pattern's first byte: then only such places are tried. */
static bool literal_first(const struct luadata_matcher *m)
{
	unsigned char first = peek(m, 0), next = peek(m, 1);

	return first && !strchr("().%[$", first) && !(next && strchr("*?-", next));
}

/*
 * luadata_search() - find the first place where a pattern matches
 * @init: offset to begin at
 * @anchored: whether to try there only
 * @start: result: offset of the match
 * @end: result: offset after it
 */
enum luadata_match luadata_search(struct luadata_matcher *m, size_t init, bool anchored,
				  size_t *start, size_t *end)
{
	bool literal = !anchored && literal_first(m);
	const unsigned char *found;
	enum luadata_match result;
	size_t next, n;

	/* charged: each place, luadata_matchat() */
	for (*start = init; *start <= m->length; ++*start) {
		if (literal) {
			n = min_t(size_t, m->length - *start, LITERAL_PIECE);
			found = memchr(m->subject + *start, m->pattern[0], n);
			next = found ? (size_t)(found - m->subject) : *start + n;
			m->steps += (next - *start) / 8;
			tell(m);
			*start = next;
			if (!found && next == m->length)
				break;
			if (!found) {
				--*start;
				continue;
			}
		}
		result = luadata_matchat(m, *start, end);
		if (result != LUADATA_NO_MATCH || anchored)
			return result;
	}
	return LUADATA_NO_MATCH;
}

/* luadata_matchfault() - the message for what luadata_search() returned */
const char *luadata_matchfault(enum luadata_match fault)
{
	switch (fault) {
	case LUADATA_TOO_DEEP:
		return "pattern too complex";
	case LUADATA_TOO_MANY_CAPTURES:
		return "too many captures";
	case LUADATA_BAD_CAPTURE:
		return "invalid pattern capture";
	case LUADATA_BAD_INDEX:
		return "invalid capture index";
	case LUADATA_UNFINISHED_CAPTURE:
		return "unfinished capture";
	case LUADATA_ENDS_IN_PERCENT:
		return "malformed pattern (ends with '%')";
	case LUADATA_NO_BRACKET:
		return "malformed pattern (missing ']')";
	case LUADATA_NO_BALANCE:
		return "malformed pattern (missing arguments to '%b')";
	case LUADATA_NO_FRONTIER:
		return "missing '[' after '%f' in pattern";
	default:
		return NULL;
	}
}

/* Whether a byte means something else than itself in a pattern, wherever it stands. */
static bool special(unsigned char c)
{
	switch (c) {
	case '^':
	case '$':
	case '*':
	case '+':
	case '?':
	case '.':
	case '(':
	case '[':
	case '%':
	case '-':
		return true;
	default:
		return false;
	}
}

/* luadata_isplain() - whether a pattern has no character with a meaning */
bool luadata_isplain(const unsigned char *pattern, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) /* charged: by the caller */
		if (special(pattern[i]))
			return false;
	return true;
}

/*
 * luadata_plainfind() - find the bytes of the pattern as they are
 * @init: offset to begin at
 * @at: result: where they are
 *
 * Work beyond one look at each byte is told to @spend.
 */
bool luadata_plainfind(struct luadata_matcher *m, size_t init, size_t *at)
{
	const unsigned char *s = m->subject, *what = m->pattern;
	size_t length = m->length, n = m->pattern_length;
	size_t i = init;

	if (n == 0) {
		*at = i;
		return true;
	}
	while (n <= length - i) { /* charged: each place */
		const unsigned char *first = memchr(s + i, what[0], length - i - (n - 1));

		if (!first)
			return false;
		i = (size_t)(first - s);
		m->steps += 1 + n / 16;
		tell(m);
		if (memcmp(first, what, n) == 0) {
			*at = i;
			return true;
		}
		i++;
	}
	return false;
}
