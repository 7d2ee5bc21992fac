// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * A call from the kernel into a script.
 *
 * klua_call() is the whole of it: the VM is locked, its budget starts, the function is pushed with
 * what it is lent, and runs in the guard of the entry; the result is looked at, the loans end, the
 * lock is released. The first call of a function goes the long way, call_slowly(), which learns
 * whether the next ones can enter it at once, call_quickly(): it is of Lua, gets what C lends, and
 * its result is a boolean.
 */
#include <linux/err.h>
#include <linux/string.h>

#include "lua_entry.h"

#include "attach.h"
#include "budget.h"
#include "cause.h"
#include "defer.h"
#include "enter.h"
#include "frame.h"
#include "guard.h"

/* Not entered: counted where no lock is needed. */
static noinline struct klua_vm *not_entered(struct klua_attachment *at, struct klua_vm *vm)
{
	if (PTR_ERR(vm) == -EBUSY)
		atomic64_inc(&klua_attached(at)->refused[KLUA_CAUSE_BUSY]);
	return vm;
}

static const TValue *function_of(struct klua_vm *vm, const struct klua_frame *frame)
{
	const TValue *fn = lua_entry_value(vm->L, frame->fn);

	if (!frame->byname)
		return fn;
	return lua_entry_global(vm->L, hvalue(lua_entry_value(vm->L, vm->globals)), tsvalue(fn));
}

/* What a name stands for is kept alive behind the name. */
static void learn(struct klua_vm *vm, struct klua_frame *frame)
{
	const struct klua_callback *callback = frame->at->callback;
	struct lua_known *known = &frame->known;
	const TValue *fn = function_of(vm, frame);

	if (!frame->quick || !vm->state->atomic)
		return;
	lua_entry_learn(known, fn, vm->base, callback->nargs, vm->state->budget);
	if (!frame->byname)
		return;
	setobj2s(vm->L, vm->L->stack.p + frame->fn + 1, fn);
	known->globals = hvalue(lua_entry_value(vm->L, vm->globals));
	known->name = tsvalue(lua_entry_value(vm->L, frame->fn));
}

static __always_inline struct klua_vm *begin_call(struct klua_attachment *at, const void *args)
{
	struct klua_vm *vm = klua_vm_enter(at->state, NULL);
	struct klua_frame *frame;

	if (IS_ERR(vm))
		return not_entered(at, vm);
	frame = &vm->frames[at->index];
	if (unlikely(frame->backoff.timed) && klua_backoff_active(vm, frame)) {
		frame->causes[KLUA_CAUSE_BACKOFF]++;
		klua_vm_unlock(vm);
		return ERR_PTR(-EAGAIN);
	}
	frame->calls++;
	vm->frame = frame;
	vm->args = args;
	return vm;
}

/* The lock stays; the values at rest end at @top, in bytes. */
static __always_inline void end_call(struct klua_vm *vm, ptrdiff_t top)
{
	if (unlikely(vm->ndeferred))
		klua_defer_run(vm);
	vm->frame = NULL;
	vm->L->top.p = lua_entry_place(vm->L, top);
}

/* Whether there is no result, which is allowed: it is only counted. */
static __always_inline bool is_noverdict(struct klua_frame *frame, const TValue *result)
{
	if (!ttisnil(result) || !frame->at->callback->optional)
		return false;
	frame->causes[KLUA_CAUSE_NOVERDICT]++;
	return true;
}

/* The result is not simply a boolean. */
static noinline int check_result(struct klua_vm *vm, const void *args, s64 *answer)
{
	const struct klua_callback *callback = vm->frame->at->callback;

	if (callback->result)
		return callback->result(vm, args, answer);
	return klua_fail(vm, KLUA_CAUSE_RESULT, "%s: returned a %s, not a boolean", callback->name,
			 luaL_typename(vm->L, -1));
}

/* The result is on top of the stack. @plain: the callback has nothing to say of it. */
static __always_inline int take_result(struct klua_vm *vm, const void *args, bool plain,
				       s64 *answer)
{
	const TValue *result = s2v(vm->L->top.p - 1);

	if (likely(plain && ttisboolean(result))) {
		*answer = ttistrue(result);
		return 0;
	}
	if (is_noverdict(vm->frame, result))
		return -EINVAL;
	return check_result(vm, args, answer);
}

