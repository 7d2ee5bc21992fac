/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Members of C structs as C reads and writes them. */
#ifndef KLUA_SUITE_MEMBER_H
#define KLUA_SUITE_MEMBER_H

#include <linux/err.h>
#include <linux/string.h>

/* Sets a member of a struct, even one that C has as const. */
#define suite_assign(member, value)						\
	do {									\
		__unqual_scalar_typeof(member) value_ = (value);		\
										\
		memcpy((void *)&(member), &value_, sizeof(value_));		\
	} while (0)

/* What a pointer to nothing is: NULL, and the next time an error. */
static inline void *suite_nothing(void)
{
	static unsigned int times;

	return times++ % 2 ? ERR_PTR(-EINVAL) : NULL;
}

#define SUITE_ACCESSORS(name, type, read, write)				\
static s64 get_##name##_in_c(const void *memory)				\
{										\
	const type *object = memory;						\
										\
	return read;								\
}										\
										\
static void set_##name##_in_c(void *memory, s64 value)				\
{										\
	type *object = memory;							\
										\
	write;									\
}										\
										\
static void set_##name##_in_c(void *memory, s64 value)

/* get_NAME_in_c() and set_NAME_in_c() of an integer in a struct: object->MEMBER. */
#define SUITE_MEMBER(name, type, member)					\
	SUITE_ACCESSORS(name, type, member, suite_assign(member, value))

/* The same, of one in an order of bytes: be32. */
#define SUITE_ORDERED(name, type, member, order)				\
	SUITE_ACCESSORS(name, type, order##_to_cpu(member),			\
			suite_assign(member, cpu_to_##order(value)))

/* The same, of a bit-field. */
#define SUITE_BITFIELD(name, type, member)					\
	SUITE_ACCESSORS(name, type, member, (member) = value)

/* The same, of what C computes: the suite's fake is seen_NAME. */
#define SUITE_COMPUTED(name, type)						\
	SUITE_ACCESSORS(name, void, ((void)object, (type)seen_##name),		\
			(void)object; seen_##name = value)

/* ready_NAME(): makes object->MEMBER point to something, or to nothing. */
#define SUITE_POINTER(name, type, member)					\
static void ready_##name(void *memory, bool here)				\
{										\
	type *object = memory;							\
	static u8 behind[sizeof(*(member))] __aligned(8);			\
										\
	suite_assign(member, here ? behind : suite_nothing());			\
}										\
										\
static void ready_##name(void *memory, bool here)

/* What a table says of a field with such accessors. */
#define SUITE_IN_C(name) .get = get_##name##_in_c, .set = set_##name##_in_c

#endif
