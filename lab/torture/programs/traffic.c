// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * traffic.c: packets of the kinds that the examples filter, over loopback, until SIGTERM; then
 * prints how many.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/ip_icmp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static volatile sig_atomic_t ended;

static void end(int number)
{
	(void)number;
	ended = 1;
}

/* Queries for sub.blocked.example and for a name of one label (RFC 1035, 4.1). */
static const char blocked[] = "\x12\x34\x01\0\0\1\0\0\0\0\0\0\3sub\7blocked\7example\0\0\1\0\1";
static const char label[] = "\x12\x35\x01\0\0\1\0\0\0\0\0\0\5other\0\0\1\0\1";
static const char banner[] = "SSH-2.0-OpenSSH_6.4\r\n";

static const struct sockaddr_in *to(unsigned int port)
{
	static struct sockaddr_in address;

	address.sin_family = AF_INET;
	address.sin_port = htons(port);
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return &address;
}

static void datagram(unsigned int port, const char *data, size_t size)
{
	int s = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);

	sendto(s, data, size, 0, (const struct sockaddr *)to(port), sizeof(*to(0)));
	close(s);
}

static void ping(void)
{
	struct {
		struct icmphdr head;
		uint8_t data[8];
	} echo = { .head = { .type = ICMP_ECHO, .checksum = 0xfff7 } };
	int s = socket(AF_INET, SOCK_RAW | SOCK_NONBLOCK, IPPROTO_ICMP);

	sendto(s, &echo, sizeof(echo), 0, (const struct sockaddr *)to(0), sizeof(*to(0)));
	close(s);
}

/* A filter may drop any part of it: nothing waits for more than 20 ms. */
static void connection(unsigned int port)
{
	static const int on = 1;
	struct linger now = { .l_onoff = 1 };
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	int s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	struct pollfd wait = { .fd = listener, .events = POLLIN };
	char buffer[64];
	int server = -1;

	setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (!bind(listener, (const struct sockaddr *)to(port), sizeof(*to(0))) &&
	    !listen(listener, 1)) {
		connect(s, (const struct sockaddr *)to(port), sizeof(*to(0)));
		if (poll(&wait, 1, 20) == 1)
			server = accept(listener, NULL, NULL);
	}
	if (server >= 0 && write(server, banner, sizeof(banner) - 1) > 0) {
		wait.fd = s;
		if (poll(&wait, 1, 20) == 1 && read(s, buffer, sizeof(buffer)) < 0)
			errno = 0;
		setsockopt(server, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
		close(server);
	}
	setsockopt(s, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	close(s);
	close(listener);
}

int main(int argc, char **argv)
{
	static const unsigned int services[] = { 22, 443, 5001 };
	static char large[8192];
	unsigned long rounds = 0;

	srandom(argc > 1 ? strtoul(argv[1], NULL, 10) : 0);
	signal(SIGTERM, end);
	signal(SIGPIPE, SIG_IGN); /* a filter may have cut the connection */
	while (!ended) {
		datagram(53, blocked, sizeof(blocked) - 1);
		datagram(53, label, random() % sizeof(label));
		datagram(random() % 65536, large, random() % sizeof(large));
		ping();
		connection(services[random() % 3]);
		rounds++;
	}
	printf("%lu packets at least\n", rounds * 5);
	return 0;
}
