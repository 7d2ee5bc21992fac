# SPDX-License-Identifier: GPL-2.0-only OR MIT
# What every build of luadata in user space compiles, and the wire formats that work there as in the
# kernel: their names, and wire.h, which programs list them by. OUT is the folder of the build.
.DEFAULT_GOAL := all
LUADATA := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
GENERATED := $(abspath $(LUADATA)/../bindings-generated)

luadata-objs := $(patsubst $(LUADATA)/%.c,%.o,$(wildcard $(LUADATA)/*.c $(LUADATA)/kinds/*.c))
-include $(GENERATED)/bindings.mk

$(OUT)/wire.h: $(wildcard $(GENERATED)/bindings.mk)
	@mkdir -p $(@D)
	@{ printf 'int luaopen_%s(struct lua_State *L);\n' $(wire-bindings); \
		echo '#define WIRE_MODULES $(foreach n,$(wire-bindings),{ "$n", luaopen_$n },)'; } >$@
