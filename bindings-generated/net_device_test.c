// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the net_device binding: what scripts see beside what C sees. Generated from
 * specs/net_device.yaml.
 */

#include <linux/bitops.h>
#include <linux/etherdevice.h>
#include <linux/if_link.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/overflow.h>
#include <net/net_namespace.h>
#include <uapi/linux/if.h>
#include <uapi/linux/if_arp.h>

#include "binding_cases.h"
#include "net_device.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

/* What lookups find, and how often; the one with the number @fake_lost, from 1, finds nothing. */
static u64 fake_found_memory[16];
static unsigned int fake_found, fake_lost;
static long fake_lost_error;
/* How many of them were found under a lock. */
static unsigned int fake_found_locked;

static struct net_device *fake_dev_get_by_name(struct net *net, const char *name)
{
	if (fake_found + 1 == fake_lost)
		return ERR_PTR(fake_lost_error);
	fake_found++;
	fake_found_locked += locks_held;
	return (struct net_device *)fake_found_memory;
}

#define dev_get_by_name fake_dev_get_by_name

static void fake_dev_put(const void *object)
{
	given_back++;
}

#define dev_put fake_dev_put

#define l_take_rcu(object) (locks_held++, locks_taken++)
#define l_drop_rcu(object) (locks_held--)

/* What a cost or a size is of is there when it is computed. */
static void fake_look(const void *object)
{
	if (object)
		(void)READ_ONCE(*(const u8 *)object);
}

static struct {
	unsigned int calls;
	struct {
		const char *name;
	} given;
	struct net_device *result;
} faked_get;

static struct net_device *fake_l_call_get(const char *name)
{
	faked_get.calls++;
	faked_get.given.name = name;
	return faked_get.result;
}

#define l_call_get fake_l_call_get

static struct {
	unsigned int calls;
	int locked;
	struct {
		struct net_device *dev;
	} given;
	struct rtnl_link_stats64 *result;
} faked_stats;

static struct rtnl_link_stats64 *fake_dev_get_stats(struct net_device *dev,
						    struct rtnl_link_stats64 *storage)
{
	faked_stats.calls++;
	faked_stats.locked = locks_held;
	faked_stats.given.dev = dev;
	memset(storage, 0x5a, luadata_layout_net_device_stats.size);
	return faked_stats.result;
}

#define dev_get_stats fake_dev_get_stats

/* How often what grows with the machine was charged, and whether it was more than there was. */
static unsigned int charged;
static bool spent;

#define FAKED_COST 1234567

static void fake_charge(lua_State *L, lua_Integer units)
{
	if (units != FAKED_COST) /* of glue.h's own functions */
		return;
	charged++;
	if (spent)
		luaL_error(L, "budget spent");
}

#define lua_charge fake_charge

#define l_cost_stats(dev) (fake_look(dev), FAKED_COST)
/* What C computes for device.flags. */
static s64 seen_device_flags;

#define l_value_device_flags(object) ((void)(object), seen_device_flags)

/* What C computes for device.operstate. */
static s64 seen_device_operstate;

#define l_value_device_operstate(object) ((void)(object), seen_device_operstate)

/* What C computes for device.carrier. */
static s64 seen_device_carrier;

#define l_value_device_carrier(object) ((void)(object), seen_device_carrier)

/* What C computes for device.running. */
static s64 seen_device_running;

#define l_value_device_running(object) ((void)(object), seen_device_running)

/* What C computes for device.address. */
static s64 seen_device_address;

#define l_value_device_address(object) ((void)(object), seen_device_address)

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "net_device.c"

static s64 get_device_ifindex_in_c(const void *object)
{
	return ((const struct net_device *)object)->ifindex;
}

static void set_device_ifindex_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->ifindex, value);
}

static s64 get_device_mtu_in_c(const void *object)
{
	return ((const struct net_device *)object)->mtu;
}

static void set_device_mtu_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->mtu, value);
}

static s64 get_device_min_mtu_in_c(const void *object)
{
	return ((const struct net_device *)object)->min_mtu;
}

static void set_device_min_mtu_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->min_mtu, value);
}

static s64 get_device_max_mtu_in_c(const void *object)
{
	return ((const struct net_device *)object)->max_mtu;
}

static void set_device_max_mtu_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->max_mtu, value);
}

static s64 get_device_type_in_c(const void *object)
{
	return ((const struct net_device *)object)->type;
}

static void set_device_type_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->type, value);
}

static s64 get_device_flags_in_c(const void *object)
{
	return (unsigned int)seen_device_flags;
}

static void set_device_flags_in_c(void *object, s64 value)
{
	seen_device_flags = value;
}

static s64 get_device_operstate_in_c(const void *object)
{
	return (u8)seen_device_operstate;
}

