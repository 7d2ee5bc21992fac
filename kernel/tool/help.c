// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* help.c: what the command says about itself. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "tool.h"

static const char help[] =
"klua: runs Lua in the kernel\n"
"\n"
"  klua [options] [FILE [args]]   run FILE ('-': standard input) in a state that ends with this command\n"
"    -e CODE                      run CODE first; values that it returns are shown\n"
"    -l MODULE, -l NAME=MODULE    set the global MODULE (NAME) to require(MODULE) first\n"
"    -i                           then read and run lines: the default in a terminal without FILE and -e\n"
"    -v                           show the version\n"
"    --memory N, --budget N, --allow LIST\n"
"                                 as for load; the budget is the one of each piece of code that is run\n"
"    --                           end of options: a file may have the name of a command\n"
"\n"
"  klua load NAME FILE [options]  run FILE in a state that stays; make its attachments\n"
"    --attach BINDING.CALLBACK[=GLOBAL][:key=value,...]\n"
"                                 attach the global function GLOBAL of FILE; the default is CALLBACK.\n"
"                                 Integers, true and false are what they seem; other values are text. Repeatable\n"
"    -l MODULE, --require MODULE  as above, before FILE is run. Repeatable\n"
"    --percpu                     one VM for each CPU that could be there; default: one VM\n"
"    --memory N                   memory of each VM in bytes; K and M are 1024 and 1024^2; default 256K\n"
"    --budget N                   instructions for each call from the kernel; K and M are 1000 and 1000^2;\n"
"                                 default 100K\n"
"    --load-budget N              instructions to load, run and eval; default 100M\n"
"    --allow LIST                 what require gives: names with commas between; default: every binding that\n"
"                                 needs no capability\n"
"  klua reload NAME [FILE]        run FILE (default: the same again) in a new state; it takes the place of the old\n"
"                                 one, with its options and attachments. On an error the old one stays\n"
"  klua run NAME FILE             run FILE in the globals of NAME, in each of its VMs\n"
"  klua eval NAME CODE            run CODE likewise; show the values of expressions\n"
"  klua stop NAME                 detach and end a state\n"
"  klua list [--json]             the states\n"
"  klua stats [NAME] [--json]     calls, verdicts, errors, memory, of one state or all\n"
"  klua log [-f] [NAME]           what scripts printed and their errors, while called by the kernel; -f: go on\n"
"\n"
"  klua --help, klua --version\n"
"\n"
"Exit status: 0, 1 after an error, 2 when the command line is wrong. Ctrl-C stops a running script.\n"
"Lines typed are kept in ~/.klua_history. Needs root and the klua module (modprobe klua).\n";

void print_help(void)
{
	fputs(help, stdout);
}

/* The tool's own version is known without the runtime. */
void print_version(void)
{
	struct klua_ioc_info info = {0};
	int fd = open(KLUA_DEVICE, O_RDWR | O_CLOEXEC);

	if (fd >= 0 && !device_ioctl(fd, KLUA_IOC_INFO, &info))
		printf("klua 0.1 (runtime: %s, interface %u)\n", info.version, info.abi);
	else
		puts("klua 0.1 (no runtime)");
	if (fd >= 0)
		close(fd);
}
