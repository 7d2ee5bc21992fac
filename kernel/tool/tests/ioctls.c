// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * ioctls.c: malformed requests to /dev/klua, each of which must give its errno, in TAP; runs as
 * root in a guest.
 */
#include <errno.h>
#include <stddef.h>
#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "calls.h"
#include "tap.h"

static int device;
static char *edge; /* the last byte before memory that cannot be touched */

static void check(const char *name, long expected, long got)
{
	tap_equal("ioctl", name, expected, got);
}

static int request(unsigned long number, void *arg)
{
	return ioctl(device, number, arg) < 0 ? errno : 0;
}

/* ---- the envelope: number, size, address ---- */

static void test_numbers(void)
{
	struct klua_ioc_name name = SIZED(struct klua_ioc_name);

	check("a number past the last", ENOTTY,
	      request(_IOWR('k', 0x48, struct klua_ioc_name), &name));
	check("a number before the first", ENOTTY,
	      request(_IOWR('k', 0x3f, struct klua_ioc_name), &name));
	check("another type", ENOTTY, request(_IOWR('K', 0x43, struct klua_ioc_name), &name));
	check("another direction", ENOTTY, request(_IOR('k', 0x43, struct klua_ioc_name), &name));
}

static void test_sizes(void)
{
	struct {
		struct klua_ioc_name name;
		uint64_t more;
	} large = { .name.size = sizeof(large) };
	struct klua_ioc_name name = SIZED(struct klua_ioc_name);
	unsigned long number = _IOC(_IOC_READ | _IOC_WRITE, 'k', 0x43, sizeof(large));
	uint32_t small = 4;

	check("the right size", 0, request(KLUA_IOC_INTERRUPT, &name));
	check("a larger struct with a zero end", 0, request(number, &large));
	large.more = 1;
	check("a larger struct with more in it", E2BIG, request(number, &large));
	check("a smaller struct than the first version", EINVAL,
	      request(_IOWR('k', 0x43, uint32_t), &small));
	check("size 0", EINVAL,
	      request(_IO('k', 0x43) | (_IOC_READ | _IOC_WRITE) << _IOC_DIRSHIFT, &name));
	name.size = 0;
	check("the struct's size is not the number's", EINVAL, request(KLUA_IOC_INTERRUPT, &name));
}

/* The sizes of the first version, added up by hand: none may ever become smaller. */
static void test_first_version(void)
{
	check("size of load", 168, sizeof(struct klua_ioc_load));
	check("size of run", 112, sizeof(struct klua_ioc_run));
	check("size of name", 72, sizeof(struct klua_ioc_name));
	check("size of state", 408, sizeof(struct klua_ioc_state));
	check("size of attachment", 984, sizeof(struct klua_ioc_attachment));
	check("size of log", 104, sizeof(struct klua_ioc_log));
}

static void test_addresses(void)
{
	check("no struct", EFAULT, request(KLUA_IOC_INTERRUPT, NULL));
	check("a kernel address", EFAULT, request(KLUA_IOC_INTERRUPT, (void *)0xffffffff81000000));
	memset(edge - 3, 0, 4);
	edge[-3] = sizeof(struct klua_ioc_name);
	check("a struct that ends beyond memory", EFAULT, request(KLUA_IOC_INTERRUPT, edge - 3));
}

/* ---- load ---- */

static int load(struct klua_ioc_load io)
{
	io.size = sizeof(io);
	if (!io.code.name_size)
		io.code = code_of("");
	return request(KLUA_IOC_LOAD, &io);
}

#define LOAD(...) load((struct klua_ioc_load){ .name = "t", ##__VA_ARGS__ })

static void test_load_fields(void)
{
	struct klua_ioc_load io = { .code = code_of("") };

	check("load: a flag that is not known", EINVAL, LOAD(.flags = 1 << 3));
	check("load: the highest flag", EINVAL, LOAD(.flags = 1U << 31));
	check("load: reload and percpu", EINVAL,
	      LOAD(.flags = KLUA_LOAD_RELOAD | KLUA_LOAD_PERCPU));
	check("load: reload with options", EINVAL,
	      LOAD(.flags = KLUA_LOAD_RELOAD, .memory = 65536));
	check("load: reload of nothing", ENOENT, LOAD(.flags = KLUA_LOAD_RELOAD));
	check("load: memory beyond all bounds", ERANGE, LOAD(.memory = UINT64_MAX));
	check("load: budget beyond all bounds", ERANGE, LOAD(.budget = UINT64_MAX));
	check("load: load budget beyond all bounds", ERANGE, LOAD(.load_budget = UINT64_MAX));
	memset(io.name, 'x', sizeof(io.name));
	check("load: a name without end", EINVAL, load(io));
	strcpy(io.name, "");
	check("load: no name", EINVAL, load(io));
	strcpy(io.name, "a/b");
	check("load: a name with a slash", EINVAL, load(io));
	strcpy(io.name, "a b");
	check("load: a name with a space", EINVAL, load(io));
}

