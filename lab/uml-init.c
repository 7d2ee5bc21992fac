// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The only program of the User-mode Linux machine: loads modules, unloads them, halts. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define MAX_MODULES 128

/* One process and no fork: in a kernel with lockdep UML's own fork warns of its RCU use. */
static int kmsg = -1;

static void __attribute__((format(printf, 1, 2))) say(const char *format, ...)
{
	char line[512];
	va_list args;
	int n;

	n = snprintf(line, sizeof(line), "<5>uml-init: ");
	va_start(args, format);
	vsnprintf(line + n, sizeof(line) - n, format, args);
	va_end(args);
	if (kmsg < 0 || write(kmsg, line, strlen(line)) < 0)
		dprintf(STDERR_FILENO, "%s\n", line);
}

/*
 * Lets kmemleak search twice: it reports what no pointer led to both times. It leaves alone what is
 * younger than five seconds; the machine's clock jumps over sleep, so they cost nothing.
 */
static void search_leaks(void)
{
	FILE *leaks;
	char line[256];
	int i, fd = open("/sys/kernel/debug/kmemleak", O_WRONLY | O_CLOEXEC);

	for (i = 0; i < 2; i++) {
		sleep(6);
		if (fd < 0 || write(fd, "scan", 4) < 0)
			say("cannot search for leaks: %s", strerror(errno));
	}
	close(fd);
	leaks = fopen("/sys/kernel/debug/kmemleak", "r");
	while (leaks && fgets(line, sizeof(line), leaks))
		say("leak %.*s", (int)strcspn(line, "\n"), line);
	if (leaks)
		fclose(leaks);
}

static void load(const char *name)
{
	char path[300];
	int fd;

	snprintf(path, sizeof(path), "/modules/%s.ko", name);
	say("load %s", name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || syscall(SYS_finit_module, fd, "", 0))
		say("cannot load %s: %s", name, strerror(errno));
	else
		say("loaded %s", name);
	if (fd >= 0)
		close(fd);
}

static void unload(const char *name)
{
	say("unload %s", name);
	if (syscall(SYS_delete_module, name, O_NONBLOCK))
		say("cannot unload %s: %s", name, strerror(errno));
	else
		say("unloaded %s", name);
}

/* The list has one module name a line, each without ".ko", in the order of loading. */
static int read_list(char names[MAX_MODULES][64])
{
	FILE *list = fopen("/modules/list", "r");
	int n = 0;

	while (list && n < MAX_MODULES && fscanf(list, "%63s", names[n]) == 1)
		n++;
	if (list)
		fclose(list);
	return n;
}

int main(void)
{
	static char names[MAX_MODULES][64];
	int i, n;

	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	mount("debugfs", "/sys/kernel/debug", "debugfs", 0, NULL);
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	kmsg = open("/dev/kmsg", O_WRONLY | O_CLOEXEC);
	n = read_list(names);
	say("start");
	for (i = 0; i < n; i++)
		load(names[i]);
	/* Before the modules go, for the sake of the names in the traces. */
	search_leaks();
	/* What did not load answers ENOENT, which lab/uml expects. */
	for (i = n - 1; i >= 0; i--)
		unload(names[i]);
	search_leaks();
	say("end");
	reboot(RB_POWER_OFF);
	return 1;
}
