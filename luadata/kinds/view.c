// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Fields that are views. */
#include "kinds/kinds.h"

static const char *fault_of(const struct luadata_field *f)
{
	return f->layout ? NULL : "has no layout";
}

/* A view whose layout object has yet to be found. */
static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);

	luadata_pushpart(L, idx, r, luadata_layoutof(L, r, f->layout), span);
}

/* luadata_addsubview() - add the view that lies at a range of the handle to a text */
void luadata_addsubview(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
			const struct luadata_layout *layout, struct luadata_span span, int depth)
{
	struct luadata_ref part = *r;

	if (span.length < layout->size) {
		luaL_addstring(b, "nil");
		return;
	}
	luadata_live(L, r); /* what was added may have called a finalizer */
	luadata_reach(L, r->handle, span.offset + layout->size);
	part.fields = luadata_layoutof(L, r, layout);
	part.offset = span.offset;
	part.length = span.length;
	part.fixed = layout->size;
	luadata_addview(L, b, &part, layout, depth);
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	luadata_addsubview(L, b, r, f->layout, span, depth);
}

const struct luadata_kind luadata_view_kind = {
	.fault = fault_of,
	.push = push,
	.add = add,
	.refusal = "a view: write its fields",
	.parts = true,
};
