// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The net_device binding: Network interfaces of the first network namespace, their statistics, and
 * what happens to them. Generated from specs/net_device.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/etherdevice.h>
#include <linux/if_link.h>
#include <linux/limits.h>
#include <linux/netdevice.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <net/net_namespace.h>
#include <uapi/linux/if.h>
#include <uapi/linux/if_arp.h>

#include "klua.h"
#include "glue.h"
#include "net_device.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* What an interface is, and whether it is up. */
static const struct luadata_constant flag_names[] = {
	{"up", IFF_UP}, /* specs/net_device.yaml:20 */
	{"broadcast", IFF_BROADCAST}, /* specs/net_device.yaml:20 */
	{"loopback", IFF_LOOPBACK}, /* specs/net_device.yaml:20 */
	{"pointopoint", IFF_POINTOPOINT}, /* specs/net_device.yaml:20 */
	{"running", IFF_RUNNING}, /* specs/net_device.yaml:20 */
	{"noarp", IFF_NOARP}, /* specs/net_device.yaml:20 */
	{"promisc", IFF_PROMISC}, /* specs/net_device.yaml:20 */
	{"allmulti", IFF_ALLMULTI}, /* specs/net_device.yaml:20 */
	{"master", IFF_MASTER}, /* specs/net_device.yaml:20 */
	{"slave", IFF_SLAVE}, /* specs/net_device.yaml:20 */
	{"multicast", IFF_MULTICAST}, /* specs/net_device.yaml:20 */
	{"lower_up", IFF_LOWER_UP}, /* specs/net_device.yaml:20 */
	{"dormant", IFF_DORMANT}, /* specs/net_device.yaml:20 */
	{NULL, 0},
};

/* Hardware. */
static const struct luadata_constant type_names[] = {
	{"ether", ARPHRD_ETHER}, /* specs/net_device.yaml:24 */
	{"ppp", ARPHRD_PPP}, /* specs/net_device.yaml:24 */
	{"tunnel", ARPHRD_TUNNEL}, /* specs/net_device.yaml:24 */
	{"tunnel6", ARPHRD_TUNNEL6}, /* specs/net_device.yaml:24 */
	{"loopback", ARPHRD_LOOPBACK}, /* specs/net_device.yaml:24 */
	{"sit", ARPHRD_SIT}, /* specs/net_device.yaml:24 */
	{"ipgre", ARPHRD_IPGRE}, /* specs/net_device.yaml:24 */
	{"ieee80211", ARPHRD_IEEE80211}, /* specs/net_device.yaml:24 */
	{"none", ARPHRD_NONE}, /* specs/net_device.yaml:24 */
	{NULL, 0},
};

/* State of operation (RFC 2863). */
static const struct luadata_constant operstate_names[] = {
	{"unknown", IF_OPER_UNKNOWN}, /* specs/net_device.yaml:28 */
	{"notpresent", IF_OPER_NOTPRESENT}, /* specs/net_device.yaml:28 */
	{"down", IF_OPER_DOWN}, /* specs/net_device.yaml:28 */
	{"lowerlayerdown", IF_OPER_LOWERLAYERDOWN}, /* specs/net_device.yaml:28 */
	{"testing", IF_OPER_TESTING}, /* specs/net_device.yaml:28 */
	{"dormant", IF_OPER_DORMANT}, /* specs/net_device.yaml:28 */
	{"up", IF_OPER_UP}, /* specs/net_device.yaml:28 */
	{NULL, 0},
};

/* What happens to an interface; change is its carrier, its flags, or its operation. */
static const struct luadata_constant event_names[] = {
	{"register", NETDEV_REGISTER}, /* specs/net_device.yaml:32 */
	{"unregister", NETDEV_UNREGISTER}, /* specs/net_device.yaml:32 */
	{"up", NETDEV_UP}, /* specs/net_device.yaml:32 */
	{"going_down", NETDEV_GOING_DOWN}, /* specs/net_device.yaml:32 */
	{"down", NETDEV_DOWN}, /* specs/net_device.yaml:32 */
	{"change", NETDEV_CHANGE}, /* specs/net_device.yaml:32 */
	{"changename", NETDEV_CHANGENAME}, /* specs/net_device.yaml:32 */
	{"changemtu", NETDEV_CHANGEMTU}, /* specs/net_device.yaml:32 */
	{"changeaddr", NETDEV_CHANGEADDR}, /* specs/net_device.yaml:32 */
	{NULL, 0},
};

