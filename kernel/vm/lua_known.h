/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* lua_known.h: what a host keeps of a function that it calls again and again. */
#ifndef LUA_KNOWN_H
#define LUA_KNOWN_H

#include <stddef.h>

struct LClosure;
struct Table;
struct TString;

/**
 * struct lua_known - a function of Lua that is entered at once, from the stack at rest
 * @fn: it, which a value at rest keeps alive; NULL: there is none
 * @globals, @name: where it is looked for, and how; NULL: it is what is called
 * @nargs: the arguments that it takes
 * @at: where it goes, in bytes from the beginning of the stack, as are
 * @top: the end of its arguments,
 * @need: and that of its frame
 * @units: what its call has of the budget, its code paid
 */
struct lua_known {
	const struct LClosure *fn;
	struct Table *globals;
	struct TString *name;
	int nargs;
	ptrdiff_t at;
	ptrdiff_t top;
	ptrdiff_t need;
	long long units;
};

#endif
