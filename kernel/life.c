// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The life of a state: made, listed, ended, also when it failed. */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "attach.h"
#include "defer.h"
#include "enter.h"
#include "frame.h"
#include "guard.h"
#include "limit.h"
#include "list.h"
#include "log.h"
#include "order.h"
#include "require.h"
#include "state.h"

static atomic64_t last_id = ATOMIC64_INIT(0);

static bool is_state_name(const char *name)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
	size_t n = name ? strspn(name, letters) : 0;

	return n && n < KLUA_NAME_MAX && !name[n];
}

/* The VMs are ours alone. */
static void close_vms(struct klua_state *state)
{
	unsigned int i;

	mutex_lock(&state->shape);
	for (i = 0; i < state->nvms; i++) {
		struct klua_vm *vm = state->vms[i];

		if (!vm)
			continue;
		klua_vm_end(vm);
		klua_frames_free(vm);
		klua_vm_free(vm);
		state->vms[i] = NULL;
	}
	state->first = NULL;
	kvfree(state->vms);
	state->vms = NULL;
	state->nvms = 0;
	mutex_unlock(&state->shape);
	klua_attach_forget(state);
	klua_defer_drain(); /* bindings stay until their objects are given back */
	klua_order_drop(state);
	klua_unuse(state);
}

static int open_vms(struct klua_state *state)
{
	unsigned int i, n = state->percpu ? nr_cpu_ids : 1;

	state->vms = kvcalloc(n, sizeof(*state->vms), GFP_KERNEL);
	if (!state->vms)
		return -ENOMEM;
	state->nvms = n;
	for (i = 0; i < state->nvms; i++) {
		struct klua_vm *vm;

		if (state->percpu && !cpu_possible(i))
			continue;
		vm = klua_vm_new(state, i);
		if (IS_ERR(vm))
			return PTR_ERR(vm);
		state->vms[i] = vm;
		if (!state->first)
			state->first = vm;
	}
	return 0;
}

static void set_options(struct klua_state *state, const struct klua_options *options)
{
	strscpy(state->name, options->name, sizeof(state->name));
	state->asked = options->context;
	state->context = options->context;
	state->context_fixed = options->context != KLUA_CONTEXT_SLEEPABLE;
	state->memory = options->memory ?: KLUA_MEMORY_DEFAULT;
	state->budget = options->budget ?: KLUA_BUDGET_DEFAULT;
	state->load_budget = options->load_budget ?: KLUA_LOAD_BUDGET_DEFAULT;
	state->percpu = options->percpu;
	klua_setnet(state);
}

/* Who loads, runs or ends a state waits for its turn here as for any other. */
static void end_failed(struct work_struct *work)
{
	struct klua_state *state = container_of(work, struct klua_state, fail_work);
	struct klua_vm *vm;
	unsigned int i;

	mutex_lock(&state->control);
	if (state->phase == KLUA_FAILED) {
		klua_attach_undo(state);
		klua_for_each_vm(vm, state, i)
			klua_vm_end(vm);
	}
	mutex_unlock(&state->control);
	klua_put(state);
}

static struct klua_state *alloc_state(const struct klua_options *options)
{
	struct klua_state *state;

	if (!is_state_name(options->name) || options->context > KLUA_CONTEXT_ATOMIC ||
	    options->budget < 0 || options->load_budget < 0)
		return ERR_PTR(-EINVAL);
	if (klua_check_limits(options, NULL, 0))
		return ERR_PTR(-ERANGE);
	state = kzalloc(sizeof(*state), GFP_KERNEL);
	if (!state)
		return ERR_PTR(-ENOMEM);
	refcount_set(&state->refs, 1);
	state->id = atomic64_inc_return(&last_id);
	mutex_init(&state->control);
	mutex_init(&state->shape);
	INIT_LIST_HEAD(&state->list);
	INIT_LIST_HEAD(&state->uses);
	INIT_LIST_HEAD(&state->order);
	INIT_WORK(&state->fail_work, end_failed);
	ratelimit_state_init(&state->printk_limit, 5 * HZ, 5);
	ratelimit_set_flags(&state->printk_limit, RATELIMIT_MSG_ON_RELEASE);
	ratelimit_state_init(&state->trace_limit, HZ, 5);
	ratelimit_set_flags(&state->trace_limit, RATELIMIT_MSG_ON_RELEASE);
	set_options(state, options);
	state->ring = klua_ring_new();
	if (options->allow)
		state->allow = kstrdup(options->allow, GFP_KERNEL);
	if (!state->ring || (options->allow && !state->allow) || open_vms(state)) {
		close_vms(state);
		klua_put(state);
		return ERR_PTR(-ENOMEM);
	}
	return state;
}

struct klua_state *klua_create_listed(const struct klua_options *options)
{
	struct klua_state *state;
	int err;

	state = alloc_state(options);
	if (IS_ERR(state))
		return state;
	err = klua_list_add(state);
	if (err) {
		klua_destroy(state);
		return ERR_PTR(err);
	}
	return state;
}

struct klua_state *klua_create(const struct klua_options *options)
{
	struct klua_state *state = klua_create_listed(options);

	if (!IS_ERR(state))
		state->kernel = true;
	return state;
}
EXPORT_SYMBOL_GPL(klua_create);

struct klua_state *klua_create_anonymous(const struct klua_options *options)
{
	struct klua_state *state = alloc_state(options);

	if (!IS_ERR(state))
		state->anonymous = true;
	return state;
}

struct klua_state *klua_create_like(struct klua_state *old)
{
	struct klua_options options = {
		.name = old->name,
		.context = old->asked,
		.memory = old->memory,
		.budget = old->budget,
		.load_budget = old->load_budget,
		.allow = old->allow,
		.percpu = old->percpu,
	};
	struct klua_state *state = alloc_state(&options);

	if (IS_ERR(state))
		return state;
	if (old->attach_code &&
	    klua_set_attach_code(state, old->attach_code, strlen(old->attach_code))) {
		klua_end(state);
		klua_put(state);
		return ERR_PTR(-ENOMEM);
	}
	klua_ring_put(state->ring);
	state->ring = klua_ring_get(old->ring);
	state->old = old;
	return state;
}

int klua_set_attach_code(struct klua_state *state, const char *code, size_t size)
{
	char *copy = kvmalloc(size + 1, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	memcpy(copy, code, size);
	copy[size] = '\0';
	kvfree(state->attach_code);
	state->attach_code = copy;
	return 0;
}

void klua_end(struct klua_state *state)
{
	klua_attach_end(state);
	WRITE_ONCE(state->stopping, false); /* finalizers run to their end */
	close_vms(state);
}

void klua_destroy(struct klua_state *state)
{
	if (WARN_ON_ONCE(klua_isinside()))
		return; /* a script would wait for itself */
	WRITE_ONCE(state->stopping, true);
	mutex_lock(&state->control);
	klua_list_del(state);
	klua_end(state);
	mutex_unlock(&state->control);
	klua_ring_close(state->ring);
	klua_put(state);
}
EXPORT_SYMBOL_GPL(klua_destroy);

int klua_stop(const char *name)
{
	struct klua_state *state;

	if (klua_isinside())
		return -EBUSY;
	state = klua_list_claim(name);
	if (IS_ERR(state))
		return PTR_ERR(state);
	klua_destroy(state);
	return 0;
}
