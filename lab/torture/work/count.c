// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Counts basic blocks; itself compiled without. */
#include "count.h"

unsigned long work_blocks;

void __sanitizer_cov_trace_pc(void)
{
	work_blocks++;
}