/* What drivers count with stays (ndo_get_stats in Documentation/networking/netdevices.rst). */
#ifndef l_take_rcu
#define l_take_rcu(object) rcu_read_lock() /* specs/net_device.yaml:34 */
#define l_drop_rcu(object) rcu_read_unlock() /* specs/net_device.yaml:34 */
#endif

#ifndef l_value_device_flags
#define l_value_device_flags(object) (dev_get_flags(object)) /* specs/net_device.yaml:46 */
#endif

static int64_t l_get_device_flags(const void *p)
{
	struct net_device *object = (struct net_device *)p;

	return (unsigned int)l_value_device_flags(object);
}

#ifndef l_value_device_operstate
#define l_value_device_operstate(object) (READ_ONCE(object->operstate)) /* specs/net_device.yaml:47 */
#endif

static int64_t l_get_device_operstate(const void *p)
{
	struct net_device *object = (struct net_device *)p;

	return (u8)l_value_device_operstate(object);
}

#ifndef l_value_device_carrier
#define l_value_device_carrier(object) (netif_carrier_ok(object)) /* specs/net_device.yaml:48 */
#endif

static int64_t l_get_device_carrier(const void *p)
{
	struct net_device *object = (struct net_device *)p;

	return (bool)l_value_device_carrier(object);
}

#ifndef l_value_device_running
#define l_value_device_running(object) (netif_running(object)) /* specs/net_device.yaml:49 */
#endif

static int64_t l_get_device_running(const void *p)
{
	struct net_device *object = (struct net_device *)p;

	return (bool)l_value_device_running(object);
}

#ifndef l_value_device_address
#define l_value_device_address(object) (object->addr_len == ETH_ALEN ? ether_addr_to_u64(object->dev_addr) : 0) /* specs/net_device.yaml:53 */
#endif

static int64_t l_get_device_address(const void *p)
{
	struct net_device *object = (struct net_device *)p;

	return (u64)l_value_device_address(object);
}

static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, name), char[]),
	      "specs/net_device.yaml:40: device.name: name of struct net_device is not char[] (of rows, one is text: c: name[0])");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, ifindex), int),
	      "specs/net_device.yaml:41: device.ifindex: ifindex of struct net_device is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, mtu), unsigned int),
	      "specs/net_device.yaml:42: device.mtu: mtu of struct net_device is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, min_mtu), unsigned int),
	      "specs/net_device.yaml:43: device.min_mtu: min_mtu of struct net_device is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, max_mtu), unsigned int),
	      "specs/net_device.yaml:44: device.max_mtu: max_mtu of struct net_device is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, type), unsigned short),
	      "specs/net_device.yaml:45: device.type: type of struct net_device is not unsigned short");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, group), int),
	      "specs/net_device.yaml:50: device.group: group of struct net_device is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct net_device, real_num_tx_queues),
					   unsigned int),
	      "specs/net_device.yaml:51: device.queues: real_num_tx_queues of struct net_device is not unsigned int");

