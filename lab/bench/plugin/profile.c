// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * A plugin of QEMU that counts how often each instruction of the kernel ran between two marks. At
 * each end it appends to the file: a line `span`, then lines ADDRESS COUNT. For one CPU.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "qemu.h"

#define CELLS (1u << 22) /* many times as many as a guest runs */

static struct cell {
	uint64_t address, count, before;
} cells[CELLS];

static FILE *out;

PLUGIN_EXPORT int qemu_plugin_version = 1;

static struct cell *cell_of(uint64_t address)
{
	uint32_t i = (address * 0x9e3779b97f4a7c15ull) >> 42;

	while (cells[i].address && cells[i].address != address)
		i = (i + 1) % CELLS;
	cells[i].address = address;
	return &cells[i];
}

static void begin_span(unsigned int cpu, void *data)
{
	for (struct cell *c = cells; c < cells + CELLS; c++)
		c->before = c->count;
}

static void end_span(unsigned int cpu, void *data)
{
	fputs("span\n", out);
	for (struct cell *c = cells; c < cells + CELLS; c++) {
		if (c->count != c->before)
			fprintf(out, "%" PRIx64 " %" PRIu64 "\n", c->address, c->count - c->before);
	}
	fflush(out); /* nobody ends QEMU politely */
}

static void translate(uint64_t id, struct qemu_plugin_tb *tb)
{
	for (size_t i = 0; i < qemu_plugin_tb_n_insns(tb); i++) {
		struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
		uint64_t address = qemu_plugin_insn_vaddr(insn);
		unsigned int mark = mark_of(insn);

		if (!is_kernel(address))
			continue;
		qemu_plugin_register_vcpu_insn_exec_inline(insn, QEMU_PLUGIN_INLINE_ADD_U64,
							   &cell_of(address)->count, 1);
		if (mark == BENCH_MARK_BEGIN)
			qemu_plugin_register_vcpu_insn_exec_cb(insn, begin_span,
							       QEMU_PLUGIN_CB_NO_REGS, NULL);
		else if (mark == BENCH_MARK_END)
			qemu_plugin_register_vcpu_insn_exec_cb(insn, end_span,
							       QEMU_PLUGIN_CB_NO_REGS, NULL);
	}
}

PLUGIN_EXPORT int qemu_plugin_install(uint64_t id, const struct qemu_info *info, int argc,
				      char **argv)
{
	const char *path = out_of(argc, argv);

	out = path ? fopen(path, "w") : NULL;
	if (!out) {
		perror("profile: out=FILE");
		return -1;
	}
	qemu_plugin_register_vcpu_tb_trans_cb(id, translate);
	return 0;
}
