// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* line.c: a line editor for terminals; elsewhere it just reads lines. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tool.h"

#define CONTROL(c) ((c) % 32)

bool line_cancelled;

/* The line being edited: bytes [0, size), the cursor before byte @at. */
struct editor {
	const char *prompt;
	struct text text;
	size_t at;
	unsigned int back; /* 0: the new line, n: the n-th last of the history */
	char *saved;       /* the new line, while an old one is shown */
};

/* Keys beyond bytes. */
enum {
	KEY_UP = 256,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_DELETE,
	KEY_NONE,
	KEY_EOF
};

static bool is_continuation(char c)
{
	return (c & 0xC0) == 0x80; /* of a UTF-8 character */
}

static size_t before(const struct editor *e, size_t at)
{
	do
		at -= at > 0;
	while (at > 0 && is_continuation(e->text.data[at]));
	return at;
}

static size_t after(const struct editor *e, size_t at)
{
	do
		at += at < e->text.size;
	while (at < e->text.size && is_continuation(e->text.data[at]));
	return at;
}

static size_t columns_of(const char *s, size_t size)
{
	size_t i, n = 0;

	for (i = 0; i < size; i++)
		n += !is_continuation(s[i]);
	return n;
}

static size_t terminal_width(void)
{
	struct winsize w;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) || w.ws_col < 10 ? 80 : w.ws_col;
}

static void send(const struct text *t)
{
	size_t done = 0;

	while (done < t->size) {
		ssize_t n = write(STDOUT_FILENO, t->data + done, t->size - done);

		if (n < 0 && errno != EINTR)
			return;
		done += n > 0 ? n : 0;
	}
}

/* Redraw on one row: of a longer line, the part around the cursor. */
static void draw(const struct editor *e)
{
	size_t prompt = strlen(e->prompt), room = terminal_width() - prompt - 1;
	size_t from = 0, to = e->text.size;
	struct text out = { 0 };

	while (columns_of(e->text.data + from, e->at - from) > room)
		from = after(e, from);
	while (to > from && columns_of(e->text.data + from, to - from) > room)
		to = before(e, to);
	text_printf(&out, "\r%s", e->prompt);
	text_add(&out, e->text.data + from, to - from);
	text_printf(&out, "\x1b[K\r\x1b[%zuC",
		    prompt + columns_of(e->text.data + from, e->at - from));
	send(&out);
	text_free(&out);
}

static void insert(struct editor *e, char c)
{
	text_add(&e->text, &c, 1);
	memmove(e->text.data + e->at + 1, e->text.data + e->at, e->text.size - e->at - 1);
	e->text.data[e->at++] = c;
}

static void erase(struct editor *e, size_t from, size_t to)
{
	memmove(e->text.data + from, e->text.data + to, e->text.size - to + 1);
	e->text.size -= to - from;
	e->at = from;
}

static void delete_word(struct editor *e)
{
	size_t from = e->at;

	while (from && e->text.data[from - 1] == ' ')
		from--;
	while (from && e->text.data[from - 1] != ' ')
		from--;
	erase(e, from, e->at);
}

static void set(struct editor *e, const char *s)
{
	e->text.size = 0;
	text_puts(&e->text, s);
	e->at = e->text.size;
}

static void recall(struct editor *e, int step)
{
	unsigned int back = e->back + step;
	const char *s = history_get(back);

	if (step < 0 && !e->back)
		return;
	if (back && !s)
		return;
	if (!e->back) {
		free(e->saved);
		e->saved = copy_string(e->text.data);
	}
	e->back = back;
	set(e, back ? s : e->saved);
}

static int read_byte(void)
{
	unsigned char c;
	ssize_t n;

	do
		n = read(STDIN_FILENO, &c, 1);
	while (n < 0 && errno == EINTR);
	return n == 1 ? c : KEY_EOF;
}

