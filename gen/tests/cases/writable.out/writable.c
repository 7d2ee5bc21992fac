// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The writable binding: A subsystem. Generated from cases/writable.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "frame.h"
#include "writable.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static const struct luadata_constant hook_names[] = {
	{"in", HOOK_IN}, /* cases/writable.yaml:8 */
	{"out", HOOK_OUT}, /* cases/writable.yaml:8 */
	{NULL, 0},
};

static const struct luadata_field hdr_fields[] = {
	{
		.name = "frame",
		.place = place_frame,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ,
		.layout = &luadata_layout_frame,
		.doc = "its header",
	},
};

const struct luadata_layout luadata_layout_writable_hdr = {
	.name = "writable.hdr",
	.fields = hdr_fields,
	.nfields = LUADATA_COUNT(hdr_fields),
	.doc = "Headers",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_writable_hdr);

/* ---- the callback call ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct call_frame {
	struct luadata_handle *packet_handle;
	struct luadata_ref *hdr_ref;
};

static void call_prepare(lua_State *L, void *frame)
{
	struct call_frame *f = frame;
	int packet_index;

	luaL_checkstack(L, 2, NULL);
	f->packet_handle = luadata_newhandle(L);
	packet_index = lua_gettop(L);
	f->hdr_ref = luadata_newroot(L, packet_index, &luadata_layout_writable_hdr);
}

/* Lends what the function takes: the first @n arguments. */
static void call_lend(const void *frame, const void *values, int n)
{
	const struct call_frame *f = frame;
	const struct klua_writable_call *args = values;

	luadata_lend(f->packet_handle, args->packet.base, args->packet.length, args->packet.linear,
		     args->packet.flags, args->packet.ops, args->packet.owner);
	luadata_lendref(f->hdr_ref, args->hdr.offset, args->hdr.length,
			luadata_layout_writable_hdr.size);
}

static void call_return(const void *frame)
{
	const struct call_frame *f = frame;

	luadata_return(f->packet_handle);
}

static const struct luadata_grant call_hdr_frame[] = {
	{2, ~0u}, /* ttl */
	{3, BIT(HOOK_IN)}, /* flag */
	{5, BIT(HOOK_IN) | BIT(HOOK_OUT)}, /* id */
	{7, ~0u}, /* peer */
};

const struct luadata_grants klua_writable_call_hdr_frame = {
	.layout = &luadata_layout_frame,
	.list = call_hdr_frame,
	.n = LUADATA_COUNT(call_hdr_frame),
};

static const struct klua_callback call_callback = {
	.name = "writable.call",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_writable_call_host,
	.frame_size = sizeof(struct call_frame),
	.prepare = call_prepare,
	.unlend = call_return,
	.nlent = 1,
	.lend = call_lend,
	.nargs = 1,
	.result = klua_noresult,
};

static const char *const call_keys[] = {
	"call",
	"hook",
	NULL,
};

/* writable.attach{call = function or global's name, …}; the function is at stack index 2 */
static int l_attach_call(lua_State *L)
{
	struct klua_writable_call_options options = {
		.hook = HOOK_IN, /* cases/writable.yaml:16 */
	};

	luadata_checkkeys(L, "writable.attach", call_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "writable.attach: call", "a function or a global's name");
	if (luadata_key(L, 3, "hook"))
		options.hook = klua_checkconstant(L, 3, "writable.attach: hook", hook_names, true,
						  0, UINT_MAX); /* cases/writable.yaml:16 */
	klua_attach(L, &call_callback, 2, &options, sizeof(options));
	return 0;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "call"))
		return l_attach_call(L);
	return luaL_error(L, "writable.attach: call is missing");
}

static const luaL_Reg functions[] = {
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_writable(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, hook_names);
	lua_setfield(L, -2, "hook");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_writable_hdr);
	lua_setfield(L, -2, "hdr");
	lua_setfield(L, -2, "layouts");
	return 1;
}
