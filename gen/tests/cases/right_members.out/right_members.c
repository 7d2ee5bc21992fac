// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_members binding: Members of every kind. Generated from cases/right_members.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_members.h"
#include "right_members_probe.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* What it wants */
static const struct luadata_constant wish_names[] = {
	{"rain", WISH_RAIN}, /* cases/right_members.yaml:6 */
	{"sun", WISH_SUN}, /* cases/right_members.yaml:6 */
	{NULL, 0},
};

/* guards the statistics */
#ifndef l_take_stats
#define l_take_stats(object) spin_lock_bh(&object->lock) /* cases/right_members.yaml:8 */
#define l_drop_stats(object) spin_unlock_bh(&object->lock) /* cases/right_members.yaml:8 */
#endif

#if defined(RIGHT_MEMBERS_HAS_THING___STATE)
#define RIGHT_MEMBERS_THING_STATE __state
#else
#define RIGHT_MEMBERS_THING_STATE state
#endif

#if defined(RIGHT_MEMBERS_HAS_THING_MARK)
#define RIGHT_MEMBERS_THING_MARK mark
#elif defined(RIGHT_MEMBERS_HAS_THING_SECMARK)
#define RIGHT_MEMBERS_THING_MARK secmark
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing_item, size), u32),
	      "cases/right_members.yaml:10: item.size: size of struct thing_item is not u32");

static const struct luadata_field item_fields[] = {
	{
		.name = "size",
		.offset = offsetof(struct thing_item, size),
		.size = sizeof_field(struct thing_item, size),
		.bits = 8 * sizeof_field(struct thing_item, size),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
};

const struct luadata_layout luadata_layout_right_members_item = {
	.name = "right_members.item",
	.size = sizeof(struct thing_item),
	.fields = item_fields,
	.nfields = LUADATA_COUNT(item_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_members_item);

#ifdef RIGHT_MEMBERS_HAS_THING_FLAG
static int64_t l_get_thing_flag(const void *p)
{
	BUILD_BUG_ON_MSG(!LUADATA_HAS_BITS(struct thing, flag, u8, 1),
			 "cases/right_members.yaml:17: thing.flag: flag of struct thing is no u8 of 1 bits");
	return ((const struct thing *)p)->flag;
}

static void l_set_thing_flag(void *p, int64_t value)
{
	((struct thing *)p)->flag = value;
}

#endif

static int64_t l_get_thing_parent(const void *p)
{
	const struct thing *object = p;
	const typeof(*object->dev) *to = READ_ONCE(object->dev);

	return IS_ERR_OR_NULL(to) ? 0 : to->ifindex;
}

static bool l_place_thing_parent(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = 0;
	span->length = 0;
	return !IS_ERR_OR_NULL(object->dev);
}

static int64_t l_get_thing_order(const void *p)
{
	const struct thing *object = p;
	const typeof(*object->head) *to = READ_ONCE(object->head);

	return IS_ERR_OR_NULL(to) ? 0 : be16_to_cpu(to->order);
}

static const char *l_text_thing_label(const void *p, size_t *length)
{
	struct thing *object = (struct thing *)p;
	const char *text = READ_ONCE(object->label);

	*length = IS_ERR_OR_NULL(text) ? 0 : strnlen(text, 32);
	return IS_ERR(text) ? NULL : text;
}

static bool l_place_thing_items(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, items);
	span->length = clamp_t(s64, object->number, 0,
			       64) * sizeof(object->items[0]); /* cases/right_members.yaml:21 */
	return true;
}

static bool l_place_thing_levels(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, levels);
	span->length = clamp_t(s64, object->used, 0,
			       8) * sizeof(object->levels[0]); /* cases/right_members.yaml:22 */
	return true;
}

static bool l_place_thing_floors(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, floors);
	span->length = clamp_t(s64, object->used, 0,
			       8) * sizeof(object->floors[0]); /* cases/right_members.yaml:23 */
	return object->family == 4; /* cases/right_members.yaml:23 */
}

static bool l_place_thing_mtu4(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, mtu4);
	span->length = sizeof_field(struct thing, mtu4);
	return object->family == 4; /* cases/right_members.yaml:25 */
}

#ifndef l_value_thing_up
#define l_value_thing_up(object) (thing_running(object)) /* cases/right_members.yaml:26 */
#endif

