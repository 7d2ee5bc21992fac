// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The list of states. */
#include <linux/err.h>
#include <linux/mutex.h>
#include <linux/string.h>

#include "list.h"
#include "state.h"

static LIST_HEAD(states);
static DEFINE_MUTEX(states_lock);

static struct klua_state *find_state(const char *name)
{
	struct klua_state *state;

	lockdep_assert_held(&states_lock);
	list_for_each_entry(state, &states, list) /* bounded: the states there are */
		if (!strcmp(state->name, name))
			return state;
	return NULL;
}

/* Or failed: listed until it is stopped. */
static bool is_live(struct klua_state *state)
{
	enum klua_phase phase = READ_ONCE(state->phase);

	return phase == KLUA_LIVE || phase == KLUA_FAILED;
}

int klua_list_add(struct klua_state *state)
{
	int err = -EEXIST;

	mutex_lock(&states_lock);
	if (!find_state(state->name)) {
		list_add_tail(&state->list, &states);
		err = 0;
	}
	mutex_unlock(&states_lock);
	return err;
}

void klua_list_del(struct klua_state *state)
{
	mutex_lock(&states_lock);
	list_del_init(&state->list);
	mutex_unlock(&states_lock);
}

bool klua_list_replace(struct klua_state *old, struct klua_state *new)
{
	bool listed;

	mutex_lock(&states_lock);
	listed = !list_empty(&old->list);
	if (listed)
		list_replace_init(&old->list, &new->list);
	mutex_unlock(&states_lock);
	return listed;
}

struct klua_state *klua_find(const char *name)
{
	struct klua_state *state;

	mutex_lock(&states_lock);
	state = find_state(name);
	if (state && is_live(state))
		klua_get(state);
	else
		state = NULL;
	mutex_unlock(&states_lock);
	return state;
}

struct klua_state *klua_next(const char *after)
{
	struct klua_state *state, *next = NULL;

	mutex_lock(&states_lock);
	list_for_each_entry(state, &states, list) /* bounded: the states there are */
		if (is_live(state) && strcmp(state->name, after) > 0 &&
		    (!next || strcmp(state->name, next->name) < 0))
			next = state;
	if (next)
		klua_get(next);
	mutex_unlock(&states_lock);
	return next;
}

struct klua_state *klua_list_claim(const char *name)
{
	struct klua_state *state;

	mutex_lock(&states_lock);
	state = find_state(name);
	if (!state || !is_live(state))
		state = ERR_PTR(-ENOENT);
	else if (state->kernel)
		state = ERR_PTR(-EBUSY);
	else
		list_del_init(&state->list);
	mutex_unlock(&states_lock);
	return state;
}

/* Nobody else is left who could touch the list: whoever owns a state would hold this module. */
struct klua_state *klua_list_first(void)
{
	return list_first_entry_or_null(&states, struct klua_state, list);
}
