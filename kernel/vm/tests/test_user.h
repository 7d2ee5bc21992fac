/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the host-side tests of the VM share: a state with a quota, TAP. */
#ifndef TEST_USER_H
#define TEST_USER_H

#include <stddef.h>

#include "lua.h"
#include "lauxlib.h"
#include "lualib.h"
#include "state_user.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED	1
#else
#define SANITIZED	0
#endif

lua_State *test_open(struct memory *m, size_t quota);

void report(int good, const char *suite, const char *name, const char *expected, const char *got);
void check(int good, const char *suite, const char *name);

/* What stands at @idx: a string, or the name of its type. */
const char *text(lua_State *L, int idx);

/* Loads and calls; the status of either. */
int run(lua_State *L, const char *code);
int run_file(lua_State *L, const char *dir, const char *name);
int is_true(lua_State *L, const char *global);

/* new(): a userdata whose __gc and __close are C functions, and what they counted */
int test_new(lua_State *L);
extern int test_released, test_closed;

/* The cases of @dir/@name, a list of lists of strings, in a state of their own. */
lua_State *test_cases(const char *dir, const char *name);
const char *test_field(lua_State *cases, int i, int j);

void test_budget(const char *dir);
void test_guards(const char *dir);
void test_stack(const char *dir);
void test_memory(const char *dir);
void test_field_hook(const char *dir);
void test_displays(const char *dir);
void test_weak_keys(const char *dir);
void test_hash(void);

#endif
