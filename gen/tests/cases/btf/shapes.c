/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Types and functions that imports are tested with. LATER makes the kernel that comes after:
 * what differs is what the comparison of both has to find. Places are asserted, so that the
 * figures that tests expect come from the compiler.
 */
#include <linux/types.h>
#include <stddef.h>

struct mutex {
	int owner;
};

struct kref {
	int refcount;
};

enum shape_kind {
	SHAPE_KIND_ROUND,
	SHAPE_KIND_SQUARE = 4,
#ifdef LATER
	SHAPE_KIND_STAR = 6,
	SHAPE_KIND_CROSS = 7,
#else
	SHAPE_KIND_STAR = 5,
	SHAPE_KIND_BLOB = 8,
#endif
};

struct list_head {
	struct list_head *next, *prev;
};

struct point {
	int x;
	int y;
};

struct owner {
	__u32 id;
};

struct shape {
	__u32 serial;
	unsigned int visible : 1;
	unsigned int layer : 7;
	enum shape_kind shadow : 4;
	enum shape_kind kind;
	union {
		int radius;
		struct point corner;
	};
	struct point at;
	char name[16];
	__u8 address[6];
	__u32 tags[4];
	struct point path[3];
	const char *label;
	struct owner *owner;
	void *private;
	int (*draw)(struct shape *shape);
	struct list_head links;
	struct mutex lock;
	struct kref users;
	__kernel_time64_t made;
	struct {
		__u8 red;
		__u8 green;
	} color;
	_Bool end;
#ifdef LATER
	__u64 weight;
	__u32 edges;
#else
	__u32 edges;
	__u32 weight;
	__u32 gloss;
#endif
	double ratio;
	int count;
	struct point more[];
};

_Static_assert(offsetof(struct shape, kind) == 8, "kind");
_Static_assert(offsetof(struct shape, radius) == 12, "radius");
_Static_assert(offsetof(struct shape, tags) == 52, "tags");
_Static_assert(offsetof(struct shape, owner) == 104, "owner");
_Static_assert(offsetof(struct shape, made) == 152, "made");
#ifdef LATER
_Static_assert(offsetof(struct shape, weight) == 168, "weight");
_Static_assert(offsetof(struct shape, edges) == 176, "edges");
_Static_assert(sizeof(struct shape) == 200, "shape");
#else
_Static_assert(offsetof(struct shape, edges) == 164, "edges");
_Static_assert(offsetof(struct shape, weight) == 168, "weight");
_Static_assert(offsetof(struct shape, gloss) == 172, "gloss");
_Static_assert(sizeof(struct shape) == 192, "shape");
#endif

struct shape *shape_get(__u32 serial)
{
	static struct shape only;

	return only.serial == serial ? &only : NULL;
}

void shape_put(struct shape *shape)
{
	shape->serial++;
}

#ifdef LATER
int shape_move(struct shape *shape, const struct point *to, _Bool quick)
{
	shape->at = quick ? *to : shape->at;
	return 0;
}
#else
int shape_move(struct shape *shape, const struct point *to)
{
	shape->at = *to;
	return 0;
}

int shape_melt(struct shape *shape)
{
	return shape->count;
}
#endif

int shape_place(const struct shape *shape, struct point *where)
{
	*where = shape->at;
	return 0;
}

__u64 shape_area(const struct shape *shape, __u64 *border)
{
	*border = 1;
	return shape->weight;
}

int shape_send(const void *data, size_t len)
{
	return data && len;
}

int shape_name(struct shape *shape, char *buf, size_t size)
{
	buf[size - 1] = shape->name[0];
	return 0;
}

int shape_watch(int (*watch)(struct shape *shape))
{
	return watch(NULL);
}