static void set_device_operstate_in_c(void *object, s64 value)
{
	seen_device_operstate = value;
}

static s64 get_device_carrier_in_c(const void *object)
{
	return (bool)seen_device_carrier;
}

static void set_device_carrier_in_c(void *object, s64 value)
{
	seen_device_carrier = value;
}

static s64 get_device_running_in_c(const void *object)
{
	return (bool)seen_device_running;
}

static void set_device_running_in_c(void *object, s64 value)
{
	seen_device_running = value;
}

static s64 get_device_group_in_c(const void *object)
{
	return ((const struct net_device *)object)->group;
}

static void set_device_group_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->group, value);
}

static s64 get_device_queues_in_c(const void *object)
{
	return ((const struct net_device *)object)->real_num_tx_queues;
}

static void set_device_queues_in_c(void *object, s64 value)
{
	binding_assign(((struct net_device *)object)->real_num_tx_queues, value);
}

static s64 get_device_address_in_c(const void *object)
{
	return (u64)seen_device_address;
}

static void set_device_address_in_c(void *object, s64 value)
{
	seen_device_address = value;
}

static s64 get_stats_rx_packets_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->rx_packets;
}

static void set_stats_rx_packets_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->rx_packets, value);
}

static s64 get_stats_tx_packets_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->tx_packets;
}

static void set_stats_tx_packets_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->tx_packets, value);
}

static s64 get_stats_rx_bytes_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->rx_bytes;
}

static void set_stats_rx_bytes_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->rx_bytes, value);
}

static s64 get_stats_tx_bytes_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->tx_bytes;
}

static void set_stats_tx_bytes_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->tx_bytes, value);
}

static s64 get_stats_rx_errors_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->rx_errors;
}

static void set_stats_rx_errors_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->rx_errors, value);
}

static s64 get_stats_tx_errors_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->tx_errors;
}

static void set_stats_tx_errors_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->tx_errors, value);
}

static s64 get_stats_rx_dropped_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->rx_dropped;
}

static void set_stats_rx_dropped_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->rx_dropped, value);
}

static s64 get_stats_tx_dropped_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->tx_dropped;
}

static void set_stats_tx_dropped_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->tx_dropped, value);
}

static s64 get_stats_multicast_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->multicast;
}

static void set_stats_multicast_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->multicast, value);
}

static s64 get_stats_collisions_in_c(const void *object)
{
	return ((const struct rtnl_link_stats64 *)object)->collisions;
}

