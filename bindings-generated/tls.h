/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the tls binding. Generated from specs/wire/tls.yaml. */
#ifndef BINDING_TLS_H
#define BINDING_TLS_H

#include "luadata.h"

/* One record of Transport Layer Security, with the hellos that begin a connection. */
extern const struct luadata_layout luadata_layout_tls;

/* A handshake message that is all in the record. */
extern const struct luadata_layout luadata_layout_tls_message;

/* What a server chose. */
extern const struct luadata_layout luadata_layout_tls_server_hello;

/* What a client offers. */
extern const struct luadata_layout luadata_layout_tls_client_hello;

/* An extension of a hello. */
extern const struct luadata_layout luadata_layout_tls_extension;

/* A protocol of ALPN. */
extern const struct luadata_layout luadata_layout_tls_protocol;

/* A name of the server. */
extern const struct luadata_layout luadata_layout_tls_server_name;

/* A cipher suite. */
extern const struct luadata_layout luadata_layout_tls_cipher;

LUADATA_API int luaopen_tls(lua_State *L);

#endif