static int64_t l_get_thing_up(const void *p)
{
	struct thing *object = (struct thing *)p;

	return (bool)l_value_thing_up(object);
}

#ifndef l_value_thing_title
#define l_value_thing_title(object) (thing_title(object)) /* cases/right_members.yaml:27 */
#endif

static const char *l_text_thing_title(const void *p, size_t *length)
{
	struct thing *object = (struct thing *)p;
	const char *text = l_value_thing_title(object);

	*length = IS_ERR_OR_NULL(text) ? 0 : strnlen(text, 16);
	return IS_ERR(text) ? NULL : text;
}

static int64_t l_get_thing_bytes(const void *p)
{
	struct thing *object = (struct thing *)p;
	int64_t value;

	l_take_stats(object);
	value = object->bytes;
	l_drop_stats(object);
	return value;
}

static void l_set_thing_bytes(void *p, int64_t value)
{
	struct thing *object = p;

	l_take_stats(object);
	object->bytes = value;
	l_drop_stats(object);
}

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, RIGHT_MEMBERS_THING_STATE),
					   unsigned int),
	      "cases/right_members.yaml:15: thing.state: __state or state of struct thing is not unsigned int");
#ifdef RIGHT_MEMBERS_THING_MARK
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, RIGHT_MEMBERS_THING_MARK),
					   u32),
	      "cases/right_members.yaml:16: thing.mark: mark or secmark of struct thing is not u32");
#endif
static_assert(__builtin_types_compatible_p(typeof(((struct thing *)0)->dev->ifindex), int),
	      "cases/right_members.yaml:18: thing.parent: dev->ifindex of struct thing is not int");
static_assert(__builtin_types_compatible_p(typeof(((struct thing *)0)->head->order), __be16),
	      "cases/right_members.yaml:19: thing.order: head->order of struct thing is not __be16");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, label), char *),
	      "cases/right_members.yaml:20: thing.label: label of struct thing is not char *");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, items), struct thing_item[]),
	      "cases/right_members.yaml:21: thing.items: items of struct thing is not struct thing_item[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, items),
					   struct thing_item[64]) ||
	      /* A flexible array is compatible with one of no elements, and with no other size. */
	      __builtin_types_compatible_p(typeof_member(struct thing, items),
					   struct thing_item[0]),
	      "cases/right_members.yaml:21: thing.items: items of struct thing has another size than max, 64");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, levels), u16[]),
	      "cases/right_members.yaml:22: thing.levels: levels of struct thing is not u16[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, levels), u16[8]) ||
	      /* A flexible array is compatible with one of no elements, and with no other size. */
	      __builtin_types_compatible_p(typeof_member(struct thing, levels), u16[0]),
	      "cases/right_members.yaml:22: thing.levels: levels of struct thing has another size than max, 8");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, floors), u16[]),
	      "cases/right_members.yaml:23: thing.floors: floors of struct thing is not u16[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, floors), u16[8]) ||
	      /* A flexible array is compatible with one of no elements, and with no other size. */
	      __builtin_types_compatible_p(typeof_member(struct thing, floors), u16[0]),
	      "cases/right_members.yaml:23: thing.floors: floors of struct thing has another size than max, 8");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, number), unsigned int),
	      "cases/right_members.yaml:24: thing.number: number of struct thing is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, mtu4), unsigned int),
	      "cases/right_members.yaml:25: thing.mtu4: mtu4 of struct thing is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, bytes), u64),
	      "cases/right_members.yaml:28: thing.bytes: bytes of struct thing is not u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, wants), u64),
	      "cases/right_members.yaml:29: thing.wants: wants of struct thing is not u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, speed), enum thing_speed),
	      "cases/right_members.yaml:30: thing.speed: speed of struct thing is not enum thing_speed");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, size), __le32),
	      "cases/right_members.yaml:31: thing.size: size of struct thing is not __le32");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, ways[1].from.port),
					   u_int32_t),
	      "cases/right_members.yaml:32: thing.first: ways[1].from.port of struct thing is not u_int32_t");

static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->bytes),
					    const typeof(((struct thing *)0)->bytes) *),
	      "cases/right_members.yaml:28: thing.bytes: bytes of struct thing is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->wants),
					    const typeof(((struct thing *)0)->wants) *),
	      "cases/right_members.yaml:29: thing.wants: wants of struct thing is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->ways[1].from.port),
					    const typeof(((struct thing *)0)->ways[1].from.port) *),
	      "cases/right_members.yaml:32: thing.first: ways[1].from.port of struct thing is const: access: ro");

