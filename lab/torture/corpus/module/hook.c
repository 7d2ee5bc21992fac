// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The binding `torture`: two hooks, behind which one script at a time is entered.
 *
 *   torture.atomic(fn), torture.sleepable(fn)   attach fn
 *   torture.shrink(n)                           the block that is lent loses its end: refs expire
 *   torture.paint(), torture.unpainted()        the free part of a task's stack, and what of it
 *                                               nothing touched
 *   torture.uncaught()                          C code raises when the entry ends, where no
 *                                               protected call is
 *
 * A call lends one block. Its memory moves whenever more of it is asked for, so that a pointer kept
 * too long is one into freed memory.
 */
#include <linux/err.h>
#include <linux/irqflags.h>
#include <linux/ktime.h>
#include <linux/minmax.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "lstate.h"

#include "frame.h"
#include "state.h"
#include "torture.h"
#include "vm.h"

struct torture_frame {
	struct luadata_handle *handle;
	struct luadata_ref *block;
};

/* Lent memory: what of it is linear, a quarter at first. */
struct torture_memory {
	unsigned char *bytes;
	size_t length;
};

static struct klua_attachment *torture_at;
static struct klua_attachment *torture_entered; /* also when it is detached, until its state ends */
static struct luadata_handle *torture_lent;
static lua_State *torture_raises;
static struct torture_run *torture_runs; /* whose call is under way */
static unsigned long torture_flags;
static bool torture_irqs_off;

/* ---- the memory ---- */

static int memory_move(struct luadata_handle *h, size_t end)
{
	struct torture_memory *memory = h->owner;
	unsigned char *bytes = kmemdup(memory->bytes, memory->length, GFP_ATOMIC);

	if (!bytes)
		return -ENOMEM;
	memset(memory->bytes, 0xdb, memory->length);
	kfree(memory->bytes);
	memory->bytes = bytes;
	h->base = bytes;
	h->linear = max(h->linear, end);
	return 0;
}

static int memory_write(struct luadata_handle *h, size_t end)
{
	int err = memory_move(h, end);

	if (!err)
		h->flags |= LUADATA_HANDLE_WRITABLE;
	return err;
}

static const struct luadata_handle_ops memory_ops = {
	.pull = memory_move,
	.make_writable = memory_write,
};

static int memory_new(struct torture_memory *memory, size_t length)
{
	size_t i;

	memory->length = length;
	memory->bytes = kmalloc(length ?: 1, GFP_ATOMIC);
	if (!memory->bytes)
		return -ENOMEM;
	for (i = 0; i < length; i++)
		memory->bytes[i] = 'a' + i % 26;
	return 0;
}

/* ---- the hooks ---- */

static int hook_attach(struct klua_attachment *at)
{
	if (torture_at)
		return -EBUSY;
	torture_at = at;
	return 0;
}

static void hook_detach(struct klua_attachment *at)
{
	torture_at = NULL;
}

static const struct klua_host hook_host = {
	.attach = hook_attach,
	.detach = hook_detach,
};

static void hook_prepare(lua_State *L, void *frame)
{
	struct torture_frame *f = frame;

	luaL_checkstack(L, 2, NULL);
	f->handle = luadata_newhandle(L);
	f->block = luadata_newroot(L, lua_gettop(L), NULL);
}

/* Nothing enters a VM with interrupts off; a host may turn them off within. */
static void hook_push(lua_State *L, const void *frame, int lent, const void *args, int n)
{
	const struct torture_frame *f = frame;
	struct torture_memory *memory = (struct torture_memory *)args;

	luadata_lend(f->handle, memory->bytes, memory->length, memory->length / 4, 0, &memory_ops,
		     memory);
	luadata_lendref(f->block, 0, memory->length, 0);
	torture_lent = f->handle;
	lua_pushvalue(L, lent);
	torture_irqs_off = torture_runs->where == TORTURE_IRQS_OFF;
	if (torture_irqs_off)
		local_irq_save(torture_flags);
}

