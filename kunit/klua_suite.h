/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the generated KUnit suites are made of, also those of bindings in other trees. */
#ifndef KLUA_SUITE_H
#define KLUA_SUITE_H

#include "suite_array.h"
#include "suite_behind.h"
#include "suite_block.h"
#include "suite_call.h"
#include "suite_counted.h"
#include "suite_field_cases.h"
#include "suite_flags.h"
#include "suite_layout.h"
#include "suite_member.h"
#include "suite_nested.h"
#include "suite_placed.h"
#include "suite_printed.h"
#include "suite_sample.h"
#include "suite_text.h"
#include "suite_within.h"

#endif
