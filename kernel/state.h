/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* state.h: how a state is laid out, for the runtime's own files. */
#ifndef KLUA_STATE_H
#define KLUA_STATE_H

#include <linux/workqueue.h>

#include "internal.h"

/* Instructions for the finalizers of a state that ends. */
#define KLUA_CLOSE_BUDGET 1000000

/* A sleepable run looks for other tasks and for fatal signals each time it has spent so much. */
#define KLUA_SLICE 20000

/*
 * So long may an entry wait for objects to be given back, in jiffies. Not for ever: a release may
 * wait for a callback of the state that is held.
 */
#define KLUA_PATIENCE HZ

/* Memory of what may sleep: where there is none, the script fails, and nobody is killed for it. */
#define KLUA_GFP (GFP_KERNEL | __GFP_NOWARN | __GFP_RETRY_MAYFAIL)

/* So long may calls fail before those that do rest, beyond half of the time: ns. */
#define KLUA_OWED_MAX (50 * NSEC_PER_MSEC)

#define KLUA_RING_SIZE 4096

/* What attachments need of the kernel, 1 to 2 KiB each, is in no quota: so many for a state. */
#define KLUA_ATTACHMENTS_MAX 64

/*
 * Slots that a stub may use above the permanent ones: the function, its arguments, some room to
 * build them. The generator refuses callbacks with more than 24 arguments.
 */
#define KLUA_STUB_SLOTS 40

/* Key in the registry of what a chunk attached. */
#define KLUA_PENDING "klua.pending"

/*
 * What print and errors leave behind; shared by a state and the one that a reload puts in its
 * place.
 */
struct klua_ring {
	refcount_t users;
	spinlock_t lock; /* of all that follows */
	wait_queue_head_t wait;
	u64 head; /* bytes ever written */
	bool closed;
	char text[KLUA_RING_SIZE];
};

/*
 * Freed small blocks that wait to be used again, by size: see alloc.c. A block's first word is the
 * next block.
 */
#define KLUA_SPARE_CLASSES 5 /* 32, 64, 96, 128, 192 bytes */
#define KLUA_SPARE_MAX 8     /* blocks of each */

struct klua_spare {
	void *first[KLUA_SPARE_CLASSES];
	u8 n[KLUA_SPARE_CLASSES];
};

/**
 * struct klua_strain - what failing calls cost a CPU, or a VM that may sleep; in ns
 * @since: nothing was owed before
 * @ended: the last call that failed
 * @owed: what such calls took beyond half of the time
 * @rest_until: who took a share of it is not called before
 * @failing: attachments that failed since @since
 * @waited: other CPUs' calls failed for so long while this one may have waited for their VM
 */
struct klua_strain {
	u64 since;
	u64 ended;
	u64 owed;
	u64 rest_until;
	unsigned int failing;
	atomic64_t waited;
};

/**
 * struct klua_slot - an attachment in one VM; under the VM's lock
 * @fn: where the function, or the name of a global, stays on the VM's stack
 * @lent: where the arguments stay there that klua_ask() lends
 * @timed: it failed lately: see rest.c, as for the next four, in ns
 * @began: the call under way
 * @ended: the last call that failed
 * @took: such calls, as long as anything is owed
 * @rest_until: it is not called before
 */
struct klua_slot {
	void *frame;
	int fn;
	int lent;
	bool byname;
	bool timed;
	u64 began;
	u64 ended;
	u64 took;
	u64 rest_until;
	u64 calls;
	u64 causes[KLUA_CAUSES];
	char error[256];
};

/**
 * struct klua_vm - one Lua machine of a state
 * @context: where it runs now: KLUA_SLEEPABLE or KLUA_NOIO while loading, whatever the state's
 * @bh: the lock's holder turned bottom halves off itself
 * @open: chunks may require and attach now
 * @base: height of the stack at rest
 * @globals: where the table of globals stays on the stack
 * @slots: one for each attachment, or NULL
 * @slot, @at, @args: of the call under way through a door, or NULL
 * @out: where print goes now, or NULL: to the ring
 * @pending: what the chunk attached in this VM so far
 * @nending: objects to be given back when the holder leaves
 * @failed: an error left without a handler: nothing of Lua is called with @L again
 * @outer: where such an error goes: the frame of the entry under way
 * @jump: @outer of an entry that klua_lock() or klua_enter() began
 * @blocks: all memory of @L: see alloc.c
 * @strain: of a VM that is not atomic
 * @holder: the task that holds @mutex, and its place in the list of such tasks
 */