static const struct luadata_field thing_items_element = {
	.name = "items",
	.size = sizeof(struct thing_item),
	.type = LUADATA_TYPE_VIEW,
	.layout = &luadata_layout_right_members_item,
	.flags = LUADATA_FIELD_READ,
};

static const struct luadata_field thing_levels_element = {
	.name = "levels",
	.size = sizeof(u16),
	.bits = 8 * sizeof(u16),
	.type = LUADATA_TYPE_UINT,
	.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
};

static const struct luadata_field thing_floors_element = {
	.name = "floors",
	.size = sizeof(u16),
	.bits = 8 * sizeof(u16),
	.type = LUADATA_TYPE_UINT,
	.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
};

/* Bytes of an object with the elements that are in use. */
static __maybe_unused size_t l_size_thing(const struct thing *object)
{
	size_t size = sizeof(*object), length;

	length = clamp_t(s64, object->number, 0,
			 64) * sizeof(object->items[0]); /* cases/right_members.yaml:21 */
	size = max(size, offsetof(struct thing, items) + length);
	length = clamp_t(s64, object->used, 0,
			 8) * sizeof(object->levels[0]); /* cases/right_members.yaml:22 */
	size = max(size, offsetof(struct thing, levels) + length);
	length = !(object->family == 4) ? 0 : clamp_t(s64, object->used, 0,
						      8) * sizeof(object->floors[0]); /* cases/right_members.yaml:23 */
	size = max(size, offsetof(struct thing, floors) + length);
	return size;
}

