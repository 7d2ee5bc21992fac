// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* list.c: klua list, one line for each state. */
#include <stdio.h>
#include <string.h>

#include "tool.h"

const char *context_name(unsigned int context)
{
	static const char *const names[] = { "sleepable", "noio", "atomic" };

	return context < sizeof(names) / sizeof(*names) ? names[context] : "unknown";
}

bool next_state(int fd, struct klua_ioc_state *state)
{
	char name[KLUA_NAME_SIZE];

	memcpy(name, state->name, sizeof(name));
	memset(state, 0, sizeof(*state));
	memcpy(state->name, name, sizeof(name));
	return !device_ioctl(fd, KLUA_IOC_NEXT, state);
}

/* The file that a state was loaded from, or NULL; @known: it is known what it was loaded from. */
static char *state_file(const struct klua_ioc_state *state, bool *known)
{
	struct text record = { 0 };
	const char *file;
	char *copy;

	*known = record_get(state, &record);
	file = *known ? record_file(&record) : NULL;
	copy = file ? copy_string(file) : NULL;
	text_free(&record);
	return copy;
}

void format_size(char *to, size_t size, uint64_t bytes)
{
	if (bytes < 10 * 1024)
		snprintf(to, size, "%llu", (unsigned long long)bytes);
	else if (bytes < 10 * 1024 * 1024)
		snprintf(to, size, "%lluK", (unsigned long long)(bytes + 512) / 1024);
	else
		snprintf(to, size, "%lluM",
			 (unsigned long long)(bytes + 512 * 1024) / (1024 * 1024));
}

static void print_row(const struct klua_ioc_state *s)
{
	const char *failed = s->failure[0] ? "  failed: " : "";
	char memory[24], quota[24];
	bool known;
	char *file = state_file(s, &known);

	format_size(memory, sizeof(memory), s->memory);
	format_size(quota, sizeof(quota), s->quota);
	printf("%-20s %-9s %4u %8s %8s %6u %10llu %8llu  %s%s%s\n", s->name,
	       context_name(s->context), s->vms, memory, quota, s->attachments,
	       (unsigned long long)s->calls, (unsigned long long)s->errors,
	       s->flags & KLUA_STATE_KERNEL ? "(kernel)"
	       : file                       ? file
	       : known                      ? "(stdin)"
					    : "-",
	       failed, s->failure);
}

void json_state(const struct klua_ioc_state *s, struct text *t)
{
	bool known;
	char *file = state_file(s, &known);

	text_puts(t, "{\"name\": ");
	json_string(t, s->name);
	text_puts(t, ", \"file\": ");
	if (file)
		json_string(t, file);
	else
		text_puts(t, "null");
	text_printf(t, ", \"owner\": \"%s\", \"context\": \"%s\", \"percpu\": %s",
		    s->flags & KLUA_STATE_KERNEL ? "kernel" : "tool", context_name(s->context),
		    s->flags & KLUA_STATE_PERCPU ? "true" : "false");
	text_printf(t, ", \"vms\": %u, \"attached\": %u", s->vms, s->attachments);
	text_printf(t, ", \"memory\": {\"used\": %llu, \"peak\": %llu, \"quota\": %llu}",
		    (unsigned long long)s->memory, (unsigned long long)s->peak,
		    (unsigned long long)s->quota);
	text_printf(t, ", \"budget\": %llu, \"load_budget\": %llu, \"allow\": ",
		    (unsigned long long)s->budget, (unsigned long long)s->load_budget);
	if (s->allow[0])
		json_string(t, s->allow);
	else
		text_puts(t, "null");
	text_printf(t, ", \"calls\": %llu, \"errors\": %llu, \"failure\": ",
		    (unsigned long long)s->calls, (unsigned long long)s->errors);
	if (s->failure[0])
		json_string(t, s->failure);
	else
		text_puts(t, "null");
}

static int list_json(int fd)
{
	struct klua_ioc_state state = { 0 };
	struct text t = { 0 };
	bool first = true;

	text_puts(&t, "[");
	while (next_state(fd, &state)) {
		text_puts(&t, first ? "\n  " : ",\n  ");
		json_state(&state, &t);
		text_puts(&t, "}");
		first = false;
	}
	text_puts(&t, first ? "]" : "\n]");
	puts(t.data);
	return OK;
}

int command_list(struct args *a)
{
	struct klua_ioc_state state = { 0 };
	bool json = args_flag(a, "--json", NULL);
	int fd;

	args_end(a);
	fd = device_open();
	if (json)
		return list_json(fd);
	printf("%-20s %-9s %4s %8s %8s %6s %10s %8s  %s\n", "NAME", "CONTEXT", "VMS", "MEMORY",
	       "QUOTA", "ATTACH", "CALLS", "ERRORS", "FILE");
	while (next_state(fd, &state))
		print_row(&state);
	return OK;
}