static const struct luadata_field device_fields[] = {
	{
		.name = "name",
		.offset = offsetof(struct net_device, name),
		.size = sizeof_field(struct net_device, name),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
		.doc = "name",
	},
	{
		.name = "ifindex",
		.offset = offsetof(struct net_device, ifindex),
		.size = sizeof_field(struct net_device, ifindex),
		.bits = 8 * sizeof_field(struct net_device, ifindex),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "number",
	},
	{
		.name = "mtu",
		.offset = offsetof(struct net_device, mtu),
		.size = sizeof_field(struct net_device, mtu),
		.bits = 8 * sizeof_field(struct net_device, mtu),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "longest packet",
		.unit = "bytes",
	},
	{
		.name = "min_mtu",
		.offset = offsetof(struct net_device, min_mtu),
		.size = sizeof_field(struct net_device, min_mtu),
		.bits = 8 * sizeof_field(struct net_device, min_mtu),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "least mtu that the driver takes",
		.unit = "bytes",
	},
	{
		.name = "max_mtu",
		.offset = offsetof(struct net_device, max_mtu),
		.size = sizeof_field(struct net_device, max_mtu),
		.bits = 8 * sizeof_field(struct net_device, max_mtu),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "largest mtu that the driver takes; 0 for any",
		.unit = "bytes",
	},
	{
		.name = "type",
		.offset = offsetof(struct net_device, type),
		.size = sizeof_field(struct net_device, type),
		.bits = 8 * sizeof_field(struct net_device, type),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.constants = type_names,
		.doc = "hardware",
	},
	{
		.name = "flags",
		.bits = 8 * sizeof(unsigned int),
		.get = l_get_device_flags,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST | LUADATA_FIELD_FLAGS,
		.constants = flag_names,
		.doc = "what it is, and whether it is up",
	},
	{
		.name = "operstate",
		.bits = 8 * sizeof(u8),
		.get = l_get_device_operstate,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.constants = operstate_names,
		.doc = "state of operation",
	},
	{
		.name = "carrier",
		.bits = 8 * sizeof(bool),
		.get = l_get_device_carrier,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "the link is there",
	},
	{
		.name = "running",
		.bits = 8 * sizeof(bool),
		.get = l_get_device_running,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "it is up",
	},
	{
		.name = "group",
		.offset = offsetof(struct net_device, group),
		.size = sizeof_field(struct net_device, group),
		.bits = 8 * sizeof_field(struct net_device, group),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "group that it was put in",
	},
	{
		.name = "queues",
		.offset = offsetof(struct net_device, real_num_tx_queues),
		.size = sizeof_field(struct net_device, real_num_tx_queues),
		.bits = 8 * sizeof_field(struct net_device, real_num_tx_queues),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "queues for sending in use",
	},
	{
		.name = "address",
		.bits = 8 * sizeof(u64),
		.get = l_get_device_address,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "hardware address of six bytes; 0 when it has another kind",
	},
};

const struct luadata_layout luadata_layout_net_device_device = {
	.name = "net_device.device",
	.size = sizeof(struct net_device),
	.fields = device_fields,
	.nfields = LUADATA_COUNT(device_fields),
	.doc = "A network interface, while the call lasts",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_net_device_device);

static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, rx_packets),
					   __u64),
	      "specs/net_device.yaml:61: stats.rx_packets: rx_packets of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, tx_packets),
					   __u64),
	      "specs/net_device.yaml:62: stats.tx_packets: tx_packets of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, rx_bytes),
					   __u64),
	      "specs/net_device.yaml:63: stats.rx_bytes: rx_bytes of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, tx_bytes),
					   __u64),
	      "specs/net_device.yaml:64: stats.tx_bytes: tx_bytes of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, rx_errors),
					   __u64),
	      "specs/net_device.yaml:65: stats.rx_errors: rx_errors of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, tx_errors),
					   __u64),
	      "specs/net_device.yaml:66: stats.tx_errors: tx_errors of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, rx_dropped),
					   __u64),
	      "specs/net_device.yaml:67: stats.rx_dropped: rx_dropped of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, tx_dropped),
					   __u64),
	      "specs/net_device.yaml:68: stats.tx_dropped: tx_dropped of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, multicast),
					   __u64),
	      "specs/net_device.yaml:69: stats.multicast: multicast of struct rtnl_link_stats64 is not __u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtnl_link_stats64, collisions),
					   __u64),
	      "specs/net_device.yaml:70: stats.collisions: collisions of struct rtnl_link_stats64 is not __u64");

