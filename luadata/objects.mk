# SPDX-License-Identifier: GPL-2.0-only OR MIT
# The objects of the library, the same in user space and in the kernel.
LUADATA_OBJS := address.o dump.o field.o handle.o hook.o layout.o lua_array.o lua_data.o lua_kinds.o lua_layout.o \
	lua_names.o lua_object.o lua_open.o lua_search.o lua_table.o lua_text.o lua_unpack.o lua_view.o lua_write.o \
	pattern.o span.o
