// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* stats.c: klua stats, everything about each state. */
#include <stdio.h>
#include <string.h>

#include "tool.h"

/* As keys in JSON; where people read them, '_' is a space. */
#define CAUSE_NAME(name, word, error) word,
static const char *const cause_names[] = { KLUA_EACH_CAUSE(CAUSE_NAME) };

#define CAUSES (sizeof(cause_names) / sizeof(*cause_names))

static bool next_attachment(int fd, const char *name, unsigned int index,
			    struct klua_ioc_attachment *at)
{
	memset(at, 0, sizeof(*at));
	strcpy(at->name, name);
	at->index = index;
	return !device_ioctl(fd, KLUA_IOC_ATTACHMENT, at);
}

/* A callback may allow nil: that is counted, and is no failure. */
static bool is_failure(size_t cause)
{
	return cause != KLUA_CAUSE_NOVERDICT;
}

static unsigned long long failures(const struct klua_ioc_attachment *at)
{
	unsigned long long sum = 0;
	size_t i;

	for (i = 0; i < CAUSES; i++)
		if (is_failure(i))
			sum += at->causes[i];
	return sum;
}

static void print_words(const char *name)
{
	for (; *name; name++)
		putchar(*name == '_' ? ' ' : *name);
}

static void print_counts(const struct klua_ioc_attachment *at)
{
	bool first = true;
	size_t i;

	printf("    calls %llu", (unsigned long long)at->calls);
	for (i = 0; i < KLUA_IOC_COUNTERS && at->counters[i].name[0]; i++)
		printf(", %s %llu", at->counters[i].name,
		       (unsigned long long)at->counters[i].value);
	printf("\n    failed %llu", failures(at));
	for (i = 0; i < CAUSES; i++) {
		if (!at->causes[i] || !is_failure(i))
			continue;
		printf("%s ", first ? ":" : ",");
		print_words(cause_names[i]);
		printf(" %llu", (unsigned long long)at->causes[i]);
		first = false;
	}
	if (at->causes[KLUA_CAUSE_NOVERDICT])
		printf("; no verdict %llu", (unsigned long long)at->causes[KLUA_CAUSE_NOVERDICT]);
	puts("");
}

static void print_attachment(const struct klua_ioc_attachment *at)
{
	printf("  %s", at->callback);
	if (at->function[0])
		printf(" = %s", at->function);
	if (at->options[0])
		printf(" (%s)", at->options);
	puts("");
	print_counts(at);
	if (at->backoff_ms)
		printf("    backs off for %llu ms\n", (unsigned long long)at->backoff_ms);
	if (at->error[0]) {
		printf("    last error: ");
		print_visible(at->error, strlen(at->error));
		putchar('\n');
	}
}

static void print_state(int fd, const struct klua_ioc_state *s)
{
	struct klua_ioc_attachment at;
	unsigned int i;

	printf("%s: %s, %u VM%s%s%s\n", s->name, context_name(s->context), s->vms,
	       s->vms == 1 ? "" : "s", s->flags & KLUA_STATE_PERCPU ? ", one for each CPU" : "",
	       s->flags & KLUA_STATE_KERNEL ? ", made by the kernel" : "");
	if (s->failure[0])
		printf("  failed: %s\n", s->failure);
	printf("  memory: %llu bytes in use, peak %llu, quota %llu for each VM\n",
	       (unsigned long long)s->memory, (unsigned long long)s->peak,
	       (unsigned long long)s->quota);
	printf("  budget: %llu instructions for each call, %llu to load, run or eval\n",
	       (unsigned long long)s->budget, (unsigned long long)s->load_budget);
	if (s->allow[0])
		printf("  allowed: %s\n", s->allow);
	for (i = 0; next_attachment(fd, s->name, i, &at); i++)
		print_attachment(&at);
}

static void json_attachment(struct text *t, const struct klua_ioc_attachment *at)
{
	size_t i;

	text_puts(t, "\n    {\"callback\": ");
	json_string(t, at->callback);
	text_puts(t, ", \"function\": ");
	json_string(t, at->function);
	text_puts(t, ", \"options\": ");
	json_string(t, at->options);
	text_printf(t, ", \"calls\": %llu, \"counters\": {", (unsigned long long)at->calls);
	for (i = 0; i < KLUA_IOC_COUNTERS && at->counters[i].name[0]; i++) {
		text_puts(t, i ? ", " : "");
		json_string(t, at->counters[i].name);
		text_printf(t, ": %llu", (unsigned long long)at->counters[i].value);
	}
	text_printf(t, "}, \"failed\": %llu, \"causes\": {", failures(at));
	for (i = 0; i < CAUSES; i++) {
		text_puts(t, i ? ", " : "");
		text_printf(t, "\"%s\": %llu", cause_names[i], (unsigned long long)at->causes[i]);
	}
	text_printf(t, "}, \"backoff_ms\": %llu, \"last_error\": ",
		    (unsigned long long)at->backoff_ms);
	if (at->error[0])
		json_string(t, at->error);
	else
		text_puts(t, "null");
	text_puts(t, "}");
}

static void json_full(int fd, const struct klua_ioc_state *s, struct text *t)
{
	struct klua_ioc_attachment at;
	unsigned int i;

	json_state(s, t);
	text_puts(t, ", \"attachments\": [");
	for (i = 0; next_attachment(fd, s->name, i, &at); i++) {
		text_puts(t, i ? "," : "");
		json_attachment(t, &at);
	}
	text_puts(t, i ? "\n  ]}" : "]}");
}

/* With a name one object, else an array of all. */
static void stats_json(int fd, const char *name, struct klua_ioc_state *state)
{
	struct text t = { 0 };
	bool first = true;

	if (name) {
		json_full(fd, state, &t);
	} else {
		text_puts(&t, "[");
		for (; next_state(fd, state); first = false) {
			text_puts(&t, first ? "\n  " : ",\n  ");
			json_full(fd, state, &t);
		}
		text_puts(&t, first ? "]" : "\n]");
	}
	puts(t.data);
	text_free(&t);
}

int command_stats(struct args *a)
{
	struct klua_ioc_state state = { 0 };
	const char *name = NULL;
	bool json = false;
	int fd, err;

	while (a->next < a->argc) {
		if (args_flag(a, "--json", NULL))
			json = true;
		else if (!name)
			name = args_positional(a, "a NAME");
		else
			args_end(a);
	}
	if (name)
		set_name(state.name, name);
	fd = device_open();
	err = name ? device_ioctl(fd, KLUA_IOC_STATE, &state) : 0;
	if (err)
		die_state(fd, name, err);
	if (json)
		stats_json(fd, name, &state);
	else if (name)
		print_state(fd, &state);
	else
		while (next_state(fd, &state))
			print_state(fd, &state);
	return OK;
}
