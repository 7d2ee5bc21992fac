// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Matches a compiled pattern.
 *
 * Nothing here calls itself: where an item could have taken more or fewer bytes, the program's
 * choices say so, and what follows goes back to the last of them.
 */
#include "pattern.h"

#define SPEND_EVERY 256
#define BYTES_A_STEP 4   /* of a set that are looked at */
#define PIECE 1024       /* bytes that are looked at before they are told of */
#define TEXT_A_STEP 8    /* bytes of a text that are compared, or passed */
#define TEXT_PIECE 4096

static noinline void spend(struct luadata_matcher *m)
{
	size_t steps = m->steps;

	if (!m->spend)
		return;
	m->steps = 0;
	m->spend(m->context, steps);
}

/* Tells of the work done, when there is enough of it to tell; may not come back. */
static inline void tell(struct luadata_matcher *m)
{
	if (m->steps >= SPEND_EVERY)
		spend(m);
}

/* Whether a byte is in the set of an item. */
static inline bool is_in(const struct luadata_program *p, const struct luadata_item *item,
			 unsigned char c)
{
	return item->byte ? p->quick[c] & item->byte : luadata_inset(&p->sets[item->at], c);
}

/* Passes the bytes that are in the set of an item, many or slowly. */
static noinline const unsigned char *pass_long(struct luadata_matcher *m,
					       const struct luadata_item *item,
					       const unsigned char *s, const unsigned char *end)
{
	const unsigned char *from = s, *stop;

	do { /* charged: each piece */
		stop = (size_t)(end - s) > PIECE ? s + PIECE : end;
		while (s < stop && is_in(m->program, item, *s)) /* charged: the piece */
			s++;
		m->steps += (size_t)(s - from) / BYTES_A_STEP;
		from = s;
		tell(m);
	} while (s == stop && s < end);
	return s;
}

/* Passes them, from s on. */
static inline const unsigned char *pass(struct luadata_matcher *m, const struct luadata_item *item,
					const unsigned char *s, const unsigned char *end)
{
	const unsigned char *quick = m->program->quick, *from = s;

	if (!item->byte || (size_t)(end - s) > PIECE)
		return pass_long(m, item, s, end);
	while (s < end && (quick[*s] & item->byte)) /* bounded: PIECE */
		s++;
	m->steps += (size_t)(s - from) / BYTES_A_STEP;
	tell(m);
	return s;
}

/* Notes that the item, which ended at s, may give back down to least. */
static inline void choose(struct luadata_matcher *m, const struct luadata_item *item,
			  const unsigned char *s, const unsigned char *least)
{
	*m->choices++ = (struct luadata_choice){
		.item = item,
		.subject = (uint32_t)(s - m->subject),
		.least = (uint32_t)(least - m->subject),
	};
}

/*
 * The last byte before s, and not before least, that what follows can begin with; s is where the
 * item ended that gives back. NULL: none.
 */
static const unsigned char *give_back(struct luadata_matcher *m, const struct luadata_item *item,
				      const unsigned char *s, const unsigned char *least)
{
	size_t steps = 0;

	while (s > least) { /* charged: each piece */
		s--;
		if (item->next < 0 || *s == item->next)
			return s;
		if (++steps % BYTES_A_STEP == 0) {
			m->steps++;
			tell(m);
		}
	}
	return NULL;
}

/* The same for one that takes as few as it can: where it ends next, after s. */
static const unsigned char *take_more(struct luadata_matcher *m, const struct luadata_item *item,
				      const unsigned char *s, const unsigned char *end)
{
	size_t steps = 0;

	while (s < end && is_in(m->program, item, *s)) { /* charged: each piece */
		s++;
		if (item->next < 0 || (s < end && *s == item->next))
			return s;
		if (++steps % BYTES_A_STEP == 0) {
			m->steps++;
			tell(m);
		}
	}
	return NULL;
}

/* Takes the last choice that is left: the item goes on at *s. NULL: there is none. */
static const struct luadata_item *take_back(struct luadata_matcher *m, const unsigned char **s)
{
	while (m->choices > m->program->choices) { /* charged: each step back */
		struct luadata_choice *choice = m->choices - 1;
		const struct luadata_item *item = choice->item;
		const unsigned char *end = m->subject + choice->subject;

		m->steps++;
		tell(m);
		if (item->type == LUADATA_ITEM_SHORTEST)
			end = take_more(m, item, end, m->subject + m->length);
		else
			end = give_back(m, item, end, m->subject + choice->least);
		if (end) {
			choice->subject = (uint32_t)(end - m->subject);
			*s = end;
			return item;
		}
		m->choices--;
	}
	return NULL;
}

/*
 * What follows tries an item at s, and returns where it ended; NULL: it does not match.
 */

/* "x*" and "x+": takes all it can. */
static inline const unsigned char *longest(struct luadata_matcher *m,
					   const struct luadata_item *item, const unsigned char *s)
{
	const unsigned char *least = s + item->n;

	s = pass(m, item, s, m->subject + m->length);
	if (s < least)
		return NULL;
	if (!item->final && s > least)
		choose(m, item, s, least);
	return s;
}