struct klua_vm {
	spinlock_t spin; /* held while inside, when the state is atomic; else @mutex is */
	bool bh;
	bool open;
	enum klua_context context;
	lua_State *L;
	struct klua_state *state;
	int base;
	int globals;
	struct klua_slot *slots;
	struct klua_slot *slot;
	struct klua_attachment *at;
	const void *args;
	size_t used, peak, quota;
	struct klua_spare spare;
	gfp_t gfp;
	struct klua_output *out;
	unsigned int cpu;
	unsigned int pending;
	unsigned int nending;
	bool failed;
	struct lua_jmpbuf *outer;
	struct lua_jmpbuf jump;
	struct klua_block *blocks;
	unsigned int flags; /* of memalloc_noio_save() */
	s64 left;           /* of the budget, behind the slice that the VM counts */
	long patience;      /* of KLUA_PATIENCE, when it may sleep */
	struct mutex mutex;
	struct klua_strain strain;
	struct task_struct *holder;
	struct list_head holders;
};

/*
 * What the runtime knows of an attachment besides what hosts see. @where is the place of the call
 * that asked for it, for messages; @why is what the host said when it refused, or "".
 */
struct klua_attached {
	struct klua_attachment pub;
	char *where;
	char why[128];
	void *options;
	size_t size;
	bool made;                       /* its host calls it */
	struct klua_attached *replaced;  /* while a reload is under way */
	char function[64];               /* name of the global, or "" */
	atomic64_t refused[KLUA_CAUSES]; /* counted without the VM's lock */
};

/* A binding that the state uses. */
struct klua_use {
	struct list_head list;
	struct module *owner;
};

enum klua_phase {
	KLUA_LOADING, /* not published; chunks may require and attach */
	KLUA_LIVE,
	KLUA_FAILED, /* one of its VMs did: as live, for who looks at it; nothing enters */
	KLUA_DEAD,
};

struct klua_state {
	bool atomic; /* how VMs are locked: spinlock, else mutex */
	bool percpu;
	bool fixed; /* the context is */
	bool anonymous;
	bool owned; /* its maker destroys it, not klua_stop() */
	bool stopping; /* what may sleep and runs ends with its slice */
	enum klua_phase phase;
	enum klua_context asked; /* by its maker */
	enum klua_context context;
	unsigned int nvms; /* bounded: CPUs */
	s64 budget;
	s64 load_budget;
	size_t memory;
	struct klua_vm *first;
	struct klua_vm **vms; /* by CPU when percpu; NULL where no such CPU is possible */
	struct klua_attached **attached;
	unsigned int nattached; /* bounded: KLUA_ATTACHMENTS_MAX */
	struct net *net;
	u64 net_cookie;
	u64 serial; /* order of the list */
	char *allow;
	char *tail; /* for klua_setattach() */
	struct klua_ring *ring;
	struct klua_state *old; /* whose place it takes */
	struct list_head uses;
	struct list_head order; /* with the next two: order.c */
	u64 holds;
	u64 takes;
	struct list_head list;
	refcount_t refs;
	struct mutex control; /* one load, run, eval or destroy at a time */
	struct mutex view;    /* vms and attached do not change */
	struct work_struct fail_work;
	atomic_t nfailed;      /* VMs */
	char failure[KLUA_FAILURE_MAX]; /* why, before the phase says so */
	struct ratelimit_state printk_limit;
	struct ratelimit_state trace_limit;
	char name[KLUA_NAME_MAX];
	char error[KLUA_ERROR_MAX];
};

/* The VM at index *@i or after, or NULL; *@i is then behind it. CPUs that cannot be have none. */
static inline struct klua_vm *klua_nextvm(struct klua_state *state, unsigned int *i)
{
	struct klua_vm *vm = NULL;

	while (!vm && *i < state->nvms) /* bounded: CPUs */
		vm = state->vms[(*i)++];
	return vm;
}

#define klua_for_each_vm(vm, state, i) \
	for (i = 0; (vm = klua_nextvm(state, &(i)));) /* bounded: CPUs */

