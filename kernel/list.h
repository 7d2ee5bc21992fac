/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* list.h: the names of states: taken from creation on; others see a state once it is live. */
#ifndef KLUA_LIST_H
#define KLUA_LIST_H

#include <linux/types.h>

struct klua_state;

/** klua_list_add() - Return: 0, or -EEXIST when the name is in use */
int klua_list_add(struct klua_state *state);
void klua_list_del(struct klua_state *state);

/**
 * klua_list_replace() - @new takes the place of @old; both are live
 *
 * Return: false when @old was claimed meanwhile.
 */
bool klua_list_replace(struct klua_state *old, struct klua_state *new);

/**
 * klua_list_claim() - take a live state out of the list: whoever claims it destroys it
 *
 * Return: the state, or ERR_PTR: -ENOENT, or -EBUSY when kernel code made it and keeps it.
 */
struct klua_state *klua_list_claim(const char *name);

/** klua_list_first() - any state that is left, at the end of the module */
struct klua_state *klua_list_first(void);

/** klua_find() - a published state by name, with a reference, or NULL */
struct klua_state *klua_find(const char *name);

/** klua_next() - the published state whose name follows @after, with a reference, or NULL */
struct klua_state *klua_next(const char *after);

struct klua_state *klua_get(struct klua_state *state);
void klua_put(struct klua_state *state);

#endif
