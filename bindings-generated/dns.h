/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the dns binding. Generated from specs/wire/dns.yaml. */
#ifndef BINDING_DNS_H
#define BINDING_DNS_H

#include "luadata.h"

/* Message of the Domain Name System, as UDP carries it. */
extern const struct luadata_layout luadata_layout_dns;

/* A resource record. */
extern const struct luadata_layout luadata_layout_dns_rr;

/* A string of a TXT record. */
extern const struct luadata_layout luadata_layout_dns_text;

/* A question. */
extern const struct luadata_layout luadata_layout_dns_question;

LUADATA_API int luaopen_dns(lua_State *L);

#endif
