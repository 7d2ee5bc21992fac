/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * klua.h: the kernel programming interface of klua.
 *
 * A state is a named script environment with one Lua VM, or one for each possible CPU. A binding is
 * what scripts `require`. A callback is a function of the kernel's that a script answers; a host is
 * the C code that knows when the kernel calls it; an attachment is one script's function behind one
 * callback. klua_call() calls it.
 */
#ifndef KLUA_H
#define KLUA_H

#include <linux/atomic.h>
#include <linux/err.h>
#include <linux/types.h>
#include <linux/list.h>
#include <linux/llist.h>
#include <linux/module.h>

#include "lua.h"
#include "lauxlib.h"
#include "luadata.h"
#include "uapi/klua.h"

/* What klua exports is in a namespace: modules say MODULE_IMPORT_NS(KLUA_NAMESPACE). */
#ifdef MODULE
#include "compat.h"
#endif

struct net;
struct klua_state;
struct klua_vm;
struct klua_attachment;
struct klua_callback;

/**
 * struct klua_options - how to create a state
 * @name: 1 to 63 bytes of letters, digits, '_', '-', '.'; unique
 * @context: where its callbacks run. KLUA_CONTEXT_SLEEPABLE unless a callback says otherwise: the
 *   first attach fixes it
 * @memory: quota for each VM in bytes, at most KLUA_MEMORY_MAX, in an atomic state
 *   KLUA_ATOMIC_MEMORY_MAX; 0: KLUA_MEMORY_DEFAULT
 * @budget: instructions for each entry from the kernel, at most KLUA_BUDGET_MAX, in an atomic state
 *   KLUA_ATOMIC_BUDGET_MAX; 0: KLUA_BUDGET_DEFAULT
 * @load_budget: instructions for loading, run and eval, at most KLUA_BUDGET_MAX; 0:
 *   KLUA_LOAD_BUDGET_DEFAULT
 * @allow: what `require` gives: names joined by commas; NULL: every binding that asks for no
 *   capability. Capabilities (CAP_…) in it allow the functions that ask for them
 * @percpu: one VM for each possible CPU
 */
struct klua_options {
	const char *name;
	enum klua_context context;
	size_t memory;
	s64 budget;
	s64 load_budget;
	const char *allow;
	bool percpu;
};

#define KLUA_MEMORY_MAX (256 * 1024 * 1024) /* one call of Lua's library works on so much at once */
#define KLUA_BUDGET_MAX 1000000000          /* others wait for so long, and cannot be killed */
#define KLUA_ATOMIC_MEMORY_MAX (16 * 1024 * 1024) /* a collection cannot stop halfway */
#define KLUA_ATOMIC_BUDGET_MAX 1000000            /* of one entry, with bottom halves off */

/**
 * klua_create() - create a state
 *
 * Process context. The state is published (listed, found by name) only after klua_load() succeeded.
 * Return: the state, or ERR_PTR: -EINVAL bad option, -ERANGE memory or budget too large (for an
 * atomic state, too, when @options ask for one; else the script's attach says so), -EEXIST name in
 * use, -ENOMEM.
 */
struct klua_state *klua_create(const struct klua_options *options);

/**
 * klua_load() - run a chunk in each VM of a state, then make the attachments that it asked for
 * @chunk: Lua source, @size bytes
 * @chunkname: as in messages, e.g. "@ssh_filter.lua"
 *
 * All or nothing: on an error no attachment is made. Process context, may sleep. Once for each
 * state.
 * Return: 0, or -errno; klua_error() has the text.
 */
int klua_load(struct klua_state *state, const char *chunk, size_t size, const char *chunkname);

/**
 * klua_error() - text of the last error of loading, run or eval, never NULL; valid until the next
 */
const char *klua_error(struct klua_state *state);

/**
 * klua_destroy() - detach everything, wait until nobody is inside, close the VMs, free
 *
 * Process context, may sleep.
 */
void klua_destroy(struct klua_state *state);

/*
 * The guard of an entry: an error that nothing else catches makes klua_lock() return once more, now
 * with ERR_PTR(-ENOTRECOVERABLE): the state has failed, its lock is given back. Thus the function
 * that locks a VM is the one that unlocks it, and local variables that it changes in between have
 * no value then.
 */
#define klua_guarded(begin) ({						\
	struct klua_vm *vm_ = (begin);					\
									\
	if (!IS_ERR(vm_) && lua_setjmp(klua_guard_arm(vm_)))		\
		vm_ = klua_guard_caught(vm_);				\
	vm_; })

