// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * A call from the kernel into a script.
 *
 * klua_call() is the whole of it: the VM is locked, its budget starts, the function is pushed with
 * what it is lent, and runs in the guard of the entry; the result is looked at, the loans end, the
 * lock is released. A function of Lua that gets what C lends, and returns a boolean, is entered at
 * once, call_quickly(); all else goes the long way, call_slowly().
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

static __always_inline const TValue *function_of(struct klua_vm *vm,
						 const struct klua_frame *frame)
{
	if (frame->byname)
		return lua_entry_global(vm->L, vm->globals, frame->fn);
	return lua_entry_value(vm->L, frame->fn);
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

/* The lock stays. */
static __always_inline void end_call(struct klua_vm *vm)
{
	if (unlikely(vm->ndeferred))
		klua_defer_run(vm);
	vm->frame = NULL;
	vm->args = NULL;
	lua_entry_reset(vm->L, vm->base);
}

/* Whether there is no result, which is allowed: it is only counted. */
static __always_inline bool is_noverdict(struct klua_frame *frame, const TValue *result)
{
	if (!ttisnil(result) || !frame->at->callback->optional)
		return false;
	frame->causes[KLUA_CAUSE_NOVERDICT]++;
	return true;
}

/* The result, on top of the stack, is not simply a boolean. */
static noinline int check_result(struct klua_vm *vm, const void *args, s64 *result)
{
	const struct klua_callback *callback = vm->frame->at->callback;

	if (is_noverdict(vm->frame, s2v(vm->L->top.p - 1)))
		return -EINVAL;
	if (callback->result)
		return callback->result(vm, args, result);
	return klua_fail(vm, KLUA_CAUSE_RESULT, "%s: returned a %s, not a boolean", callback->name,
			 luaL_typename(vm->L, -1));
}

/* In the guard @jump. */
static __always_inline int call_guarded(struct klua_vm *vm, struct lua_longjmp *jump,
					const void *args, s64 *answer)
{
	const struct klua_frame *frame = vm->frame;
	const struct klua_callback *callback = frame->at->callback;
	lua_State *L = vm->L;
	const TValue *result;
	int n, err = 0;

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
	result = s2v(L->top.p - 1);
	if (likely(ttisboolean(result) && !callback->result))
		*answer = ttistrue(result);
	else
		err = check_result(vm, args, answer);
	end_call(vm);
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
	lua_entry_unwind(L, savestack(L, L->base_ci.func.p + 1 + vm->base), status);
	err = klua_failed(vm, status);
	end_call(vm);
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

	klua_budget_start(vm, vm->state->budget);
	vm->guard = &jump.b;
	if (likely(!lua_setjmp(&jump.b)))
		err = call_guarded(vm, &jump, args, result);
	else if (likely(lua_entry_caught(vm->L)))
		err = end_raised(vm, jump.status);
	else
		err = end_uncaught(vm);
	vm->guard = NULL;
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

#define NOT_ENTERED (-MAX_ERRNO - 1) /* no error is */

/* In a guard: the whole of it, but for a script that is not as it should be. */
static int quick_guarded(void *vm_of_call, void *result)
{
	struct klua_vm *vm = vm_of_call;
	struct klua_frame *frame = vm->frame;
	const struct klua_callback *callback = frame->at->callback;
	s64 units = vm->state->budget;
	lua_State *L = vm->L;
	const TValue *fn = function_of(vm, frame), *value;
	const Proto *p = lua_entry_proto(L, fn, vm->base, units);
	StkId top = L->stack.p + 1 + vm->base;
	int n, err = 0;

	if (unlikely(!p))
		return NOT_ENTERED;
	n = min_t(int, p->numparams, callback->nargs);
	setobj2s(L, top, fn);
	if (n) {
		callback->lend(frame->data, vm->args, n);
		lua_entry_copy(L, top + 1, frame->lent, n);
	}
	vm->left = 0; /* of the loading */
	lua_entry_budget(L, units - p->sizecode);
	lua_entry_run(L, lua_entry_frame(L, p, top, n));
	if (n)
		callback->unlend(frame->data);
	value = s2v(L->top.p - 1);
	if (likely(ttisboolean(value)))
		*(s64 *)result = ttistrue(value);
	else if (is_noverdict(frame, value))
		err = -EINVAL;
	else
		err = check_result(vm, vm->args, result);
	end_call(vm);
	return err;
}

/* Of a VM that is atomic. */
static __always_inline int call_quickly(struct klua_vm *vm, const void *args, s64 *result)
{
	struct lua_jmpbuf *guard = &G(vm->L)->entry.b;
	int err;

	vm->guard = guard;
	err = lua_protect(guard, quick_guarded, vm, result);
	vm->guard = NULL;
	if (unlikely(err > 0))
		return end_caught(vm);
	if (unlikely(err == NOT_ENTERED))
		return call_slowly(vm, args, result);
	return err;
}

int klua_call(struct klua_attachment *at, const void *args, s64 *result)
{
	struct klua_vm *vm = begin_call(at, args);
	int err;

	if (IS_ERR(vm))
		return PTR_ERR(vm);
	if (likely(vm->frame->quick && vm->context == KLUA_CONTEXT_ATOMIC))
		err = call_quickly(vm, args, result);
	else
		err = call_slowly(vm, args, result);
	klua_vm_leave(vm);
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
