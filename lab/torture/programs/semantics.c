// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * semantics.c: live sockets of many protocols, for packets that scripts look at, or write to, on
 * their way.
 *
 *   torture-semantics receive        answers until SIGTERM, then prints what came to which sockets
 *   torture-semantics send SEED MICROSECONDS ADDRESS...    with a rest after each
 *
 * A socket that gets a packet of another protocol than its own is told on standard output.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define FDS 128
#define NO_NEXT_HEADER 59
#define EXPERIMENT 253 /* RFC 3692 */

enum kind { DATAGRAM, LISTENER, STREAM, RAW4, RAW6, KINDS };
static const char *const kind_names[] = { "datagrams", "connections", "pieces", "raw", "raw6" };

/* Of live sockets: scribble.lua has them, too, and examples look for them. */
#define PORTS 3
static const unsigned int ports[PORTS] = { 22, 53, 443 };

static volatile sig_atomic_t ended;
static unsigned char buffer[1 << 16];
static struct pollfd fds[FDS];
static struct {
	enum kind kind;
	int protocol;
} about[FDS];
static nfds_t nfds;
static unsigned long counts[KINDS];

/* The part waits for the first of each kind. */
static void count(enum kind kind)
{
	if (counts[kind]++ == 0)
		printf("first %s\n", kind_names[kind]);
}

static void end(int number)
{
	(void)number;
	ended = 1;
}

static void watch(int fd, enum kind kind, int protocol)
{
	if (fd < 0 || nfds == FDS) {
		close(fd);
		return;
	}
	about[nfds].kind = kind;
	about[nfds].protocol = protocol;
	fds[nfds].events = POLLIN;
	fds[nfds++].fd = fd;
}

static void forget(nfds_t i)
{
	close(fds[i].fd);
	fds[i] = fds[--nfds];
	about[i] = about[nfds];
}

/* ---- receiving ---- */

static int bound(int family, int type, int protocol, unsigned int port)
{
	static const int on = 1;
	struct sockaddr_in6 any6 = { .sin6_family = AF_INET6, .sin6_port = htons(port) };
	struct sockaddr_in any = { .sin_family = AF_INET, .sin_port = htons(port) };
	int s = socket(family, type | SOCK_NONBLOCK, protocol);

	if (s < 0)
		return s;
	setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (family == AF_INET6) {
		setsockopt(s, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on));
		setsockopt(s, IPPROTO_IPV6, IPV6_RECVHOPOPTS, &on, sizeof(on));
		setsockopt(s, IPPROTO_IPV6, IPV6_RECVDSTOPTS, &on, sizeof(on));
		setsockopt(s, IPPROTO_IPV6, IPV6_RECVRTHDR, &on, sizeof(on));
	} else {
		setsockopt(s, IPPROTO_IP, IP_RECVOPTS, &on, sizeof(on));
		setsockopt(s, IPPROTO_IP, IP_RETOPTS, &on, sizeof(on));
	}
	if (type != SOCK_RAW && bind(s, family == AF_INET6 ? (void *)&any6 : (void *)&any,
				     family == AF_INET6 ? sizeof(any6) : sizeof(any))) {
		close(s);
		return -1;
	}
	return s;
}

static void listen_to(int family, int protocol, unsigned int port)
{
	int s = bound(family, SOCK_STREAM, protocol, port);

	if (s >= 0 && !listen(s, 16))
		watch(s, LISTENER, protocol);
}

static void open_all(void)
{
	static const int families[] = { AF_INET, AF_INET6 };
	static const int raw[] = { IPPROTO_TCP, IPPROTO_UDP, IPPROTO_ICMP, IPPROTO_ICMPV6,
				   NO_NEXT_HEADER, EXPERIMENT };
	unsigned int f, i;

	for (f = 0; f < 2; f++) {
		for (i = 0; i < PORTS; i++) {
			watch(bound(families[f], SOCK_DGRAM, 0, ports[i]), DATAGRAM, IPPROTO_UDP);
			listen_to(families[f], IPPROTO_TCP, ports[i]);
		}
		listen_to(families[f], IPPROTO_SCTP, ports[0]);
		for (i = 0; i < sizeof(raw) / sizeof(*raw); i++)
			watch(bound(families[f], SOCK_RAW, raw[i], 0), f ? RAW6 : RAW4, raw[i]);
	}
}