static void set_stats_collisions_in_c(void *object, s64 value)
{
	binding_assign(((struct rtnl_link_stats64 *)object)->collisions, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "ifindex",
		.where = "specs/net_device.yaml:36",
		.access = "ro",
		.get = get_device_ifindex_in_c,
		.set = set_device_ifindex_in_c,
		.bits = 8 * sizeof_field(struct net_device, ifindex),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "mtu",
		.where = "specs/net_device.yaml:37",
		.access = "ro",
		.get = get_device_mtu_in_c,
		.set = set_device_mtu_in_c,
		.bits = 8 * sizeof_field(struct net_device, mtu),
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "min_mtu",
		.where = "specs/net_device.yaml:38",
		.access = "ro",
		.get = get_device_min_mtu_in_c,
		.set = set_device_min_mtu_in_c,
		.bits = 8 * sizeof_field(struct net_device, min_mtu),
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "max_mtu",
		.where = "specs/net_device.yaml:39",
		.access = "ro",
		.get = get_device_max_mtu_in_c,
		.set = set_device_max_mtu_in_c,
		.bits = 8 * sizeof_field(struct net_device, max_mtu),
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "type",
		.where = "specs/net_device.yaml:40",
		.access = "ro",
		.get = get_device_type_in_c,
		.set = set_device_type_in_c,
		.bits = 8 * sizeof_field(struct net_device, type),
		.constants = type_names,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "flags",
		.where = "specs/net_device.yaml:41",
		.access = "ro",
		.get = get_device_flags_in_c,
		.set = set_device_flags_in_c,
		.bits = 8 * sizeof(unsigned int),
		.constants = flag_names,
		.flags = true,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "operstate",
		.where = "specs/net_device.yaml:42",
		.access = "ro",
		.get = get_device_operstate_in_c,
		.set = set_device_operstate_in_c,
		.bits = 8 * sizeof(u8),
		.constants = operstate_names,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "carrier",
		.where = "specs/net_device.yaml:43",
		.access = "ro",
		.get = get_device_carrier_in_c,
		.set = set_device_carrier_in_c,
		.bits = 1,
		.is_bool = true,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "running",
		.where = "specs/net_device.yaml:44",
		.access = "ro",
		.get = get_device_running_in_c,
		.set = set_device_running_in_c,
		.bits = 1,
		.is_bool = true,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "group",
		.where = "specs/net_device.yaml:45",
		.access = "ro",
		.get = get_device_group_in_c,
		.set = set_device_group_in_c,
		.bits = 8 * sizeof_field(struct net_device, group),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "queues",
		.where = "specs/net_device.yaml:46",
		.access = "ro",
		.get = get_device_queues_in_c,
		.set = set_device_queues_in_c,
		.bits = 8 * sizeof_field(struct net_device, real_num_tx_queues),
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "address",
		.where = "specs/net_device.yaml:48",
		.access = "ro",
		.get = get_device_address_in_c,
		.set = set_device_address_in_c,
		.bits = 8 * sizeof(u64),
		.by_c = true,
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "rx_packets",
		.where = "specs/net_device.yaml:56",
		.access = "ro",
		.get = get_stats_rx_packets_in_c,
		.set = set_stats_rx_packets_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_packets),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "tx_packets",
		.where = "specs/net_device.yaml:57",
		.access = "ro",
		.get = get_stats_tx_packets_in_c,
		.set = set_stats_tx_packets_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_packets),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "rx_bytes",
		.where = "specs/net_device.yaml:58",
		.access = "ro",
		.get = get_stats_rx_bytes_in_c,
		.set = set_stats_rx_bytes_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_bytes),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "tx_bytes",
		.where = "specs/net_device.yaml:59",
		.access = "ro",
		.get = get_stats_tx_bytes_in_c,
		.set = set_stats_tx_bytes_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_bytes),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "rx_errors",
		.where = "specs/net_device.yaml:60",
		.access = "ro",
		.get = get_stats_rx_errors_in_c,
		.set = set_stats_rx_errors_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_errors),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "tx_errors",
		.where = "specs/net_device.yaml:61",
		.access = "ro",
		.get = get_stats_tx_errors_in_c,
		.set = set_stats_tx_errors_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_errors),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "rx_dropped",
		.where = "specs/net_device.yaml:62",
		.access = "ro",
		.get = get_stats_rx_dropped_in_c,
		.set = set_stats_rx_dropped_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_dropped),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "tx_dropped",
		.where = "specs/net_device.yaml:63",
		.access = "ro",
		.get = get_stats_tx_dropped_in_c,
		.set = set_stats_tx_dropped_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_dropped),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "multicast",
		.where = "specs/net_device.yaml:64",
		.access = "ro",
		.get = get_stats_multicast_in_c,
		.set = set_stats_multicast_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, multicast),
	},
	{
		.layout = &luadata_layout_net_device_stats,
		.size = sizeof(struct rtnl_link_stats64),
		.name = "collisions",
		.where = "specs/net_device.yaml:65",
		.access = "ro",
		.get = get_stats_collisions_in_c,
		.set = set_stats_collisions_in_c,
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, collisions),
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "type",
		.where = "specs/net_device.yaml:40",
		.access = "ro",
		.get = get_device_type_in_c,
		.set = set_device_type_in_c,
		.bits = 8 * sizeof_field(struct net_device, type),
		.constants = type_names,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "flags",
		.where = "specs/net_device.yaml:41",
		.access = "ro",
		.get = get_device_flags_in_c,
		.set = set_device_flags_in_c,
		.bits = 8 * sizeof(unsigned int),
		.constants = flag_names,
		.flags = true,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "operstate",
		.where = "specs/net_device.yaml:42",
		.access = "ro",
		.get = get_device_operstate_in_c,
		.set = set_device_operstate_in_c,
		.bits = 8 * sizeof(u8),
		.constants = operstate_names,
		.by_c = true,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static const struct binding_field flagged[] = {
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "flags",
		.where = "specs/net_device.yaml:41",
		.access = "ro",
		.get = get_device_flags_in_c,
		.set = set_device_flags_in_c,
		.bits = 8 * sizeof(unsigned int),
		.constants = flag_names,
		.flags = true,
		.by_c = true,
	},
	{},
};

static const void *next_flagged(const void *prev, char *desc)
{
	return binding_next(prev, flagged, sizeof(flagged[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_net_device_device,
		.size = sizeof(struct net_device),
		.name = "name",
		.where = "specs/net_device.yaml:35",
		.access = "ro",
		.offset = offsetof(struct net_device, name),
		.length = sizeof_field(struct net_device, name),
		.kind = BINDING_TEXT,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static void device_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_net_device_device);
}

static void device_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_net_device_device, sizeof(struct net_device));
}

static void device_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_net_device_device, sizeof(struct net_device));
}

static void stats_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_net_device_stats);
}

static void stats_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_net_device_stats,
		    sizeof(struct rtnl_link_stats64));
}

static void stats_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64));
}

/* Puts net_device.get with right arguments on the stack; nothing was called so far. */
static void ready_get(struct kunit *test, struct binding_test *t)
{
	memset(&faked_get, 0, sizeof(faked_get));
	given_back = 0;
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_net_device, "get"));
	lua_pushstring(t->L, "text");
}

