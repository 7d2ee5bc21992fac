# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Names that C has for something else, where a spec's name becomes one of C."""

from __future__ import annotations

import re

from . import wording

# Keywords of C11 and of gcc.
C_WORDS = frozenset(
    "auto break case char const continue default do double else enum extern float for goto if "
    "inline int long register restrict return short signed sizeof static struct switch typedef "
    "union unsigned void volatile while asm typeof bool true false".split()
)
# Lower-case macros that are no other name: of the compiler, and of the headers of 6.1 that the
# bindings and their suites include, as gen/tests/kernels_names_test finds them.
MACROS = frozenset(
    "_struct_page_alignment acpi_cache_t acpi_cpu_flags acpi_disabled acpi_raw_spinlock "
    "acpi_semaphore acpi_spinlock alt_end_marker alt_slen alt_total_slen arch_task_struct_size "
    "asm_inline barrier console_loglevel cpu_active_mask cpu_all_mask cpu_data cpu_dying_mask "
    "cpu_none_mask cpu_online_mask cpu_possible_mask cpu_present_mask cpu_smt_control "
    "cpuhp_tasks_frozen current d_lock default_console_loglevel default_message_loglevel errno "
    "fallthrough fib6_pmtu fib_advmss fib_mtu fib_nh_dev fib_nh_dev_tracker fib_nh_family "
    "fib_nh_flags fib_nh_gw4 fib_nh_gw6 fib_nh_gw_family fib_nh_lws fib_nh_oif fib_nh_scope "
    "fib_nh_upper_bound fib_nh_weight fib_rtt fib_window first_memory_node first_online_node "
    "fl4_dport fl4_gre_key fl4_icmp_code fl4_icmp_type fl4_mh_type fl4_sport fl6_dport "
    "fl6_gre_key fl6_icmp_code fl6_icmp_type fl6_mh_type fl6_sport flowi4_flags flowi4_iif "
    "flowi4_l3mdev flowi4_mark flowi4_multipath_hash flowi4_oif flowi4_proto flowi4_scope "
    "flowi4_secid flowi4_tos flowi4_tun_key flowi4_uid flowi6_flags flowi6_iif flowi6_l3mdev "
    "flowi6_mark flowi6_oif flowi6_proto flowi6_scope flowi6_secid flowi6_tun_key flowi6_uid "
    "flowi_flags flowi_iif flowi_l3mdev flowi_mark flowi_oif flowi_proto flowi_scope flowi_secid "
    "flowi_tos flowi_tun_key flowi_uid force_read_lock_recursive i386 icmp6_addrconf_managed "
    "icmp6_addrconf_other icmp6_datagram_len icmp6_hop_limit icmp6_identifier icmp6_maxdelay "
    "icmp6_mtu icmp6_ndiscreserved icmp6_override icmp6_pointer icmp6_router icmp6_router_pref "
    "icmp6_rt_lifetime icmp6_sequence icmp6_solicited icmp6_unused ifc_buf ifc_req ifr_addr "
    "ifr_bandwidth ifr_broadaddr ifr_data ifr_dstaddr ifr_flags ifr_hwaddr ifr_ifindex ifr_map "
    "ifr_metric ifr_mtu ifr_name ifr_netmask ifr_newname ifr_qlen ifr_settings ifr_slave "
    "inet_daddr inet_dport inet_num inet_rcv_saddr ir_cookie ir_iif ir_loc_addr ir_num "
    "ir_rmt_addr ir_rmt_port ir_v6_loc_addr ir_v6_rmt_addr ireq_family ireq_net ireq_state "
    "kcpustat_this_cpu kstat_this_cpu linux local_softirq_pending_ref mem_cgroup_sockets_enabled "
    "minimum_console_loglevel nd_802154_opts_src_lladdr nd_802154_opts_tgt_lladdr nd_opts_mtu "
    "nd_opts_nonce nd_opts_pi nd_opts_pi_end nd_opts_rh nd_opts_src_lladdr nd_opts_tgt_lladdr "
    "nfct_time_stamp node_online_map node_possible_map noinline noinstr notrace nr_cpu_ids "
    "nr_node_ids nr_online_nodes pageblock_nr_pages pageblock_order pgoff_t "
    "randomized_struct_fields_end randomized_struct_fields_start rsk_hash rsk_listener "
    "rsk_rcv_wnd rsk_refcnt rsk_window_clamp rt0_type rt2_type rtc_hctosys_ret s6_addr s6_addr16 "
    "s6_addr32 setup_max_cpus si_addr si_addr_lsb si_arch si_band si_call_addr si_fd si_int "
    "si_lower si_overrun si_perf_data si_perf_flags si_perf_type si_pid si_pkey si_ptr si_status "
    "si_stime si_sys_private si_syscall si_tid si_trapno si_uid si_upper si_utime si_value "
    "sigev_notify_attributes sigev_notify_function sigev_notify_thread_id siphash_aligned_key_t "
    "sk_addrpair sk_bind_node sk_bound_dev_if sk_cookie sk_daddr sk_dontcopy_begin "
    "sk_dontcopy_end sk_dport sk_family sk_flags sk_hash sk_incoming_cpu sk_ipv6only sk_net "
    "sk_net_refcnt sk_node sk_nulls_node sk_num sk_portpair sk_prot sk_rcv_saddr sk_refcnt "
    "sk_reuse sk_reuseport sk_rmem_alloc sk_rxhash sk_state sk_tx_queue_mapping sk_v6_daddr "
    "sk_v6_rcv_saddr sysctl_legacy_va_layout sysfs_deprecated tc_gen transparent_hugepage_flags "
    "tw_bind_node tw_bound_dev_if tw_cookie tw_daddr tw_dport tw_dr tw_family tw_hash tw_ipv6only "
    "tw_net tw_node tw_num tw_prot tw_rcv_nxt tw_rcv_saddr tw_refcnt tw_reuse tw_reuseport "
    "tw_snd_nxt tw_state tw_v6_daddr tw_v6_rcv_saddr udp_port_hash udp_portaddr_hash "
    "udp_portaddr_node unix xa_limit_16b xa_limit_31b xa_limit_32b".split()
)
# Of include/uapi/linux/capability.h, without CAP_.
CAPABILITIES = frozenset(
    "CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE "
    "NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO "
    "SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME "
    "SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG "
    "WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE".split()
)
# What generated functions call: no local variable may hide it.
CALLED = re.compile(
    r"lua_?[A-Z_]\w*|luaL_\w+|l(ua)?data_\w+|klua_\w+|kunit_\w+|binding_\w+|mem(cpy|set)"
    r"|(l|faked?)_\w+"
)


def taken(name: str) -> str:
    """Why a name cannot be one of a variable or a member in C, or nothing."""
    if name in C_WORDS or re.match(r"__|_[A-Z]", name):
        return wording.WORD_OF_C.format(name=name)
    if name in MACROS:
        return wording.MACRO_OF_KERNEL.format(name=name)
    return wording.CALLED_BY_GLUE.format(name=name) if CALLED.fullmatch(name) else ""