static void hook_unlend(const void *frame)
{
	const struct torture_frame *f = frame;

	if (torture_irqs_off)
		local_irq_restore(torture_flags);
	torture_irqs_off = false;
	torture_lent = NULL;
	luadata_return(f->handle);
}

static int hook_result(struct klua_vm *vm, const void *args, s64 *result)
{
	lua_State *L = klua_lua(vm);
	char *text = torture_runs->text;
	int type = lua_type(L, -1);

	if (type == LUA_TSTRING)
		strscpy(text, lua_tostring(L, -1), sizeof(torture_runs->text));
	else if (type == LUA_TBOOLEAN)
		strscpy(text, lua_toboolean(L, -1) ? "true" : "false", sizeof(torture_runs->text));
	else if (lua_isinteger(L, -1))
		snprintf(text, sizeof(torture_runs->text), "%lld", lua_tointeger(L, -1));
	else
		strscpy(text, lua_typename(L, type), sizeof(torture_runs->text));
	return 0;
}

#define HOOK(where, in)						\
	{							\
		.name = "torture." where,			\
		.owner = THIS_MODULE,				\
		.context = (in),				\
		.host = &hook_host,				\
		.frame_size = sizeof(struct torture_frame),	\
		.prepare = hook_prepare,			\
		.push = hook_push,				\
		.unlend = hook_unlend,				\
		.nargs = 1,					\
		.nlent = 1,					\
		.result = hook_result,				\
	}

static const struct klua_callback hook_atomic = HOOK("atomic", KLUA_CONTEXT_ATOMIC);
static const struct klua_callback hook_sleepable = HOOK("sleepable", KLUA_CONTEXT_SLEEPABLE);

static s64 units_left(struct klua_vm *vm)
{
	return lua_getbudget(klua_lua(vm)) + (lua_isspent(klua_lua(vm)) ? 0 : vm->left);
}

/* One entry, on the stack that was chosen. */
static void enter(void *arg)
{
	struct torture_run *run = arg;
	struct klua_attachment *at = torture_entered;
	struct torture_memory memory;
	u64 start;

	run->status = memory_new(&memory, run->bytes);
	if (run->status)
		return;
	torture_paint();
	start = ktime_get_ns();
	torture_runs = run;
	run->status = klua_call(at, &memory, NULL);
	run->call = max(run->call, ktime_get_ns() - start);
	if (run->status != -ENOTRECOVERABLE) /* else its VM may be gone by now */
		run->units = run->budget - units_left(at->state->first);
	run->left = min(run->left, torture_unpainted());
	kfree(memory.bytes);
}

static void keep_cause(struct torture_run *run)
{
	struct klua_vm *vm = torture_entered->state->first;
	unsigned int cause;

	for (cause = 0; cause < KLUA_CAUSES; cause++)
		if (klua_count(torture_entered, cause))
			run->cause = cause;
	if (run->status)
		strscpy(run->text, vm->frames[0].error, sizeof(run->text));
}

/* ---- memory, counted apart from the runtime ---- */

struct torture_count {
	lua_Alloc alloc;
	void *ud;
	long used;
};

static void *count_alloc(void *ud, void *ptr, size_t osize, size_t nsize)
{
	struct torture_count *count = ud;
	void *new = count->alloc(count->ud, ptr, osize, nsize);

	if (new || !nsize)
		count->used += (long)nsize - (ptr ? (long)osize : 0);
	return new;
}

static void count_start(struct torture_count *count, struct klua_vm *vm)
{
	global_State *g = G(vm->L);

	count->alloc = g->frealloc;
	count->ud = g->ud;
	count->used = vm->used;
	g->frealloc = count_alloc;
	g->ud = count;
}

/* ---- a script ---- */

