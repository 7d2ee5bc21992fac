# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# In the guest: real programs talk to each other over a pair of interfaces; what passed goes to stdout, oracle.pcap.

# shellcheck source=/dev/null
. guest-tests/lib.sh
set -e
{
	net_up
	offload off client veth-client
	offload off server veth-server
	# tags, tunnels
	ip -n client link add link veth-client name tagged type vlan id 42 ingress-qos-map 0:3 egress-qos-map 0:5
	ip -n server link add link veth-server name tagged type vlan id 42
	for side in client:1:2 server:2:1; do
		ns=${side%%:*} rest=${side#*:} own=${rest%:*} peer=${rest#*:}
		ip -n "$ns" address add "10.42.0.$own/24" dev tagged
		ip -n "$ns" link set tagged up
		ip -n "$ns" link add vx type vxlan id 77 remote "10.0.0.$peer" dstport 4789 dev "veth-$ns"
		ip -n "$ns" address add "10.77.0.$own/24" dev vx
		ip -n "$ns" link set vx up
		ip -n "$ns" link add tun type gre local "10.0.0.$own" remote "10.0.0.$peer" key 5
		ip -n "$ns" address add "10.47.0.$own/24" dev tun
		ip -n "$ns" link set tun up
		ip -n "$ns" link add tap type gretap local "10.0.0.$own" remote "10.0.0.$peer"
		ip -n "$ns" address add "10.48.0.$own/24" dev tap
		ip -n "$ns" link set tap up
	done
	in_server timeout 300 tcpdump -q -U -Z root -s 0 -B 8192 -i veth-server -w /tmp/oracle.pcap 2>/tmp/tcpdump.log &
	until_true grep -q listening /tmp/tcpdump.log

	# DHCP and DNS: dnsmasq, with udhcpc and nslookup of busybox; it advertises itself as a router, too
	in_server dnsmasq --user=root --no-resolv --no-hosts --no-daemon --log-facility=- --interface=veth-server \
		--bind-dynamic --dhcp-leasefile=/tmp/leases --dhcp-range=10.0.0.100,10.0.0.120,1h --dhcp-option=option:router,10.0.0.2,10.0.0.3 \
		--dhcp-option=option:domain-search,example.org,lan.example --dhcp-option=option:ntp-server,10.0.0.9 \
		--enable-ra --dhcp-range=fd00::,ra-only,64,1h --address=/example.org/192.0.2.53 --address=/example.org/2001:db8::53 \
		--cname=alias.local,target.local --host-record=target.local,192.0.2.7,2001:db8::7 \
		--mx-host=example.org,mail.example.org,10 --srv-host=_ssh._tcp.example.org,host.example.org,22,5,6 \
		--txt-record='example.org,"some text","and more"' --ptr-record=7.2.0.192.in-addr.arpa,target.local 2>/dev/null &
	until_true sh -c 'ip netns exec server ss -uln | grep -q :53'
	in_client timeout 60 busybox udhcpc -f -q -n -t 3 -i veth-client -s /bin/true -x hostname:oracle -F box.example || true
	for name in example.org alias.local target.local nowhere.invalid _ssh._tcp.example.org 192.0.2.7; do
		for type in a aaaa mx txt srv ptr cname; do
			in_client timeout 5 busybox nslookup -type=$type "$name" 10.0.0.2 || true
		done
	done

	# ping of all kinds, routes, errors
	for address in 10.0.0.2 fd00::2 10.42.0.2 10.77.0.2 10.47.0.2 10.48.0.2; do
		for size in 0 56 1000 3000; do
			in_client ping -q -c 3 -i 0.05 -s $size $address || true
		done
	done
	in_client busybox traceroute -n -m 3 -w 1 10.0.0.2 || true
	in_client busybox traceroute6 -n -m 3 -w 1 fd00::2 || true
	printf x | in_client socat -u - UDP:10.0.0.2:9 || true
	printf x | in_client socat -u - 'UDP:[fd00::2]:9' || true
	in_client timeout 2 socat -u /dev/null TCP:10.0.0.2:9 || true
	for tos in 0x10 0xb8 0x03; do
		in_client ping -q -c 2 -i 0.05 -Q $tos 10.0.0.2 || true
	done

	# bulk: TCP with all its options, by IPv4, IPv6 and through the tunnels; UDP
	in_server iperf3 -s -D
	until_true sh -c 'ip netns exec server ss -tln | grep -q :5201'
	for address in 10.0.0.2 fd00::2 10.42.0.2 10.77.0.2 10.48.0.2; do
		in_client iperf3 -c $address -n 300K >/dev/null || true
	done
	# segments as large as they come, before a device cuts them
	offload on client veth-client
	in_client iperf3 -c 10.0.0.2 -n 1M >/dev/null || true
	offload off client veth-client
	in_client iperf3 -c 10.0.0.2 -u -b 2M -n 100K >/dev/null || true

	# TLS: openssl both ways, hellos of many extensions; SSH
	printf '[req]\ndistinguished_name = name\n[name]\n' >/tmp/openssl.cnf
	openssl req -config /tmp/openssl.cnf -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=server \
		-keyout /tmp/key.pem -out /tmp/certificate.pem
	in_server openssl s_server -quiet -accept 443 -alpn h2,http/1.1 -key /tmp/key.pem -cert /tmp/certificate.pem &
	until_true sh -c 'ip netns exec server ss -tln | grep -q :443'
	for options in '' -tls1_2 -tls1_3 '-alpn h2,http/1.1' '-tls1_2 -alpn http/1.1 -status' '-noservername' \
		'-curves P-256:P-384:X25519 -sigalgs RSA+SHA256:ECDSA+SHA256' '-servername www.a-longer-name.example' \
		'-cipher ECDHE-ECDSA-AES128-GCM-SHA256 -tls1_2'; do
		for _ in 1 2 3; do
			# shellcheck disable=SC2086 # words
			in_client timeout 20 openssl s_client -brief -connect 10.0.0.2:443 $options </dev/null || true
		done
	done
	in_server /usr/sbin/sshd -p 22 || true
	in_client timeout 20 ssh -o StrictHostKeyChecking=no root@10.0.0.2 true || true
	sleep 1
} >&2
cat /tmp/oracle.pcap
