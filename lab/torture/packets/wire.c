// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* wire.c: sockets at both ends of the two ways, and what comes out of them. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "packets.h"

#define FRAME 131072 /* of a ring: a packet behind its headers */
#define FIRST_IPV6 8    /* those of side->local before it are for IPv4 */

static const uint8_t protocols[] = { 1,  6, 17, 47, 50, 132, 136, 253,
				     58, 6, 17, 47, 50, 132, 136, 253 };

void fail(const char *what)
{
	fprintf(stderr, "torture-packets: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void enter(const char *namespace)
{
	char path[64];
	int fd;

	snprintf(path, sizeof(path), "/var/run/netns/%s", namespace);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || setns(fd, CLONE_NEWNET))
		fail(path);
	close(fd);
}

static void set(int fd, int level, int option, int value)
{
	if (setsockopt(fd, level, option, &value, sizeof(value)))
		fail("setsockopt");
}

static int packet_socket(const char *device, unsigned int type)
{
	struct sockaddr_ll to = { .sll_family = AF_PACKET,
				  .sll_protocol = htons(type),
				  .sll_ifindex = if_nametoindex(device) };
	int fd = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0 || !to.sll_ifindex)
		fail(device);
	set(fd, SOL_SOCKET, SO_RCVBUFFORCE, 32 << 20);
	set(fd, SOL_SOCKET, SO_SNDBUFFORCE, 32 << 20);
	set(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, 1);
	if (type != TYPE_MARK)
		set(fd, SOL_PACKET, PACKET_VNET_HDR, 1);
	if (bind(fd, (struct sockaddr *)&to, sizeof(to)))
		fail("bind");
	return fd;
}

/* A ring that packets are sent from: their skbs have our pages for fragments. */
static void ring_open(struct side *side, const char *device)
{
	struct tpacket_req req = { .tp_block_size = FRAME,
				   .tp_block_nr = RING_FRAMES,
				   .tp_frame_size = FRAME,
				   .tp_frame_nr = RING_FRAMES };

	side->ring = packet_socket(device, 0);
	set(side->ring, SOL_PACKET, PACKET_VERSION, TPACKET_V2);
	if (setsockopt(side->ring, SOL_PACKET, PACKET_TX_RING, &req, sizeof(req)))
		fail("PACKET_TX_RING");
	side->frames =
		mmap(NULL, FRAME * RING_FRAMES, PROT_READ | PROT_WRITE, MAP_SHARED, side->ring, 0);
	if (side->frames == MAP_FAILED)
		fail("mmap");
}

static int raw_socket(int family, int protocol)
{
	int fd = socket(family, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol);

	if (fd < 0)
		fail("raw socket");
	set(fd, SOL_SOCKET, SO_RCVBUFFORCE, 8 << 20);
	return fd;
}

void side_open(struct side *side, const char *name, bool clones)
{
	char device[IFNAMSIZ];

	side->name = name;
	side->heap = malloc(HEAP);
	enter("outside");
	snprintf(device, sizeof(device), "in-%s", name);
	side->send = packet_socket(device, 0);
	ring_open(side, device);
	snprintf(device, sizeof(device), "out-%s", name);
	side->sink = packet_socket(device, 3 /* ETH_P_ALL */);
	enter(name);
	side->seen = packet_socket("in", TYPE_MARK);
	side->mark = packet_socket("out", TYPE_MARK);
	side->clones = clones ? packet_socket("in", 3) : -1;
	side->raw[0] = raw_socket(AF_INET, IPPROTO_RAW);
	side->raw[1] = raw_socket(AF_INET6, IPPROTO_RAW);
	for (unsigned int i = 0; i < sizeof(protocols); i++)
		side->local[side->locals++] =
			raw_socket(i < FIRST_IPV6 ? AF_INET : AF_INET6, protocols[i]);
}

/* ---- sending ---- */

/* Where the kernel takes a packet from, in a frame of the ring. */
static uint8_t *ring_data(const struct side *side, unsigned int frame)
{
	return side->frames + FRAME * frame + TPACKET2_HDRLEN - sizeof(struct sockaddr_ll);
}

static void send_paged(struct side *side, const struct packet *p)
{
	struct tpacket2_hdr *header = (void *)(side->frames + FRAME * side->next_frame);
	uint8_t *data = ring_data(side, side->next_frame);

	memcpy(data, &p->vnet, sizeof(p->vnet));
	memcpy(data + sizeof(p->vnet), p->bytes, p->length);
	header->tp_len = sizeof(p->vnet) + p->length;
	__atomic_store_n(&header->tp_status, TP_STATUS_SEND_REQUEST, __ATOMIC_RELEASE);
	if (send(side->ring, NULL, 0, MSG_DONTWAIT) < 0 &&
	    __atomic_load_n(&header->tp_status, __ATOMIC_ACQUIRE) != TP_STATUS_AVAILABLE) {
		side->rejected++; /* the kernel stays at this frame */
		header->tp_status = TP_STATUS_AVAILABLE;
		return;
	}
	side->in_ring[side->next_frame] = p;
	side->next_frame = (side->next_frame + 1) % RING_FRAMES;
}

static void send_frame(struct side *side, const struct packet *p)
{
	struct iovec parts[] = { { (void *)&p->vnet, sizeof(p->vnet) },
				 { (void *)p->bytes, p->length } };

	if (writev(side->send, parts, 2) < 0)
		side->rejected++;
}