static void load_and_enter(struct torture_run *run, struct klua_state *state, const char *text,
			   size_t size)
{
	unsigned int i;
	u64 start = ktime_get_ns();

	/* measured beyond the limits of atomic states, too */
	state->memory = min_t(size_t, run->memory, KLUA_ATOMIC_MEMORY_MAX);
	state->budget = min_t(s64, run->budget, KLUA_ATOMIC_BUDGET_MAX);
	run->status = klua_load(state, text, size, "=script");
	state->budget = run->budget;
	run->load = ktime_get_ns() - start;
	if (run->status) {
		run->cause = KLUA_CAUSE_ERROR;
		strscpy(run->text, klua_error(state), sizeof(run->text));
		return;
	}
	torture_entered = torture_at;
	if (!torture_entered)
		return;
	for (i = 0; i < run->entries; i++) {
		int err = torture_place(run->where, enter, run);

		if (err) {
			run->status = err;
			strscpy(run->text, "no such stack", sizeof(run->text));
			return;
		}
	}
	keep_cause(run);
}

void torture_script(struct torture_run *run, const char *text, size_t size)
{
	struct klua_options options = {
		.name = "torture",
		.memory = run->memory,
		.budget = run->budget,
		.allow = NULL,
	};
	struct klua_state *state = klua_create(&options);
	struct torture_count count = {};
	u64 start;

	run->cause = KLUA_CAUSES;
	run->left = SIZE_MAX;
	if (IS_ERR(state)) {
		run->status = PTR_ERR(state);
		return;
	}
	state->printk_limit.burst = 0; /* a line in the log is not the script's time */
	if (run->counted)
		count_start(&count, state->first);
	load_and_enter(run, state, text, size);
	run->peak = state->first->peak;
	start = ktime_get_ns();
	klua_destroy(state);
	run->close = ktime_get_ns() - start;
	run->leak = count.used;
}

/* ---- the binding ---- */

static int l_attach(lua_State *L, const struct klua_callback *callback)
{
	lua_settop(L, 1);
	klua_attach(L, callback, 1, NULL, 0);
	return 0;
}

static int l_atomic(lua_State *L)
{
	return l_attach(L, &hook_atomic);
}

static int l_sleepable(lua_State *L)
{
	return l_attach(L, &hook_sleepable);
}

static int l_shrink(lua_State *L)
{
	lua_Integer n = luaL_checkinteger(L, 1);
	struct luadata_handle *h = torture_lent;

	if (!h || n < 0 || n > h->length)
		return luaL_error(L, "nothing so long is lent");
	luadata_lend(h, h->base, n, min_t(size_t, n, h->linear), h->flags & LUADATA_HANDLE_WRITABLE,
		     h->ops, h->owner);
	return 0;
}

static void uncaught_release(struct luadata_handle *h)
{
	lua_State *L = torture_raises;

	torture_raises = NULL; /* once: it is given back without an error then */
	if (L)
		luaL_error(L, "on purpose");
}

static const struct luadata_handle_ops uncaught_ops = { .release = uncaught_release };

static const struct luadata_layout uncaught_layout = {
	.name = "torture.object",
	.size = 1,
	.flags = LUADATA_LAYOUT_OBJECT,
};

static int l_uncaught(lua_State *L)
{
	static u8 object;

	luadata_pushobject(L, &uncaught_layout, &object, 0, &uncaught_ops, &object);
	klua_defer(L);
	torture_raises = klua_vm(L)->L;
	return 0;
}

/* What runs between the two touches so much of the stack; on a task's stack alone. */
static int l_paint(lua_State *L)
{
	torture_paint();
	return 0;
}

static int l_unpainted(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)torture_unpainted());
	return 1;
}

static const luaL_Reg torture_functions[] = {
	{ "atomic", l_atomic },
	{ "paint", l_paint },
	{ "shrink", l_shrink },
	{ "sleepable", l_sleepable },
	{ "uncaught", l_uncaught },
	{ "unpainted", l_unpainted },
	{ NULL, NULL },
};

static int hook_open(lua_State *L)
{
	lua_createtable(L, 0, 6);
	luaL_setfuncs(L, torture_functions, 0);
	return 1;
}

static struct klua_binding torture_binding = {
	.name = "torture",
	.owner = THIS_MODULE,
	.open = hook_open,
	.capability = -1,
};

int torture_hook_init(void)
{
	return klua_register(&torture_binding);
}

void torture_hook_exit(void)
{
	klua_unregister(&torture_binding);
}
