// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_functions binding: Functions of every kind. Generated from cases/right_functions.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_functions.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* How */
static const struct luadata_constant mode_names[] = {
	{"slow", THING_MODE_SLOW}, /* cases/right_functions.yaml:7 */
	{"fast", THING_MODE_FAST}, /* cases/right_functions.yaml:7 */
	{NULL, 0},
};

/* What came of it */
static const struct luadata_constant status_names[] = {
	{"done", THING_OK}, /* cases/right_functions.yaml:8 */
	{"busy", THING_BUSY}, /* cases/right_functions.yaml:8 */
	{"?", 7},
	{NULL, 0},
};

/* What it wants */
static const struct luadata_constant want_names[] = {
	{"rain", WANT_RAIN}, /* cases/right_functions.yaml:9 */
	{"sun", WANT_SUN}, /* cases/right_functions.yaml:9 */
	{"snow", WANT_SNOW}, /* cases/right_functions.yaml:9 */
	{NULL, 0},
};

/* guards the list of things */
#ifndef l_take_all
#define l_take_all(object) thing_lock() /* cases/right_functions.yaml:11 */
#define l_drop_all(object) thing_unlock() /* cases/right_functions.yaml:11 */
#endif

#ifndef l_take_one
#define l_take_one(object) spin_lock_bh(&object->lock) /* cases/right_functions.yaml:12 */
#define l_drop_one(object) spin_unlock_bh(&object->lock) /* cases/right_functions.yaml:12 */
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, count), int),
	      "cases/right_functions.yaml:14: thing.count: count of struct thing is not int");