/* Coroutines inherit it. */
static inline struct klua_vm *klua_vm(lua_State *L)
{
	return *(struct klua_vm **)lua_getextraspace(L);
}

/* state.c */
int klua_control(struct klua_state *state, char *error);
void klua_setnet(struct klua_state *state);
void klua_sayclosed(struct klua_state *state, int err);
void klua_seterror(struct klua_state *state, const char *fmt, ...) __printf(2, 3);

/* list.c */
int klua_list(struct klua_state *state);
void klua_unlist(struct klua_state *state);
bool klua_supplant(struct klua_state *old, struct klua_state *new);
struct klua_state *klua_claim(const char *name, int *err);
void klua_list_exit(void);

/* vm.c */
struct klua_vm *klua_vm_new(struct klua_state *state, unsigned int cpu);
void klua_vm_end(struct klua_vm *vm);
void klua_vm_free(struct klua_vm *vm);
int klua_traceback(lua_State *L);

/* order.c */

/*
 * Who waits for the state may hold these locks; its functions take them. Return: 0, -ENOMEM,
 * -ENOSPC, or -EDEADLK: they, or others, could wait for each other by way of @lock.
 */
int klua_order_hold(struct klua_state *state, const char *names, const char **lock);
int klua_order_take(struct klua_state *state, const char *names, const char **lock);
void klua_order_detach(struct klua_state *state);
void klua_order_drop(struct klua_state *state);
void klua_order_exit(void);

/* alloc.c */
void *klua_alloc(void *ud, void *ptr, size_t osize, size_t nsize);
void klua_alloc_reclaim(struct klua_vm *vm);
void klua_alloc_end(struct klua_vm *vm);

/* enter.c */
struct klua_vm *klua_lockvm(struct klua_vm *vm);
void klua_settle(struct klua_vm *vm);
void klua_release(struct klua_vm *vm);
bool klua_isinside(void);

/* frame.c */
int klua_frame_init(void);
void klua_frame_exit(void);
int klua_guard(struct klua_vm *vm, int (*fn)(struct klua_vm *vm, void *arg), void *arg);
void klua_condemn(struct klua_vm *vm);
void klua_fail_state(struct work_struct *work);

/* atend.c */
void klua_endviews(struct klua_vm *vm);

/* budget.c */
void klua_budget_init(lua_State *L);
void klua_startbudget(struct klua_vm *vm, s64 units);

/* run.c: the caller holds state->control; on an error state->error has the text */
struct klua_chunk {
	const char *text;
	size_t size;
	const char *name;
	bool eval;          /* print the values of expressions */
	unsigned int piece; /* for the reader */
};

int klua_runchunk(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out);

/* fail.c */
int klua_failed(struct klua_vm *vm, int status);
enum klua_cause klua_cause(struct klua_vm *vm, int status);
const char *klua_message(lua_State *L);
int klua_causeerrno(enum klua_cause cause);

/* strain.c */
void klua_strain(struct klua_strain *s, struct klua_slot *slot, u64 now);
bool klua_strained(const struct klua_strain *s, struct klua_slot *slot, u64 now);

/* rest.c */
void klua_tire(struct klua_vm *vm, struct klua_slot *slot);
bool klua_rests(struct klua_attachment *at, struct klua_vm *vm, struct klua_slot *slot);

/* result.c */
int klua_noanswer(struct klua_vm *vm);

/* errname.c */
const char *klua_errname(int err, char *buf, size_t size);

/* attach.c */
int klua_commit(struct klua_state *state);
void klua_detach(struct klua_state *state);
void klua_disarm(struct klua_state *state);
void klua_forget(struct klua_state *state);

/* prepare.c */
int klua_prepare(struct klua_vm *vm);
void klua_golive(struct klua_vm *vm);

/* require.c */
void klua_openrequire(lua_State *L);
void klua_dropuses(struct klua_state *state);
int klua_use(struct klua_state *state, struct module *owner);

/* log.c */
struct klua_ring *klua_ring_new(void);
void klua_ring_put(struct klua_ring *ring);
void klua_ring_close(struct klua_ring *ring);
void klua_ring_write(struct klua_ring *ring, const char *text, size_t size);

/* stack.c */
int klua_stack_init(void);
void klua_stack_exit(void);

#endif
