// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Runs random programs, each in a state of its own with a budget, a quota and a limit of its C
 * stack. Half of them are entered with one, two or all three of these nearly at their end.
 */
#include <sanitizer/common_interface_defs.h>
#include <sanitizer/lsan_interface.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "fuzz.h"
#include "host_user.h"
#include "lstate.h"
#include "luadata.h"
#include "lualib.h"
#include "state_user.h"
#include "wire.h"

#define LOAD_BUDGET 1000000
#define SECONDS 60 /* of this process, for one program */

/* What programs may have, chosen by their number. */
static const lua_Integer budgets[] = { 2000, 20000, 20000, 100000 };
static const size_t quotas[] = { 96 << 10, 256 << 10, 256 << 10, 1 << 20, 4 << 20 };
static const size_t stacks[] = { 48 << 10, 128 << 10, 256 << 10 };

/* What stops programs: a set of them is near when one is entered, a set is met while it runs. */
enum guard { SPENT = 1, FULL = 2, DEEP = 4, GUARDS = 8 };

static const char *const guard_names[GUARDS] = {
	"none",   "budget",           "memory",           "budget and memory",
	"stack",  "budget and stack", "memory and stack", "all three",
};

static unsigned int met;

enum outcome { WELL, BUDGET, MEMORY, STACK, ERROR, REFUSED, OUTCOMES };
static const char *const outcome_names[OUTCOMES] = {
	"well", "by budget", "by memory", "by stack", "by error", "did not compile",
};

/* The one that runs. */
static lua_Integer number;
static const char *text = "";
static size_t size;

/* ---- what a failure leaves ---- */

static void tell(void)
{
	char name[64];
	FILE *file;

	snprintf(name, sizeof(name), "program-%lld.lua", (long long)number);
	file = fopen(name, "w");
	if (file) {
		fwrite(text, 1, size, file);
		fclose(file);
	}
	fprintf(stderr, "random: program %lld failed, and is in %s\n", (long long)number, name);
}

static void on_signal(int sign)
{
	fprintf(stderr, "random: signal %d\n", sign);
	tell();
	_exit(1);
}

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "random: %s\n", what);
	tell();
	_exit(1);
}

/* ---- the state of a program ---- */

/* The same for every process: a number does the same each time. */
unsigned long long __wrap_lua_host_seed(void);
unsigned long long __wrap_lua_host_seed(void)
{
	return (unsigned long long)number * 2 + 1;
}

/* The VM asks whether the C stack is short. */
__typeof__(luaE_checkcstack) __real_luaE_checkcstack, __wrap_luaE_checkcstack;

void __wrap_luaE_checkcstack(lua_State *L)
{
	if (lua_host_stackleft() < LUAI_CSTACK_SOFT)
		met |= DEEP;
	__real_luaE_checkcstack(L);
}

/* torture.atomic(f), torture.sleepable(f): what the hook calls */
static int attach(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TFUNCTION);
	lua_settop(L, 1);
	lua_setfield(L, LUA_REGISTRYINDEX, "hook");
	return 0;
}

/* torture.shrink(n): what is lent moves, ends, is cut, cannot be had, … */
static int shrink(lua_State *L)
{
	fuzz_event((unsigned int)luaL_checkinteger(L, 1));
	return 0;
}

static int open_torture(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "atomic", attach },
		{ "shrink", shrink },
		{ "sleepable", attach },
		{ NULL, NULL },
	};

	luaL_newlib(L, functions);
	return 1;
}

static const luaL_Reg modules[] = {
	{ "luadata", luaopen_luadata },
	{ "data", luaopen_luadata },
	{ "torture", open_torture },
	WIRE_MODULES{ NULL, NULL },
};

/* As in the kernel, no program reads files. */
static int prepare(lua_State *L)
{
	luaL_openlibs(L);
	test_setrequire(L, modules);
	lua_pushnil(L);
	lua_setglobal(L, "loadfile");
	lua_pushnil(L);
	lua_setglobal(L, "dofile");
	return 0;
}

/* ---- a program ---- */

static int traceback(lua_State *L)
{
	const char *message = lua_tostring(L, 1);

	if (message)
		luaL_traceback(L, L, message, 1);
	return 1;
}

static enum outcome outcome_of(lua_State *L, int status)
{
	const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";

	if (status == LUA_ERRBUDGET || lua_isspent(L))
		return BUDGET;
	if (status == LUA_ERRMEM)
		return MEMORY;
	if (status == LUA_ERRERR || strstr(message, "stack overflow"))
		return STACK;
	if (status != LUA_ERRRUN && status != LUA_ERRSYNTAX)
		fail("a status that there is not");
	return ERROR;
}

/* One entry: some bytes are lent to the function. */
static int enter(lua_State *L)
{
	static const unsigned char bytes[64] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv";

	lua_getfield(L, LUA_REGISTRYINDEX, "hook");
	fuzz_lend(L, bytes, sizeof(bytes), number & 1 ? 0x40 : 0x42);
	lua_pushvalue(L, -1);
	lua_setfield(L, LUA_REGISTRYINDEX, "lent"); /* the program may drop it */
	lua_call(L, 1, 1);
	return 1;
}

/* So many bytes of the C stack are left: the VM does not expect the end to move. */
static void set_stack(lua_State *L, size_t bytes)
{
	lua_host_setstack(bytes);
	G(L)->cstacksoft = 0;
}

