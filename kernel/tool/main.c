// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* main.c: finds the command that is meant. */
#include <stdio.h>
#include <string.h>

#include "tool.h"

static const struct command {
	const char *name;
	int (*run)(struct args *a);
} commands[] = {
	{ "load", command_load },   { "reload", command_reload }, { "run", command_run },
	{ "eval", command_eval },   { "stop", command_stop },     { "list", command_list },
	{ "stats", command_stats }, { "log", command_log },
};

static const struct command *find_command(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (!strcmp(commands[i].name, name))
			return &commands[i];
	return NULL;
}

int main(int argc, char **argv)
{
	const struct command *command = argc > 1 ? find_command(argv[1]) : NULL;
	struct args a = { argc - 1, argv + 1, 1 };
	int status;

	if (argc > 1 && (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))) {
		print_help();
		return OK;
	}
	if (argc > 1 && !strcmp(argv[1], "--version")) {
		print_version();
		return OK;
	}
	if (command && args_flag(&a, "--help", "-h")) {
		print_help();
		return OK;
	}
	status = command ? command->run(&a) : command_script(argc, argv);
	if (fflush(stdout) && status == OK)
		die("cannot write to standard output");
	return status;
}
