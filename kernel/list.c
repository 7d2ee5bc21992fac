// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The list of states: a name is taken from creation on; others see a state once it is live. */
#include <linux/mutex.h>
#include <linux/string.h>

#include "state.h"

static LIST_HEAD(states);
static DEFINE_MUTEX(states_lock);
static u64 last_serial;

static struct klua_state *find(const char *name)
{
	struct klua_state *state;

	lockdep_assert_held(&states_lock);
	list_for_each_entry(state, &states, list) /* bounded: the states there are */
		if (!strcmp(state->name, name))
			return state;
	return NULL;
}

/* Or failed: listed until it is stopped. */
static bool live(struct klua_state *state)
{
	enum klua_phase phase = READ_ONCE(state->phase);

	return phase == KLUA_LIVE || phase == KLUA_FAILED;
}

/* Return: 0, or -EEXIST when the name is in use. */
int klua_list(struct klua_state *state)
{
	int err = -EEXIST;

	mutex_lock(&states_lock);
	if (!find(state->name)) {
		state->serial = ++last_serial;
		list_add_tail(&state->list, &states);
		err = 0;
	}
	mutex_unlock(&states_lock);
	return err;
}

void klua_unlist(struct klua_state *state)
{
	mutex_lock(&states_lock);
	list_del_init(&state->list);
	mutex_unlock(&states_lock);
}

/* @new takes the place of @old; both are live. Return: false when @old was claimed meanwhile. */
bool klua_supplant(struct klua_state *old, struct klua_state *new)
{
	bool listed;

	mutex_lock(&states_lock);
	listed = !list_empty(&old->list);
	if (listed) {
		new->serial = old->serial;
		list_replace_init(&old->list, &new->list);
	}
	mutex_unlock(&states_lock);
	return listed;
}

struct klua_state *klua_find(const char *name)
{
	struct klua_state *state;

	mutex_lock(&states_lock);
	state = find(name);
	if (state && live(state))
		klua_get(state);
	else
		state = NULL;
	mutex_unlock(&states_lock);
	return state;
}

struct klua_state *klua_next(struct klua_state *prev)
{
	u64 after = prev ? prev->serial : 0;
	struct klua_state *state, *found = NULL;

	mutex_lock(&states_lock);
	list_for_each_entry(state, &states, list) { /* bounded: the states there are */
		if (state->serial > after && live(state)) {
			found = klua_get(state);
			break;
		}
	}
	mutex_unlock(&states_lock);
	if (prev)
		klua_put(prev);
	return found;
}

/* A live state that its name owns, taken out of the list: whoever claims it destroys it. */
struct klua_state *klua_claim(const char *name, int *err)
{
	struct klua_state *state;

	mutex_lock(&states_lock);
	state = find(name);
	*err = 0;
	if (!state || !live(state))
		*err = -ENOENT;
	else if (state->owned)
		*err = -EBUSY;
	else
		list_del_init(&state->list);
	mutex_unlock(&states_lock);
	return *err ? NULL : state;
}

/* Nobody else is left who could touch the list: whoever owns a state would hold this module. */
void klua_list_exit(void)
{
	struct klua_state *state, *next;

	list_for_each_entry_safe(state, next, &states, list) /* bounded: the states there are */
		klua_destroy(state);
}
