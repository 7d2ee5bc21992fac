/* SPDX-License-Identifier: ((GPL-2.0-only WITH Linux-syscall-note) OR MIT) */
/*
 * uapi/klua.h: the ioctl interface of /dev/klua.
 *
 * Rules of the interface
 * - Opening the device and every ioctl need CAP_SYS_ADMIN in the initial user namespace: else
 *   EPERM.
 * - Every argument is a struct that begins with its own size. A caller of an older header passes a
 *   smaller struct, whose missing end reads as zero; a caller of a newer one passes a larger
 *   struct, whose unknown end must be zero (E2BIG). The size in the struct must be the size in the
 *   ioctl number: else EINVAL.
 * - A struct that cannot be written is refused before anything is done: EFAULT. Only a caller that
 *   takes its memory away meanwhile can lose the answer of what was done.
 * - Pointers travel as __u64 beside a length. Lengths are compared with the limits below before
 *   anything is allocated: E2BIG.
 * - Flags that the kernel does not know, and reserved fields that are not zero: EINVAL.
 * - Names of states are 1 to 63 bytes, NUL-terminated in their array: else EINVAL.
 * - An ioctl that runs Lua and fails leaves the message, with its traceback, in the caller's text
 *   buffer: cut to fit, NUL-terminated, @text_used bytes without the NUL. @text_used 0 means that
 *   the arguments were at fault, not the code. The code's own errno: EINTR the budget was spent,
 *   ENOMEM the quota was reached or the kernel had no memory, ECANCELED it was interrupted, EINVAL
 *   any other error.
 *
 * A file descriptor owns at most one state (KLUA_LOAD_ANONYMOUS). It has no reachable name for
 * others to take, and it ends with the descriptor. An empty name means this state in every struct.
 * Each KLUA_IOC_RUN on it may require and attach until one has attached something.
 *
 * What running code prints is read() from the file descriptor that runs it, while it runs or
 * afterwards; poll() tells when there is some. One thread runs, another reads; a descriptor runs
 * one thing at a time, a second waits.
 */
#ifndef KLUA_UAPI_H
#define KLUA_UAPI_H

#include <linux/ioctl.h>
#include <linux/types.h>

#define KLUA_DEVICE "/dev/klua"

/* Limits, in bytes where nothing else is said. */
#define KLUA_NAME_SIZE 64       /* a state's name with its NUL */
#define KLUA_CODE_MAX (1 << 20) /* a chunk */
#define KLUA_CHUNKNAME_MAX 255  /* a chunk's name without a NUL */
#define KLUA_ATTACH_MAX (1 << 16)
#define KLUA_ALLOW_MAX 4095     /* the allow list without a NUL */
#define KLUA_TEXT_MAX (1 << 16) /* the text buffer of an error or a piece of log */

/* What 0 means. */
#define KLUA_MEMORY_DEFAULT (256 * 1024)
#define KLUA_BUDGET_DEFAULT 100000
#define KLUA_LOAD_BUDGET_DEFAULT 100000000

/**
 * struct klua_ioc_code - one chunk
 * @text: address of the source, not NUL-terminated
 * @name: address of the chunk's name as lua_load takes it: "@file.lua", "=(command line)"
 * @text_size: ≤ KLUA_CODE_MAX
 * @name_size: 1 to KLUA_CHUNKNAME_MAX
 */
struct klua_ioc_code {
	__u64 text;
	__u64 name;
	__u32 text_size;
	__u32 name_size;
};

#define KLUA_LOAD_PERCPU    (1U << 0) /* one VM for each possible CPU */
#define KLUA_LOAD_ANONYMOUS (1U << 1) /* the descriptor's own, @name empty; EBUSY: it has one */
#define KLUA_LOAD_RELOAD    (1U << 2) /* take the place of the state @name, with its options */

