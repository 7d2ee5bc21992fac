/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* calls.h: what programs need to call /dev/klua directly. */
#ifndef KLUA_TESTS_CALLS_H
#define KLUA_TESTS_CALLS_H

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

#include "klua.h"

#define SIZED(type, ...) ((type){ .size = sizeof(type), ##__VA_ARGS__ })

static inline struct klua_ioc_code code_of(const char *text)
{
	static const char name[] = "=t";
	struct klua_ioc_code code = { .text = (uintptr_t)text, .text_size = strlen(text) };

	code.name = (uintptr_t)name;
	code.name_size = strlen(name);
	return code;
}

/* Each returns 0 or an errno. A state of the descriptor has an empty name. */
static inline int call_load(int device, const char *name, unsigned int flags, const char *text)
{
	struct klua_ioc_load io = SIZED(struct klua_ioc_load, .flags = flags);

	io.code = code_of(text);
	snprintf(io.name, sizeof(io.name), "%s", name);
	return ioctl(device, KLUA_IOC_LOAD, &io) < 0 ? errno : 0;
}

static inline int call_run(int device, const char *name, const char *text)
{
	struct klua_ioc_run io = SIZED(struct klua_ioc_run, .code = code_of(text));

	snprintf(io.name, sizeof(io.name), "%s", name);
	return ioctl(device, KLUA_IOC_RUN, &io) < 0 ? errno : 0;
}

static inline int call_stop(int device, const char *name)
{
	struct klua_ioc_name io = SIZED(struct klua_ioc_name, .flags = 0);

	snprintf(io.name, sizeof(io.name), "%s", name);
	return ioctl(device, KLUA_IOC_STOP, &io) < 0 ? errno : 0;
}

#endif
