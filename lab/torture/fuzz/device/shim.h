/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * shim.h: what kernel/device*.c take from the kernel, for one thread in user space: memory that can
 * run out, a caller's memory that is small, ends anywhere and may change between two looks.
 */
#ifndef FUZZ_SHIM_H
#define FUZZ_SHIM_H

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include <asm/types.h>

typedef unsigned long long u64;
typedef long long s64;
typedef struct {
	s64 counter;
} atomic64_t;
typedef uint32_t u32;
typedef unsigned int gfp_t;

#define __user
#define __rcu
#define __printf(a, b)
#define S64_MAX INT64_MAX
#define ERESTARTSYS 512
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define container_of(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))
#define READ_ONCE(x) (x)
#define WRITE_ONCE(x, v) ((x) = (v))
#define smp_load_acquire(p) (*(p))
#define smp_store_release(p, v) (*(p) = (v))
#define swap(a, b)                      \
	do {                            \
		__typeof__(a) t_ = (a); \
		(a) = (b);              \
		(b) = t_;               \
	} while (0)

/* ---- errors as pointers ---- */

#define ERR_PTR(e) ((void *)(long)(e))
#define PTR_ERR(p) ((long)(p))
#define IS_ERR(p) ((unsigned long)(p) >= (unsigned long)-4095)
#define IS_ERR_OR_NULL(p) (!(p) || IS_ERR(p))

/* ---- memory: shim.c ---- */

#define GFP_KERNEL 0
#define GFP_NOWAIT 0
#define __GFP_NOWARN 0
void *shim_alloc(size_t size, bool zero);
void shim_free(const void *p);
void *shim_copy(const void *from, size_t size);
#define kzalloc(size, gfp) shim_alloc(size, true)
#define kmalloc(size, gfp) shim_alloc(size, false)
#define kvmalloc(size, gfp) shim_alloc(size, false)
#define kmemdup(from, size, gfp) shim_copy(from, size)
#define kfree(p) shim_free(p)
#define kvfree(p) shim_free(p)

/* ---- the caller's memory: shim.c ---- */

unsigned long copy_from_user(void *to, const void *from, unsigned long n);
unsigned long copy_to_user(void *to, const void *from, unsigned long n);
void *vmemdup_user(const void *from, size_t size);
void *memdup_user_nul(const void *from, size_t size);
int copy_struct_from_user(void *to, size_t size, const void *from, size_t given);
int put_user_byte(char c, void *to);
#define put_user(c, p) put_user_byte(c, p)
#define u64_to_user_ptr(x) ((void *)(uintptr_t)(x))

/* ---- texts ---- */

ssize_t strscpy(char *to, const char *from, size_t size);
#define scnprintf snprintf

/* ---- lists ---- */

struct list_head {
	struct list_head *next, *prev;
};

struct llist_node {
	struct llist_node *next;
};

#define LIST_HEAD_INIT(name) { &(name), &(name) }
#define LIST_HEAD(name) struct list_head name = LIST_HEAD_INIT(name)
#define INIT_LIST_HEAD(l) ((l)->next = (l)->prev = (l))
#define list_empty(l) ((l)->next == (l))
#define list_entry(p, type, member) container_of(p, type, member)
#define list_first_entry(l, type, member) list_entry((l)->next, type, member)
#define list_last_entry(l, type, member) list_entry((l)->prev, type, member)
#define list_for_each_entry(p, l, member)                                   \
	for (p = list_entry((l)->next, __typeof__(*p), member); &p->member != (l); \
	     p = list_entry(p->member.next, __typeof__(*p), member))
#define list_for_each_entry_safe(p, n, l, member)                           \
	for (p = list_entry((l)->next, __typeof__(*p), member),             \
	    n = list_entry(p->member.next, __typeof__(*p), member);         \
	     &p->member != (l); p = n, n = list_entry(n->member.next, __typeof__(*n), member))

static inline void list_add(struct list_head *e, struct list_head *l)
{
	e->next = l->next;
	e->prev = l;
	l->next->prev = e;
	l->next = e;
}

static inline void list_add_tail(struct list_head *e, struct list_head *l)
{
	list_add(e, l->prev);
}

static inline void list_del(struct list_head *e)
{
	e->prev->next = e->next;
	e->next->prev = e->prev;
}

static inline void list_del_init(struct list_head *e)
{
	list_del(e);
	e->next = e->prev = e;
}

/* ---- locks: one thread, which must not take one twice ---- */

struct mutex {
	bool held;
};

typedef struct mutex spinlock_t;
typedef int wait_queue_head_t;

#define DEFINE_MUTEX(name) struct mutex name
#define mutex_init(m) ((m)->held = false)
#define spin_lock_init(m) ((m)->held = false)
#define init_waitqueue_head(w) (*(w) = 0)
#define wake_up_interruptible(w) ((void)(w))
#define wait_event_interruptible(w, condition) (!(condition))
static inline int mutex_lock_killable(struct mutex *m)
{
	assert(!m->held);
	m->held = true;
	return 0;
}

static inline void mutex_unlock(struct mutex *m)
{
	assert(m->held);
	m->held = false;
}

#define mutex_lock(m) ((void)mutex_lock_killable(m))
#define mutex_lock_interruptible(m) mutex_lock_killable(m)
#define spin_lock_bh(m) mutex_lock(m)
#define spin_unlock_bh(m) mutex_unlock(m)
#define schedule_timeout_killable(n) (1)

/* ---- files ---- */

struct module;
struct inode;
struct file {
	void *private_data;
	unsigned int f_flags;
};

typedef unsigned int __poll_t;
typedef int poll_table;
#define EPOLLIN 1u
#define EPOLLRDNORM 64u
#define O_NONBLOCK 04000
#define poll_wait(file, queue, table) ((void)(file), (void)(queue), (void)(table))

struct file_operations {
	struct module *owner;
	int (*open)(struct inode *inode, struct file *file);
	int (*release)(struct inode *inode, struct file *file);
	ssize_t (*read)(struct file *file, char *to, size_t size, loff_t *pos);
	__poll_t (*poll)(struct file *file, poll_table *table);
	long (*unlocked_ioctl)(struct file *file, unsigned int request, unsigned long address);
	long (*compat_ioctl)(struct file *file, unsigned int request, unsigned long address);
};

struct miscdevice {
	int minor;
	const char *name;
	const struct file_operations *fops;
	unsigned int mode;
};

#define THIS_MODULE NULL
#define MISC_DYNAMIC_MINOR 255
#define CAP_SYS_ADMIN 21
#define stream_open(inode, file) (0)
#define compat_ptr_ioctl NULL
#define current NULL
#define task_tgid_nr(task) (1)
bool capable(int capability);
int misc_register(struct miscdevice *device);
#define misc_deregister(device) ((void)(device))

#endif
