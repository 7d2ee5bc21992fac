/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* binding.h: names for messages. What functions of bindings see is in klua.h. */
#ifndef KLUA_BINDING_H
#define KLUA_BINDING_H

#include "klua.h"

/**
 * klua_errname() - the name of an errno of either sign, e.g. "EINVAL"
 * @buf: for those without one: "errno 600"
 */
const char *klua_errname(int err, char *buf, size_t size);

/** klua_contextname() - "sleepable", "noio", "atomic" */
const char *klua_contextname(enum klua_context context);

#endif
