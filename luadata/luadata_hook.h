/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The short way to a field, for a VM that offers one. */
#ifndef LUADATA_HOOK_H
#define LUADATA_HOOK_H

#include "luadata_face.h"

#ifdef LUA_FIELDHOOK
/*
 * By class: what a userdata of ours is can be told from its hook. The second of each is for refs
 * whose writes a checksum follows.
 */
extern const lua_FieldHook luadata_hooks[LUADATA_CLASSES][2];

/* lua_root.c */
lua_FieldValue luadata_getplaced(const struct luadata_ref *r, const struct luadata_entry *entry);
bool luadata_findplaced(const struct luadata_ref *r, const struct luadata_entry *entry,
			struct luadata_span *span);

/* Whether a hook is that of a block, a view or an object; NULL is not. */
static inline bool luadata_isrefhook(const struct lua_FieldHook *hook)
{
	const size_t classes = LUADATA_CLASS_OBJECT + 1 - LUADATA_CLASS_BLOCK;
	size_t distance = (uintptr_t)hook - (uintptr_t)luadata_hooks[LUADATA_CLASS_BLOCK];

	return distance < classes * sizeof(luadata_hooks[0]);
}
#endif

#endif
