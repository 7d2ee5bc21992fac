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

#include "klua_suite.h"
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

static int open_under_test(lua_State *L)
{
	return luaopen_net_device(L);
}

static struct klua_binding binding = {
	.name = "net_device_test",
	.owner = THIS_MODULE,
	.open = open_under_test,
	.capability = -1,
};

SUITE_MEMBER(device_ifindex, struct net_device, object->ifindex);
SUITE_MEMBER(device_mtu, struct net_device, object->mtu);
SUITE_MEMBER(device_min_mtu, struct net_device, object->min_mtu);
SUITE_MEMBER(device_max_mtu, struct net_device, object->max_mtu);
SUITE_MEMBER(device_type, struct net_device, object->type);
SUITE_COMPUTED(device_flags, unsigned int);
SUITE_COMPUTED(device_operstate, u8);
SUITE_COMPUTED(device_carrier, bool);
SUITE_COMPUTED(device_running, bool);
SUITE_MEMBER(device_group, struct net_device, object->group);
SUITE_MEMBER(device_queues, struct net_device, object->real_num_tx_queues);
SUITE_COMPUTED(device_address, u64);
SUITE_MEMBER(stats_rx_packets, struct rtnl_link_stats64, object->rx_packets);
SUITE_MEMBER(stats_tx_packets, struct rtnl_link_stats64, object->tx_packets);
SUITE_MEMBER(stats_rx_bytes, struct rtnl_link_stats64, object->rx_bytes);
SUITE_MEMBER(stats_tx_bytes, struct rtnl_link_stats64, object->tx_bytes);
SUITE_MEMBER(stats_rx_errors, struct rtnl_link_stats64, object->rx_errors);
SUITE_MEMBER(stats_tx_errors, struct rtnl_link_stats64, object->tx_errors);
SUITE_MEMBER(stats_rx_dropped, struct rtnl_link_stats64, object->rx_dropped);
SUITE_MEMBER(stats_tx_dropped, struct rtnl_link_stats64, object->tx_dropped);
SUITE_MEMBER(stats_multicast, struct rtnl_link_stats64, object->multicast);
SUITE_MEMBER(stats_collisions, struct rtnl_link_stats64, object->collisions);

static const struct suite_field fields[] = {
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "ifindex", 41, "ro"},
	 SUITE_IN_C(device_ifindex), .bits = 8 * sizeof_field(struct net_device, ifindex),
	 .is_signed = true},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "mtu", 42, "ro"},
	 SUITE_IN_C(device_mtu), .bits = 8 * sizeof_field(struct net_device, mtu)},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "min_mtu", 43, "ro"},
	 SUITE_IN_C(device_min_mtu), .bits = 8 * sizeof_field(struct net_device, min_mtu)},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "max_mtu", 44, "ro"},
	 SUITE_IN_C(device_max_mtu), .bits = 8 * sizeof_field(struct net_device, max_mtu)},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "type", 45, "ro"},
	 SUITE_IN_C(device_type), .bits = 8 * sizeof_field(struct net_device, type),
	 .constants = type_names},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "flags", 46, "ro"},
	 SUITE_IN_C(device_flags), .bits = 8 * sizeof(unsigned int), .constants = flag_names,
	 .flags = true, .by_c = true},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "operstate", 47, "ro"},
	 SUITE_IN_C(device_operstate), .bits = 8 * sizeof(u8), .constants = operstate_names,
	 .by_c = true},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "carrier", 48, "ro"},
	 SUITE_IN_C(device_carrier), .bits = 1, .is_bool = true, .by_c = true},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "running", 49, "ro"},
	 SUITE_IN_C(device_running), .bits = 1, .is_bool = true, .by_c = true},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "group", 50, "ro"},
	 SUITE_IN_C(device_group), .bits = 8 * sizeof_field(struct net_device, group),
	 .is_signed = true},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "queues", 51, "ro"},
	 SUITE_IN_C(device_queues),
	 .bits = 8 * sizeof_field(struct net_device, real_num_tx_queues)},
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "address", 53, "ro"},
	 SUITE_IN_C(device_address), .bits = 8 * sizeof(u64), .by_c = true},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "rx_packets", 61,
	  "ro"},
	 SUITE_IN_C(stats_rx_packets),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_packets)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "tx_packets", 62,
	  "ro"},
	 SUITE_IN_C(stats_tx_packets),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_packets)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "rx_bytes", 63, "ro"},
	 SUITE_IN_C(stats_rx_bytes), .bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_bytes)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "tx_bytes", 64, "ro"},
	 SUITE_IN_C(stats_tx_bytes), .bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_bytes)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "rx_errors", 65,
	  "ro"},
	 SUITE_IN_C(stats_rx_errors),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_errors)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "tx_errors", 66,
	  "ro"},
	 SUITE_IN_C(stats_tx_errors),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_errors)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "rx_dropped", 67,
	  "ro"},
	 SUITE_IN_C(stats_rx_dropped),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_dropped)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "tx_dropped", 68,
	  "ro"},
	 SUITE_IN_C(stats_tx_dropped),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_dropped)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "multicast", 69,
	  "ro"},
	 SUITE_IN_C(stats_multicast),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, multicast)},
	{{&luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64), "collisions", 70,
	  "ro"},
	 SUITE_IN_C(stats_collisions),
	 .bits = 8 * sizeof_field(struct rtnl_link_stats64, collisions)},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static const void *next_flagged(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, true, desc);
}

