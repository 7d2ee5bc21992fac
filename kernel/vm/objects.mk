# SPDX-License-Identifier: GPL-2.0-only OR MIT
# The sources of the VM that every build of it compiles, in user space and in the kernel.
VM_OBJS := lapi.o lauxlib.o lbaselib.o lcode.o lcorolib.o lctype.o ldblib.o ldebug.o ldo.o \
	lfunc.o lgc.o llex.o lmathlib.o lmem.o lobject.o lopcodes.o lparser.o lstate.o \
	lstring.o lstrlib.o ltable.o ltablib.o ltm.o lutf8lib.o lvm.o lzio.o

# What of luadata/ the string library searches with; in the kernel it is there anyway.
MATCHER_OBJS := lua_pattern.o lua_strings.o match.o pattern.o span.o