static void send_raw(struct side *side, const struct packet *p)
{
	size_t at = get16(p->bytes + 12) == 0x8100 ? ETHER + 4 : ETHER;
	bool v6 = get16(p->bytes + at - 2) == 0x86dd;
	struct sockaddr_in to4 = { .sin_family = AF_INET };
	struct sockaddr_in6 to6 = { .sin6_family = AF_INET6 };
	const void *to = v6 ? (void *)&to6 : (void *)&to4;

	memcpy(&to4.sin_addr, (uint8_t[]){ 10, 3, 0, 1 }, 4);
	inet_pton(AF_INET6, "fd03::1", &to6.sin6_addr);
	if (p->length < at || sendto(side->raw[v6], p->bytes + at, p->length - at, 0, to,
				     v6 ? sizeof(to6) : sizeof(to4)) < 0)
		side->rejected++;
}

/* Until the mark that was sent behind the batch is there. */
static void await(int fd, const char *what)
{
	struct pollfd wait = { .fd = fd, .events = POLLIN };
	uint8_t bytes[64];

	if (poll(&wait, 1, 60000) != 1)
		fail(what);
	if (recv(fd, bytes, sizeof(bytes), 0) < 0)
		fail(what);
}

void side_send(struct side *side, const struct packet *batch, unsigned int n, enum way way)
{
	static struct packet mark = { .length = 60 };

	put16(mark.bytes + 12, TYPE_MARK);
	memset(mark.bytes, 255, 6);
	memset(side->in_ring, 0, sizeof(side->in_ring));
	for (unsigned int i = 0; i < n; i++) {
		if (way == OUTPUT)
			send_raw(side, &batch[i]);
		else if (batch[i].paged)
			send_paged(side, &batch[i]);
		else
			send_frame(side, &batch[i]);
	}
	if (way != OUTPUT) {
		send_frame(side, &mark);
		await(side->seen, "a mark was lost on its way in");
	}
	if ((way == FORWARD || way == OUTPUT) && send(side->mark, mark.bytes, mark.length, 0) < 0)
		fail("sending a mark");
}

/* ---- receiving ---- */

static ssize_t receive(struct side *side, int fd, struct virtio_net_hdr *vnet)
{
	uint8_t *to = side->heap + side->used;
	struct iovec parts[] = { { vnet, sizeof(*vnet) }, { to, HEAP - side->used } };
	struct msghdr message = { .msg_iov = vnet ? parts : parts + 1, .msg_iovlen = vnet ? 2 : 1 };
	ssize_t n = recvmsg(fd, &message, MSG_DONTWAIT);

	if (n < 0 && errno == EAGAIN)
		return -1;
	if (n < 0) /* a kind of segments that virtio has no name for */
		return 0;
	return vnet ? n - (ssize_t)sizeof(*vnet) : n;
}

static void keep(struct side *side, size_t n, const struct virtio_net_hdr *vnet)
{
	struct arrival *to = &side->arrivals[side->count++];

	if (side->count == ARRIVALS || side->used + n + PACKET_MAX > HEAP) {
		errno = ENOBUFS;
		fail("more has arrived than was sent");
	}
	to->at = side->used;
	to->length = n;
	to->vnet = *vnet;
	to->vnet.hdr_len = 0; /* how much was linear: reading may change it */
	side->used += n;
}

static void check_losses(const struct side *side, int fd)
{
	struct tpacket_stats stats;
	socklen_t size = sizeof(stats);

	if (getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, &stats, &size) || stats.tp_drops) {
		errno = ENOBUFS;
		fail(side->name);
	}
}

/* What the second device sent, up to the mark. */
static void collect_sink(struct side *side)
{
	static const uint8_t gateway[] = { 2, 0, 0, 0, 0, 0x99 };
	struct virtio_net_hdr vnet;
	struct pollfd wait = { .fd = side->sink, .events = POLLIN };

	for (;;) {
		const uint8_t *bytes = side->heap + side->used;
		ssize_t n = receive(side, side->sink, &vnet);

		if (n < 0 && poll(&wait, 1, 60000) != 1)
			fail("a mark was lost on its way out");
		if (n == 0)
			keep(side, 0, &(struct virtio_net_hdr){ .gso_type = 255 });
		if (n < ETHER)
			continue;
		if (get16(bytes + 12) == TYPE_MARK)
			break;
		if (!memcmp(bytes, gateway, sizeof(gateway)))
			keep(side, n, &vnet);
	}
	check_losses(side, side->sink);
}

void side_collect(struct side *side, enum way way)
{
	static const struct virtio_net_hdr none;

	side->count = 0;
	side->used = 0;
	if (way == FORWARD || way == OUTPUT) {
		collect_sink(side);
		return;
	}
	for (unsigned int i = 0; i < side->locals; i++) {
		ssize_t n;

		while ((n = receive(side, side->local[i], NULL)) >= 0)
			keep(side, n, &none);
	}
}

/* ---- what a script's writes must leave alone ---- */

/* Pages that we share with the kernel. */
static bool ring_intact(const struct side *side)
{
	for (unsigned int i = 0; i < RING_FRAMES; i++) {
		const struct packet *p = side->in_ring[i];

		if (p && memcmp(ring_data(side, i) + sizeof(p->vnet), p->bytes, p->length))
			return false;
	}
	return true;
}

const char *side_check_clones(struct side *side)
{
	struct virtio_net_hdr vnet;
	ssize_t n;

	side->count = 0;
	side->used = 0;
	while (side->clones >= 0 && (n = receive(side, side->clones, &vnet)) >= 0)
		if (n < ETHER || get16(side->heap + side->used + 12) != TYPE_MARK)
			keep(side, n, &vnet);
	if (side->clones >= 0)
		check_losses(side, side->clones);
	return ring_intact(side) ? NULL : "pages of the sender changed";
}
