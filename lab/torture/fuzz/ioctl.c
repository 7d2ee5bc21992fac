// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Target: the ioctls of /dev/klua: the device's own files, over a shim of what they take from the
 * kernel, and states that hold nothing. Structs are right, but for what the input writes into them.
 */
#include "fuzz.h"
#include "world.h"
#include "device.h"

#define CALLS 10
#define POKES 6

static const unsigned int requests[] = {
	KLUA_IOC_LOAD,  KLUA_IOC_RUN,  KLUA_IOC_STOP,       KLUA_IOC_INTERRUPT,
	KLUA_IOC_STATE, KLUA_IOC_NEXT, KLUA_IOC_ATTACHMENT, KLUA_IOC_LOG,
};

/* Sizes at the limits of the interface. */
static const u32 sizes[] = {
	0,
	1,
	KLUA_CHUNKNAME_MAX,
	KLUA_CHUNKNAME_MAX + 1,
	KLUA_ALLOW_MAX,
	KLUA_ALLOW_MAX + 1,
	KLUA_TEXT_MAX,
	KLUA_TEXT_MAX + 1,
	KLUA_CODE_MAX,
	KLUA_CODE_MAX + 1,
	UINT32_MAX,
};

static void poke(unsigned char *at, size_t room)
{
	size_t offset = fuzz_byte() * 4;
	u64 value = fuzz_byte();
	size_t width = 4;

	if (value >= 128) { /* an address, most of the caller's own */
		value = WORLD_BASE + (value - 128) * 8;
		width = 8;
	} else if (value >= 64) {
		value = sizes[value % COUNT(sizes)];
	} else if (value >= 60) {
		value = fuzz_number();
		width = 8;
	}
	if (offset + width <= room)
		memcpy(at + offset, &value, width);
}

/* A struct in the caller's memory; where it is. */
static u64 lay_out(u32 size, size_t given)
{
	size_t offset = fuzz_below(4) ? 0 : fuzz_byte() * 4, room, i, n = fuzz_below(POKES + 1);

	if (offset >= world.size)
		return WORLD_BASE + offset;
	room = world.size - offset;
	memset(world.memory + offset, 0, given < room ? given : room);
	if (room >= 4)
		memcpy(world.memory + offset, &size, 4);
	if (room > 9 && fuzz_below(4))
		world.memory[offset + 8] = "tu"[fuzz_below(2)];
	if (room >= 88 &&
	    fuzz_below(8)) { /* a chunk's name of two bytes, as load and run have it */
		static const u64 address = WORLD_BASE + 16;
		static const u32 two = 2;

		memcpy(world.memory + offset + 80, &address, 8);
		if (room >= 96)
			memcpy(world.memory + offset + 92, &two, 4);
	}
	for (i = 0; i < n; i++)
		poke(world.memory + offset, room);
	return WORLD_BASE + offset;
}

static void one_ioctl(struct file *file)
{
	unsigned int request = requests[fuzz_below(COUNT(requests))], how = fuzz_byte();
	u32 size = _IOC_SIZE(request);
	size_t given = size;

	if (how % 8 == 0) {
		given = fuzz_byte() * 5;
		size = how & 64 ? given : size;
		request = _IOC(_IOC_READ | _IOC_WRITE, 'k', _IOC_NR(request), given);
	} else if (how % 32 == 1) {
		request ^= 1u << fuzz_below(32);
	}
	world.operations->unlocked_ioctl(file, request, lay_out(size, given));
}

static void one_read(struct file *file)
{
	char *to = (char *)(uintptr_t)(WORLD_BASE + fuzz_byte() * 4);

	file->f_flags = O_NONBLOCK;
	world.operations->poll(file, NULL);
	world.operations->read(file, to, fuzz_byte() * 40, NULL);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return klua_device_init();
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct file file = { 0 };
	unsigned int how, i;

	fuzz_input(bytes, n);
	how = fuzz_byte();
	world.capable = how % 32 != 1;
	world.left = how >= 224 ? (long)how - 224 : -1;
	world.hostile = how & 2 ? fuzz_byte() : 0;
	world.size = fuzz_byte() * 5;
	world.memory = calloc(1, world.size); /* not a byte more */
	if (world.operations->open(NULL, &file) == 0) {
		for (i = 0; i < CALLS && fuzz_more(); i++)
			if (fuzz_below(6))
				one_ioctl(&file);
			else
				one_read(&file);
		world.operations->release(NULL, &file);
	}
	world_end();
	assert(world.allocated == 0 && world.states == 0);
	free(world.memory);
	return 0;
}
