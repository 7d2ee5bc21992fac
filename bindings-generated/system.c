// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The system binding: Load and memory of the machine. Generated from specs/system.yaml. */

#include <linux/build_bug.h>
#include <linux/cpumask.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/mm.h>
#include <linux/nodemask.h>
#include <linux/overflow.h>
#include <linux/sched/loadavg.h>
#include <linux/slab.h>
#include <uapi/linux/sysinfo.h>

#include "klua.h"
#include "glue.h"
#include "system.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

#ifndef l_value_memory_total
#define l_value_memory_total(object) (object->totalram * object->mem_unit) /* specs/system.yaml:21 */
#endif

static int64_t l_get_memory_total(const void *p)
{
	struct sysinfo *object = (struct sysinfo *)p;

	return (u64)l_value_memory_total(object);
}

#ifndef l_value_memory_free
#define l_value_memory_free(object) (object->freeram * object->mem_unit) /* specs/system.yaml:22 */
#endif

static int64_t l_get_memory_free(const void *p)
{
	struct sysinfo *object = (struct sysinfo *)p;

	return (u64)l_value_memory_free(object);
}

#ifndef l_value_memory_shared
#define l_value_memory_shared(object) (object->sharedram * object->mem_unit) /* specs/system.yaml:23 */
#endif

static int64_t l_get_memory_shared(const void *p)
{
	struct sysinfo *object = (struct sysinfo *)p;

	return (u64)l_value_memory_shared(object);
}

#ifndef l_value_memory_buffers
#define l_value_memory_buffers(object) (object->bufferram * object->mem_unit) /* specs/system.yaml:24 */
#endif

static int64_t l_get_memory_buffers(const void *p)
{
	struct sysinfo *object = (struct sysinfo *)p;

	return (u64)l_value_memory_buffers(object);
}

#ifndef l_value_memory_high
#define l_value_memory_high(object) (object->totalhigh * object->mem_unit) /* specs/system.yaml:25 */
#endif

static int64_t l_get_memory_high(const void *p)
{
	struct sysinfo *object = (struct sysinfo *)p;

	return (u64)l_value_memory_high(object);
}

static_assert(__builtin_types_compatible_p(typeof_member(struct sysinfo, mem_unit), __u32),
	      "specs/system.yaml:26: memory.unit: mem_unit of struct sysinfo is not __u32");

static const struct luadata_field memory_fields[] = {
	{
		.name = "total",
		.bits = 8 * sizeof(u64),
		.get = l_get_memory_total,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "memory that the kernel manages",
		.unit = "bytes",
	},
	{
		.name = "free",
		.bits = 8 * sizeof(u64),
		.get = l_get_memory_free,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "memory that nothing uses",
		.unit = "bytes",
	},
	{
		.name = "shared",
		.bits = 8 * sizeof(u64),
		.get = l_get_memory_shared,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "shared memory and tmpfs",
		.unit = "bytes",
	},
	{
		.name = "buffers",
		.bits = 8 * sizeof(u64),
		.get = l_get_memory_buffers,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "buffers of block devices",
		.unit = "bytes",
	},
	{
		.name = "high",
		.bits = 8 * sizeof(u64),
		.get = l_get_memory_high,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "memory that is not always mapped",
		.unit = "bytes",
	},
	{
		.name = "unit",
		.offset = offsetof(struct sysinfo, mem_unit),
		.size = sizeof_field(struct sysinfo, mem_unit),
		.bits = 8 * sizeof_field(struct sysinfo, mem_unit),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "what the kernel counts in",
		.unit = "bytes",
	},
};

const struct luadata_layout luadata_layout_system_memory = {
	.name = "system.memory",
	.size = sizeof(struct sysinfo),
	.fields = memory_fields,
	.nfields = LUADATA_COUNT(memory_fields),
	.doc = "Memory of the machine, as it was when it was asked for",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_system_memory);

#ifndef l_call_load
static inline unsigned long l_call_load(unsigned int which)
{
	return avenrun[which]; /* specs/system.yaml:29 */
}
#endif

/* system.load(which): The load of the last 1, 5 or 15 minutes, times load_1. */
static int l_load(lua_State *L)
{
	unsigned int which;
	unsigned long result;

	which = klua_checkinteger(L, 1, "system.load: which", 0, 2);
	klua_checkcall(L, "system.load", KLUA_STACK_ANY);
	result = l_call_load(which);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(si_meminfo), /* specs/system.yaml:37 */
					   void (struct sysinfo *)),
	      "specs/system.yaml:37: functions.memory: the kernel's si_meminfo has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct sysinfo[1]), /* specs/system.yaml:37 */
	      "specs/system.yaml:37: functions.memory: struct sysinfo goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* In units of the budget: it grows with block devices. */
#ifndef l_cost_memory
static inline lua_Integer l_cost_memory(void)
{
	return luadata_add(system_block_devices(), 20); /* specs/system.yaml:37 */
}
#endif

/* system.memory(): How much memory there is, and how much of it is free. */
static int l_memory(lua_State *L)
{
	struct sysinfo *info;

	klua_checkprocess(L, "system.memory");
	klua_checkcall(L, "system.memory", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 0);
	info = luadata_newobject(L, &luadata_layout_system_memory);
	lua_charge(L, l_cost_memory());
	si_meminfo(info);
	lua_pushvalue(L, 1);
	return 1;
}

#ifndef l_call_available
static inline s64 l_call_available(void)
{
	return si_mem_available() * (s64)PAGE_SIZE; /* specs/system.yaml:43 */
}
#endif

/* In units of the budget: it grows with memory nodes. */
#ifndef l_cost_available
static inline lua_Integer l_cost_available(void)
{
	return luadata_mul(num_online_nodes(), 4); /* specs/system.yaml:43 */
}
#endif

/*
 * system.available(): How much memory programs can get without swapping, caches that can be given
 * up among it.
 */
static int l_available(lua_State *L)
{
	s64 result;

	klua_checkcall(L, "system.available", KLUA_STACK_ANY);
	lua_charge(L, l_cost_available());
	result = l_call_available();
	lua_pushinteger(L, result);
	return 1;
}

#ifndef l_call_online
static inline unsigned int l_call_online(void)
{
	return num_online_cpus(); /* specs/system.yaml:50 */
}
#endif

/* system.online(): How many CPUs are online. */
static int l_online(lua_State *L)
{
	unsigned int result;

	klua_checkcall(L, "system.online", KLUA_STACK_ANY);
	result = l_call_online();
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"load", l_load},
	{"memory", l_memory},
	{"available", l_available},
	{"online", l_online},
	{NULL, NULL},
};

int luaopen_system(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_pushinteger(L, FIXED_1); /* specs/system.yaml:14 */
	lua_setfield(L, -2, "load_1");
	lua_pushinteger(L, PAGE_SIZE); /* specs/system.yaml:15 */
	lua_setfield(L, -2, "page_size");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_system_memory);
	lua_setfield(L, -2, "memory");
	lua_setfield(L, -2, "layouts");
	return 1;
}