static void test_load_buffers(void)
{
	struct klua_ioc_code code = code_of("x = 1");
	uint64_t bad = (uintptr_t)edge + 1;

	code.text_size = KLUA_CODE_MAX + 1;
	check("load: a chunk that is too long", E2BIG, LOAD(.code = code));
	code.text_size = UINT32_MAX;
	check("load: a chunk of 4 GiB", E2BIG, LOAD(.code = code));
	code = code_of("x = 1");
	code.text = bad;
	check("load: a chunk nowhere", EFAULT, LOAD(.code = code));
	code = code_of("x = 1");
	code.name_size = KLUA_CHUNKNAME_MAX + 1;
	check("load: a chunk's name that is too long", E2BIG, LOAD(.code = code));
	code = code_of("x = 1");
	code.name = bad;
	check("load: a chunk's name nowhere", EFAULT, LOAD(.code = code));
	check("load: attach too long", E2BIG, LOAD(.attach_size = KLUA_ATTACH_MAX + 1));
	check("load: attach nowhere", EFAULT, LOAD(.attach = bad, .attach_size = 1));
	check("load: allow too long", E2BIG, LOAD(.allow_size = KLUA_ALLOW_MAX + 1));
	check("load: allow nowhere", EFAULT, LOAD(.allow = bad, .allow_size = 1));
	check("load: text too long", E2BIG, LOAD(.text_size = KLUA_TEXT_MAX + 1));
	check("load: text nowhere", EFAULT,
	      LOAD(.code = code_of("error'x'"), .text = bad, .text_size = 9));
}

/* Nothing is half done: a command whose answer has no place does nothing. */
static void test_read_only(void)
{
	struct klua_ioc_load *io =
		mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct klua_ioc_name name = SIZED(struct klua_ioc_name, .name = "readonly");

	if (io == MAP_FAILED)
		exit(2);
	*io = SIZED(struct klua_ioc_load, .code = code_of("x = 1"), .name = "readonly");
	mprotect(io, 4096, PROT_READ);
	check("load: a struct that cannot be written", EFAULT, request(KLUA_IOC_LOAD, io));
	check("load: it loaded nothing", ENOENT, request(KLUA_IOC_STOP, &name));
	munmap(io, 4096);
}

static void test_anonymous(void)
{
	struct klua_ioc_load io = SIZED(struct klua_ioc_load, .flags = KLUA_LOAD_ANONYMOUS);
	struct klua_ioc_run run = SIZED(struct klua_ioc_run, .code = code_of("x = 1"));
	struct klua_ioc_attachment at = SIZED(struct klua_ioc_attachment, .index = 0);

	check("run: no state of its own", ENOENT, request(KLUA_IOC_RUN, &run));
	check("anonymous: a name", EINVAL, LOAD(.flags = KLUA_LOAD_ANONYMOUS));
	io.code = code_of("x = 1");
	check("anonymous: code", EINVAL, request(KLUA_IOC_LOAD, &io));
	memset(&io.code, 0, sizeof(io.code));
	io.flags |= KLUA_LOAD_PERCPU;
	check("anonymous: percpu", EINVAL, request(KLUA_IOC_LOAD, &io));
	io.flags = KLUA_LOAD_ANONYMOUS;
	check("anonymous: created", 0, request(KLUA_IOC_LOAD, &io));
	check("anonymous: a second one", EBUSY, request(KLUA_IOC_LOAD, &io));
	check("run: now there is one", 0, request(KLUA_IOC_RUN, &run));
	check("attachment: none", ENOENT, request(KLUA_IOC_ATTACHMENT, &at));
	at.index = UINT32_MAX;
	check("attachment: the highest index", ENOENT, request(KLUA_IOC_ATTACHMENT, &at));
}

/* ---- run: test_anonymous made a state ---- */