static const struct luadata_field thing_fields[] = {
	{
		.name = "count",
		.offset = offsetof(struct thing, count),
		.size = sizeof_field(struct thing, count),
		.bits = 8 * sizeof_field(struct thing, count),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
};

const struct luadata_layout luadata_layout_right_functions_thing = {
	.name = "right_functions.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_functions_thing);

#ifndef l_value_report_sum
#define l_value_report_sum(object) (object->high * 10 + object->low) /* cases/right_functions.yaml:15 */
#endif

static int64_t l_get_report_sum(const void *p)
{
	struct thing_report *object = (struct thing_report *)p;

	return (u64)l_value_report_sum(object);
}

static const struct luadata_field report_fields[] = {
	{
		.name = "sum",
		.bits = 8 * sizeof(u64),
		.get = l_get_report_sum,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
};

const struct luadata_layout luadata_layout_right_functions_report = {
	.name = "right_functions.report",
	.size = sizeof(struct thing_report),
	.fields = report_fields,
	.nfields = LUADATA_COUNT(report_fields),
	.doc = "A report",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_functions_report);

const struct luadata_layout luadata_layout_right_functions_key = {
	.name = "right_functions.key",
	.doc = "What opens a thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_functions_key);

static void l_release_open(struct luadata_handle *h)
{
	struct thing_key *object __maybe_unused = h->owner;

	thing_close(object); /* cases/right_functions.yaml:58 */
}

static const struct luadata_handle_ops open_ops = {
	.release = l_release_open,
};

static_assert(__builtin_types_compatible_p(typeof(thing_send), /* cases/right_functions.yaml:19 */
					   int (struct thing *, const u8 *, size_t, const char *)),
	      "cases/right_functions.yaml:19: functions.send: the kernel's thing_send has another prototype");

/* right_functions.send(thing, data, name): Sends bytes */
static int l_send(lua_State *L)
{
	struct thing *thing;
	const u8 *data;
	size_t len;
	const char *name;
	int result;

	name = luadata_cstring(L, 3, "right_functions.send: name", 0);
	klua_checkcall(L, "right_functions.send", KLUA_STACK_ANY);
	thing = luadata_original(L, 1, "right_functions.send: thing",
				 &luadata_layout_right_functions_thing);
	data = luadata_input(L, 2, "right_functions.send: data", 512, &len);
	result = thing_send(thing, data, len, name);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_compare),
					   /* cases/right_functions.yaml:25 */
					   bool (const void *, size_t, const void *, size_t)),
	      "cases/right_functions.yaml:25: functions.compare: the kernel's thing_compare has another prototype");

/* right_functions.compare(one, other): Compares bytes */
static int l_compare(lua_State *L)
{
	const void *one;
	size_t length;
	const void *other;
	size_t more;
	bool result;

	klua_checkcall(L, "right_functions.compare", KLUA_STACK_ANY);
	one = luadata_input(L, 1, "right_functions.compare: one", 64, &length);
	other = luadata_input(L, 2, "right_functions.compare: other", 64, &more);
	/* Making one block linear may have moved the memory of another: all of them are by now. */
	one = luadata_input(L, 1, "right_functions.compare: one", 64, &length);
	other = luadata_input(L, 2, "right_functions.compare: other", 64, &more);
	result = thing_compare(one, length, other, more);
	lua_pushboolean(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_receive),
					   /* cases/right_functions.yaml:31 */
					   ssize_t (void *, size_t, u32 *)),
	      "cases/right_functions.yaml:31: functions.receive: the kernel's thing_receive has another prototype");

/* right_functions.receive(len): Receives bytes */
static int l_receive(lua_State *L)
{
	size_t len;
	void *buf;
	u32 more = 0;
	ssize_t result;

	len = klua_checkinteger(L, 1, "right_functions.receive: len", 1, 256);
	klua_checkcall(L, "right_functions.receive", KLUA_STACK_ANY);
	lua_settop(L, 1);
	buf = luadata_newbuffer(L, len);
	result = thing_receive(buf, len, &more);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushlstring(L, (const char *)buf, min_t(size_t, result, len));
	lua_pushinteger(L, more);
	return 2;
}

static_assert(__builtin_types_compatible_p(typeof(thing_report), /* cases/right_functions.yaml:37 */
					   void (unsigned int, struct thing_report *)),
	      "cases/right_functions.yaml:37: functions.report: the kernel's thing_report has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing_report[1]), /* cases/right_functions.yaml:37 */
	      "cases/right_functions.yaml:37: functions.report: struct thing_report goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_functions.report(number): Reports */
static int l_report(lua_State *L)
{
	unsigned int number;
	struct thing_report *report;

	number = klua_checkinteger(L, 1, "right_functions.report: number", 0, UINT_MAX);
	klua_checkcall(L, "right_functions.report", KLUA_STACK_ANY);
	lua_settop(L, 1);
	report = luadata_newobject(L, &luadata_layout_right_functions_report);
	thing_report(number, report);
	lua_pushvalue(L, 2);
	return 1;
}

/* Other parts of this file call thing_total, too. */
#ifndef l_call_total
#define l_call_total thing_total
static_assert(__builtin_types_compatible_p(typeof(thing_total), /* cases/right_functions.yaml:42 */
					   struct thing_report (void)),
	      "cases/right_functions.yaml:42: functions.total: the kernel's thing_total has another prototype");
#endif

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing_report[1]), /* cases/right_functions.yaml:42 */
	      "cases/right_functions.yaml:42: functions.total: struct thing_report goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_functions.total(): The total */
static int l_total(lua_State *L)
{
	struct thing_report *copy;

	klua_checkcall(L, "right_functions.total", KLUA_STACK_ANY);
	lua_settop(L, 0);
	copy = luadata_newobject(L, &luadata_layout_right_functions_report);
	*copy = l_call_total();
	lua_pushvalue(L, 1);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_check), /* cases/right_functions.yaml:47 */
					   void (const struct thing_report *)),
	      "cases/right_functions.yaml:47: functions.check: the kernel's thing_check has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing_report[1]), /* cases/right_functions.yaml:47 */
	      "cases/right_functions.yaml:47: functions.check: struct thing_report goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_functions.check(report): Checks a report */
static int l_check(lua_State *L)
{
	const struct thing_report *report;

	klua_checkcall(L, "right_functions.check", KLUA_STACK_ANY);
	report = luadata_checkobject(L, 1, &luadata_layout_right_functions_report);
	thing_check(report);
	return 0;
}

