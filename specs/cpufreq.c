// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The cpufreq governor `lua`: asks cpufreq.throttle at an interval, decides itself without it. */

#include <linux/cpufreq.h>
#include <linux/kobject.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#include "klua.h"
#include "cpufreq.h"

/*
 * The paper's interval: 200 times as long as the hardware takes to switch, in µs. Where the driver
 * names no latency, or an absurd one, the nearest of these.
 */
#define LATENCIES 200
#define INTERVAL_MIN (10 * USEC_PER_MSEC)
#define INTERVAL_MAX (1000 * USEC_PER_MSEC)

/* The host's own policy: above this load (per cent) the highest frequency, else in proportion. */
#define LOAD_HIGH 80

/**
 * struct governed - a policy under this governor
 * @kobj: the folder `lua` in the policy's; its release frees all of it
 * @policy: the policy
 * @lock: decisions and changes of the limits exclude each other. ->limits() takes it inside
 *	  policy->rwsem, so nobody may take that inside this: it is why a script calls
 *	  __cpufreq_driver_target()
 * @work: the next decision
 * @interval: in µs, as written to sysfs; 0: the script's, else the default
 */
struct governed {
	struct kobject kobj;
	struct cpufreq_policy *policy;
	struct mutex lock; /* see above */
	struct delayed_work work;
	unsigned int interval;
};

/* A CPU's times at its last decision, in µs. */
struct sample {
	u64 idle;
	u64 wall;
};

static DEFINE_PER_CPU(struct sample, samples);

/* SPENT: time in the script, in ns, with what it called. */
enum { DECIDED, DEFAULTED, SPENT };

static const char *const counter_names[] = { "decided", "defaulted", "ns", NULL };

static struct klua_single throttle_single; /* one script for all policies */

static struct workqueue_struct *workqueue;

static unsigned int interval_of(const struct governed *g)
{
	unsigned int interval = READ_ONCE(g->interval);
	const struct klua_cpufreq_throttle_options *options;
	const struct klua_attachment *at;
	int idx;

	if (interval)
		return interval;
	at = klua_single_begin(&throttle_single, &idx);
	options = at ? at->options : NULL;
	if (options && options->has_interval)
		interval = options->interval;
	klua_single_end(idx);
	if (interval)
		return interval;
	return clamp_t(u64,
		       div_u64((u64)g->policy->cpuinfo.transition_latency * LATENCIES,
			       NSEC_PER_USEC),
		       INTERVAL_MIN, INTERVAL_MAX);
}

/* Per cent of the time since the last sample in which the CPU was not idle. */
static unsigned int sample_load(unsigned int cpu)
{
	struct sample *last = per_cpu_ptr(&samples, cpu);
	u64 idle, wall, passed, rested;

	idle = get_cpu_idle_time(cpu, &wall, 0);
	passed = wall - last->wall;
	rested = min(idle - last->idle, passed);
	last->idle = idle;
	last->wall = wall;
	return passed ? div64_u64(100 * (passed - rested), passed) : 0;
}

static unsigned int sample_busiest(const struct cpufreq_policy *policy, unsigned int *highest)
{
	unsigned int cpu, load, busiest = policy->cpu;

	*highest = 0;
	for_each_cpu(cpu, policy->cpus) { /* bounded: CPUs */
		load = sample_load(cpu);
		if (load > *highest) {
			*highest = load;
			busiest = cpu;
		}
	}
	return busiest;
}

static bool is_asked(const struct klua_attachment *at, const struct cpufreq_policy *policy)
{
	const struct klua_cpufreq_throttle_options *options = at->options;

	return !options->has_cpu || cpumask_test_cpu(options->cpu, policy->cpus);
}

/* Return: 0 when a script decided. */
static int ask_script(struct cpufreq_policy *policy, unsigned int cpu)
{
	struct klua_cpufreq_throttle args = {
		.cpu = cpu,
		.cur = policy->cur,
		.max = policy->max,
		.min = policy->min,
		.policy = policy,
	};
	struct klua_attachment *at;
	int idx, err = -ENOENT;
	u64 start;

	at = klua_single_begin(&throttle_single, &idx);
	if (at && is_asked(at, policy)) {
		start = ktime_get_ns();
		err = klua_cpufreq_throttle(at, &args);
		atomic64_add(ktime_get_ns() - start, &at->counters[SPENT]);
		atomic64_inc(&at->counters[err ? DEFAULTED : DECIDED]);
	}
	klua_single_end(idx);
	return err;
}

static void decide_by_load(struct cpufreq_policy *policy, unsigned int load)
{
	unsigned int target = policy->max;

	if (load <= LOAD_HIGH)
		target = policy->min + (policy->max - policy->min) / 100 * load;
	__cpufreq_driver_target(policy, target, CPUFREQ_RELATION_C);
}

static void queue_decision(struct governed *g)
{
	queue_delayed_work(workqueue, &g->work, usecs_to_jiffies(interval_of(g)));
}