struct lua_jmpbuf *klua_guard_arm(struct klua_vm *vm);
struct klua_vm *klua_guard_caught(struct klua_vm *vm);

/**
 * klua_lock() - enter a state from C, for as long as it takes to run something
 *
 * Return: the (this CPU's) VM, locked, its budget started; or ERR_PTR(-EBUSY) when this context is
 * inside a state already (klua never waits for itself), ERR_PTR(-ESHUTDOWN) when the state is being
 * destroyed, ERR_PTR(-ENOTRECOVERABLE) when it has failed, perhaps only now. klua_unlock() leaves.
 * An atomic state is locked with bottom halves off.
 */
#define klua_lock(state) klua_guarded(klua_begin_lock(state))
struct klua_vm *klua_begin_lock(struct klua_state *state);
void klua_unlock(struct klua_vm *vm);

/** klua_lua() - the Lua state of a locked VM, for lua_pcall() and the like, under its budget */
lua_State *klua_lua(struct klua_vm *vm);

/* ---- bindings: what `require` gives ---- */

/**
 * struct klua_binding - a loadable library
 * @name: what scripts require
 * @owner: THIS_MODULE
 * @open: pushes the library's value; called in a protected environment in each VM that requires it
 * @capability: CAP_… that the loader must name in the allow list to get it, or -1: free for all
 * @takes: locks of the kernel that its functions take, "NAME,NAME", or NULL
 */
struct klua_binding {
	const char *name;
	struct module *owner;
	lua_CFunction open;
	int capability;
	const char *takes;
	struct list_head list; /* private */
};

/**
 * klua_register() - make a binding known. Return: 0, or -EEXIST. klua_unregister() is for module
 * exit.
 */
int klua_register(struct klua_binding *binding);
void klua_unregister(struct klua_binding *binding);

/* ---- for generated functions ---- */

/**
 * klua_context() - the context in which this Lua state runs right now (loading is
 * KLUA_CONTEXT_SLEEPABLE)
 */
enum klua_context klua_context(lua_State *L);

/**
 * klua_checksleep() - raise "WHAT may sleep: not in an atomic state" unless the context allows
 * sleeping
 */
void klua_checksleep(lua_State *L, const char *what);

/*
 * Bytes of the kernel's stack that a function of a binding may take without its spec saying so:
 * twice what is measured (lab/tests/guest_stack_test). One that sleeps may get to any driver.
 */
#define KLUA_STACK_ANY 3072
#define KLUA_STACK_SLEEPABLE 6144

/**
 * klua_checkcall() - charge LUADATA_CALL_UNITS for a call of a function, and raise "stack overflow"
 *   unless the kernel's stack has room for it
 * @what: "BINDING.FUNCTION", for the message
 * @need: bytes that it takes, at least KLUA_STACK_ANY
 *
 * What must stay free below it, for interrupts, is beside that.
 */
void klua_checkcall(lua_State *L, const char *what, unsigned int need);

/**
 * klua_checkinteger() - an argument that is an integer from low to high
 * @what: "BINDING.FUNCTION: ARGUMENT", for the message
 */
lua_Integer klua_checkinteger(lua_State *L, int idx, const char *what, lua_Integer low,
			      lua_Integer high);

/**
 * klua_checkconstant() - an argument that is a value of an enumeration, by name or as integer
 * @strict: integers without a name are refused
 */
lua_Integer klua_checkconstant(lua_State *L, int idx, const char *what,
			       const struct luadata_constant *constants, bool strict,
			       lua_Integer low, lua_Integer high);

/**
 * klua_checkprocess() - raise in an atomic state
 * @what: "BINDING.FUNCTION", for the message
 *
 * For what does not sleep, but takes locks that others hold with soft interrupts on.
 */
void klua_checkprocess(lua_State *L, const char *what);

/**
 * klua_checkallowed() - raise unless the state's allow list names a capability
 * @what: "BINDING.FUNCTION", for the message
 * @capability: "CAP_NET_ADMIN"
 */
void klua_checkallowed(lua_State *L, const char *what, const char *capability);

/**
 * klua_defer() - give back the object on top of the stack when the entry from the kernel ends, if
 *   the script does not let go of it before
 *
 * A view that luadata_pushobject() or luadata_newholder() made; it stays on the stack. When memory
 * runs out, gives the object back at once and raises.
 */
void klua_defer(lua_State *L);

/**
 * klua_defer_undo() - undo the klua_defer() before, of a view that holds nothing; never fails
 *
 * Nothing was allocated in between: finalizers call klua_defer() as well.
 */
