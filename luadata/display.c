// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* How values of fields are displayed: as text, whatever becomes one. */
#include "luadata_core.h"

/* luadata_addressbytes() - how long an address the field is shown as; 0: as none */
unsigned int luadata_addressbytes(const struct luadata_field *f)
{
	switch (f->display) {
	case LUADATA_DISPLAY_IPV4:
		return 4;
	case LUADATA_DISPLAY_MAC:
		return 6;
	case LUADATA_DISPLAY_IPV6:
		return 16;
	default:
		return f->type == LUADATA_TYPE_ADDRESS ? f->size : 0;
	}
}

/*
 * luadata_shownas() - how values of an integer field are shown
 *
 * Return: enum luadata_shown
 */
unsigned int luadata_shownas(const struct luadata_field *f)
{
	switch (luadata_addressbytes(f)) {
	case 4:
		return LUADATA_SHOWN_IPV4;
	case 6:
		return LUADATA_SHOWN_MAC;
	}
	if (f->display != LUADATA_DISPLAY_HEX)
		return LUADATA_SHOWN_DECIMAL;
	return f->bits <= 8    ? LUADATA_SHOWN_HEX8
	       : f->bits <= 16 ? LUADATA_SHOWN_HEX16
	       : f->bits <= 32 ? LUADATA_SHOWN_HEX32
			       : LUADATA_SHOWN_HEX64;
}

/* luadata_addresstext() - write an address of 4, 6 or 16 bytes; no NUL */
size_t luadata_addresstext(char *out, const unsigned char *address, size_t size)
{
	if (size == 4)
		return luadata_ipv4text(out, address);
	return size == 6 ? luadata_mactext(out, address) : luadata_ipv6text(out, address);
}

/* luadata_integertext() - write an integer that is shown in a way, not LUADATA_SHOWN_DECIMAL */
size_t luadata_integertext(char *out, unsigned int shown, int64_t value)
{
	unsigned char address[8];
	size_t size = shown == LUADATA_SHOWN_IPV4 ? 4 : 6;

	if (shown >= LUADATA_SHOWN_HEX8) {
		memcpy(out, "0x", 2);
		return 2 + luadata_hex(out + 2, (uint64_t)value, 2 << (shown - LUADATA_SHOWN_HEX8));
	}
	luadata_store(address, size, false, (uint64_t)value);
	return luadata_addresstext(out, address, size);
}
