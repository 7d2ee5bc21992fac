/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Non-local jumps: the callee-saved registers and nothing else.
 *
 * The target is reached by RET, never by an indirect jump: code in the middle of
 * a function carries no ENDBR, on which kernels with IBT fault, and RET is what
 * the kernel knows how to protect (SLS, return thunks).
 */
#ifdef __KERNEL__
#include <linux/linkage.h>
#include <linux/objtool.h>
#ifndef RET				/* User-mode Linux */
#define RET	ret
#endif
#else
#define SYM_FUNC_START(name)	.globl name; .type name, @function; name: endbr64
#define SYM_FUNC_END(name)	.size name, . - name
#define RET	ret
#endif

	.text

/* int lua_setjmp(struct lua_jmpbuf *buf) */
SYM_FUNC_START(lua_setjmp)
	movq	%rbx, 0(%rdi)
	movq	%rbp, 8(%rdi)
	movq	%r12, 16(%rdi)
	movq	%r13, 24(%rdi)
	movq	%r14, 32(%rdi)
	movq	%r15, 40(%rdi)
	leaq	8(%rsp), %rax		/* rsp as it is after our return */
	movq	%rax, 48(%rdi)
	movq	(%rsp), %rax		/* our return address */
	movq	%rax, 56(%rdi)
	xorl	%eax, %eax
	RET
SYM_FUNC_END(lua_setjmp)

/* void lua_longjmp(struct lua_jmpbuf *buf, int value) */
SYM_FUNC_START(lua_longjmp)
	movl	%esi, %eax
	movq	0(%rdi), %rbx
	movq	8(%rdi), %rbp
	movq	16(%rdi), %r12
	movq	24(%rdi), %r13
	movq	32(%rdi), %r14
	movq	40(%rdi), %r15
	movq	48(%rdi), %rsp
	pushq	56(%rdi)
	RET
SYM_FUNC_END(lua_longjmp)

#ifdef __KERNEL__
#ifdef CONFIG_OBJTOOL
STACK_FRAME_NON_STANDARD lua_longjmp
#endif
#else
	.section .note.GNU-stack, "", @progbits
#endif
