// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The binding `torture`: two doors, behind which one script at a time is entered.
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
#include "state.h"
#include "torture.h"

struct torture_frame {
	struct luadata_handle *handle;
	struct luadata_ref *block;
	int first;
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
		h->flags |= LUADATA_WRITABLE;
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

/* ---- the doors ---- */

static int door_attach(struct klua_attachment *at, const void *options)
{
	if (torture_at)
		return -EBUSY;
	torture_at = at;
	return 0;
}

static void door_detach(struct klua_attachment *at)
{
	torture_at = NULL;
}

static const struct klua_host door_host = {
	.attach = door_attach,
	.detach = door_detach,
};

static void door_prepare(lua_State *L, void *frame)
{
	struct torture_frame *f = frame;

	luaL_checkstack(L, 2, NULL);
	f->handle = luadata_newhandle(L);
	f->first = lua_gettop(L) + 1;
	f->block = luadata_newroot(L, lua_gettop(L), NULL);
}

static void door_unlend(const void *frame)
{
	const struct torture_frame *f = frame;

	luadata_return(f->handle);
}

static const struct klua_callback door_atomic = {
	.name = "torture.atomic",
	.owner = THIS_MODULE,
	.context = KLUA_ATOMIC,
	.host = &door_host,
	.frame_size = sizeof(struct torture_frame),
	.prepare = door_prepare,
	.unlend = door_unlend,
};

static const struct klua_callback door_sleepable = {
	.name = "torture.sleepable",
	.owner = THIS_MODULE,
	.context = KLUA_SLEEPABLE,
	.host = &door_host,
	.frame_size = sizeof(struct torture_frame),
	.prepare = door_prepare,
	.unlend = door_unlend,
};

static s64 units_left(struct klua_vm *vm)
{
	return lua_getbudget(klua_lua(vm)) + (lua_isspent(klua_lua(vm)) ? 0 : vm->left);
}

static void keep_value(struct torture_run *run, lua_State *L)
{
	int type = lua_type(L, -1);

	if (type == LUA_TSTRING)
		strscpy(run->text, lua_tostring(L, -1), sizeof(run->text));
	else if (type == LUA_TBOOLEAN)
		strscpy(run->text, lua_toboolean(L, -1) ? "true" : "false", sizeof(run->text));
	else if (lua_isinteger(L, -1))
		snprintf(run->text, sizeof(run->text), "%lld", lua_tointeger(L, -1));
	else
		strscpy(run->text, lua_typename(L, type), sizeof(run->text));
}

static int go_through(struct torture_run *run, struct klua_attachment *at,
		      struct torture_memory *memory)
{
	struct klua_vm *vm = klua_enter(at, memory);
	const struct torture_frame *f;
	unsigned long flags;
	int err;

	if (IS_ERR(vm))
		return PTR_ERR(vm);
	f = klua_frame(vm, at);
	luadata_lend(f->handle, memory->bytes, memory->length, memory->length / 4, 0, &memory_ops,
		     memory);
	luadata_place(f->block, 0, memory->length, 0);
	torture_lent = f->handle;
	lua_pushvalue(klua_lua(vm), f->first);
	if (run->where == TORTURE_IRQS_OFF) /* nothing enters a VM then; a host may turn them off */
		local_irq_save(flags);
	err = klua_call(vm, 1, 1);
	if (run->where == TORTURE_IRQS_OFF)
		local_irq_restore(flags);
	torture_lent = NULL;
	door_unlend(f);
	run->units = run->budget - units_left(vm);
	if (!err)
		keep_value(run, klua_lua(vm));
	klua_leave(vm);
	return err;
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
	run->status = go_through(run, at, &memory);
	run->call = max(run->call, ktime_get_ns() - start);
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
		strscpy(run->text, vm->slots[0].error, sizeof(run->text));
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
		run->cause = KLUA_ERROR;
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
	return l_attach(L, &door_atomic);
}

static int l_sleepable(lua_State *L)
{
	return l_attach(L, &door_sleepable);
}

static int l_shrink(lua_State *L)
{
	lua_Integer n = luaL_checkinteger(L, 1);
	struct luadata_handle *h = torture_lent;

	if (!h || n < 0 || n > h->length)
		return luaL_error(L, "nothing so long is lent");
	luadata_lend(h, h->base, n, min_t(size_t, n, h->linear), h->flags & LUADATA_WRITABLE,
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
	.flags = LUADATA_OBJECT,
};

static int l_uncaught(lua_State *L)
{
	static u8 object;

	luadata_pushobject(L, &uncaught_layout, &object, 0, &uncaught_ops, &object);
	klua_atend(L);
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

static int door_open(lua_State *L)
{
	lua_createtable(L, 0, 6);
	luaL_setfuncs(L, torture_functions, 0);
	return 1;
}

static struct klua_binding torture_binding = {
	.name = "torture",
	.owner = THIS_MODULE,
	.open = door_open,
	.capability = -1,
};

int torture_door_init(void)
{
	return klua_register(&torture_binding);
}

void torture_door_exit(void)
{
	klua_unregister(&torture_binding);
}