static const struct luadata_field thing_fields[] = {
	{
		.name = "state",
		.offset = offsetof(struct thing, RIGHT_MEMBERS_THING_STATE),
		.size = sizeof_field(struct thing, RIGHT_MEMBERS_THING_STATE),
		.bits = 8 * sizeof_field(struct thing, RIGHT_MEMBERS_THING_STATE),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "what it does",
	},
#ifdef RIGHT_MEMBERS_THING_MARK
	{
		.name = "mark",
		.offset = offsetof(struct thing, RIGHT_MEMBERS_THING_MARK),
		.size = sizeof_field(struct thing, RIGHT_MEMBERS_THING_MARK),
		.bits = 8 * sizeof_field(struct thing, RIGHT_MEMBERS_THING_MARK),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
#else
	{
		.name = "mark",
		.bits = 1,
		.size = 1,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_OPTIONAL,
	},
#endif
#ifdef RIGHT_MEMBERS_HAS_THING_FLAG
	{
		.name = "flag",
		.bits = 1,
		.get = l_get_thing_flag,
		.set = l_set_thing_flag,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
#else
	{
		.name = "flag",
		.bits = 1,
		.size = 1,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_OPTIONAL,
	},
#endif
	{
		.name = "parent",
		.bits = 8 * sizeof(((struct thing *)0)->dev->ifindex),
		.place = l_place_thing_parent,
		.get = l_get_thing_parent,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
	{
		.name = "order",
		.bits = 8 * sizeof(((struct thing *)0)->head->order),
		.get = l_get_thing_order,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "label",
		.text = l_text_thing_label,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "items",
		.offset = offsetof(struct thing, items),
		.place = l_place_thing_items,
		.type = LUADATA_TYPE_ARRAY,
		.count = 64,
		.element = &thing_items_element,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "levels",
		.offset = offsetof(struct thing, levels),
		.place = l_place_thing_levels,
		.type = LUADATA_TYPE_ARRAY,
		.count = 8,
		.element = &thing_levels_element,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "floors",
		.offset = offsetof(struct thing, floors),
		.place = l_place_thing_floors,
		.type = LUADATA_TYPE_ARRAY,
		.count = 8,
		.element = &thing_floors_element,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "number",
		.offset = offsetof(struct thing, number),
		.size = sizeof_field(struct thing, number),
		.bits = 8 * sizeof_field(struct thing, number),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
	{
		.name = "mtu4",
		.offset = offsetof(struct thing, mtu4),
		.size = sizeof_field(struct thing, mtu4),
		.bits = 8 * sizeof_field(struct thing, mtu4),
		.place = l_place_thing_mtu4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
	{
		.name = "up",
		.bits = 8 * sizeof(bool),
		.get = l_get_thing_up,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
	{
		.name = "title",
		.text = l_text_thing_title,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "bytes",
		.bits = 8 * sizeof_field(struct thing, bytes),
		.get = l_get_thing_bytes,
		.set = l_set_thing_bytes,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
	},
	{
		.name = "wants",
		.offset = offsetof(struct thing, wants),
		.size = sizeof_field(struct thing, wants),
		.bits = 8 * sizeof_field(struct thing, wants),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_FLAGS,
		.constants = wish_names,
	},
	{
		.name = "speed",
		.offset = offsetof(struct thing, speed),
		.size = sizeof_field(struct thing, speed),
		.bits = 8 * sizeof_field(struct thing, speed),
		.type = LUADATA_TYPE_OF(typeof_member(struct thing, speed)),
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
	{
		.name = "size",
		.offset = offsetof(struct thing, size),
		.size = sizeof_field(struct thing, size),
		.bits = 8 * sizeof_field(struct thing, size),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_LITTLE,
	},
	{
		.name = "first",
		.offset = offsetof(struct thing, ways[1].from.port),
		.size = sizeof_field(struct thing, ways[1].from.port),
		.bits = 8 * sizeof_field(struct thing, ways[1].from.port),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
	},
};

const struct luadata_layout luadata_layout_right_members_thing = {
	.name = "right_members.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_members_thing);

static_assert(LUADATA_APART(offsetof(struct thing, number), sizeof_field(struct thing, number),
			    /* cases/right_members.yaml:28 */
			    offsetof(struct thing, bytes), sizeof_field(struct thing, bytes)),
	      "cases/right_members.yaml:28: thing.bytes: thing.items depends on bytes of it: access: ro");
static_assert(LUADATA_APART(offsetof(struct thing, number), sizeof_field(struct thing, number),
			    /* cases/right_members.yaml:29 */
			    offsetof(struct thing, wants), sizeof_field(struct thing, wants)),
	      "cases/right_members.yaml:29: thing.wants: thing.items depends on bytes of it: access: ro");
static_assert(LUADATA_APART(offsetof(struct thing, number), sizeof_field(struct thing, number),
			    /* cases/right_members.yaml:32 */
			    offsetof(struct thing, ways[1].from.port), sizeof_field(struct thing,
										    ways[1].from.port)),
	      "cases/right_members.yaml:32: thing.first: thing.items depends on bytes of it: access: ro");
/* Where offsets do not tell. An error below: both have the same bytes. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Woverride-init"
#if defined(RIGHT_MEMBERS_HAS_THING_FLAG)
static const struct thing l_apart_1 __maybe_unused = { /* thing.items */
	.number = 0,
	.flag = 0, /* cases/right_members.yaml:17: access: ro */
};
#endif
#if defined(RIGHT_MEMBERS_HAS_THING_FLAG)
static const struct thing l_apart_2 __maybe_unused = { /* thing.levels */
	.used = 0,
	.flag = 0, /* cases/right_members.yaml:17: access: ro */
};
#endif
static const struct thing l_apart_3 __maybe_unused = { /* thing.levels */
	.used = 0,
	.bytes = 0, /* cases/right_members.yaml:28: access: ro */
};
static const struct thing l_apart_4 __maybe_unused = { /* thing.levels */
	.used = 0,
	.wants = 0, /* cases/right_members.yaml:29: access: ro */
};
static const struct thing l_apart_5 __maybe_unused = { /* thing.levels */
	.used = 0,
	.ways[1].from.port = 0, /* cases/right_members.yaml:32: access: ro */
};
#if defined(RIGHT_MEMBERS_HAS_THING_FLAG)
static const struct thing l_apart_6 __maybe_unused = { /* thing.floors */
	.family = 0,
	.flag = 0, /* cases/right_members.yaml:17: access: ro */
};
#endif
static const struct thing l_apart_7 __maybe_unused = { /* thing.floors */
	.family = 0,
	.bytes = 0, /* cases/right_members.yaml:28: access: ro */
};
static const struct thing l_apart_8 __maybe_unused = { /* thing.floors */
	.family = 0,
	.wants = 0, /* cases/right_members.yaml:29: access: ro */
};
static const struct thing l_apart_9 __maybe_unused = { /* thing.floors */
	.family = 0,
	.ways[1].from.port = 0, /* cases/right_members.yaml:32: access: ro */
};
#pragma GCC diagnostic pop

/* The compiler does not find all of them. Returns what is wrong, or NULL. */
static const char *l_overlaid(void)
{
	const s64 ones __maybe_unused = -1;

#if defined(RIGHT_MEMBERS_HAS_THING_FLAG)
	{
		static struct thing object;

		object.flag = ones;
		if (object.number)
			return "cases/right_members.yaml:17: thing.flag: thing.items depends on bytes of it: access: ro";
	}
#endif
#if defined(RIGHT_MEMBERS_HAS_THING_FLAG)
	{
		static struct thing object;

		object.flag = ones;
		if (object.used)
			return "cases/right_members.yaml:17: thing.flag: thing.levels depends on bytes of it: access: ro";
	}
#endif
	{
		static struct thing object;

		memset((void *)&object.bytes, 0xff, sizeof(object.bytes));
		if (object.used)
			return "cases/right_members.yaml:28: thing.bytes: thing.levels depends on bytes of it: access: ro";
	}
	{
		static struct thing object;

		memset((void *)&object.wants, 0xff, sizeof(object.wants));
		if (object.used)
			return "cases/right_members.yaml:29: thing.wants: thing.levels depends on bytes of it: access: ro";
	}
	{
		static struct thing object;

		memset((void *)&object.ways[1].from.port, 0xff, sizeof(object.ways[1].from.port));
		if (object.used)
			return "cases/right_members.yaml:32: thing.first: thing.levels depends on bytes of it: access: ro";
	}
#if defined(RIGHT_MEMBERS_HAS_THING_FLAG)
	{
		static struct thing object;

		object.flag = ones;
		if (object.family)
			return "cases/right_members.yaml:17: thing.flag: thing.floors depends on bytes of it: access: ro";
	}
#endif
	{
		static struct thing object;

		memset((void *)&object.bytes, 0xff, sizeof(object.bytes));
		if (object.family)
			return "cases/right_members.yaml:28: thing.bytes: thing.floors depends on bytes of it: access: ro";
	}
	{
		static struct thing object;

		memset((void *)&object.wants, 0xff, sizeof(object.wants));
		if (object.family)
			return "cases/right_members.yaml:29: thing.wants: thing.floors depends on bytes of it: access: ro";
	}
	{
		static struct thing object;

		memset((void *)&object.ways[1].from.port, 0xff, sizeof(object.ways[1].from.port));
		if (object.family)
			return "cases/right_members.yaml:32: thing.first: thing.floors depends on bytes of it: access: ro";
	}
	return NULL;
}

static void l_release_get(struct luadata_handle *h)
{
	struct thing *object __maybe_unused = h->owner;

	thing_put(object); /* cases/right_members.yaml:35 */
}

static const struct luadata_handle_ops get_ops = {
	.release = l_release_get,
};

static_assert(__builtin_types_compatible_p(typeof(thing_get), /* cases/right_members.yaml:35 */
					   struct thing *(void)),
	      "cases/right_members.yaml:35: functions.get: the kernel's thing_get has another prototype");

/* right_members.get(): Gets one */
static int l_get(lua_State *L)
{
	struct thing *result;
	struct luadata_ref *holder;

	klua_checkcall(L, "right_members.get", KLUA_STACK_ANY);
	lua_settop(L, 0);
	holder = luadata_newholder(L, &luadata_layout_right_members_thing);
	result = thing_get();
	if (IS_ERR_OR_NULL(result))
		return luaL_error(L, "right_members.get: nothing there");
	luadata_hold(holder, result, l_size_thing(result), LUADATA_HANDLE_WRITABLE, &get_ops,
		     result);
	lua_pushvalue(L, 1);
	return 1;
}

static const luaL_Reg functions[] = {
	{"get", l_get},
	{NULL, NULL},
};

int luaopen_right_members(lua_State *L)
{
	if (l_overlaid())
		return luaL_error(L, "%s", l_overlaid());
	luaL_newlib(L, functions);
	luadata_pushconstants(L, wish_names);
	lua_setfield(L, -2, "wish");
	lua_createtable(L, 0, 2);
	luadata_pushlayout(L, &luadata_layout_right_members_item);
	lua_setfield(L, -2, "item");
	luadata_pushlayout(L, &luadata_layout_right_members_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