static void decide(struct work_struct *work)
{
	struct governed *g = container_of(to_delayed_work(work), struct governed, work);
	unsigned int load, cpu;

	mutex_lock(&g->lock);
	cpu = sample_busiest(g->policy, &load);
	if (ask_script(g->policy, cpu))
		decide_by_load(g->policy, load);
	mutex_unlock(&g->lock);
	queue_decision(g);
}

/*
 * A script may keep what it gets for as long as it likes. A reference would make the driver wait
 * for that long when it goes (cpufreq_policy_put_kobj()), so a script gets a copy.
 */
struct cpufreq_policy *klua_cpufreq_policy(unsigned int cpu)
{
	struct cpufreq_policy *policy = cpufreq_cpu_get(cpu);
	struct cpufreq_policy *copy;

	if (!policy)
		return NULL;
	copy = kmemdup(policy, sizeof(*policy), GFP_ATOMIC | __GFP_NOWARN);
	cpufreq_cpu_put(policy);
	return copy;
}

/* ---- sysfs: policyN/lua/interval_us ---- */

static ssize_t interval_us_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u\n", interval_of(container_of(kobj, struct governed, kobj)));
}

static ssize_t interval_us_store(struct kobject *kobj, struct kobj_attribute *attr, const char *buf,
				 size_t count)
{
	struct governed *g = container_of(kobj, struct governed, kobj);
	unsigned int interval;
	int err;

	err = kstrtouint(buf, 0, &interval);
	if (err)
		return err;
	if (interval && (interval < USEC_PER_MSEC || interval > 60 * USEC_PER_SEC))
		return -ERANGE;
	WRITE_ONCE(g->interval, interval);
	return count;
}

static struct kobj_attribute interval_us = __ATTR_RW(interval_us);

static struct attribute *governed_attrs[] = { &interval_us.attr, NULL };
ATTRIBUTE_GROUPS(governed);

static void governed_release(struct kobject *kobj)
{
	kfree(container_of(kobj, struct governed, kobj));
}

static struct kobj_type governed_type = {
	.release = governed_release,
	.sysfs_ops = &kobj_sysfs_ops,
	.default_groups = governed_groups,
};

/* ---- the governor; the core holds policy->rwsem for writing in all of these ---- */

static int governor_init(struct cpufreq_policy *policy)
{
	struct governed *g = kzalloc(sizeof(*g), GFP_KERNEL);
	int err;

	if (!g)
		return -ENOMEM;
	g->policy = policy;
	mutex_init(&g->lock);
	INIT_DELAYED_WORK(&g->work, decide);
	err = kobject_init_and_add(&g->kobj, &governed_type, &policy->kobj, "lua");
	if (err) {
		kobject_put(&g->kobj);
		return err;
	}
	policy->governor_data = g;
	return 0;
}

static void governor_exit(struct cpufreq_policy *policy)
{
	struct governed *g = policy->governor_data;

	policy->governor_data = NULL;
	kobject_put(&g->kobj);
}

static int governor_start(struct cpufreq_policy *policy)
{
	unsigned int cpu;

	for_each_cpu(cpu, policy->cpus) /* bounded: CPUs */
		sample_load(cpu);
	queue_decision(policy->governor_data);
	return 0;
}

static void governor_stop(struct cpufreq_policy *policy)
{
	struct governed *g = policy->governor_data;

	cancel_delayed_work_sync(&g->work);
}

static void governor_limits(struct cpufreq_policy *policy)
{
	struct governed *g = policy->governor_data;

	mutex_lock(&g->lock);
	cpufreq_policy_apply_limits(policy);
	mutex_unlock(&g->lock);
}

static struct cpufreq_governor governor = {
	.name = "lua",
	.owner = THIS_MODULE,
	.flags = CPUFREQ_GOV_DYNAMIC_SWITCHING,
	.init = governor_init,
	.exit = governor_exit,
	.start = governor_start,
	.stop = governor_stop,
	.limits = governor_limits,
};

const struct klua_host klua_cpufreq_throttle_host = {
	KLUA_SINGLE_HOST(&throttle_single),
	.counters = counter_names,
};

int klua_cpufreq_init(void)
{
	int err;

	workqueue = alloc_workqueue("klua_cpufreq", WQ_UNBOUND | WQ_HIGHPRI, 0);
	if (!workqueue)
		return -ENOMEM;
	err = cpufreq_register_governor(&governor);
	if (err)
		destroy_workqueue(workqueue);
	return err;
}

void klua_cpufreq_exit(void)
{
	cpufreq_unregister_governor(&governor);
	destroy_workqueue(workqueue);
}

/*
 * No MODULE_ALIAS("cpufreq_lua"): the core asks for it inside policy->rwsem. To load a module waits
 * for a CPU that goes offline, and that waits in cpufreq_offline() for the semaphore.
 */
