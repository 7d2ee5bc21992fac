/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the rtc binding. Generated from specs/rtc.yaml. */
#ifndef BINDING_RTC_H
#define BINDING_RTC_H

#include <linux/rtc.h>

#include "klua.h"

/* A date and a time of day (UTC). */
extern const struct luadata_layout luadata_layout_rtc_tm;

LUADATA_API int luaopen_rtc(lua_State *L);

#endif