/**
 * struct klua_ioc_load - create a state, run a chunk in each of its VMs, then make its attachments
 * @size: of the struct
 * @flags: KLUA_LOAD_…
 * @name: the state's name: EEXIST when it is in use
 * @code: the chunk. With KLUA_LOAD_ANONYMOUS it must be empty: KLUA_IOC_RUN follows
 * @attach: source run after the chunk, again at each reload; 0: none. KLUA_LOAD_RELOAD: 0
 * @attach_size: ≤ KLUA_ATTACH_MAX
 * @allow_size: length of @allow
 * @memory: quota of each VM in bytes, 0: KLUA_MEMORY_DEFAULT; a state that attaches atomic
 *          callbacks (packets) has at most 16 MiB. KLUA_LOAD_RELOAD: 0, as all options
 * @budget: instructions of each entry from the kernel, 0: KLUA_BUDGET_DEFAULT; a state that
 *          attaches atomic callbacks has at most 1,000,000
 * @load_budget: instructions of load, run and eval, 0: KLUA_LOAD_BUDGET_DEFAULT
 * @allow: names that `require` gives, joined by commas; 0: every binding that asks for no
 *          capability
 * @text: out: the error
 * @text_size: room at @text, ≤ KLUA_TEXT_MAX
 * @text_used: out
 * @id: out: number of this load, as in struct klua_ioc_state
 */
struct klua_ioc_load {
	__u32 size;
	__u32 flags;
	char name[KLUA_NAME_SIZE];
	struct klua_ioc_code code;
	__u64 attach;
	__u32 attach_size;
	__u32 allow_size;
	__u64 memory;
	__u64 budget;
	__u64 load_budget;
	__u64 allow;
	__u64 text;
	__u32 text_size;
	__u32 text_used;
	__u64 id;
};

#define KLUA_RUN_SHOW (1U << 0) /* as Lua's REPL: try "return CODE" first, print values */

/**
 * struct klua_ioc_run - run one chunk in a state's globals, in every VM
 * @size: of the struct
 * @flags: KLUA_RUN_…
 * @name: the state; empty: the descriptor's own
 * @code: the chunk
 * @text: out: the error
 * @text_size: room at @text
 * @text_used: out
 */
struct klua_ioc_run {
	__u32 size;
	__u32 flags;
	char name[KLUA_NAME_SIZE];
	struct klua_ioc_code code;
	__u64 text;
	__u32 text_size;
	__u32 text_used;
};

/**
 * struct klua_ioc_name - a state (KLUA_IOC_STOP), or nothing (KLUA_IOC_INTERRUPT: @name empty)
 * @size: of the struct
 * @flags: 0
 * @name: the state
 */
struct klua_ioc_name {
	__u32 size;
	__u32 flags;
	char name[KLUA_NAME_SIZE];
};

#define KLUA_STATE_PERCPU    (1U << 0)
#define KLUA_STATE_ANONYMOUS (1U << 1) /* it ends with the asking descriptor */
#define KLUA_STATE_KERNEL    (1U << 2) /* kernel code made it, and ends it */

/* Where a state's callbacks run, hence what its bindings may do. Hard interrupts are refused. */
enum klua_context {
	KLUA_CONTEXT_SLEEPABLE, /* process context, may sleep */
	KLUA_CONTEXT_NOIO,      /* process context, may sleep, memory without I/O (storage paths) */
	KLUA_CONTEXT_ATOMIC,    /* softirq or process context, never sleeps */
};

/**
 * struct klua_ioc_state - one state
 * @size: of the struct
 * @flags: KLUA_IOC_NEXT: 0. Out: KLUA_STATE_…
 * @name: in: KLUA_IOC_STATE: the state (empty: the descriptor's own); KLUA_IOC_NEXT: the one before
 *          it in byte order, empty for the first. Out: its name
 * @context: out: KLUA_CONTEXT_…
 * @vms: out: VMs
 * @attachments: out
 * @reserved: 0
 * @id: out: number of the load or reload that made it; no two have the same
 * @memory: out: bytes in use, all VMs
 * @peak: out: the most in use so far, the sum of each VM's
 * @quota: out: limit of each VM
 * @budget: out: instructions for each entry
 * @load_budget: out: instructions for load, run and eval
 * @calls: out: entries from the kernel
 * @errors: out: entries that gave no result
 * @allow: out: the allow list, cut; empty: the default
 * @failure: out: why the state failed as a whole, nothing calls it any more; empty: it has not
 */
struct klua_ioc_state {
	__u32 size;
	__u32 flags;
	char name[KLUA_NAME_SIZE];
	__u32 context;
	__u32 vms;
	__u32 attachments;
	__u32 reserved;
	__u64 id;
	__u64 memory;
	__u64 peak;
	__u64 quota;
	__u64 budget;
	__u64 load_budget;
	__u64 calls;
	__u64 errors;
	char allow[128];
	char failure[128];
};