static const struct suite_text texts[] = {
	{{&luadata_layout_net_device_device, sizeof(struct net_device), "name", 40, "ro"},
	 .offset = offsetof(struct net_device, name),
	 .length = sizeof_field(struct net_device, name), .kind = SUITE_TEXT_ENDED},
	{},
};

SUITE_PARAMS(text, texts);

static void device_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_net_device_device);
}

static void device_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_net_device_device, sizeof(struct net_device));
}

static void device_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_net_device_device, sizeof(struct net_device));
}

static void stats_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_net_device_stats);
}

static void stats_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64));
}

static void stats_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_net_device_stats, sizeof(struct rtnl_link_stats64));
}

/* Puts net_device.get with right arguments on the stack; nothing was called so far. */
static void ready_get(struct kunit *test, struct suite_case *t)
{
	memset(&faked_get, 0, sizeof(faked_get));
	given_back = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_net_device, "get"));
	lua_pushstring(t->L, "text");
}

static void get_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct net_device *object = suite_object(test, &luadata_layout_net_device_device);

	ready_get(test, t);
	faked_get.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_get.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_get.given.name, "text");
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_HANDLE_CONST, 0);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	suite_leave(t);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
}

static void get_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_get(test, t);
	faked_get.result = NULL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void get_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_get(test, t);
	faked_get.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void get_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct net_device *object = suite_object(test, &luadata_layout_net_device_device);
	bool done = false;

	ready_get(test, t);
	faked_get.result = object;
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, 0u + faked_get.calls);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void get_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_get, 0, sizeof(faked_get));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_net_device, "get"));
	lua_newtable(t->L);
	suite_refused(test, t, "net_device.get: name: expected");
	KUNIT_EXPECT_EQ(test, faked_get.calls, 0u);
	suite_leave(t);
}

/* Puts net_device.stats with right arguments on the stack; nothing was called so far. */
static void ready_stats(struct kunit *test, struct suite_case *t)
{
	memset(&faked_stats, 0, sizeof(faked_stats));
	given_back = 0;
	fake_found = 0;
	fake_lost = 0;
	fake_found_locked = 0;
	locks_held = 0;
	locks_taken = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_net_device, "stats"));
	lua_pushstring(t->L, "text");
}