void klua_defer_undo(lua_State *L);

/**
 * struct klua_deferred - an object whose release may sleep, in the hands of a script
 * @release: gives the object back, in process context. Who ends a state waits for it: it must not
 *   load, reload or stop one
 * @object: set when there is one
 */
struct klua_deferred {
	struct llist_node node; /* private */
	void (*release)(void *object);
	void *object;
};

/**
 * klua_defer_new() - make room for an object, before it is acquired
 * @what: "BINDING.FUNCTION", for the message
 *
 * May sleep: where 256 objects are still to be given back, an entry waits a second at most, all its
 * calls together. Raises when that has passed, on a fatal signal, and without memory.
 *
 * It becomes the @owner of a handle with klua_defer_release() among its operations, or
 * klua_defer_cancel() ends it.
 */
struct klua_deferred *klua_defer_new(lua_State *L, const char *what, void (*release)(void *object));
void klua_defer_cancel(struct klua_deferred *deferred);

/**
 * klua_defer_release() - @release of a handle: a work item gives the object back; in any context
 * klua_defer_giveaway() - @giveaway of a handle
 */
void klua_defer_release(struct luadata_handle *h);
void klua_defer_giveaway(struct luadata_handle *h);

/** klua_defer_drain() - wait until all that was released so far is given back; may sleep */
void klua_defer_drain(void);

/**
 * klua_inside() - arguments of the callback that is running
 *
 * Return: the @args of klua_call(), if the running call is of this callback; else NULL.
 */
const void *klua_inside(lua_State *L, const struct klua_callback *callback);

/**
 * klua_pusherrno() - push nil and the symbolic name of an errno ("EINVAL"). Return: 2, the number
 * of results.
 */
int klua_pusherrno(lua_State *L, int err);

/* ---- callbacks ---- */

/**
 * struct klua_host - how the kernel reaches a callback; written by hand beside the spec
 * @attach: begin calling. Process context. 0 or -errno; an errno undoes the whole load.
 *          klua_refuse() says why
 * @detach: stop calling. When it returns no new call begins; the runtime waits for those under way
 *          by itself (an RCU grace period and each VM's lock)
 * @replace: optional: take over from @old with no call in between that sees neither. Else attach
 *   comes before detach
 * @counters: optional: names of what the host counts for each attachment, at most
 *   KLUA_COUNTERS_MAX, ended by NULL
 * @count: optional: the value of the counter with this index, for a host that does not count in
 *   at->counters. Process context, between attach and detach
 * @single: with KLUA_SINGLE_HOST(): where the script in force is kept
 */
struct klua_host {
	int (*attach)(struct klua_attachment *at);
	void (*detach)(struct klua_attachment *at);
	int (*replace)(struct klua_attachment *at, struct klua_attachment *old);
	const char *const *counters;
	u64 (*count)(struct klua_attachment *at, unsigned int index);
	struct klua_single *single;
};

#define KLUA_COUNTERS_MAX 8

/**
 * struct klua_single - the script of a callback that has one at a time
 * @at: the attachment in force, or NULL
 */
struct klua_single {
	struct klua_attachment __rcu *at;
};

/* Of a host like that: a second script is refused, a reload replaces the first. */
#define KLUA_SINGLE_HOST(where)					\
	.attach = klua_single_attach,				\
	.detach = klua_single_detach,				\
	.replace = klua_single_replace,				\
	.single = (where)

int klua_single_attach(struct klua_attachment *at);
void klua_single_detach(struct klua_attachment *at);
int klua_single_replace(struct klua_attachment *at, struct klua_attachment *old);

/**
 * struct klua_callback - what a script may be attached to, generated
 * @name: "BINDING.CALLBACK"
 * @owner: THIS_MODULE of the binding
 * @context: fixes the context of a state that attaches to it
 * @holds: locks of the kernel that may be held by who waits for it, "NAME,NAME", or NULL. A script
 *         whose functions take one of them is refused
 * @host: who calls
 * @frame_size: bytes that the callback keeps in each VM
 * @prepare: in each VM, when a script attaches: make the handles and roots that each call lends,
 *           push those that are arguments, @nlent of them (they stay on the VM's stack), keep
 *           pointers in @frame. May raise. Or NULL
 * @lend: lend the first @n of the arguments (n > 0), where prepare pushed them all
 * @push: else: push the first @n of the arguments (n > 0), and lend what is lent; what prepare
 *        pushed is from the stack index @lent on
 * @unlend: end the loans of a call, or NULL
 * @nargs: how many arguments the script's function has
 * @nlent: how many of them prepare pushed
 * @result: looks at the one result of the function: klua_noresult(), or by klua_integer() or
 *          klua_named(). NULL: a boolean
 * @optional: nil is allowed as a result, and counted as no verdict
 * @describe: optional: the options as text, for list
 */
