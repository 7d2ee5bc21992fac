// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* ioctl.c: opens /dev/klua, asks it, explains why it refuses. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tool.h"

int device_open(void)
{
	int fd = open(KLUA_DEVICE, O_RDWR | O_CLOEXEC | O_NONBLOCK);

	if (fd >= 0)
		return fd;
	if (errno == ENOENT || errno == ENXIO || errno == ENODEV)
		die(KLUA_DEVICE ": not there: load the runtime with 'modprobe klua'");
	if (errno == EPERM || errno == EACCES)
		die("needs CAP_SYS_ADMIN (run as root)");
	die(KLUA_DEVICE ": %s", strerror(errno));
}

int device_ioctl(int fd, unsigned long request, void *arg)
{
	*(__u32 *)arg = _IOC_SIZE(request);
	return ioctl(fd, request, arg) < 0 ? -errno : 0;
}

void set_name(char *field, const char *name)
{
	static const char good[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.";

	if (!name[0] || strlen(name) >= KLUA_NAME_SIZE || name[strspn(name, good)])
		usage_error("'%s': a name has 1 to %d letters, digits, '_', '-', '.'", name,
			    KLUA_NAME_SIZE - 1);
	memset(field, 0, KLUA_NAME_SIZE);
	strcpy(field, name);
}

/* "no state 'x'; there are: a, b" */
static void __attribute__((noreturn)) die_unknown(int fd, const char *name)
{
	struct klua_ioc_state state = { 0 };
	struct text names = { 0 };

	for (;;) {
		state.flags = 0;
		if (device_ioctl(fd, KLUA_IOC_NEXT, &state))
			break;
		text_printf(&names, "%s%s", names.size ? ", " : "", state.name);
	}
	if (names.size)
		die("no state '%s'; there are: %s", name, names.data);
	die("no state '%s'; none is loaded", name);
}

void get_state(const char *name, struct klua_ioc_state *state)
{
	int fd = device_open();
	int err;

	memset(state, 0, sizeof(*state));
	set_name(state->name, name);
	err = device_ioctl(fd, KLUA_IOC_STATE, state);
	if (err)
		die_state(fd, name, err);
	close(fd);
}

void die_state(int fd, const char *name, int err)
{
	switch (-err) {
	case ENOENT:
		die_unknown(fd, name);
	case EPERM:
		die("needs CAP_SYS_ADMIN (run as root)");
	case EEXIST:
		die("there is a state '%s' already: 'klua reload %s' or 'klua stop %s'", name, name,
		    name);
	case ESHUTDOWN:
		die("'%s' is being stopped", name);
	case EINVAL:
		die("'%s': a name has 1 to %d letters, digits, '_', '-', '.'", name,
		    KLUA_NAME_SIZE - 1);
	}
	die("%s: %s", name, strerror(-err));
}
