// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * A plugin of QEMU that tells which cache lines of 64 bytes several CPUs touched in marked calls.
 * Each access of the kernel between the marks of a call is noted, and kept unless an interrupt came
 * in between. At the end mark it appends to the file: `calls N` for each CPU, `lines N`, and for
 * each line that one CPU wrote and another touched: ADDRESS WRITERS READERS (masks of CPUs), and
 * the instruction that touched it last on each CPU, by preference one that wrote.
 */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "qemu.h"

#define CPUS 2
#define ACCESSES (1u << 16) /* of one call */
#define LINES (1u << 18)

static struct call {
	bool open;
	unsigned int n, done;
	struct access {
		uint64_t line, at;
		bool store;
	} accesses[ACCESSES];
} calls[CPUS];

static struct line {
	uint64_t number; /* address / 64 */
	unsigned int writers, readers;
	uint64_t at[CPUS];
} lines[LINES];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of lines */
static FILE *out;

PLUGIN_EXPORT int qemu_plugin_version = 1;

static struct line *line_of(uint64_t number)
{
	uint32_t i = (number * 0x9e3779b97f4a7c15ull) >> 46;

	while (lines[i].number && lines[i].number != number)
		i = (i + 1) % LINES;
	lines[i].number = number;
	return &lines[i];
}

static void access_memory(unsigned int cpu, uint32_t info, uint64_t address, void *data)
{
	struct call *call = &calls[cpu];

	if (!call->open)
		return;
	if (call->n == ACCESSES) {
		fputs("lines: a call has too many accesses\n", stderr);
		abort();
	}
	call->accesses[call->n++] = (struct access){ .line = address / 64,
						     .at = (uintptr_t)data,
						     .store = qemu_plugin_mem_is_store(info) };
}

static void enter(unsigned int cpu, void *data)
{
	calls[cpu].open = true;
	calls[cpu].n = 0;
}

static void disturbed(unsigned int cpu, void *data)
{
	calls[cpu].open = false;
}

static void leave(unsigned int cpu, void *data)
{
	struct call *call = &calls[cpu];

	call->open = false;
	call->done++;
	pthread_mutex_lock(&lock);
	for (unsigned int i = 0; i < call->n; i++) {
		struct access *a = &call->accesses[i];
		struct line *line = line_of(a->line);

		if (a->store || !(line->writers & 1u << cpu))
			line->at[cpu] = a->at;
		if (a->store)
			line->writers |= 1u << cpu;
		else
			line->readers |= 1u << cpu;
	}
	pthread_mutex_unlock(&lock);
}

static bool is_shared(const struct line *line)
{
	unsigned int all = line->writers | line->readers;

	return line->writers && (all & (all - 1));
}

static void begin(unsigned int cpu, void *data)
{
	memset(lines, 0, sizeof(lines));
	for (cpu = 0; cpu < CPUS; cpu++)
		calls[cpu].done = 0;
}

static void end(unsigned int cpu, void *data)
{
	unsigned int n = 0;

	fputs("span\n", out);
	for (cpu = 0; cpu < CPUS; cpu++)
		fprintf(out, "calls %u\n", calls[cpu].done);
	for (struct line *line = lines; line < lines + LINES; line++)
		n += !!line->number;
	fprintf(out, "lines %u\n", n);
	for (struct line *line = lines; line < lines + LINES; line++) {
		if (is_shared(line))
			fprintf(out, "%" PRIx64 " %x %x %" PRIx64 " %" PRIx64 "\n",
				line->number * 64, line->writers, line->readers, line->at[0],
				line->at[1]);
	}
	fflush(out); /* nobody ends QEMU politely */
}

static void translate(uint64_t id, struct qemu_plugin_tb *tb)
{
	static const qemu_plugin_insn_cb marks[] = {
		[BENCH_MARK_BEGIN] = begin, [BENCH_MARK_END] = end,
		[BENCH_MARK_ENTER] = enter, [BENCH_MARK_LEAVE] = leave,
		[BENCH_MARK_DISTURBED] = disturbed,
	};

	for (size_t i = 0; i < qemu_plugin_tb_n_insns(tb); i++) {
		struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
		uint64_t address = qemu_plugin_insn_vaddr(insn);
		unsigned int mark = mark_of(insn);

		if (!is_kernel(address))
			continue;
		qemu_plugin_register_vcpu_mem_cb(insn, access_memory, QEMU_PLUGIN_CB_NO_REGS,
						 QEMU_PLUGIN_MEM_RW, (void *)(uintptr_t)address);
		if (mark < sizeof(marks) / sizeof(*marks) && marks[mark])
			qemu_plugin_register_vcpu_insn_exec_cb(insn, marks[mark],
							       QEMU_PLUGIN_CB_NO_REGS, NULL);
	}
}

PLUGIN_EXPORT int qemu_plugin_install(uint64_t id, const struct qemu_info *info, int argc,
				      char **argv)
{
	const char *path = out_of(argc, argv);

	out = path ? fopen(path, "w") : NULL;
	if (!out) {
		perror("lines: out=FILE");
		return -1;
	}
	qemu_plugin_register_vcpu_tb_trans_cb(id, translate);
	return 0;
}