static const unsigned char *optional(struct luadata_matcher *m, const struct luadata_item *item,
				     const unsigned char *s)
{
	if (s == m->subject + m->length || !is_in(m->program, item, *s))
		return s;
	if (!item->final)
		choose(m, item, s + 1, s);
	return s + 1;
}

static const unsigned char *shortest(struct luadata_matcher *m, const struct luadata_item *item,
				     const unsigned char *s)
{
	choose(m, item, s, s);
	return item->next < 0 || (s < m->subject + m->length && *s == item->next) ? s : NULL;
}

static inline bool is_same4(const unsigned char *a, const unsigned char *b)
{
	uint32_t x, y;

	memcpy(&x, a, sizeof(x));
	memcpy(&y, b, sizeof(y));
	return x == y;
}

static inline bool is_same8(const unsigned char *a, const unsigned char *b)
{
	uint64_t x, y;

	memcpy(&x, a, sizeof(x));
	memcpy(&y, b, sizeof(y));
	return x == y;
}

/* Whether n bytes are the same: word by word, the last of which may overlap. */
static inline bool is_same(const unsigned char *a, const unsigned char *b, size_t n)
{
	if (n < 4) {
		for (; n > 0; n--) /* bounded: 3 */
			if (a[n - 1] != b[n - 1])
				return false;
		return true;
	}
	if (n < 8)
		return is_same4(a, b) && is_same4(a + n - 4, b + n - 4);
	for (; n > 8; a += 8, b += 8, n -= 8) /* bounded: SPEND_EVERY */
		if (!is_same8(a, b))
			return false;
	return is_same8(a + n - 8, b + n - 8);
}

static noinline bool is_same_long(struct luadata_matcher *m, const unsigned char *a,
				  const unsigned char *b, size_t n)
{
	tell(m);
	return memcmp(a, b, n) == 0;
}

/* The n bytes of a text, whatever they are. */
static const unsigned char *text(struct luadata_matcher *m, const unsigned char *s,
				 const unsigned char *bytes, size_t n)
{
	if ((size_t)(m->subject + m->length - s) < n)
		return NULL;
	m->steps += n / TEXT_A_STEP;
	if (n > SPEND_EVERY)
		return is_same_long(m, s, bytes, n) ? s + n : NULL;
	return is_same(s, bytes, n) ? s + n : NULL;
}

/* "%1": what a capture holds, once more. */
static const unsigned char *repeat(struct luadata_matcher *m, const struct luadata_item *item,
				   const unsigned char *s)
{
	const struct luadata_capture *c = &m->captures[item->at];

	if (c->length == LUADATA_CAPTURE_POSITION)
		return NULL;
	return text(m, s, m->subject + c->start, c->length);
}

/* "%bxy": from an x to the y that balances it. */
static const unsigned char *balance(struct luadata_matcher *m, const struct luadata_item *item,
				    const unsigned char *s)
{
	const unsigned char *end = m->subject + m->length;
	size_t depth = 0;

	if (s == end || *s != item->at)
		return NULL;
	for (s++; s < end; s++) { /* charged: each byte */
		m->steps++;
		tell(m);
		if (*s == item->n) {
			if (depth-- == 0)
				return s + 1;
		} else if (*s == item->at) {
			depth++;
		}
	}
	return NULL;
}

/*
 * "%f[set]": between a byte outside the set and one inside it; both ends of the subject count as
 * NUL.
 */
static const unsigned char *frontier(const struct luadata_matcher *m,
				     const struct luadata_item *item, const unsigned char *s)
{
	const struct luadata_set *set = &m->program->sets[item->at];
	unsigned char before = s > m->subject ? s[-1] : 0;
	unsigned char after = s < m->subject + m->length ? *s : 0;

	return !luadata_inset(set, before) && luadata_inset(set, after) ? s : NULL;
}

/* The items that are rare. */
static noinline const unsigned char *other(struct luadata_matcher *m,
					   const struct luadata_item *item, const unsigned char *s)
{
	switch (item->type) {
	case LUADATA_ITEM_OPTIONAL:
		return optional(m, item, s);
	case LUADATA_ITEM_SHORTEST:
		return shortest(m, item, s);
	case LUADATA_ITEM_REPEAT:
		return repeat(m, item, s);
	case LUADATA_ITEM_BALANCE:
		return balance(m, item, s);
	case LUADATA_ITEM_FRONTIER:
		return frontier(m, item, s);
	case LUADATA_ITEM_POSITION:
		m->captures[item->at].start = (uint32_t)(s - m->subject);
		m->captures[item->at].length = LUADATA_CAPTURE_POSITION;
		return s;
	default: /* LUADATA_ITEM_LAST */
		return s == m->subject + m->length ? s : NULL;
	}
}