static void stats_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_stats(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_stats.calls, 1u);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_stats.given.dev, (void *)fake_found_memory);
	KUNIT_EXPECT_EQ(test, fake_found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	KUNIT_EXPECT_EQ(test, faked_stats.locked, 1);
	KUNIT_EXPECT_EQ(test, locks_taken, 1);
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	KUNIT_EXPECT_EQ(test, fake_found_locked, 0u); /* what nobody holds */
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	suite_leave(t);
}

static void stats_is_charged(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_stats(test, t);
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, suite_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, suite_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_stats.calls, 1u);
	KUNIT_EXPECT_EQ(test, given_back, fake_found);
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	suite_leave(t);
}

static void stats_tells_what_it_does_not_find(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_stats(test, t);
		fake_lost = i / 2 + 1;
		fake_lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, suite_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_stats.calls, 0u);
		KUNIT_EXPECT_EQ(test, given_back, fake_found);
		KUNIT_EXPECT_EQ(test, locks_held, 0);
	}
	suite_leave(t);
}

static void stats_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	bool done = false;

	ready_stats(test, t);
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void stats_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_stats, 0, sizeof(faked_stats));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_net_device, "stats"));
	lua_newtable(t->L);
	suite_refused(test, t, "net_device.stats: name: expected");
	KUNIT_EXPECT_EQ(test, faked_stats.calls, 0u);
	suite_leave(t);
}

/* ---- the callback changed ---- */

#define REQUIRE "local b = require 'net_device_test' "
#define CHANGED_ATTACHED(body) \
	REQUIRE "function f(...) " body " end b.attach{changed = 'f'}"

/* Arguments of a call: plain ones count from 1. */
static void fill_changed(struct kunit *test, struct klua_net_device_changed *args)
{
	memset(args, 0, sizeof(*args));
	args->event = 1;
	args->dev = kunit_kzalloc(test, sizeof(*args->dev), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, args->dev);
}

/* Loads a script with a function f, attaches it, and makes one call. */
static int ask_changed(struct kunit *test, const char *script, struct klua_state **state)
{
	const char *error = suite_load(test, state, 1000000, script);
	struct klua_net_device_changed args;

	KUNIT_EXPECT_STREQ(test, error ?: "", "");
	KUNIT_EXPECT_NOT_NULL(test, rcu_access_pointer(changed_single.at));
	if (error || !rcu_access_pointer(changed_single.at))
		return -ENOENT;
	fill_changed(test, &args);
	return klua_net_device_changed(&args);
}

/*
 * A call without result: it says so, it is counted, and what the host would do without it stands.
 */
static void no_changed(struct kunit *test, const char *script, int wanted, enum klua_cause cause)
{
	struct klua_attachment *at;
	struct klua_state *state;

	KUNIT_EXPECT_EQ_MSG(test, ask_changed(test, script, &state), wanted, "%s", script);
	at = rcu_access_pointer(changed_single.at);
	if (at)
		KUNIT_EXPECT_EQ_MSG(test, klua_count(at, cause), 1ULL, "%s", script);
	if (state)
		klua_destroy(state);
	KUNIT_EXPECT_NULL(test, rcu_access_pointer(changed_single.at));
}

static void changed_calls_the_script(struct kunit *test)
{
	static const char counting[] =
		CHANGED_ATTACHED("calls = (calls or 0) + 1 argc = select('#', ...)\n"
			 "");
	struct klua_state *state;
	int err;

	err = ask_changed(test, counting, &state);
	KUNIT_EXPECT_EQ(test, err, 0);
	if (state) {
		KUNIT_EXPECT_EQ(test, suite_global(state, "calls"), 1);
		KUNIT_EXPECT_EQ(test, suite_global(state, "argc"), 2);
		klua_destroy(state);
	}
	KUNIT_EXPECT_NULL(test, rcu_access_pointer(changed_single.at));
}

static void changed_fails_with_an_error(struct kunit *test)
{
	no_changed(test, CHANGED_ATTACHED("error('no')"), -EINVAL, KLUA_CAUSE_ERROR);
}