struct klua_callback {
	const char *name;
	struct module *owner;
	enum klua_context context;
	const char *holds;
	const struct klua_host *host;
	size_t frame_size;
	void (*prepare)(lua_State *L, void *frame);
	void (*lend)(const void *frame, const void *args, int n);
	void (*push)(lua_State *L, const void *frame, int lent, const void *args, int n);
	void (*unlend)(const void *frame);
	int nargs;
	int nlent;
	int (*result)(struct klua_vm *vm, const void *args, s64 *result);
	bool optional;
	void (*describe)(const void *options, char *text, size_t size);
};

/**
 * klua_attach() - record an attachment; for generated attach functions
 * @idx: stack index of the function, or of the name of a global that is looked up at each call
 * @options: copied
 *
 * Raises unless the state is loading, or when its context is fixed to another one.
 */
void klua_attach(lua_State *L, const struct klua_callback *callback, int idx, const void *options,
		 size_t size);

/**
 * klua_refuse() - say why a host's attach or replace fails; the script's author reads it behind the
 *   place of the attach call
 * @fmt: what, and what was expected: "sport: expected proto tcp, udp or none beside it, got 1"
 *
 * Return: -EINVAL, for the host to return, unless another errno fits better.
 */
int klua_refuse(struct klua_attachment *at, const char *fmt, ...) __printf(2, 3);

/**
 * struct klua_attachment - the part that hosts and stubs see
 * @state: whose script
 * @callback: which callback
 * @net: network namespace of the loader; not held: it may be gone unless the host says otherwise
 * @options: the struct that the generated attach function filled
 * @data: the host's own
 * @counters: what the host counts, by the index in its names
 * @index: number of the attachment in its state
 */
struct klua_attachment {
	struct klua_state *state;
	const struct klua_callback *callback;
	struct net *net;
	const void *options;
	void *data;
	unsigned int index; /* bounded: KLUA_ATTACHMENTS_MAX */
	atomic64_t counters[KLUA_COUNTERS_MAX];
};

/**
 * klua_call() - call the function behind an attachment
 * @args: for the callback's @lend, @push and @result, and for klua_inside()
 * @result: out: what the function returned (true: 1, false: 0); NULL with klua_noresult()
 *
 * The VM is locked, the call runs under the state's budget, loans end with it. A Lua function
 * without varargs is given no more arguments than it has parameters for.
 *
 * Return: 0; or -errno, counted for the attachment, with *@result unchanged: -EBUSY this context is
 * inside of a state, -EAGAIN it backs off, -ESHUTDOWN its state is ending, -ENOTRECOVERABLE it has
 * failed; -EINTR budget, -ENOMEM memory, -EINVAL any other error of the script's or a wrong result.
 */
int klua_call(struct klua_attachment *at, const void *args, s64 *result);

/** klua_call_single() - the same, of the script in force, or -ENOENT. Not in hard interrupts */
int klua_call_single(struct klua_single *single, const void *args, s64 *result);

/**
 * klua_single_begin() - the script in force, or NULL; it stays until klua_single_end()
 * @idx: out: for klua_single_end()
 */
struct klua_attachment *klua_single_begin(struct klua_single *single, int *idx);
void klua_single_end(int idx);

/** klua_noresult() - for a callback's @result: none is wanted, any is dropped. Return: 0 */
int klua_noresult(struct klua_vm *vm, const void *args, s64 *result);

/**
 * klua_integer() - for a callback's @result: a number
 * @low: the least that is right
 * @high: the most that is right
 *
 * Return: 0 with the number in @value, or -EINVAL, counted, with @value unchanged.
 */
int klua_integer(struct klua_vm *vm, s64 low, s64 high, s64 *value);

/**
 * klua_named() - for a callback's @result: a constant, by name or number
 * @constants: names and values, ended by a NULL name
 * @strict: numbers without a name are wrong
 */
int klua_named(struct klua_vm *vm, const struct luadata_constant *constants, bool strict, s64 low,
	       s64 high, s64 *value);

/**
 * klua_count() - how many calls of an attachment gave no result for a cause, in all VMs
 *
 * Any context, between attach and detach; a call that is under way may be missing.
 */
u64 klua_count(struct klua_attachment *at, enum klua_cause cause);

#endif