static const struct luadata_field stats_fields[] = {
	{
		.name = "rx_packets",
		.offset = offsetof(struct rtnl_link_stats64, rx_packets),
		.size = sizeof_field(struct rtnl_link_stats64, rx_packets),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_packets),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "received",
		.unit = "packets",
	},
	{
		.name = "tx_packets",
		.offset = offsetof(struct rtnl_link_stats64, tx_packets),
		.size = sizeof_field(struct rtnl_link_stats64, tx_packets),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_packets),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "sent",
		.unit = "packets",
	},
	{
		.name = "rx_bytes",
		.offset = offsetof(struct rtnl_link_stats64, rx_bytes),
		.size = sizeof_field(struct rtnl_link_stats64, rx_bytes),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_bytes),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "received",
		.unit = "bytes",
	},
	{
		.name = "tx_bytes",
		.offset = offsetof(struct rtnl_link_stats64, tx_bytes),
		.size = sizeof_field(struct rtnl_link_stats64, tx_bytes),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_bytes),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "sent",
		.unit = "bytes",
	},
	{
		.name = "rx_errors",
		.offset = offsetof(struct rtnl_link_stats64, rx_errors),
		.size = sizeof_field(struct rtnl_link_stats64, rx_errors),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_errors),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "received with errors",
		.unit = "packets",
	},
	{
		.name = "tx_errors",
		.offset = offsetof(struct rtnl_link_stats64, tx_errors),
		.size = sizeof_field(struct rtnl_link_stats64, tx_errors),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_errors),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "not sent for errors",
		.unit = "packets",
	},
	{
		.name = "rx_dropped",
		.offset = offsetof(struct rtnl_link_stats64, rx_dropped),
		.size = sizeof_field(struct rtnl_link_stats64, rx_dropped),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, rx_dropped),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "received and dropped",
		.unit = "packets",
	},
	{
		.name = "tx_dropped",
		.offset = offsetof(struct rtnl_link_stats64, tx_dropped),
		.size = sizeof_field(struct rtnl_link_stats64, tx_dropped),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, tx_dropped),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "dropped on the way out",
		.unit = "packets",
	},
	{
		.name = "multicast",
		.offset = offsetof(struct rtnl_link_stats64, multicast),
		.size = sizeof_field(struct rtnl_link_stats64, multicast),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, multicast),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "received multicast",
		.unit = "packets",
	},
	{
		.name = "collisions",
		.offset = offsetof(struct rtnl_link_stats64, collisions),
		.size = sizeof_field(struct rtnl_link_stats64, collisions),
		.bits = 8 * sizeof_field(struct rtnl_link_stats64, collisions),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "while sending",
		.unit = "collisions",
	},
};

const struct luadata_layout luadata_layout_net_device_stats = {
	.name = "net_device.stats",
	.size = sizeof(struct rtnl_link_stats64),
	.fields = stats_fields,
	.nfields = LUADATA_COUNT(stats_fields),
	.doc = "Statistics of an interface, as they were when they were asked for",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_net_device_stats);

/* ---- the callback changed ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct changed_frame {
	struct luadata_handle *dev_handle;
	struct luadata_ref *dev_ref;
};

static void changed_prepare(lua_State *L, void *frame)
{
	struct changed_frame *f = frame;
	int dev_index;

	luaL_checkstack(L, 2, NULL);
	f->dev_handle = luadata_newhandle(L);
	dev_index = lua_gettop(L);
	f->dev_ref = luadata_newroot(L, dev_index, &luadata_layout_net_device_device);
}

/* Lends and pushes what the function takes: the first @n arguments. */
static void changed_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct changed_frame *f = frame;
	const struct klua_net_device_changed *args = values;

	lua_pushinteger(L, args->event);
	if (n <= 1)
		return;
	luadata_lend(f->dev_handle, args->dev, sizeof(*args->dev), sizeof(*args->dev),
		     0, NULL, args->dev);
	luadata_lendref(f->dev_ref, 0, sizeof(*args->dev), sizeof(*args->dev));
	lua_pushvalue(L, lent);
}

static void changed_return(const void *frame)
{
	const struct changed_frame *f = frame;

	luadata_return(f->dev_handle);
}

/* The script that is called, one at a time. */
static struct klua_single changed_single;
static const struct klua_host changed_host = { KLUA_SINGLE_HOST(&changed_single) };

static const struct klua_callback changed_callback = {
	.name = "net_device.changed",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.holds = "rtnl",
	.host = &changed_host,
	.frame_size = sizeof(struct changed_frame),
	.prepare = changed_prepare,
	.unlend = changed_return,
	.nlent = 1,
	.push = changed_push,
	.nargs = 2,
	.result = klua_noresult,
};

int klua_net_device_changed(const struct klua_net_device_changed *args)
{
	return klua_call_single(&changed_single, args, NULL);
}

static const char *const changed_keys[] = {
	"changed",
	NULL,
};

/* net_device.attach{changed = function or global's name}; the function is at stack index 2 */
static int l_attach_changed(lua_State *L)
{
	luadata_checkkeys(L, "net_device.attach", changed_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "net_device.attach: changed",
				    "a function or a global's name");
	klua_attach(L, &changed_callback, 2, NULL, 0);
	return 0;
}