static void changed_stops_an_endless_loop(struct kunit *test)
{
	no_changed(test, CHANGED_ATTACHED("while true do end"), -EINTR, KLUA_CAUSE_BUDGET);
}

static void changed_stops_at_its_quota(struct kunit *test)
{
	no_changed(test, CHANGED_ATTACHED("local s = 'x' while true do s = s .. s end"), -ENOMEM,
		   KLUA_CAUSE_MEMORY);
}

/* What a script keeps of a call is expired when the call is over, however it ended. */
static void changed_loans_end(struct kunit *test, const char *script)
{
	struct klua_state *state;
	struct luadata_ref *kept;
	struct klua_vm *vm;
	int i, n = 0;

	ask_changed(test, script, &state);
	if (!state)
		return;
	vm = klua_lock(state);
	KUNIT_ASSERT_FALSE(test, IS_ERR(vm));
	lua_getglobal(klua_lua(vm), "kept");
	for (i = 1; i <= 2; i++) {
		lua_rawgeti(klua_lua(vm), -1, i);
		kept = luadata_testref(klua_lua(vm), -1);
		n += kept && kept->lease != kept->handle->lease;
		lua_pop(klua_lua(vm), 1);
	}
	KUNIT_EXPECT_EQ(test, n, 1);
	lua_pop(klua_lua(vm), 1);
	klua_unlock(vm);
	klua_destroy(state);
}

static void changed_ends_its_loans(struct kunit *test)
{
	changed_loans_end(test, CHANGED_ATTACHED("kept = {...} return true"));
	changed_loans_end(test, CHANGED_ATTACHED("kept = {...} error('no')"));
	changed_loans_end(test, CHANGED_ATTACHED("kept = {...} while true do end"));
}

static void expect_no_changed(struct kunit *test, const char *script, const char *message)
{
	struct klua_state *state;
	const char *error = suite_load(test, &state, 0, script);

	KUNIT_EXPECT_NOT_NULL(test, error);
	KUNIT_EXPECT_TRUE_MSG(test, error && strstr(error, message), "%s", error ?: "no error");
	KUNIT_EXPECT_NULL(test, rcu_access_pointer(changed_single.at));
	if (state)
		klua_destroy(state);
}

static void changed_attach_checks_its_keys(struct kunit *test)
{
	expect_no_changed(test, REQUIRE "b.attach{changed = print, no_such_key = 1}",
			  "net_device.attach: unknown key 'no_such_key'");
	expect_no_changed(test, REQUIRE "b.attach{}", "net_device.attach: changed");
	expect_no_changed(test, REQUIRE "b.attach{changed = 1}",
			  "net_device.attach: changed: expected");
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
	KUNIT_CASE(changed_calls_the_script),
	KUNIT_CASE(changed_fails_with_an_error),
	KUNIT_CASE(changed_stops_an_endless_loop),
	KUNIT_CASE(changed_stops_at_its_quota),
	KUNIT_CASE(changed_ends_its_loans),
	KUNIT_CASE(changed_attach_checks_its_keys),
	{},
};

static const struct suite_subject subjects[] = {
	{"device_", "layout net_device.device", 37},
	{"stats_is_closed_", "layout net_device.stats", 58},
	{"stats_refuses_unknown_", "layout net_device.stats", 58},
	{"stats_ends_where_", "layout net_device.stats", 58},
	{"get_", "function net_device.get", 73},
	{"stats_", "function net_device.stats", 80},
	{"changed_", "callback net_device.changed", 95},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/net_device.yaml", subjects);
}

static int register_binding(struct kunit_suite *suite)
{
	return klua_register(&binding);
}

static void unregister_binding(struct kunit_suite *suite)
{
	klua_unregister(&binding);
}

static struct kunit_suite suite = {
	.name = "klua_net_device",
	.suite_init = register_binding,
	.suite_exit = unregister_binding,
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