static void test_run(void)
{
	struct klua_ioc_run run = SIZED(struct klua_ioc_run, .code = code_of("x = 1"), .flags = 2);
	char text[16];

	check("run: a flag that is not known", EINVAL, request(KLUA_IOC_RUN, &run));
	run.flags = 0;
	run.text_size = KLUA_TEXT_MAX + 1;
	check("run: text too long", E2BIG, request(KLUA_IOC_RUN, &run));
	run.code.name_size = 0;
	run.text_size = 0;
	check("run: a chunk without a name", EINVAL, request(KLUA_IOC_RUN, &run));
	run.code = code_of("error('0123456789', 0)");
	check("run: an error, no room for its text", EINVAL, request(KLUA_IOC_RUN, &run));
	check("run: used when there is no room", 0, run.text_used);
	memset(text, '#', sizeof(text));
	run.text = (uintptr_t)text;
	run.text_size = 5;
	check("run: an error, a little room", EINVAL, request(KLUA_IOC_RUN, &run));
	check("run: the text is cut", 0, memcmp(text, "0123\0###", 8) || run.text_used != 4);
	memset(run.name, 'x', sizeof(run.name));
	check("run: a name without end", EINVAL, request(KLUA_IOC_RUN, &run));
	strcpy(run.name, "nothing-has-this-name");
	check("run: a name that is not there", ENOENT, request(KLUA_IOC_RUN, &run));
}

static int errno_of(ssize_t n)
{
	return n < 0 ? errno : 0;
}

static void test_output(void)
{
	struct klua_ioc_run run = SIZED(struct klua_ioc_run, .code = code_of("print('abc')"));
	char text[16] = "";

	check("read: nothing there", EAGAIN, errno_of(read(device, text, sizeof(text))));
	check("read: code that prints", 0, request(KLUA_IOC_RUN, &run));
	check("read: to nowhere", EFAULT, errno_of(read(device, edge + 1, 4)));
	check("read: to nowhere loses nothing", 4, read(device, text, sizeof(text)));
	check("read: the text", 0, strcmp(text, "abc\n"));
	check("write: not possible", EINVAL, errno_of(write(device, text, 1)));
	check("seek: not possible", ESPIPE, errno_of(lseek(device, 0, SEEK_SET)));
}

/* ---- the rest ---- */

static void test_names(void)
{
	struct klua_ioc_name io = SIZED(struct klua_ioc_name, .name = "nothing-has-this-name");

	check("stop: a name that is not there", ENOENT, request(KLUA_IOC_STOP, &io));
	io.flags = 1;
	check("stop: a flag", EINVAL, request(KLUA_IOC_STOP, &io));
	io.flags = 0;
	check("interrupt: a name", EINVAL, request(KLUA_IOC_INTERRUPT, &io));
	io.name[0] = '\0';
	check("stop: no name", EINVAL, request(KLUA_IOC_STOP, &io));
	check("interrupt: nothing runs", 0, request(KLUA_IOC_INTERRUPT, &io));
	memset(io.name, 'x', sizeof(io.name));
	check("stop: a name without end", EINVAL, request(KLUA_IOC_STOP, &io));
}

static void test_information(void)
{
	struct klua_ioc_state state = SIZED(struct klua_ioc_state, .flags = 1);
	struct klua_ioc_log text = SIZED(struct klua_ioc_log, .flags = 2);

	check("state: a flag", EINVAL, request(KLUA_IOC_STATE, &state));
	check("next: a flag", EINVAL, request(KLUA_IOC_NEXT, &state));
	state.flags = 0;
	state.reserved = 1;
	check("next: reserved is not zero", EINVAL, request(KLUA_IOC_NEXT, &state));
	state.reserved = 0;
	check("state: the descriptor's own", 0, request(KLUA_IOC_STATE, &state));
	check("state: it is marked", KLUA_STATE_ANONYMOUS, state.flags);
	check("log: a flag that is not known", EINVAL, request(KLUA_IOC_LOG, &text));
	text.flags = 0;
	text.text_size = KLUA_TEXT_MAX + 1;
	check("log: text too long", E2BIG, request(KLUA_IOC_LOG, &text));
	text.text_size = 0;
	check("log: no room", 0, request(KLUA_IOC_LOG, &text));
	text.cursor = UINT64_MAX;
	check("log: a cursor beyond the end", 0, request(KLUA_IOC_LOG, &text));
	check("log: nothing is lost there", 1, text.lost == 0);
}

