// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A host; thing_lost() is only talked of. */
int klua_host_argument_place_missing_init(void) { return 0; }
void klua_host_argument_place_missing_exit(void) {}
int thing_get(unsigned int number) { return 0; }
const struct klua_host klua_host_argument_place_missing_call_host;
void ask(void) { klua_host_argument_place_missing_call(at, &args); }