/* Matches at one place. Return: as luadata_search(). */
static inline enum luadata_match match_at(struct luadata_matcher *m, const unsigned char *s,
					  size_t *end)
{
	const struct luadata_item *item = m->program->items;
	const unsigned char *next;

	m->choices = m->program->choices;
	for (;; item++, s = next) { /* charged: each item */
		m->steps++;
		tell(m);
		if (item->type == LUADATA_ITEM_TEXT) {
			next = s < m->subject + m->length && *s == item->byte ? s + 1 : NULL;
			if (next && item->n > 1)
				next = text(m, s, m->program->text + item->at, item->n);
		} else if (item->type == LUADATA_ITEM_LONGEST) {
			next = longest(m, item, s);
		} else if (item->type == LUADATA_ITEM_OPEN) {
			m->captures[item->at].start = (uint32_t)(s - m->subject);
			m->captures[item->at].length = LUADATA_CAPTURE_OPEN;
			next = s;
		} else if (item->type == LUADATA_ITEM_CLOSE) {
			m->captures[item->at].length =
				(uint32_t)(s - m->subject) - m->captures[item->at].start;
			next = s;
		} else if (item->type == LUADATA_ITEM_END) {
			*end = (size_t)(s - m->subject);
			return LUADATA_MATCH;
		} else if (item->type == LUADATA_ITEM_ONE) {
			next = s < m->subject + m->length &&
			       is_in(m->program, item, *s) ? s + 1 : NULL;
		} else if (item->type != LUADATA_ITEM_FAULT) {
			next = other(m, item, s);
		} else {
			m->detail = item->n;
			return (enum luadata_match)item->at;
		}
		if (!next) {
			item = take_back(m, &next);
			if (!item)
				return LUADATA_NO_MATCH;
		}
	}
}

/* The first place from s on where a byte is; NULL: nowhere. */
static const unsigned char *find_byte(struct luadata_matcher *m, const unsigned char *s,
				      const unsigned char *end, unsigned char c)
{
	while (s < end) { /* charged: each piece */
		size_t n = min_t(size_t, (size_t)(end - s), TEXT_PIECE);
		const unsigned char *found = luadata_memchr(s, c, n);

		m->steps += (found ? (size_t)(found - s) : n) / TEXT_A_STEP;
		tell(m);
		if (found)
			return found;
		s += n;
	}
	return NULL;
}

/* The first place from s on where a byte of a set is; NULL: nowhere. */
static const unsigned char *find_set(struct luadata_matcher *m, const unsigned char *s,
				     const unsigned char *end,
				     const struct luadata_item *item)
{
	size_t steps = 0;

	for (; s < end; s++) { /* charged: each piece */
		if (is_in(m->program, item, *s))
			return s;
		if (++steps % BYTES_A_STEP == 0) {
			m->steps++;
			tell(m);
		}
	}
	return NULL;
}

/* The first place from s on where the pattern may match; NULL: nowhere. */
static inline const unsigned char *next_place(struct luadata_matcher *m, const unsigned char *s)
{
	const struct luadata_item *first = m->program->first;
	const unsigned char *end = m->subject + m->length;

	switch (first->type) {
	case LUADATA_ITEM_TEXT:
		return s < end && *s == first->byte ? s : find_byte(m, s, end, first->byte);
	case LUADATA_ITEM_BALANCE:
		return find_byte(m, s, end, (unsigned char)first->at);
	case LUADATA_ITEM_ONE:
		return find_set(m, s, end, first);
	case LUADATA_ITEM_LONGEST:
		return first->n ? find_set(m, s, end, first) : s;
	default:
		return s;
	}
}

/*
 * luadata_search() - find the first place where the pattern matches
 * @init: offset to begin at; with an anchor, the only one to try
 * @start: result: offset of the match
 * @end: result: offset after it
 *
 * Return: LUADATA_MATCH, LUADATA_NO_MATCH, or what is wrong with the pattern.
 */
enum luadata_match luadata_search(struct luadata_matcher *m, size_t init, size_t *start,
				  size_t *end)
{
	const unsigned char *s = m->subject + init;
	bool anchored = m->program->anchored;
	enum luadata_match result;

	*start = init;
	for (;;) { /* charged: each place, match_at() */
		if (!anchored) {
			s = next_place(m, s);
			if (!s)
				return LUADATA_NO_MATCH;
			*start = (size_t)(s - m->subject);
			m->steps++;
		}
		result = match_at(m, s, end);
		if (result != LUADATA_NO_MATCH || anchored || s == m->subject + m->length)
			return result;
		s++;
	}
}

/*
 * luadata_plainfind() - find bytes as they are
 * @bytes: what to find
 * @n: how many
 * @init: offset to begin at
 * @at: result: where they are
 */
bool luadata_plainfind(struct luadata_matcher *m, const unsigned char *bytes, size_t n,
		       size_t init, size_t *at)
{
	const unsigned char *s = m->subject + init, *end = m->subject + m->length;

	*at = init;
	if (n == 0)
		return true;
	while ((size_t)(end - s) >= n) { /* charged: each place */
		s = find_byte(m, s, end - (n - 1), bytes[0]);
		if (!s)
			return false;
		m->steps++;
		if (text(m, s, bytes, n)) {
			*at = (size_t)(s - m->subject);
			return true;
		}
		s++;
	}
	return false;
}

/* luadata_matchfault() - the message for what luadata_search() returned */
const char *luadata_matchfault(enum luadata_match fault)
{
	switch (fault) {
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