/* Leaves little of what is to be near, and returns the budget. */
static lua_Integer approach(lua_State *L, struct memory *m)
{
	unsigned long long mix = (unsigned long long)number * 0x9e3779b97f4a7c15;
	unsigned int near = mix >> 63 ? mix >> 60 & 7 : 0;
	lua_Integer budget = budgets[number % COUNT(budgets)];

	if (near & FULL) {
		lua_gc(L, LUA_GCCOLLECT);
		m->quota = m->used + (mix >> 20) % 4096;
	}
	if (near & SPENT)
		budget = 20 + (mix >> 32) % 2000;
	if (near & DEEP)
		set_stack(L, LUAI_CSTACK_SOFT + 2048 + (mix >> 44) % 8192);
	return budget;
}

static enum outcome enter_door(lua_State *L, struct memory *m)
{
	enum outcome outcome = WELL;
	int status;

	lua_settop(L, 0);
	lua_pushcfunction(L, traceback);
	lua_pushcfunction(L, enter);
	lua_setbudget(L, approach(L, m));
	status = lua_pcall(L, 0, 1, 1);
	if (lua_isspent(L))
		met |= SPENT;
	if (status != LUA_OK)
		outcome = outcome_of(L, status);
	set_stack(L, stacks[number % COUNT(stacks)]);
	if (fuzz_loan.all)
		fuzz_return();
	memset(&fuzz_loan, 0, sizeof(fuzz_loan));
	return outcome;
}

/* Afterwards a state still collects, and runs what is sound. */
static void check_sound(lua_State *L, struct memory *m)
{
	static const char sound[] =
		"local t = {} for i = 1, 9 do t[i] = i .. '' end return t[9] == '9'";

	m->quota = SIZE_MAX;
	lua_settop(L, 0);
	lua_setbudget(L, LOAD_BUDGET);
	lua_gc(L, LUA_GCCOLLECT);
	lua_gc(L, LUA_GCSTOP); /* finalizers that were brought back could spend what it has */
	lua_setbudget(L, LOAD_BUDGET);
	if (luaL_loadbuffer(L, sound, strlen(sound), "=sound") != LUA_OK ||
	    lua_pcall(L, 0, 1, 0) != LUA_OK || !lua_toboolean(L, -1))
		fail("the state is no longer sound");
}

static enum outcome run_in(lua_State *L, struct memory *m)
{
	enum outcome outcome = WELL;
	int i, status;

	lua_setbudget(L, LUA_MAXINTEGER);
	lua_pushcfunction(L, prepare);
	if (lua_pcall(L, 0, 0, 0) != LUA_OK)
		fail("no libraries");
	m->quota = quotas[number % COUNT(quotas)];
	lua_pushcfunction(L, traceback);
	lua_setbudget(L, LOAD_BUDGET);
	status = luaL_loadbuffer(L, text, size, "=program");
	if (status == LUA_ERRSYNTAX)
		return REFUSED;
	if (status == LUA_OK)
		status = lua_pcall(L, 0, 0, 1);
	if (status != LUA_OK)
		return outcome_of(L, status);
	for (i = 0; i < 2; i++) {
		lua_settop(L, 0);
		if (lua_getfield(L, LUA_REGISTRYINDEX, "hook") == LUA_TFUNCTION) {
			enum outcome one = enter_door(L, m);

			if (one != WELL)
				outcome = one;
		}
	}
	check_sound(L, m);
	return outcome;
}

static enum outcome run_program(void)
{
	struct memory m = { .quota = SIZE_MAX, .fail_in = -1 };
	struct itimerval limit = { .it_value.tv_sec = SECONDS };
	enum outcome outcome;
	lua_State *L;

	met = 0;
	setitimer(ITIMER_VIRTUAL, &limit, NULL);
	L = lua_newstate(test_allocate, &m);
	if (!L)
		fail("no state");
	lua_host_setstack(stacks[number % COUNT(stacks)]);
	outcome = run_in(L, &m);
	if (m.refused)
		met |= FULL;
	m.quota = SIZE_MAX;
	lua_setbudget(L, LOAD_BUDGET);
	lua_close(L);
	if (m.used) {
		fprintf(stderr, "random: %zu bytes\n", m.used);
		__lsan_do_recoverable_leak_check(); /* from where they are */
		fail("leaked");
	}
	return outcome;
}

/* ---- where programs come from ---- */

static char buffer[1 << 20];

/* A line with its number and size, then so many bytes; false at the end. */
static bool next_program(void)
{
	long long n;

	if (scanf("%lld %zu", &n, &size) != 2)
		return false;
	number = n;
	getchar();
	if (size > sizeof(buffer) || fread(buffer, 1, size, stdin) != size)
		fail("half a program");
	text = buffer;
	return true;
}

static void read_program(const char *name)
{
	FILE *file = fopen(name, "r");

	if (!file)
		fail("no such file");
	size = fread(buffer, 1, sizeof(buffer), file);
	text = buffer;
	fclose(file);
}

/* usage: runner [FILE NUMBER]; without a file programs come from the standard input */
int main(int argc, char **argv)
{
	long counts[OUTCOMES] = { 0 };
	long meetings[GUARDS] = { 0 };
	long n = 0;
	int i;

	lua_host_quiet = true; /* what programs print */
	__sanitizer_set_death_callback(tell);
	signal(SIGABRT, on_signal);
	signal(SIGVTALRM, on_signal);
	if (argc == 3) {
		number = atoll(argv[2]);
		read_program(argv[1]);
		puts(outcome_names[run_program()]);
		return 0;
	}
	for (; next_program(); n++) {
		counts[run_program()]++;
		meetings[met]++;
	}
	printf("%ld programs", n);
	for (i = 0; i < OUTCOMES; i++)
		printf(", %ld %s", counts[i], outcome_names[i]);
	printf("; guards met:");
	for (i = 0; i < GUARDS; i++)
		printf("%s %s %ld", i ? "," : "", guard_names[i], meetings[i]);
	putchar('\n');
	return n == 0;
}