/* What the peer of a datagram gets for an answer makes its socket one that early demux finds. */
static void answer(nfds_t i)
{
	struct sockaddr_storage peer;
	unsigned char control[4096];
	struct iovec part = { buffer, sizeof(buffer) };
	struct msghdr message = { &peer, sizeof(peer), &part, 1, control, sizeof(control), 0 };
	ssize_t n = recvmsg(fds[i].fd, &message, MSG_DONTWAIT);

	if (n < 0)
		return;
	count(about[i].kind);
	if (about[i].kind == RAW4 && n >= 20 && buffer[9] != about[i].protocol)
		printf("a raw socket of %d got a packet of %d\n", about[i].protocol, buffer[9]);
	if (about[i].kind == DATAGRAM)
		sendto(fds[i].fd, buffer, n > 1000 ? 1000 : n, MSG_DONTWAIT, (void *)&peer,
		       message.msg_namelen);
}

static void stream(nfds_t i)
{
	ssize_t n = recv(fds[i].fd, buffer, sizeof(buffer), MSG_DONTWAIT);

	if (n == 0 || (n < 0 && errno != EAGAIN)) {
		forget(i);
		return;
	}
	count(STREAM);
	if (n > 0)
		send(fds[i].fd, buffer, n, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static int receive(void)
{
	enum kind kind;
	nfds_t i;

	open_all();
	while (!ended) {
		if (poll(fds, nfds, 200) <= 0)
			continue;
		for (i = nfds; i-- > 0;) {
			if (!fds[i].revents)
				continue;
			if (about[i].kind == LISTENER) {
				count(LISTENER);
				watch(accept(fds[i].fd, NULL, NULL), STREAM, about[i].protocol);
			} else if (about[i].kind == STREAM) {
				stream(i);
			} else {
				answer(i);
			}
		}
	}
	for (kind = 0; kind < KINDS; kind++)
		printf("%s %lu\n", kind_names[kind], counts[kind]);
	return 0;
}

/* ---- sending ---- */

static uint64_t state;

static unsigned int below(unsigned int n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (state >> 33) % n;
}

static socklen_t address(struct sockaddr_storage *to, const char *text, unsigned int port)
{
	struct sockaddr_in6 *six = (void *)to;
	struct sockaddr_in *four = (void *)to;

	memset(to, 0, sizeof(*to));
	if (strchr(text, ':')) {
		six->sin6_family = AF_INET6;
		six->sin6_port = htons(port);
		inet_pton(AF_INET6, text, &six->sin6_addr);
		return sizeof(*six);
	}
	four->sin_family = AF_INET;
	four->sin_port = htons(port);
	inet_pton(AF_INET, text, &four->sin_addr);
	return sizeof(*four);
}

static int opened(const char *text, int type, int protocol, unsigned int port)
{
	struct sockaddr_storage to;
	socklen_t n = address(&to, text, port);
	int s = socket(to.ss_family, type | SOCK_NONBLOCK, protocol);

	if (s >= 0 && connect(s, (void *)&to, n) && errno != EINPROGRESS) {
		close(s);
		return -1;
	}
	return s;
}

#define TEXT(s) { s, sizeof(s) - 1 }

/*
 * What would make a header of TCP of that of UDP before it, with an acknowledgment; queries for
 * sub.blocked.example and for a name of one label (RFC 1035, 4.1); a banner.
 */
static const struct {
	const char *bytes;
	size_t n;
} texts[] = {
	TEXT("\0\0\0\0\x50\x10\xff\xff"),
	TEXT("\x12\x34\x01\0\0\1\0\0\0\0\0\0\3sub\7blocked\7example\0\0\1\0\1"),
	TEXT("\x12\x35\x01\0\0\1\0\0\0\0\0\0\5other\0\0\1\0\1"),
	TEXT("SSH-2.0-OpenSSH_6.4\r\n"),
};

static size_t put_text(void)
{
	unsigned int i = below(sizeof(texts) / sizeof(*texts));

	memcpy(buffer, texts[i].bytes, texts[i].n);
	return texts[i].n;
}

/* Small, larger than a link takes, or of which the kernel makes several. */
static void send_datagrams(const char *to)
{
	int s = opened(to, SOCK_DGRAM, 0, ports[below(PORTS)]);
	uint16_t segment = 500;
	unsigned int i;

	if (s < 0)
		return;
	if (below(3) == 0)
		setsockopt(s, SOL_UDP, UDP_SEGMENT, &segment, sizeof(segment));
	for (i = 0; i < 4; i++) {
		size_t n = put_text();

		send(s, buffer, below(3) ? n : below(3) ? below(1400) : below(8000), 0);
		usleep(1000);
		while (recv(s, buffer, sizeof(buffer), 0) > 0)
			;
	}
	close(s);
}

static void send_stream(const char *to, int protocol)
{
	static const struct linger now = { .l_onoff = 1 };
	unsigned int port = ports[protocol == IPPROTO_SCTP ? 0 : below(PORTS)];
	int s = opened(to, SOCK_STREAM, protocol, port);
	struct pollfd wait = { .fd = s, .events = POLLOUT };
	unsigned int i;

	if (s < 0)
		return;
	put_text();
	for (i = 0; i < 8 && poll(&wait, 1, i ? 30 : 3000) == 1; i++) {
		if (send(s, buffer, below(20000), MSG_NOSIGNAL) < 0 && errno != EAGAIN)
			break;
		while (recv(s, buffer, sizeof(buffer), 0) > 0)
			;
	}
	if (below(2))
		setsockopt(s, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	close(s);
}

/* Options or extension headers, right ones and others. */
static void set_options(int s, bool six)
{
	static const int options[] = { IPV6_HOPOPTS, IPV6_DSTOPTS, IPV6_RTHDR };
	unsigned char bytes[40] = { 0 };
	unsigned int i;

	for (i = 0; i < sizeof(bytes); i++)
		bytes[i] = below(4) ? 0 : below(256);
	if (!six) {
		static const unsigned char route[] = { 7, 39, 4 }, stamp[] = { 68, 36, 5, 0 };

		memcpy(bytes, below(2) ? route : stamp, 3);
		setsockopt(s, IPPROTO_IP, IP_OPTIONS, bytes, 4 * (1 + below(10)));
		return;
	}
	for (i = 0; i < 3; i++) {
		bytes[0] = 0;
		bytes[1] = options[i] == IPV6_RTHDR ? 2 : below(4);
		bytes[2] = options[i] == IPV6_RTHDR ? 4 : 1; /* segment routing; PadN */
		bytes[3] = options[i] == IPV6_RTHDR ? 0 : bytes[1] * 8 + 4;
		if (below(2))
			setsockopt(s, IPPROTO_IPV6, options[i], bytes, 8 * (bytes[1] + 1));
	}
}

static void send_raw(const char *to)
{
	static const int protocols[] = { IPPROTO_ICMP, IPPROTO_ICMPV6, NO_NEXT_HEADER, EXPERIMENT,
					 IPPROTO_UDP, IPPROTO_TCP, IPPROTO_AH, IPPROTO_ESP,
					 IPPROTO_DSTOPTS, IPPROTO_ROUTING, IPPROTO_GRE };
	static const unsigned char types[] = { 0, 3, 5, 8, 12, 13, 128, 129, 1, 2 };
	unsigned int i, n = 8 + below(200), which = below(sizeof(protocols) / sizeof(*protocols));
	unsigned char bytes[2000];
	int s = opened(to, SOCK_RAW, protocols[which], 0);

	if (s < 0)
		return;
	for (i = 0; i < n; i++)
		bytes[i] = below(256);
	if (which < 2) {
		bytes[0] = types[below(sizeof(types))];
		bytes[1] = 0;
	} else if (below(4)) {
		/* A next header and a length, or the two ports. */
		memcpy(bytes, below(2) ? "\x1f\x40\0\x35" : "\x11\0\0\0", 4);
	}
	if (below(2))
		set_options(s, strchr(to, ':'));
	send(s, bytes, below(3) ? n : sizeof(bytes), 0);
	close(s);
}

static int send_all(unsigned int rest, char **addresses, int n)
{
	for (; !ended; usleep(rest)) {
		const char *to = addresses[below(n)];

		switch (below(8)) {
		case 0:
		case 1:
			send_datagrams(to);
			break;
		case 2:
			send_stream(to, IPPROTO_TCP);
			break;
		case 3:
			send_stream(to, below(4) ? IPPROTO_TCP : IPPROTO_SCTP);
			break;
		default:
			send_raw(to);
		}
	}
	return 0;
}

int main(int argc, char **argv)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	signal(SIGTERM, end);
	signal(SIGPIPE, SIG_IGN);
	if (argc == 2 && !strcmp(argv[1], "receive"))
		return receive();
	if (argc < 5 || strcmp(argv[1], "send"))
		return 2;
	state = strtoul(argv[2], NULL, 10);
	return send_all(strtoul(argv[3], NULL, 10), argv + 4, argc - 4);
}