/*
 * Why an entry gave no result: indices of struct klua_ioc_attachment.causes, the words for them
 * ('_' stands for a space), and the errno of a call that failed so.
 */
#define KLUA_EACH_CAUSE(X)                                                                        \
	X(ERROR, "error", EINVAL)          /* the script raised an error */                       \
	X(BUDGET, "budget", EINTR)         /* the instruction budget was spent */                 \
	X(MEMORY, "memory", ENOMEM)        /* the quota was reached */                            \
	X(STACK, "stack", EINVAL)          /* the stack was nearly full */                        \
	X(RESULT, "result", EINVAL)        /* the result has a wrong type or value */             \
	X(NOVERDICT, "no_verdict", EINVAL) /* it is nil, where a result is optional */            \
	X(BUSY, "busy", EBUSY)             /* the context was inside a state already */           \
	X(BACKOFF, "backing_off", EAGAIN)  /* the attachment kept failing and backs off */        \
	X(KERNEL_MEMORY, "kernel_memory", ENOMEM) /* the kernel had no memory */

#define KLUA_CAUSE_NUMBER(name, word, error) KLUA_CAUSE_##name,
enum klua_cause { KLUA_EACH_CAUSE(KLUA_CAUSE_NUMBER) KLUA_CAUSES };
#undef KLUA_CAUSE_NUMBER

#define KLUA_CAUSES_MAX 16 /* room for those of later versions */

#define KLUA_IOC_COUNTERS 8

/**
 * struct klua_ioc_counter - a number that a host counts
 * @name: "dropped"; empty: unused
 * @value: since the attachment was made
 */
struct klua_ioc_counter {
	char name[24];
	__u64 value;
};

/**
 * struct klua_ioc_attachment - one attachment of a state
 * @size: of the struct
 * @index: in: from 0; ENOENT past the last
 * @name: in: the state; empty: the descriptor's own
 * @callback: out: "BINDING.CALLBACK"
 * @function: out: the global's name, or empty when a function was attached
 * @options: out: what it asked for, as text, when the binding tells
 * @calls: out: entries
 * @causes: out: failures by enum klua_cause
 * @backoff_ms: out: it backs off for so long from now; 0: it does not
 * @error: out: its text, cut; empty: none yet
 * @counters: out: the host's own
 */
struct klua_ioc_attachment {
	__u32 size;
	__u32 index;
	char name[KLUA_NAME_SIZE];
	char callback[64];
	char function[64];
	char options[128];
	__u64 calls;
	__u64 causes[KLUA_CAUSES_MAX];
	__u64 backoff_ms;
	char error[256];
	struct klua_ioc_counter counters[KLUA_IOC_COUNTERS];
};

#define KLUA_LOG_WAIT (1U << 0) /* sleep until there is something; 0 bytes: the state has ended */

/**
 * struct klua_ioc_log - a piece of what a state printed
 * @size: of the struct
 * @flags: KLUA_LOG_WAIT
 * @name: the state; empty: the descriptor's own
 * @cursor: in: where to begin, 0 for the oldest; out: where to go on
 * @lost: out: bytes after the given cursor that the ring had already overwritten
 * @text: out
 * @text_size: room at @text, ≤ KLUA_TEXT_MAX
 * @text_used: out: bytes stored
 */
struct klua_ioc_log {
	__u32 size;
	__u32 flags;
	char name[KLUA_NAME_SIZE];
	__u64 cursor;
	__u64 lost;
	__u64 text;
	__u32 text_size;
	__u32 text_used;
};

#define KLUA_IOC_LOAD       _IOWR('k', 0x40, struct klua_ioc_load)
#define KLUA_IOC_RUN        _IOWR('k', 0x41, struct klua_ioc_run)
#define KLUA_IOC_STOP       _IOWR('k', 0x42, struct klua_ioc_name)
#define KLUA_IOC_INTERRUPT  _IOWR('k', 0x43, struct klua_ioc_name) /* end what runs: ECANCELED */
#define KLUA_IOC_STATE      _IOWR('k', 0x44, struct klua_ioc_state)
#define KLUA_IOC_NEXT       _IOWR('k', 0x45, struct klua_ioc_state)
#define KLUA_IOC_ATTACHMENT _IOWR('k', 0x46, struct klua_ioc_attachment)
#define KLUA_IOC_LOG        _IOWR('k', 0x47, struct klua_ioc_log)

#endif