static void l_release_get(struct luadata_handle *h)
{
	struct net_device *object __maybe_unused = h->owner;

	dev_put(object); /* specs/net_device.yaml:73 */
}

static const struct luadata_handle_ops get_ops = {
	.release = l_release_get,
};

#ifndef l_call_get
static inline struct net_device *l_call_get(const char *name)
{
	return dev_get_by_name(&init_net, name); /* specs/net_device.yaml:73 */
}
#endif

/*
 * net_device.get(name): The interface of a name; nil when there is none. Good until the kernel's
 * call into the script ends.
 */
static int l_get(lua_State *L)
{
	const char *name;
	struct net_device *result;
	struct luadata_ref *holder;

	name = luadata_cstring(L, 1, "net_device.get: name", 0);
	klua_checkcall(L, "net_device.get", KLUA_STACK_ANY);
	lua_settop(L, 1);
	holder = luadata_newholder(L, &luadata_layout_net_device_device);
	klua_defer(L);
	result = l_call_get(name);
	if (IS_ERR_OR_NULL(result)) {
		klua_defer_undo(L);
		lua_pushnil(L);
		return 1;
	}
	luadata_hold(holder, result, luadata_layout_net_device_device.size, 0, &get_ops, result);
	lua_pushvalue(L, 2);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(dev_get_stats), /* specs/net_device.yaml:80 */
					   struct rtnl_link_stats64 *(struct net_device *,
								      struct rtnl_link_stats64 *)),
	      "specs/net_device.yaml:80: functions.stats: the kernel's dev_get_stats has another prototype");
static_assert(__builtin_types_compatible_p(typeof(dev_get_by_name), /* specs/net_device.yaml:87 */
					   struct net_device *(struct net *, const char *)),
	      "specs/net_device.yaml:87: functions.stats: the kernel's dev_get_by_name has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct rtnl_link_stats64[1]), /* specs/net_device.yaml:80 */
	      "specs/net_device.yaml:80: functions.stats: struct rtnl_link_stats64 goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* In units of the budget: it grows with CPUs and the interfaces that this one is made of. */
#ifndef l_cost_stats
static inline lua_Integer l_cost_stats(struct net_device *dev)
{
	return luadata_mul(net_device_members(dev),
			   luadata_add(20,
				       luadata_mul(2,
						   num_possible_cpus()))); /* specs/net_device.yaml:80 */
}
#endif

/* net_device.stats(name): The statistics of the interface of a name. */
static int l_stats(lua_State *L)
{
	const char *name;
	struct net_device *dev;
	struct rtnl_link_stats64 *storage;
	lua_Integer cost;

	name = luadata_cstring(L, 1, "net_device.stats: name", 0);
	klua_checkprocess(L, "net_device.stats");
	klua_checkcall(L, "net_device.stats", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 1);
	storage = luadata_newobject(L, &luadata_layout_net_device_stats);
	dev = dev_get_by_name(&init_net, name); /* specs/net_device.yaml:87 */
	if (IS_ERR_OR_NULL(dev))
		return klua_pusherrno(L, dev ? PTR_ERR(dev) : -ENOENT);
	l_take_rcu();
	cost = l_cost_stats(dev);
	(void)dev_get_stats(dev, storage);
	l_drop_rcu();
	dev_put(dev); /* specs/net_device.yaml:87 */
	lua_charge(L, cost);
	lua_pushvalue(L, 2);
	return 1;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "changed"))
		return l_attach_changed(L);
	return luaL_error(L, "net_device.attach: changed is missing");
}

static const luaL_Reg functions[] = {
	{"get", l_get},
	{"stats", l_stats},
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_net_device(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, flag_names);
	lua_setfield(L, -2, "flag");
	luadata_pushconstants(L, type_names);
	lua_setfield(L, -2, "type");
	luadata_pushconstants(L, operstate_names);
	lua_setfield(L, -2, "operstate");
	luadata_pushconstants(L, event_names);
	lua_setfield(L, -2, "event");
	lua_createtable(L, 0, 2);
	luadata_pushlayout(L, &luadata_layout_net_device_device);
	lua_setfield(L, -2, "device");
	luadata_pushlayout(L, &luadata_layout_net_device_stats);
	lua_setfield(L, -2, "stats");
	lua_setfield(L, -2, "layouts");
	return 1;
}
