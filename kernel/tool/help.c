// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* help.c: what the command says about itself. */
#include <stdio.h>
#include <string.h>

#include "tool.h"

/* clang-format off: lines as they are printed, at most 80 columns */
static const char help[] =
	"klua: runs Lua in the kernel\n"
	"\n"
	"klua [options] [FILE [args]]   run FILE ('-': standard input) in a state that\n"
	"                               ends with this command\n"
	"  -e CODE                      run CODE first; show the values that it returns\n"
	"  -l MODULE, -l NAME=MODULE    first set the global MODULE (NAME) to\n"
	"                               require(MODULE)\n"
	"  -i                           then read lines and run them; the default in a\n"
	"                               terminal without FILE, -e and -l\n"
	"  -v                           show the version\n"
	"  --memory N, --allow LIST     as for load\n"
	"  --budget N                   instructions for each piece of code; default 100M\n"
	"  --                           end of options: FILE may have a command's name\n"
	"\n"
	"klua load NAME FILE [options]  run FILE in a state that stays, then make its\n"
	"                               attachments\n"
	"  --attach BINDING.CALLBACK[=GLOBAL][:key=value,...]\n"
	"                               attach the global function GLOBAL (default:\n"
	"                               CALLBACK). Values that look like integers, true\n"
	"                               or false are that, others are text. Repeatable\n"
	"  -l, --require MODULE         as above, before FILE. Repeatable\n"
	"  --percpu                     a VM for each CPU; default: one VM\n"
	"  --memory N                   bytes for each VM, K and M are 1024 and 1024^2;\n"
	"                               default 256K, at most 256M; attached to packets:\n"
	"                               at most 16M\n"
	"  --budget N                   instructions for each call from the kernel, K and\n"
	"                               M are 1000 and 1000^2; default 100K, at most\n"
	"                               1000M; attached to packets: at most 1M\n"
	"  --load-budget N              instructions to load, run and eval; default 100M,\n"
	"                               at most 1000M (attached to packets: run and eval\n"
	"                               at most 1M)\n"
	"  --allow LIST                 what require gives: names, commas between;\n"
	"                               default: every binding that needs no capability\n"
	"klua reload NAME [FILE]        run FILE (default: the same again) in a new state\n"
	"                               with the same options and attachments, which\n"
	"                               takes the old one's place; not after an error\n"
	"klua run NAME FILE             run FILE in the globals of NAME, in each VM\n"
	"klua eval NAME CODE            run CODE likewise; show the values of expressions\n"
	"klua stop NAME                 detach and end a state\n"
	"klua list [--json]             the states\n"
	"klua stats [NAME] [--json]     calls, verdicts, errors, memory\n"
	"klua log [-f] [NAME]           what scripts print and how they fail when the\n"
	"                               kernel calls them; -f: go on\n"
	"\n"
	"klua --help, klua --version\n"
	"\n"
	"Exit status: 0; 1 after an error; 2 when the command line is wrong. Ctrl-C stops\n"
	"a running script. Lines typed are kept in ~/.klua_history. Needs root and the\n"
	"klua module (modprobe klua).\n";
/* clang-format on */

void print_help(void)
{
	fputs(help, stdout);
}

/* The tool's own version is known without the runtime. */
void print_version(void)
{
	char runtime[32] = "none";
	FILE *f = fopen("/sys/module/klua/version", "r");

	if (f && fscanf(f, "%31s", runtime) != 1)
		strcpy(runtime, "?");
	if (f)
		fclose(f);
	printf("klua 0.1, Lua 5.4.7 (runtime: %s)\n", runtime);
}
