// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Memory of the kernel's, and of the caller, as the shim has them. */
#include "shim.h"
#include "world.h"

struct world world;

void *shim_alloc(size_t size, bool zero)
{
	void *p;

	assert(size <= WORLD_ALLOC_MAX); /* what is asked for is bounded before */
	if (world.left == 0)
		return NULL;
	world.left -= world.left > 0;
	p = zero ? calloc(1, size) : malloc(size);
	assert(p);
	world.allocated++;
	return p;
}

void shim_free(const void *p)
{
	world.allocated -= !!p;
	free((void *)p);
}

/* How many of n bytes from an address on are the caller's. */
static size_t there(uintptr_t address, size_t n)
{
	size_t offset = address - WORLD_BASE;

	if (address < WORLD_BASE || offset >= world.size)
		return 0;
	return n < world.size - offset ? n : world.size - offset;
}

unsigned long copy_from_user(void *to, const void *from, unsigned long n)
{
	size_t got = there((uintptr_t)from, n), i;
	unsigned char *p;

	if (!got)
		return n;
	p = world.memory + ((uintptr_t)from - WORLD_BASE);
	memcpy(to, p, got);
	for (i = 0; world.hostile && i < got; i++)
		p[i] += world.hostile;
	return n - got;
}

void *shim_copy(const void *from, size_t size)
{
	void *p = shim_alloc(size, false);

	return p ? memcpy(p, from, size) : NULL;
}

unsigned long copy_to_user(void *to, const void *from, unsigned long n)
{
	size_t got = there((uintptr_t)to, n);

	if (got)
		memcpy(world.memory + ((uintptr_t)to - WORLD_BASE), from, got);
	return n - got;
}

void *vmemdup_user(const void *from, size_t size)
{
	void *p = shim_alloc(size, false);

	if (!p)
		return ERR_PTR(-ENOMEM);
	if (!copy_from_user(p, from, size))
		return p;
	shim_free(p);
	return ERR_PTR(-EFAULT);
}

void *memdup_user_nul(const void *from, size_t size)
{
	char *p = shim_alloc(size + 1, false);

	if (!p)
		return ERR_PTR(-ENOMEM);
	p[size] = '\0';
	if (!copy_from_user(p, from, size))
		return p;
	shim_free(p);
	return ERR_PTR(-EFAULT);
}

/* As include/linux/uaccess.h has it: what is not known has to be zero. */
int copy_struct_from_user(void *to, size_t size, const void *from, size_t given)
{
	size_t both = given < size ? given : size, i;
	unsigned char c;

	for (i = size; i < given; i++) {
		if (copy_from_user(&c, (const char *)from + i, 1))
			return -EFAULT;
		if (c)
			return -E2BIG;
	}
	memset((char *)to + both, 0, size - both);
	return copy_from_user(to, from, both) ? -EFAULT : 0;
}

int put_user_byte(char c, void *to)
{
	return copy_to_user(to, &c, 1) ? -EFAULT : 0;
}

ssize_t strscpy(char *to, const char *from, size_t size)
{
	size_t n = strnlen(from, size);

	if (!size)
		return -E2BIG;
	memcpy(to, from, n < size ? n : size - 1);
	to[n < size ? n : size - 1] = '\0';
	return n < size ? (ssize_t)n : -E2BIG;
}

bool capable(int capability)
{
	return capability == CAP_SYS_ADMIN && world.capable;
}

int misc_register(struct miscdevice *device)
{
	world.operations = device->fops;
	return 0;
}