/* ESC [ NUMBER ~ */
static int numbered_key(int number)
{
	switch (number) {
	case 1:
	case 7:
		return KEY_HOME;
	case 3:
		return KEY_DELETE;
	case 4:
	case 8:
		return KEY_END;
	}
	return KEY_NONE;
}

/* ESC [ A, ESC O A, ESC [ 3 ~ and their like */
static int read_sequence(void)
{
	int number = 0, c = read_byte();

	if (c != '[' && c != 'O')
		return KEY_NONE;
	for (c = read_byte(); (c >= '0' && c <= '9') || c == ';'; c = read_byte())
		number = c == ';' ? 0 : number * 10 + c - '0';
	switch (c) {
	case 'A':
		return KEY_UP;
	case 'B':
		return KEY_DOWN;
	case 'C':
		return KEY_RIGHT;
	case 'D':
		return KEY_LEFT;
	case 'H':
		return KEY_HOME;
	case 'F':
		return KEY_END;
	case '~':
		return numbered_key(number);
	}
	return KEY_NONE;
}

static void edit(struct editor *e, int key)
{
	switch (key) {
	case KEY_UP:
	case CONTROL('P'):
		recall(e, 1);
		break;
	case KEY_DOWN:
	case CONTROL('N'):
		recall(e, -1);
		break;
	case KEY_LEFT:
	case CONTROL('B'):
		e->at = before(e, e->at);
		break;
	case KEY_RIGHT:
	case CONTROL('F'):
		e->at = after(e, e->at);
		break;
	case KEY_HOME:
	case CONTROL('A'):
		e->at = 0;
		break;
	case KEY_END:
	case CONTROL('E'):
		e->at = e->text.size;
		break;
	case KEY_DELETE:
	case CONTROL('D'):
		erase(e, e->at, after(e, e->at));
		break;
	case 127:
	case CONTROL('H'):
		erase(e, before(e, e->at), e->at);
		break;
	case CONTROL('K'):
		erase(e, e->at, e->text.size);
		break;
	case CONTROL('U'):
		erase(e, 0, e->at);
		break;
	case CONTROL('W'):
		delete_word(e);
		break;
	case CONTROL('L'):
		send(&(struct text){ .data = "\x1b[H\x1b[2J", .size = 7 });
		break;
	default:
		if ((key >= ' ' && key < 256) || key == '\t')
			insert(e, key == '\t' ? ' ' : key);
	}
}

/* True: a line; false: the end of input. */
static bool edit_line(struct editor *e)
{
	set(e, "");
	for (;;) {
		int key;

		draw(e);
		key = read_byte();
		if (key == 27)
			key = read_sequence();
		if (key == '\r' || key == '\n')
			return true;
		if (key == KEY_EOF || (key == CONTROL('D') && !e->text.size))
			return false;
		if (key == CONTROL('C')) {
			line_cancelled = true;
			set(e, "");
			return true;
		}
		edit(e, key);
	}
}

static char *read_terminal(const char *prompt)
{
	struct editor e = { .prompt = prompt };
	struct termios old, raw;
	bool more;

	fflush(stdout);
	if (tcgetattr(STDIN_FILENO, &old))
		return NULL;
	raw = old;
	raw.c_lflag &= ~(ECHO | ICANON | ISIG | IEXTEN);
	raw.c_iflag &= ~(ICRNL | INLCR | IXON);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
	more = edit_line(&e);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &old);
	free(e.saved);
	if (more)
		puts(line_cancelled ? "^C" : "");
	fflush(stdout);
	if (more)
		return e.text.data;
	text_free(&e.text);
	return NULL;
}

char *line_read(const char *prompt)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	if (isatty(STDIN_FILENO))
		return read_terminal(prompt);
	n = getline(&line, &room, stdin);
	if (n < 0) {
		free(line);
		return NULL;
	}
	if (n && line[n - 1] == '\n')
		line[n - 1] = '\0';
	return line;
}
