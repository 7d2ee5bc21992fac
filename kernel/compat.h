/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* compat.h: what differs between kernels; no other file names a version or an architecture. */
#ifndef KLUA_COMPAT_H
#define KLUA_COMPAT_H

#include <linux/version.h>

#if KERNEL_VERSION(6, 13, 0) <= LINUX_VERSION_CODE
#define KLUA_NAMESPACE "KLUA"
#else
#define KLUA_NAMESPACE KLUA
#endif

/*
 * x86-64 runs interrupts, and the soft interrupts that follow them, on a stack for each CPU: whole
 * pages between guard pages, hence only page-aligned. User-mode Linux keeps our modules' soft
 * interrupts out of scripts' reach.
 */
#if defined(CONFIG_X86_64) && !defined(CONFIG_UML)
#include <asm/page_64_types.h>
#define KLUA_IRQ_STACK_SIZE IRQ_STACK_SIZE
#endif

#endif
