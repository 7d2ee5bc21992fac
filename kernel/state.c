// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What every file of the runtime may ask of a state. */
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/nsproxy.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <net/net_namespace.h>

#include "list.h"
#include "log.h"
#include "state.h"

void klua_seterror(struct klua_state *state, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(state->error, sizeof(state->error), fmt, args);
	va_end(args);
}

void klua_seterror_closed(struct klua_state *state, int err)
{
	if (err == -ENOTRECOVERABLE)
		klua_seterror(state, "the state failed: %s", state->failure);
	else
		klua_seterror(state, err == -EBUSY ? "called from inside a script"
						   : "the state was stopped");
}

const char *klua_error(struct klua_state *state)
{
	return state->error;
}
EXPORT_SYMBOL_GPL(klua_error);

/* The task that loads holds its network namespace while it does; nobody does before or after. */
void klua_setnet(struct klua_state *state)
{
	state->net = current->nsproxy ? current->nsproxy->net_ns : &init_net;
	state->net_cookie = state->net->net_cookie;
}

u64 klua_id(const struct klua_state *state)
{
	return state->id;
}

struct klua_state *klua_get(struct klua_state *state)
{
	refcount_inc(&state->refs);
	return state;
}

void klua_put(struct klua_state *state)
{
	if (!refcount_dec_and_test(&state->refs))
		return;
	if (state->ring)
		klua_ring_put(state->ring);
	kfree(state->allow);
	kvfree(state->attach_code);
	kfree(state);
}