static void get_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	struct net_device *object = binding_memory(test, &luadata_layout_net_device_device);

	ready_get(test, t);
	faked_get.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_get.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_get.given.name, "text");
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_CONST, 0);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	binding_leave(t);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
}

static void get_tells_failure(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_get(test, t);
	faked_get.result = NULL;
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	binding_leave(t);
}

static void get_takes_no_error_for_an_object(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_get(test, t);
	faked_get.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	binding_leave(t);
}

static void get_keeps_nothing_without_memory(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	struct net_device *object = binding_memory(test, &luadata_layout_net_device_device);
	bool done = false;

	ready_get(test, t);
	faked_get.result = object;
/* A little more memory each time: every step can be the one that fails. */
	for (binding_starve(t); !done && binding_feed(t);) {
		done = binding_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, 0u + faked_get.calls);
	}
	KUNIT_EXPECT_TRUE(test, done);
	binding_leave(t);
}

static void get_checks_name(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_get, 0, sizeof(faked_get));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_net_device, "get"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "net_device.get: name: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_get.calls, 0u);
	binding_leave(t);
}

/* Puts net_device.stats with right arguments on the stack; nothing was called so far. */
static void ready_stats(struct kunit *test, struct binding_test *t)
{
	memset(&faked_stats, 0, sizeof(faked_stats));
	given_back = 0;
	fake_found = 0;
	fake_lost = 0;
	fake_found_locked = 0;
	locks_held = 0;
	locks_taken = 0;
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_net_device, "stats"));
	lua_pushstring(t->L, "text");
}

static void stats_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_stats(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_stats.calls, 1u);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_stats.given.dev, (void *)fake_found_memory);
	KUNIT_EXPECT_EQ(test, fake_found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	KUNIT_EXPECT_EQ(test, faked_stats.locked, 1);
	KUNIT_EXPECT_EQ(test, locks_taken, 1);
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	KUNIT_EXPECT_EQ(test, fake_found_locked, 0u); /* what nobody holds */
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	binding_leave(t);
}

static void stats_is_charged(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_stats(test, t);
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, binding_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_stats.calls, 1u);
	KUNIT_EXPECT_EQ(test, given_back, fake_found);
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	binding_leave(t);
}

static void stats_tells_what_it_does_not_find(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_stats(test, t);
		fake_lost = i / 2 + 1;
		fake_lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, binding_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_stats.calls, 0u);
		KUNIT_EXPECT_EQ(test, given_back, fake_found);
		KUNIT_EXPECT_EQ(test, locks_held, 0);
	}
	binding_leave(t);
}

static void stats_keeps_nothing_without_memory(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	bool done = false;

	ready_stats(test, t);
/* A little more memory each time: every step can be the one that fails. */
	for (binding_starve(t); !done && binding_feed(t);) {
		done = binding_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	KUNIT_EXPECT_TRUE(test, done);
	binding_leave(t);
}

static void stats_checks_name(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_stats, 0, sizeof(faked_stats));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_net_device, "stats"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "net_device.stats: name: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_stats.calls, 0u);
	binding_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(flags_are_as_in_c, next_flagged),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(device_is_closed_to_scripts),
	KUNIT_CASE(device_refuses_unknown_names),
	KUNIT_CASE(device_ends_where_its_memory_ends),
	KUNIT_CASE(stats_is_closed_to_scripts),
	KUNIT_CASE(stats_refuses_unknown_names),
	KUNIT_CASE(stats_ends_where_its_memory_ends),
	KUNIT_CASE(get_passes_arguments_and_results),
	KUNIT_CASE(get_tells_failure),
	KUNIT_CASE(get_takes_no_error_for_an_object),
	KUNIT_CASE(get_keeps_nothing_without_memory),
	KUNIT_CASE(get_checks_name),
	KUNIT_CASE(stats_passes_arguments_and_results),
	KUNIT_CASE(stats_is_charged),
	KUNIT_CASE(stats_tells_what_it_does_not_find),
	KUNIT_CASE(stats_keeps_nothing_without_memory),
	KUNIT_CASE(stats_checks_name),
	{},
};

static const struct binding_place places[] = {
	{"device_", "layout net_device.device", "specs/net_device.yaml:32"},
	{"stats_is_closed_", "layout net_device.stats", "specs/net_device.yaml:53"},
	{"stats_refuses_unknown_", "layout net_device.stats", "specs/net_device.yaml:53"},
	{"stats_ends_where_", "layout net_device.stats", "specs/net_device.yaml:53"},
	{"get_", "function net_device.get", "specs/net_device.yaml:68"},
	{"stats_", "function net_device.stats", "specs/net_device.yaml:75"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_net_device",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