static void test_privilege(void)
{
	struct klua_ioc_name name = SIZED(struct klua_ioc_name);

	fflush(stdout);
	if (fork() == 0) {
		int opened;

		if (setresuid(65534, 65534, 65534))
			_exit(1);
		check("not root: with an open descriptor", EPERM,
		      request(KLUA_IOC_INTERRUPT, &name));
		opened = open(KLUA_DEVICE, O_RDWR);
		check("not root: open, mode 0600", EACCES, opened < 0 ? errno : 0);
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
	tap_count += 2;
}

static void write_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);

	if (fd < 0 || write(fd, text, strlen(text)) < 0)
		printf("# %s: %s\n", path, strerror(errno));
	close(fd);
}

/* All capabilities, but in a user namespace of one's own: each command, and opening. */
static void test_user_namespace(void)
{
	static const unsigned long numbers[] = {
		KLUA_IOC_LOAD,
		KLUA_IOC_RUN,
		KLUA_IOC_STOP,
		KLUA_IOC_INTERRUPT,
		KLUA_IOC_STATE,
		KLUA_IOC_NEXT,
		KLUA_IOC_ATTACHMENT,
		KLUA_IOC_LOG,
	};
	const int n = sizeof(numbers) / sizeof(*numbers);
	unsigned char untouched[1024];
	int i;

	fflush(stdout);
	if (fork() == 0) {
		check("root of a user namespace", 0, unshare(CLONE_NEWUSER) ? errno : 0);
		write_file("/proc/self/uid_map", "0 0 1");
		memset(untouched, 0x5a, sizeof(untouched));
		for (i = 0; i < n; i++)
			check("root of a user namespace: a command", EPERM,
			      request(numbers[i], untouched));
		for (i = 0; i < (int)sizeof(untouched) && untouched[i] == 0x5a; i++)
			;
		check("root of a user namespace: nothing is touched", sizeof(untouched), i);
		check("root of a user namespace: no command", EPERM,
		      request(_IO('k', 0x7f), untouched));
		check("root of a user namespace: open", EPERM,
		      errno_of(open(KLUA_DEVICE, O_RDWR)));
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
	tap_count += n + 4;
}

/* As a program of 32 bits asks: by the gate of i386, with an address below 4 GiB. */
static int request32(unsigned int number, void *arg)
{
	long ret;

	asm volatile("int $0x80"
		     : "=a"(ret)
		     : "a"(54L), "b"((long)device), "c"((long)number), "d"(arg)
		     : "memory", "r8", "r9", "r10", "r11");
	return (int)ret < 0 ? -(int)ret : 0;
}

static void test_compat(void)
{
	struct klua_ioc_state *state = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
					    MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	struct klua_ioc_run *run = (void *)state;

	*state = SIZED(struct klua_ioc_state);
	check("32 bits: the same struct", 0, request32(KLUA_IOC_STATE, state));
	check("32 bits: the quota is told", KLUA_MEMORY_DEFAULT, state->quota);
	state->size--;
	check("32 bits: a wrong size", EINVAL, request32(KLUA_IOC_STATE, state));
	check("32 bits: no struct", EFAULT, request32(KLUA_IOC_STATE, NULL));
	*run = SIZED(struct klua_ioc_run, .code = code_of("return 1"));
	check("32 bits: run", 0, request32(KLUA_IOC_RUN, run));
	munmap(state, 4096);
}

/* Requests at random, from a seed: none may do more than fail. What it loads by chance is empty. */
static void test_random(void)
{
	unsigned char bytes[1024];
	int i, j, n = 20000;

	srandom(1);
	for (i = 0; i < n; i++) {
		unsigned int size = random() % 1000, number = 0x40 + random() % 9;

		for (j = 0; j < (int)sizeof(bytes); j++)
			bytes[j] = random() % 4 ? 0 : random();
		memcpy(bytes, &size, sizeof(size));
		if (number != 0x47) /* a log may wait */
			ioctl(device, _IOC(_IOC_READ | _IOC_WRITE, 'k', number, size), bytes);
	}
	check("20000 random requests", n, i);
}

int main(void)
{
	long page = sysconf(_SC_PAGESIZE);
	char *memory =
		mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	munmap(memory + page, page);
	edge = memory + page - 1;
	device = open(KLUA_DEVICE, O_RDWR | O_NONBLOCK);
	if (device < 0) {
		check("open", 0, errno);
		return tap_plan();
	}
	test_numbers();
	test_sizes();
	test_first_version();
	test_addresses();
	test_load_fields();
	test_load_buffers();
	test_read_only();
	test_anonymous();
	test_run();
	test_output();
	test_names();
	test_information();
	test_privilege();
	test_user_namespace();
	test_compat();
	test_random();
	return tap_plan();
}
