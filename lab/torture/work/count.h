/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Work: basic blocks that were run, of what is compiled with -fsanitize-coverage=trace-pc. */
#ifndef WORK_COUNT_H
#define WORK_COUNT_H

extern unsigned long work_blocks;

void __sanitizer_cov_trace_pc(void);

#endif
