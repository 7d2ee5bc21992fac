/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* tool.h: what the parts of the klua command share. */
#ifndef TOOL_H
#define TOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "klua.h"

/* Exit statuses. */
enum { OK = 0, FAILED = 1, USAGE = 2 };

/*
 * text.c: strings that grow. A zeroed struct is empty; @data is always NUL-terminated once
 * something was added.
 */
struct text {
	char *data;
	size_t size;
	size_t room;
};

void text_add(struct text *t, const char *bytes, size_t size);
void text_puts(struct text *t, const char *s);
void text_printf(struct text *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void text_quote(struct text *t, const char *bytes, size_t size); /* as a Lua string literal */
void print_visible(const char *bytes, size_t size); /* what a terminal would obey as \xNN */
void text_free(struct text *t);
void *allocate(size_t size); /* zeroed; ends the program when there is no memory */
char *copy_string(const char *s);

/* message.c: what goes to standard error. */
void complain(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void die(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));
void usage_error(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

/* help.c */
void print_help(void);
void print_version(void);

/* options.c: the command line of a subcommand. */
struct args {
	int argc;
	char **argv;
	int next;
};

const char *args_positional(struct args *a, const char *what); /* usage error when there is none */
bool args_option(struct args *a, const char *name, const char *alias, const char **value);
bool args_flag(struct args *a, const char *name, const char *alias);
void args_end(struct args *a);
uint64_t parse_bytes(const char *option, const char *s);
uint64_t parse_count(const char *option, const char *s);

/* file.c */
void read_file(const char *path,
	       struct text *t); /* "-" is standard input; ends the program when it cannot */
char *absolute_path(const char *path);

/* chunk.c */
void add_chunkname(struct text *t, const char *path);
void add_script(struct text *t, const char *path);
void add_require(struct text *t, const char *module);
void add_arg(struct text *t, char **argv, int script, int argc);

/* attach.c */
void add_attach(struct text *code, const char *text);

/* ioctl.c: the device. */
int device_open(void);                                      /* ends the program when it cannot */
int device_ioctl(int fd, unsigned long request, void *arg); /* 0 or -errno */
void set_name(char *field, const char *name);               /* usage error when it is no name */
/* ends the program when there is none of that name */
void get_state(const char *name, struct klua_ioc_state *state);
void die_state(int fd, const char *name, int err) __attribute__((noreturn));

/* output.c: an ioctl that runs Lua, its output on the way, Ctrl-C. Returns 0 or -errno. */
int run_ioctl(int fd, unsigned long request, void *arg);

/* session.c: the requests that run Lua; false: @f tells why. */
struct failure {
	int err; /* -errno */
	bool has_text;
	char text[KLUA_TEXT_MAX];
};

void set_code(struct klua_ioc_code *io, const char *chunkname, const struct text *code);
bool load(int fd, struct klua_ioc_load *io, struct failure *f);
bool run(int fd, const char *name, unsigned int flags, const char *chunkname,
	 const struct text *code, struct failure *f); /* name NULL: the state of this descriptor */
void report(int fd, const char *name, const struct failure *f);

/* record.c: key and value pairs: what a state was loaded from. */
void record_add(struct text *t, const char *key, const char *value);
void record_put(const char *name, uint64_t id, const struct text *t);
bool record_get(const struct klua_ioc_state *state, struct text *t);
void record_drop(const char *name);
bool record_next(const struct text *t, size_t *at, const char **key, const char **value);
const char *record_file(const struct text *t); /* or NULL */

/* json.c */
void json_string(struct text *t, const char *s);

/* line.c, history.c */
char *line_read(const char *prompt); /* NULL at the end of input; "" after Ctrl-C */
extern bool line_cancelled;          /* set by Ctrl-C */
void history_open(void);
void history_add(const char *statement);
const char *history_get(unsigned int back); /* 1: the last; NULL: no such */

/* list.c: what stats shares */
const char *context_name(unsigned int context);
bool next_state(int fd, struct klua_ioc_state *state); /* by name; false at the end */
void format_size(char *to, size_t size, uint64_t bytes);
void json_state(const struct klua_ioc_state *s, struct text *t); /* an object, left open */

/* log.c: shows what the descriptor's own state logged after *cursor. */
void log_own(int fd, uint64_t *cursor);

/* The commands: each returns an exit status. */
int command_script(int argc, char **argv);
int repl(int fd, uint64_t *log);
int command_load(struct args *a);
int command_reload(struct args *a);
int command_run(struct args *a);
int command_eval(struct args *a);
int command_stop(struct args *a);
int command_list(struct args *a);
int command_stats(struct args *a);
int command_log(struct args *a);

#endif