static_assert(__builtin_types_compatible_p(typeof(thing_last), /* cases/right_functions.yaml:52 */
					   const struct thing_report *(unsigned int)),
	      "cases/right_functions.yaml:52: functions.last: the kernel's thing_last has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing_report[1]), /* cases/right_functions.yaml:52 */
	      "cases/right_functions.yaml:52: functions.last: struct thing_report goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_functions.last(number): The last report */
static int l_last(lua_State *L)
{
	unsigned int number;
	const struct thing_report *result;
	struct thing_report *copy;

	number = klua_checkinteger(L, 1, "right_functions.last: number", 0, UINT_MAX);
	klua_checksleep(L, "right_functions.last");
	klua_checkcall(L, "right_functions.last", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 1);
	copy = luadata_newobject(L, &luadata_layout_right_functions_report);
	l_take_all();
	result = thing_last(number);
	if (!IS_ERR_OR_NULL(result))
		memcpy(copy, result, sizeof(*copy));
	l_drop_all();
	if (!IS_ERR_OR_NULL(result))
		report_put((void *)result); /* cases/right_functions.yaml:52 */
	if (IS_ERR(result))
		return klua_pusherrno(L, PTR_ERR(result));
	if (!result) {
		lua_pushnil(L);
		return 1;
	}
	lua_pushvalue(L, 2);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_open), /* cases/right_functions.yaml:58 */
					   struct thing_key *(struct thing *, struct thing *,
							      enum thing_mode)),
	      "cases/right_functions.yaml:58: functions.open: the kernel's thing_open has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thing_by_name),
					   /* cases/right_functions.yaml:63 */
					   struct thing *(struct net *, const char *)),
	      "cases/right_functions.yaml:63: functions.open: the kernel's thing_by_name has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thing_by_number),
					   /* cases/right_functions.yaml:64 */
					   struct thing *(u32)),
	      "cases/right_functions.yaml:64: functions.open: the kernel's thing_by_number has another prototype");

/* right_functions.open(name, number, mode): Opens */
static int l_open(lua_State *L)
{
	const char *name;
	u32 number;
	enum thing_mode mode;
	struct thing *thing;
	struct thing *other;
	struct thing_key *result;
	int err;
	struct luadata_ref *holder;

	name = luadata_cstring(L, 1, "right_functions.open: name", 0);
	number = klua_checkinteger(L, 2, "right_functions.open: number", 0, 9);
	mode = klua_checkconstant(L, 3, "right_functions.open: mode", mode_names, true, INT_MIN,
				  INT_MAX);
	klua_checksleep(L, "right_functions.open");
	klua_checkcall(L, "right_functions.open", max(8000, KLUA_STACK_SLEEPABLE));
	lua_settop(L, 3);
	holder = luadata_newholder(L, &luadata_layout_right_functions_key);
	klua_defer(L);
	thing = thing_by_name(&init_net, name); /* cases/right_functions.yaml:63 */
	if (IS_ERR_OR_NULL(thing)) {
		klua_defer_undo(L);
		return klua_pusherrno(L, thing ? PTR_ERR(thing) : -ENOENT);
	}
	other = thing_by_number(number);
	if (IS_ERR_OR_NULL(other)) {
		err = other ? PTR_ERR(other) : -ENOENT;
		thing_put(thing);
		klua_defer_undo(L);
		return klua_pusherrno(L, err);
	}
	result = thing_open(thing, other, mode);
	thing_drop(other); /* cases/right_functions.yaml:64 */
	thing_put(thing); /* cases/right_functions.yaml:63 */
	if (IS_ERR(result)) {
		klua_defer_undo(L);
		return klua_pusherrno(L, PTR_ERR(result));
	}
	if (!result) {
		klua_defer_undo(L);
		return luaL_error(L, "right_functions.open: nothing there");
	}
	luadata_hold(holder, result, luadata_layout_right_functions_key.size, 0, &open_ops, result);
	lua_pushvalue(L, 4);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_first), /* cases/right_functions.yaml:68 */
					   struct thing *(void)),
	      "cases/right_functions.yaml:68: functions.first: the kernel's thing_first has another prototype");

