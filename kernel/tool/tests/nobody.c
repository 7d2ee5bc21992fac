// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* nobody.c: runs a command without any privilege. */
#include <grp.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	if (argc < 2 || setgroups(0, NULL) || setresgid(65534, 65534, 65534) ||
	    setresuid(65534, 65534, 65534))
		return 126;
	execvp(argv[1], argv + 1);
	return 127;
}
