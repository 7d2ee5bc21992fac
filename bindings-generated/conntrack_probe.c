// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Which optional members the structs of this kernel have. Generated from specs/conntrack.yaml.
 *
 * Compiled once for each number by the script `probe`: 0 is the control, which must succeed.
 */

#include <net/netfilter/nf_conntrack.h>
#include <net/netfilter/nf_conntrack_tuple.h>

#if PROBE == 0
char control_1[sizeof(struct nf_conn)];
#elif PROBE == 1 /* CONNTRACK_HAS_CONNECTION_MARK */
char member[sizeof(((void)((struct nf_conn *)0)->mark, 1))];
#endif