/* right_functions.first(): The first thing */
static int l_first(lua_State *L)
{
	struct thing *result;

	klua_checkcall(L, "right_functions.first", KLUA_STACK_ANY);
	result = thing_first();
	if (IS_ERR_OR_NULL(result)) {
		lua_pushnil(L);
		return 1;
	}
	luadata_pushobject(L, &luadata_layout_right_functions_thing, result, 0, NULL, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_use), /* cases/right_functions.yaml:73 */
					   u32 (struct thing_key *)),
	      "cases/right_functions.yaml:73: functions.use: the kernel's thing_use has another prototype");

/* right_functions.use(key): Uses a key */
static int l_use(lua_State *L)
{
	struct thing_key *key;
	u32 result;

	klua_checkcall(L, "right_functions.use", KLUA_STACK_ANY);
	klua_checkallowed(L, "right_functions.use", "CAP_SYS_ADMIN");
	key = luadata_original(L, 1, "right_functions.use: key",
			       &luadata_layout_right_functions_key);
	result = thing_use(key);
	if (result != THING_OK)
		return luadata_pushstatus(L, status_names, result);
	lua_pushboolean(L, true);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_bump), /* cases/right_functions.yaml:80 */
					   int (struct thing *)),
	      "cases/right_functions.yaml:80: functions.bump: the kernel's thing_bump has another prototype");

/* right_functions.bump(thing): Counts */
static int l_bump(lua_State *L)
{
	struct thing *thing;

	klua_checkcall(L, "right_functions.bump", KLUA_STACK_ANY);
	thing = luadata_original(L, 1, "right_functions.bump: thing",
				 &luadata_layout_right_functions_thing);
	l_take_one(thing);
	(void)thing_bump(thing);
	l_drop_one(thing);
	return 0;
}

#ifndef l_call_load
static inline unsigned long l_call_load(unsigned int which)
{
	return thing_loads[which]; /* cases/right_functions.yaml:87 */
}
#endif

/* right_functions.load(which): The load */
static int l_load(lua_State *L)
{
	unsigned int which;
	unsigned long result;

	which = klua_checkinteger(L, 1, "right_functions.load: which", 0, 2);
	klua_checkcall(L, "right_functions.load", KLUA_STACK_ANY);
	result = l_call_load(which);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_say), /* cases/right_functions.yaml:94 */
					   int (const char *, ...)),
	      "cases/right_functions.yaml:94: functions.say: the kernel's thing_say has another prototype");

/* right_functions.say(text, number): Says */
static int l_say(lua_State *L)
{
	const char *text;
	int number;
	int result;

	text = luadata_cstring(L, 1, "right_functions.say: text", 0);
	number = klua_checkinteger(L, 2, "right_functions.say: number", INT_MIN, INT_MAX);
	klua_checkcall(L, "right_functions.say", KLUA_STACK_ANY);
	result = thing_say("%s: %d", text, number); /* cases/right_functions.yaml:94 */
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

/* Other parts of this file call thing_total, too. */
#ifndef l_call_sum
#define l_call_sum thing_total
static_assert(__builtin_types_compatible_p(typeof(thing_total), /* cases/right_functions.yaml:100 */
					   struct thing_report *(struct thing *,
								 struct thing_report *)),
	      "cases/right_functions.yaml:100: functions.sum: the kernel's thing_total has another prototype");
#endif

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing_report[1]), /* cases/right_functions.yaml:100 */
	      "cases/right_functions.yaml:100: functions.sum: struct thing_report goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_functions.sum(thing): Adds up */
static int l_sum(lua_State *L)
{
	struct thing *thing;
	struct thing_report *report;

	klua_checkcall(L, "right_functions.sum", KLUA_STACK_ANY);
	lua_settop(L, 1);
	report = luadata_newobject(L, &luadata_layout_right_functions_report);
	thing = luadata_original(L, 1, "right_functions.sum: thing",
				 &luadata_layout_right_functions_thing);
	(void)l_call_sum(thing, report);
	lua_pushvalue(L, 2);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_wish), /* cases/right_functions.yaml:106 */
					   int (u32, u64)),
	      "cases/right_functions.yaml:106: functions.wish: the kernel's thing_wish has another prototype");