/* In the guard @jump. */
static __always_inline int call_guarded(struct klua_vm *vm, struct lua_longjmp *jump,
					const void *args, s64 *answer)
{
	const struct klua_frame *frame = vm->frame;
	const struct klua_callback *callback = frame->at->callback;
	lua_State *L = vm->L;
	int n, err;

	lua_entry_push(L, function_of(vm, frame));
	n = lua_entry_arity(L, callback->nargs);
	if (n && likely(!callback->push)) {
		callback->lend(frame->data, args, n);
		lua_entry_pushvalues(L, frame->lent, n);
	} else if (n) {
		callback->push(L, frame->data, frame->lent, args, n);
	}
	lua_entry_call(L, jump, n, 1);
	if (n && callback->unlend)
		callback->unlend(frame->data);
	err = take_result(vm, args, !callback->result, answer);
	end_call(vm, lua_entry_rest(vm->base));
	return err;
}

/* The call raised: the same guard is that of what there is left to do. */
static noinline __cold int end_raised(struct klua_vm *vm, int status)
{
	const struct klua_frame *frame = vm->frame;
	lua_State *L = vm->L;
	int err;

	if (frame->at->callback->unlend)
		frame->at->callback->unlend(frame->data);
	lua_entry_unwind(L, lua_entry_rest(vm->base), status);
	err = klua_failed(vm, status);
	end_call(vm, lua_entry_rest(vm->base));
	return err;
}

static noinline __cold int end_uncaught(struct klua_vm *vm)
{
	klua_condemn(vm);
	return -ENOTRECOVERABLE;
}

static noinline int call_slowly(struct klua_vm *vm, const void *args, s64 *result)
{
	struct lua_longjmp jump;
	int err;

	learn(vm, vm->frame);
	klua_budget_start(vm, vm->state->budget);
	vm->guard = &jump.b;
	if (likely(!lua_setjmp(&jump.b)))
		err = call_guarded(vm, &jump, args, result);
	else if (likely(lua_entry_caught(vm->L)))
		err = end_raised(vm, jump.status);
	else
		err = end_uncaught(vm);
	vm->guard = NULL;
	klua_vm_leave(vm);
	return err;
}

/* What a guard caught that is not that of call_slowly(): it is armed no more. */
static int raised_guarded(struct klua_vm *vm, void *arg)
{
	return end_raised(vm, G(vm->L)->entry.status);
}

static noinline __cold int end_caught(struct klua_vm *vm)
{
	if (!lua_entry_caught(vm->L))
		return end_uncaught(vm);
	return klua_guard(vm, raised_guarded, NULL);
}

/* Of a VM that is atomic, the function that is known: in a guard. */
static __always_inline int run_known(struct klua_vm *vm, const void *args, s64 *answer)
{
	struct klua_frame *frame = vm->frame;
	const struct klua_callback *callback = frame->at->callback;
	const struct lua_known *known = &frame->known;
	lua_State *L = vm->L;
	int err;

	if (known->nargs) {
		callback->lend(frame->data, args, known->nargs);
		lua_entry_copy(L, lua_entry_place(L, known->at) + 1, frame->lent, known->nargs);
	}
	vm->left = 0; /* of the loading */
	lua_entry_run(L, known);
	if (known->nargs)
		callback->unlend(frame->data);
	err = take_result(vm, args, true, answer);
	end_call(vm, known->at);
	return err;
}

int klua_call(struct klua_attachment *at, const void *args, s64 *result)
{
	struct klua_vm *vm = begin_call(at, args);
	int err;

	if (IS_ERR(vm))
		return PTR_ERR(vm);
	if (unlikely(!lua_entry_isknown(&vm->frame->known) ||
		     !lua_entry_hasroom(vm->L, &vm->frame->known)))
		return call_slowly(vm, args, result);
	vm->guard = &G(vm->L)->entry.b;
	if (likely(!lua_entry_guard(vm->guard))) {
		err = run_known(vm, args, result);
	} else {
		vm = __this_cpu_read(klua_entered);
		err = end_caught(vm);
	}
	vm->guard = NULL;
	klua_leave_atomic(vm);
	return err;
}
EXPORT_SYMBOL_GPL(klua_call);

u64 klua_count(struct klua_attachment *at, enum klua_cause cause)
{
	u64 sum = atomic64_read(&klua_attached(at)->refused[cause]);
	struct klua_vm *vm;
	unsigned int i;

	klua_for_each_vm(vm, at->state, i)
		if (vm->frames)
			sum += READ_ONCE(vm->frames[at->index].causes[cause]);
	return sum;
}
EXPORT_SYMBOL_GPL(klua_count);
