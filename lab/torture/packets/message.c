// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* message.c: messages of the protocols that the examples read, many of them not quite right. */
#include <string.h>

#include "packets.h"

/* splitmix64 (Steele, Lea, Flood 2014) */
uint64_t rng_next(struct rng *rng)
{
	uint64_t z = rng->state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

unsigned int below(struct rng *rng, unsigned int n)
{
	return (rng_next(rng) >> 33) % n;
}

void random_bytes(struct rng *rng, uint8_t *to, size_t n)
{
	while (n--)
		*to++ = rng_next(rng) >> 40;
}

/** struct out - where a message is written; what has no room is left out */
struct out {
	uint8_t *to;
	size_t used;
	size_t room;
};

static void put(struct out *out, const void *bytes, size_t n)
{
	if (n > out->room - out->used)
		n = out->room - out->used;
	memcpy(out->to + out->used, bytes, n);
	out->used += n;
}

static void put_int(struct out *out, unsigned int value, unsigned int n)
{
	uint8_t bytes[4] = { value >> 24, value >> 16, value >> 8, value };

	put(out, bytes + 4 - n, n);
}

static void put_random(struct out *out, struct rng *rng, size_t n)
{
	uint8_t bytes[1024];

	random_bytes(rng, bytes, n);
	put(out, bytes, n);
}

/* A length, the right one for what lies behind it, or not. */
static void close_length(struct out *out, struct rng *rng, size_t at, unsigned int n)
{
	size_t length = out->used - at - n;

	if (at + n > out->used)
		return;
	if (one_in(rng, 24))
		length = one_in(rng, 2) ? length + below(rng, 5) - 2 : rng_next(rng);
	while (n--) {
		out->to[at + n] = length;
		length >>= 8;
	}
}

static const char *const names[] = {
	"blocked.example", "www.blocked.example", "BLOCKED.Example",       "example",
	"a.b.c.d.e.f.g.h", "not-blocked.example", "xn--bcher-kva.example", "",
};

static const char *pick_name(struct rng *rng)
{
	return names[below(rng, sizeof(names) / sizeof(*names))];
}

/* RFC 1035, 4.1.4: labels, and pointers that may lead anywhere. */
static void put_name(struct out *out, struct rng *rng)
{
	const char *name = pick_name(rng);

	while (*name && !one_in(rng, 24)) {
		size_t n = strcspn(name, ".");

		put_int(out, one_in(rng, 40) ? below(rng, 256) : n, 1);
		put(out, name, n);
		name += n + (name[n] == '.');
	}
	switch (below(rng, 8)) {
	case 0:
		put_int(out, 0xc000 | below(rng, out->used + 2), 2);
		break;
	case 1: /* to itself */
		put_int(out, 0xc000 | out->used, 2);
		break;
	case 2:
		put_int(out, 63, 1);
		put_random(out, rng, below(rng, 64));
		break;
	default:
		put_int(out, 0, 1);
	}
}

static void put_dns(struct out *out, struct rng *rng)
{
	unsigned int counts[4] = { 1, below(rng, 3), 0, below(rng, 2) };
	size_t at;

	put_int(out, below(rng, 65536), 2);
	put_int(out, one_in(rng, 3) ? below(rng, 65536) : 0x0100, 2);
	for (int i = 0; i < 4; i++)
		put_int(out, one_in(rng, 16) ? below(rng, 65536) : counts[i], 2);
	put_name(out, rng);
	put_int(out, 1 + below(rng, 16), 2);
	put_int(out, 1, 2);
	for (unsigned int i = 0; i < counts[1] + counts[3]; i++) {
		put_name(out, rng);
		put_int(out, one_in(rng, 3) ? below(rng, 300) : 1, 2);
		put_int(out, 1, 2);
		put_int(out, below(rng, 1 << 30), 4);
		at = out->used;
		put_int(out, 0, 2);
		put_random(out, rng, one_in(rng, 2) ? 4 : below(rng, 40));
		close_length(out, rng, at, 2);
	}
}

static void put_extension(struct out *out, struct rng *rng)
{
	const char *name = pick_name(rng);
	bool server = !one_in(rng, 3);
	size_t at, list, text;

	put_int(out, server ? 0 : below(rng, 60), 2);
	at = out->used;
	put_int(out, 0, 2);
	if (server) { /* RFC 6066, 3 */
		list = out->used;
		put_int(out, 0, 2);
		put_int(out, one_in(rng, 16), 1);
		text = out->used;
		put_int(out, 0, 2);
		put(out, name, strlen(name));
		close_length(out, rng, text, 2);
		close_length(out, rng, list, 2);
	} else {
		put_random(out, rng, below(rng, 40));
	}
	close_length(out, rng, at, 2);
}

/* A record with a ClientHello (RFC 8446, 4.1.2). */
static void put_tls(struct out *out, struct rng *rng)
{
	size_t record, hello, at;

	put_int(out, one_in(rng, 12) ? below(rng, 256) : 22, 1);
	put_int(out, 0x0301, 2);
	record = out->used;
	put_int(out, 0, 2);
	put_int(out, one_in(rng, 12) ? below(rng, 256) : 1, 1);
	hello = out->used;
	put_int(out, 0, 3);
	put_int(out, 0x0303, 2);
	put_random(out, rng, 32);
	for (int i = 0; i < 3; i++) { /* session, ciphers, compression */
		unsigned int n = i == 1 ? 2 : 1;

		at = out->used;
		put_int(out, 0, n);
		put_random(out, rng, i == 2 ? 1 : 2 * below(rng, 17));
		close_length(out, rng, at, n);
	}
	at = out->used;
	put_int(out, 0, 2);
	for (unsigned int n = below(rng, 6); n; n--)
		put_extension(out, rng);
	close_length(out, rng, at, 2);
	close_length(out, rng, hello, 3);
	close_length(out, rng, record, 2);
}

static void put_ssh(struct out *out, struct rng *rng)
{
	static const char *const banners[] = {
		"SSH-2.0-OpenSSH_6.4\r\n", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n",
		"SSH-1.99-x\r\n",          "SSH-",
		"SSH-2.0-OpenSSH_6.4",     "SSH--------------------------\r\n",
	};
	const char *banner = banners[below(rng, sizeof(banners) / sizeof(*banners))];

	put(out, banner, strlen(banner));
	if (one_in(rng, 3))
		put_random(out, rng, below(rng, 400));
}

/* RFC 2131, 2; options of RFC 2132. */
static void put_dhcp(struct out *out, struct rng *rng)
{
	size_t at;

	put(out, "\1\1\6\0", 4);
	put_random(out, rng, 24);
	put_random(out, rng, 208);
	put(out, "\x63\x82\x53\x63", 4);
	for (unsigned int n = below(rng, 12); n; n--) {
		put_int(out, below(rng, 4) ? 50 + below(rng, 12) : below(rng, 256), 1);
		at = out->used;
		put_int(out, 0, 1);
		put_random(out, rng, below(rng, 9));
		close_length(out, rng, at, 1);
	}
	if (!one_in(rng, 4))
		put_int(out, 255, 1);
}

size_t make_message(struct rng *rng, uint8_t *to, size_t room, unsigned int *port, bool *tcp)
{
	static const struct {
		void (*put)(struct out *out, struct rng *rng);
		unsigned int port;
		bool tcp;
	} kinds[] = { { put_dns, 53, false },
		      { put_tls, 443, true },
		      { put_ssh, 22, true },
		      { put_dhcp, 67, false } };
	struct out out = { to, 0, room };
	unsigned int kind = below(rng, 5), size = below(rng, 6);

	if (kind < 4) {
		*port = kinds[kind].port;
		*tcp = kinds[kind].tcp;
		kinds[kind].put(&out, rng);
	} else {
		*port = one_in(rng, 2) ? below(rng, 65536) : kinds[below(rng, 4)].port;
		*tcp = one_in(rng, 2);
		for (size = size == 5 ? below(rng, 60000) : size * below(rng, 400); size;
		     size -= size < 1000 ? size : 1000)
			put_random(&out, rng, size < 1000 ? size : 1000);
	}
	if (one_in(rng, 12)) /* cut */
		out.used = below(rng, out.used + 1);
	if (out.used && one_in(rng, 6)) /* noise */
		for (unsigned int n = 1 + below(rng, 4); n; n--)
			to[below(rng, out.used)] = rng_next(rng);
	return out.used;
}
