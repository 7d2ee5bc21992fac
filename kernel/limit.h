/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* limit.h: how much a state may ask for. */
#ifndef KLUA_LIMIT_H
#define KLUA_LIMIT_H

#include "klua.h"

/**
 * klua_check_limits() - compare what a state asks for with what there is for its context
 *
 * Return: 0, or -ERANGE with "memory: expected 1 to …" in @text.
 */
int klua_check_limits(const struct klua_options *options, char *text, size_t size);

#endif
