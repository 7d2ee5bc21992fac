/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Marks that the guest's module sets and QEMU's plugins see: instructions that do nothing, with an
 * operand that no compiler writes.
 */
#ifndef KLUA_BENCH_MARK_H
#define KLUA_BENCH_MARK_H

#define BENCH_MARK_BEGIN 1 /* what is counted begins, ends */
#define BENCH_MARK_END 2
#define BENCH_MARK_ENTER 3 /* one call begins on this CPU, ends, was disturbed by an interrupt */
#define BENCH_MARK_LEAVE 4
#define BENCH_MARK_DISTURBED 5

/* nopl 0x61756cNN(%rax): 0f 1f 80, NN, "lua" */
#define BENCH_MARK_BYTES "\x0f\x1f\x80"
#define BENCH_MARK_NAME "lua"
#define BENCH_MARK_SIZE 7

#define bench_mark(n) asm volatile("nopl %c0(%%rax)" : : "i"(0x61756c00 | (n)) : "memory")

#endif
