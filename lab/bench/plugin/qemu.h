/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The part of QEMU's plugin interface, version 1, that the plugins here use: Debian has no package
 * of its header. Documented at https://www.qemu.org/docs/master/devel/tcg-plugins.html
 */
#ifndef KLUA_BENCH_QEMU_H
#define KLUA_BENCH_QEMU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../mark.h"

struct qemu_info; /* about the machine: not looked at */
struct qemu_plugin_tb;
struct qemu_plugin_insn;

enum qemu_plugin_cb_flags { QEMU_PLUGIN_CB_NO_REGS, QEMU_PLUGIN_CB_R_REGS };
enum qemu_plugin_mem_rw { QEMU_PLUGIN_MEM_R = 1, QEMU_PLUGIN_MEM_W, QEMU_PLUGIN_MEM_RW };
enum qemu_plugin_op { QEMU_PLUGIN_INLINE_ADD_U64 };

typedef void (*qemu_plugin_tb_cb)(uint64_t id, struct qemu_plugin_tb *tb);
typedef void (*qemu_plugin_insn_cb)(unsigned int cpu, void *data);
typedef void (*qemu_plugin_mem_cb)(unsigned int cpu, uint32_t info, uint64_t address, void *data);

/* What a plugin has. */
#define PLUGIN_EXPORT __attribute__((visibility("default")))
extern int qemu_plugin_version;
int qemu_plugin_install(uint64_t id, const struct qemu_info *info, int argc, char **argv);

/* What QEMU has. */
void qemu_plugin_register_vcpu_tb_trans_cb(uint64_t id, qemu_plugin_tb_cb cb);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t i);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *insn);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *insn);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn, qemu_plugin_insn_cb cb,
					    enum qemu_plugin_cb_flags flags, void *data);
void qemu_plugin_register_vcpu_insn_exec_inline(struct qemu_plugin_insn *insn,
						enum qemu_plugin_op op, void *counter,
						uint64_t added);
void qemu_plugin_register_vcpu_mem_cb(struct qemu_plugin_insn *insn, qemu_plugin_mem_cb cb,
				      enum qemu_plugin_cb_flags flags, enum qemu_plugin_mem_rw rw,
				      void *data);
bool qemu_plugin_mem_is_store(uint32_t info);

/* The number of a mark (mark.h), or 0 for any other instruction. */
static inline unsigned int mark_of(const struct qemu_plugin_insn *insn)
{
	const unsigned char *code = qemu_plugin_insn_data(insn);

	if (qemu_plugin_insn_size(insn) != BENCH_MARK_SIZE ||
	    memcmp(code, BENCH_MARK_BYTES, 3) || memcmp(code + 4, BENCH_MARK_NAME, 3))
		return 0;
	return code[3];
}

/* Whether an instruction is the kernel's. */
static inline bool is_kernel(uint64_t address)
{
	return address >> 63;
}

/* The value of out=FILE, which each plugin has. */
static inline const char *out_of(int argc, char **argv)
{
	return argc == 1 && !strncmp(argv[0], "out=", 4) ? argv[0] + 4 : NULL;
}

#endif