/* right_functions.wish(what, more): Wishes */
static int l_wish(lua_State *L)
{
	u32 what;
	u64 more;
	int result;

	what = luadata_flags(L, 1, "right_functions.wish: what", want_names, true, 0, U32_MAX);
	more = luadata_flags(L, 2, "right_functions.wish: more", want_names, false, LLONG_MIN,
			     LLONG_MAX); /* cases/right_functions.yaml:106 */
	klua_checkcall(L, "right_functions.wish", KLUA_STACK_ANY);
	result = thing_wish(what, more);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_sum), /* cases/right_functions.yaml:112 */
					   u64 (unsigned int)),
	      "cases/right_functions.yaml:112: functions.add: the kernel's thing_sum has another prototype");

/* In units of the budget: it grows with things. */
#ifndef l_cost_add
static inline lua_Integer l_cost_add(lua_Integer first)
{
	return luadata_mul(thing_count(first), 2); /* cases/right_functions.yaml:112 */
}
#endif

/* right_functions.add(first): Adds things up */
static int l_add(lua_State *L)
{
	unsigned int first;
	u64 result;

	first = klua_checkinteger(L, 1, "right_functions.add: first", 0, UINT_MAX);
	klua_checkprocess(L, "right_functions.add");
	klua_checkcall(L, "right_functions.add", KLUA_STACK_SLEEPABLE);
	lua_charge(L, l_cost_add(first));
	result = thing_sum(first);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_parts), /* cases/right_functions.yaml:118 */
					   u64 (struct thing *)),
	      "cases/right_functions.yaml:118: functions.parts: the kernel's thing_parts has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thing_by_number),
					   /* cases/right_functions.yaml:124 */
					   struct thing *(u32)),
	      "cases/right_functions.yaml:124: functions.parts: the kernel's thing_by_number has another prototype");

/* In units of the budget: it grows with the thing's parts. */
#ifndef l_cost_parts
static inline lua_Integer l_cost_parts(struct thing *thing)
{
	return luadata_add(thing->count, 1); /* cases/right_functions.yaml:118 */
}
#endif

/* right_functions.parts(number): Adds the parts of a thing up */
static int l_parts(lua_State *L)
{
	u32 number;
	struct thing *thing;
	u64 result;
	lua_Integer cost;

	number = klua_checkinteger(L, 1, "right_functions.parts: number", 0, 9);
	klua_checkprocess(L, "right_functions.parts");
	klua_checkcall(L, "right_functions.parts", KLUA_STACK_SLEEPABLE);
	thing = thing_by_number(number);
	if (IS_ERR_OR_NULL(thing))
		return klua_pusherrno(L, thing ? PTR_ERR(thing) : -ENOENT);
	l_take_one(thing);
	cost = l_cost_parts(thing);
	result = thing_parts(thing);
	l_drop_one(thing);
	thing_drop(thing); /* cases/right_functions.yaml:124 */
	lua_charge(L, cost);
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"send", l_send},
	{"compare", l_compare},
	{"receive", l_receive},
	{"report", l_report},
	{"total", l_total},
	{"check", l_check},
	{"last", l_last},
	{"open", l_open},
	{"first", l_first},
	{"use", l_use},
	{"bump", l_bump},
	{"load", l_load},
	{"say", l_say},
	{"sum", l_sum},
	{"wish", l_wish},
	{"add", l_add},
	{"parts", l_parts},
	{NULL, NULL},
};

int luaopen_right_functions(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, mode_names);
	lua_setfield(L, -2, "mode");
	luadata_pushconstants(L, status_names);
	lua_setfield(L, -2, "status");
	luadata_pushconstants(L, want_names);
	lua_setfield(L, -2, "want");
	lua_pushinteger(L, THING_LIMIT); /* cases/right_functions.yaml:5 */
	lua_setfield(L, -2, "limit");
	lua_pushinteger(L, HZ); /* cases/right_functions.yaml:5 */
	lua_setfield(L, -2, "HZ");
	lua_createtable(L, 0, 3);
	luadata_pushlayout(L, &luadata_layout_right_functions_thing);
	lua_setfield(L, -2, "thing");
	luadata_pushlayout(L, &luadata_layout_right_functions_report);
	lua_setfield(L, -2, "report");
	luadata_pushlayout(L, &luadata_layout_right_functions_key);
	lua_setfield(L, -2, "key");
	lua_setfield(L, -2, "layouts");
	return 1;
}
