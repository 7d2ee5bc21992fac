// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What functions of bindings need: the call that they are in, and errors by name. */
#include <linux/errno.h>
#include <linux/kernel.h>

#include "lstate.h"

#include "glue.h"
#include "frame.h"
#include "binding.h"
#include "vm.h"

const char *klua_contextname(enum klua_context context)
{
	switch (context) {
	case KLUA_CONTEXT_SLEEPABLE:
		return "sleepable";
	case KLUA_CONTEXT_NOIO:
		return "noio";
	case KLUA_CONTEXT_ATOMIC:
		return "atomic";
	}
	return "?";
}

enum klua_context klua_context(lua_State *L)
{
	return klua_vm(L)->context;
}
EXPORT_SYMBOL_GPL(klua_context);

void klua_checksleep(lua_State *L, const char *what)
{
	if (klua_vm(L)->context == KLUA_CONTEXT_ATOMIC)
		luaL_error(L, "%s may sleep: not in an atomic state", what);
}
EXPORT_SYMBOL_GPL(klua_checksleep);

static noinline __cold void check_budget_and_stack(lua_State *L, const char *what,
						   unsigned int need)
{
	if (G(L)->budget < 0)
		luaE_spent(L);
	if (lua_host_stackleft() < LUAI_CSTACK_SOFT - KLUA_STACK_ANY + need)
		luaL_error(L, "stack overflow (%s needs %d bytes)", what, (int)need);
}

/* The VM knows where its own part of this stack begins: what is above that need not be asked. */
void klua_checkcall(lua_State *L, const char *what, unsigned int need)
{
	size_t above = (size_t)current_stack_pointer - G(L)->cstacksoft;

	G(L)->budget -= LUADATA_CALL_UNITS;
	if (likely(G(L)->budget >= 0 && above < LUAI_CSTACK_RANGE &&
		   above >= need - KLUA_STACK_ANY))
		return;
	check_budget_and_stack(L, what, need);
}
EXPORT_SYMBOL_GPL(klua_checkcall);

void klua_checkprocess(lua_State *L, const char *what)
{
	if (klua_vm(L)->context == KLUA_CONTEXT_ATOMIC)
		luaL_error(L, "%s takes locks of process context: not in an atomic state", what);
}
EXPORT_SYMBOL_GPL(klua_checkprocess);

const void *klua_inside(lua_State *L, const struct klua_callback *callback)
{
	struct klua_vm *vm = klua_vm(L);

	return vm->frame && vm->frame->at->callback == callback ? vm->args : NULL;
}
EXPORT_SYMBOL_GPL(klua_inside);

/* ---- errors: errname() of the kernel is not for modules, and not in every configuration ---- */

struct errno_name {
	int err;
	const char *name;
};

#define NAME(e) { e, #e }

static const struct errno_name errno_names[] = {
	NAME(EPERM), NAME(ENOENT), NAME(ESRCH), NAME(EINTR), NAME(EIO), NAME(ENXIO), NAME(E2BIG),
	NAME(ENOEXEC), NAME(EBADF), NAME(ECHILD), NAME(EAGAIN), NAME(ENOMEM), NAME(EACCES),
	NAME(EFAULT), NAME(ENOTBLK), NAME(EBUSY), NAME(EEXIST), NAME(EXDEV), NAME(ENODEV),
	NAME(ENOTDIR), NAME(EISDIR), NAME(EINVAL), NAME(ENFILE), NAME(EMFILE), NAME(ENOTTY),
	NAME(ETXTBSY), NAME(EFBIG), NAME(ENOSPC), NAME(ESPIPE), NAME(EROFS), NAME(EMLINK),
	NAME(EPIPE), NAME(EDOM), NAME(ERANGE), NAME(EDEADLK), NAME(ENAMETOOLONG), NAME(ENOLCK),
	NAME(ENOSYS), NAME(ENOTEMPTY), NAME(ELOOP), NAME(ENOMSG), NAME(ENODATA), NAME(ETIME),
	NAME(ENOLINK), NAME(EPROTO), NAME(EBADMSG), NAME(EOVERFLOW), NAME(EILSEQ), NAME(EUSERS),
	NAME(ENOTSOCK), NAME(EDESTADDRREQ), NAME(EMSGSIZE), NAME(EPROTOTYPE), NAME(ENOPROTOOPT),
	NAME(EPROTONOSUPPORT), NAME(ESOCKTNOSUPPORT), NAME(EOPNOTSUPP), NAME(EPFNOSUPPORT),
	NAME(EAFNOSUPPORT), NAME(EADDRINUSE), NAME(EADDRNOTAVAIL), NAME(ENETDOWN),
	NAME(ENETUNREACH), NAME(ENETRESET), NAME(ECONNABORTED), NAME(ECONNRESET), NAME(ENOBUFS),
	NAME(EISCONN), NAME(ENOTCONN), NAME(ESHUTDOWN), NAME(ETIMEDOUT), NAME(ECONNREFUSED),
	NAME(EHOSTDOWN), NAME(EHOSTUNREACH), NAME(EALREADY), NAME(EINPROGRESS), NAME(ESTALE),
	NAME(EREMOTEIO), NAME(EDQUOT), NAME(ECANCELED), NAME(ENOKEY), NAME(EKEYEXPIRED),
	NAME(EKEYREVOKED), NAME(EKEYREJECTED), NAME(EOWNERDEAD), NAME(ENOTRECOVERABLE),
};

const char *klua_errname(int err, char *buf, size_t size)
{
	size_t i;

	err = abs(err);
	for (i = 0; i < ARRAY_SIZE(errno_names); i++)
		if (errno_names[i].err == err)
			return errno_names[i].name;
	snprintf(buf, size, "errno %d", err);
	return buf;
}

int klua_pusherrno(lua_State *L, int err)
{
	char number[24];

	lua_pushnil(L);
	lua_pushstring(L, klua_errname(err, number, sizeof(number)));
	return 2;
}
EXPORT_SYMBOL_GPL(klua_pusherrno);
