/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* calls.h: what programs need to call /dev/klua directly. */
#ifndef KLUA_TESTS_CALLS_H
#define KLUA_TESTS_CALLS_H

#include <stdint.h>
#include <string.h>

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

#endif
