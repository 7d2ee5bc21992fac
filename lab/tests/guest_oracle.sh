# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# In the guest: real programs talk to each other over a pair of interfaces; what passed goes to
# stdout, oracle.pcap.

# shellcheck source=/dev/null
. guest-tests/lib.sh
set -e

listens() { # t|u PORT: whether the server has it
	in_server ss "-${1}ln" | grep -q ":$2 "
}
set_in() { # NAMESPACE VALUE SYSCTL...
	ns=$1 value=$2
	shift 2
	for name; do
		ip netns exec "$ns" sh -c "echo $value >/proc/sys/net/$name"
	done
}
try() { # COMMAND... in the client: whether it succeeds is not what counts
	in_client timeout 20 "$@" >/dev/null || true
}

# Tags and tunnels beside the plain interfaces
interfaces() {
	net_up
	offload off client veth-client
	offload off server veth-server
	ip -n server address add 10.0.0.3/24 dev veth-server
	ip -n server address add fd00::3/64 dev veth-server nodad
	ip -n client link add link veth-client name tagged type vlan id 42 \
		ingress-qos-map 0:3 egress-qos-map 0:5
	ip -n server link add link veth-server name tagged type vlan id 42
	for side in client:1:2 server:2:1; do
		ns=${side%%:*} rest=${side#*:} own=${rest%:*} peer=${rest#*:}
		ip -n "$ns" address add "10.42.0.$own/24" dev tagged
		ip -n "$ns" link set tagged up
		ip -n "$ns" link add vx type vxlan id 77 remote "10.0.0.$peer" dstport 4789 \
			dev "veth-$ns"
		ip -n "$ns" address add "10.77.0.$own/24" dev vx
		ip -n "$ns" link set vx up
		ip -n "$ns" link add tun type gre local "10.0.0.$own" remote "10.0.0.$peer" key 5
		ip -n "$ns" address add "10.47.0.$own/24" dev tun
		ip -n "$ns" link set tun up
		ip -n "$ns" link add tap type gretap local "10.0.0.$own" remote "10.0.0.$peer"
		ip -n "$ns" address add "10.48.0.$own/24" dev tap
		ip -n "$ns" link set tap up
	done
}

# DHCP and DNS: dnsmasq, with udhcpc and nslookup of busybox, dhclient, and the C library
leases_and_names() {
	in_server dnsmasq --user=root --no-resolv --no-hosts --no-daemon --log-facility=- \
		--interface=veth-server --bind-dynamic --dhcp-leasefile=/tmp/leases \
		--dhcp-range=10.0.0.100,10.0.0.120,1h \
		--dhcp-option=option:router,10.0.0.2,10.0.0.3 \
		--dhcp-option=option:domain-search,example.org,lan.example \
		--dhcp-option=option:ntp-server,10.0.0.9 --domain=lan.example \
		--enable-ra --dhcp-range=fd00::,ra-only,64,1h \
		--address=/example.org/192.0.2.53 --address=/example.org/2001:db8::53 \
		--cname=alias.local,target.local --host-record=target.local,192.0.2.7,2001:db8::7 \
		--host-record=www.example.net,10.0.0.3,fd00::3 \
		--mx-host=example.org,mail.example.org,10 \
		--srv-host=_ssh._tcp.example.org,host.example.org,22,5,6 \
		--txt-record='example.org,"some text","and more"' \
		--ptr-record=7.2.0.192.in-addr.arpa,target.local 2>/dev/null &
	until_true listens u 53
	try busybox udhcpc -f -q -n -t 3 -i veth-client -s /bin/true -x hostname:oracle -F box.example
	cat >/tmp/dhclient.conf <<-'END'
		send host-name "laptop";
		send vendor-class-identifier "a class";
		send dhcp-client-identifier 1:2:3:4:5:6:7;
		send dhcp-lease-time 600;
		request subnet-mask, broadcast-address, routers, domain-name, domain-name-servers,
			domain-search, host-name, ntp-servers, interface-mtu;
	END
	dhclient_is() { # OPTION...
		try dhclient -4 "$@" -sf /bin/true -cf /tmp/dhclient.conf -lf /tmp/dhclient.leases \
			-pf /tmp/dhclient.pid veth-client
	}
	: >/tmp/dhclient.leases
	dhclient_is -1
	dhclient_is -r
	for name in example.org alias.local target.local nowhere.invalid _ssh._tcp.example.org \
		192.0.2.7; do
		for type in a aaaa mx txt srv ptr cname; do
			try busybox nslookup -type=$type "$name" 10.0.0.2
		done
	done
	# names as curl and ssh look them up, with EDNS
	mkdir -p /etc/netns/client
	touch /etc/resolv.conf
	printf 'nameserver 10.0.0.2\noptions edns0\n' >/etc/netns/client/resolv.conf
	echo 'hosts: files dns' >/etc/netns/client/nsswitch.conf
}

# Routers: dnsmasq above and radvd, with other options; groups, joined by MLD of both versions
advertisements() {
	set_in server 1 ipv4/ip_forward ipv6/conf/all/forwarding
	cat >/tmp/radvd.conf <<-'END'
		interface veth-server {
			AdvSendAdvert on;
			MinRtrAdvInterval 3;
			MaxRtrAdvInterval 4;
			AdvManagedFlag on;
			AdvLinkMTU 1400;
			AdvCurHopLimit 63;
			AdvReachableTime 30000;
			AdvRetransTimer 2000;
			prefix 2001:db8:a::/64 { AdvOnLink on; AdvAutonomous off; };
			prefix fd00:b::/64 { AdvPreferredLifetime 600; AdvValidLifetime 1200; };
			route 2001:db8:c::/48 { AdvRoutePreference high; AdvRouteLifetime 900; };
			route fd00:d::/64 { AdvRoutePreference low; };
			route ::/0 { };
			RDNSS fd00::2 fd00::3 { AdvRDNSSLifetime 30; };
			DNSSL lan.example www.example.org { AdvDNSSLLifetime 40; };
		};
	END
	in_server radvd -n -C /tmp/radvd.conf -m stderr -p /tmp/radvd.pid 2>/dev/null &
	ip -n server route add fd00:b::/64 dev veth-server # hosts make themselves addresses with it
	for version in 0 1; do
		set_in client $version ipv6/conf/veth-client/force_mld_version
		try timeout 1 socat -u "UDP6-RECV:9999,ipv6-join-group=[ff15::1$version]:veth-client" -
	done
	set_in client 0 ipv6/conf/veth-client/force_mld_version
}

# Echoes of all kinds; the errors that routers and hosts send. By its path, or busybox's timeout takes
# busybox's ping.
pings() {
	quick='/usr/bin/ping -q -c 2 -i 0.02 -W 1'
	for address in 10.42.0.2 10.77.0.2 10.47.0.2 10.48.0.2; do
		for size in 0 56 1000 3000; do
			try $quick -s $size $address
		done
	done
	for address in 10.0.0.2 fd00::2; do
		for size in 0 1 17 56 1000 3000; do
			try $quick -s $size $address
		done
	done
	try /usr/bin/ping -q -f -c 100 -s 64 10.0.0.2
	try /usr/bin/ping -q -f -c 20 -s 5000 10.0.0.2
	try /usr/bin/ping -q -f -c 20 -s 5000 fd00::2
	set_in server 0 ipv4/icmp_echo_ignore_broadcasts
	set_in server 0 ipv4/icmp_ratelimit ipv6/icmp/ratelimit
	for options in -R '-T tsonly' '-T tsandaddr' '-T tsprespec 10.0.0.1 10.0.0.2' '-Q 0x10' \
		'-Q 0xb8' '-Q 0x03' '-I veth-client' '-t 7' '-p ff00 -s 99' '-M do'; do
		# shellcheck disable=SC2086 # words
		try $quick $options 10.0.0.2
	done
	try $quick -b 10.0.0.255
	for options in '-F 0x12345' '-Q 0xb8' '-N name' '-N ipv6' '-t 7' '-M do'; do
		# shellcheck disable=SC2086 # words
		try $quick -6 $options fd00::2
	done
	try $quick -6 ff02::1%veth-client

	# no route, forbidden, no host, too large, out of hops, a better way
	ip -n server link add small mtu 1280 type dummy
	ip -n server link set small up
	ip -n client route add 198.51.100.0/24 via 10.0.0.2
	ip -n client route add 2001:db8::/32 via fd00::2
	ip -n server route add prohibit 198.51.100.1
	ip -n server route add unreachable 198.51.100.2
	ip -n server route add 198.51.100.64/26 dev small
	ip -n server route add 198.51.100.128/26 via 10.0.0.9 dev veth-server
	ip -n server route add prohibit 2001:db8:1::/48
	ip -n server route add unreachable 2001:db8:2::/48
	ip -n server route add 2001:db8:3::/48 dev small
	ip -n server route add 2001:db8:4::/48 via fe80::99 dev veth-server
	for address in 198.51.100.1 198.51.100.2 198.51.100.3 2001:db8:1::1 2001:db8:2::1 \
		2001:db8:5::1; do
		try $quick $address
		try timeout 1 busybox nslookup -type=a example.org $address
	done
	try $quick 198.51.100.129
	try $quick 2001:db8:4::1
	try $quick -t 1 198.51.100.66
	try $quick -t 1 2001:db8:3::1
	try $quick -M do -s 1400 198.51.100.66
	try $quick -M do -s 1400 2001:db8:3::1
	try busybox traceroute -n -m 3 -w 1 10.0.0.2
	try busybox traceroute6 -n -m 3 -w 1 fd00::2
	printf x | try socat -u - UDP:10.0.0.2:9
	printf x | try socat -u - 'UDP:[fd00::2]:9'
	try timeout 2 socat -u /dev/null TCP:10.0.0.2:9
}

# IPv6 extension headers: options (setsockopt(2), ipv6(7): 54 is IPV6_HOPOPTS, 59 IPV6_DSTOPTS), also
# with fragments; segment routing
extension_headers() {
	alert=setsockopt=41:54:x0000050200000100 limit=setsockopt=41:59:x0000040105010100
	for options in "$alert" "$limit" "$alert,$limit"; do
		for size in 1 1000 5000; do
			head -c $size /dev/zero | try socat -u -b 8192 - "UDP:[fd00::2]:9,$options"
		done
	done
	for mode in encap inline; do
		ip -n client -6 route replace fd05::/64 encap seg6 mode $mode segs fd00::2,fd00::9 \
			dev veth-client
		try /usr/bin/ping -q -c 2 -i 0.05 -W 1 fd05::1
	done
}

# Multicast DNS: avahi on both sides, one of them asks
multicast_names() {
	mkdir -p /etc/avahi/services
	echo 'avahi:x:101:101::/run:/bin/false' >>/etc/passwd
	echo 'avahi:x:101:' >>/etc/group
	cat >/etc/avahi/services/printer.service <<-'END'
		<service-group>
			<name replace-wildcards="yes">The printer of %h. Back\slash</name>
			<service>
				<type>_ipp._tcp</type><subtype>_universal._sub._ipp._tcp</subtype>
				<port>631</port>
				<txt-record>rp=printers/one</txt-record>
				<txt-record>note=third floor</txt-record>
			</service>
			<service><type>_http._tcp</type><port>80</port></service>
		</service-group>
	END
	cat >/tmp/bus.conf <<-'END'
		<busconfig>
			<listen>unix:path=/run/bus</listen>
			<auth>EXTERNAL</auth>
			<policy context="default">
				<allow user="*"/><allow own="*"/>
				<allow send_destination="*"/><allow receive_sender="*"/>
			</policy>
		</busconfig>
	END
	for side in client:yes server:no; do
		ns=${side%:*}
		cat >"/tmp/avahi-$ns.conf" <<-END
			[server]
			host-name=$ns
			allow-interfaces=veth-$ns
			enable-dbus=${side#*:}
			[publish]
			publish-hinfo=yes
			publish-workstation=yes
		END
	done
	# `ip netns exec` gives each mounts of its own
	in_server sh -c 'mount -t tmpfs none /run
		exec avahi-daemon --no-drop-root --no-chroot -f /tmp/avahi-server.conf' &
	server=$!
	# shellcheck disable=SC2016 # the client's
	try sh -c 'mount -t tmpfs none /run
		mount -t tmpfs none /etc/avahi/services
		export DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/bus
		dbus-daemon --config-file=/tmp/bus.conf --nopidfile --fork
		avahi-daemon --no-drop-root --no-chroot -D -f /tmp/avahi-client.conf
		sleep 1
		for query in "browse -atr" "browse -tr _universal._sub._ipp._tcp" "resolve -4n server.local" \
			"resolve -6n server.local" "resolve -a 10.0.0.2" "resolve -a fd00::2" \
			"resolve -n nobody.local"; do
			timeout 4 avahi-$query
		done
		avahi-daemon -k'
	kill $server || true
}

# Bulk: TCP with all its options, by IPv4, IPv6 and through the tunnels; UDP
bulk() {
	in_server iperf3 -s -D
	until_true listens t 5201
	for address in 10.0.0.2 fd00::2 10.42.0.2 10.77.0.2 10.48.0.2; do
		try iperf3 -c $address -n 300K
	done
	# segments as large as they come, before a device cuts them
	offload on client veth-client
	try iperf3 -c 10.0.0.2 -n 1M
	offload off client veth-client
	try iperf3 -c 10.0.0.2 -u -b 2M -n 100K
}

# TLS: openssl both ways; curl and nginx, by HTTP/1.1 and 2, sessions resumed; SSH
greetings() {
	printf '[req]\ndistinguished_name = name\n[name]\n' >/tmp/openssl.cnf
	openssl req -config /tmp/openssl.cnf -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
		-subj /CN=server -keyout /tmp/key.pem -out /tmp/certificate.pem
	in_server openssl s_server -quiet -accept 10.0.0.2:443 -alpn h2,http/1.1 -early_data \
		-key /tmp/key.pem -cert /tmp/certificate.pem &
	mkdir -p /tmp/www /var/lib/nginx /var/log/nginx
	head -c 40000 /dev/urandom >/tmp/www/page
	cat >/tmp/nginx.conf <<-'END'
		user root;
		pid /tmp/nginx.pid;
		events { }
		http {
			access_log off;
			server {
				listen 10.0.0.3:443 ssl http2;
				listen [fd00::3]:443 ssl http2;
				ssl_certificate /tmp/certificate.pem;
				ssl_certificate_key /tmp/key.pem;
				ssl_protocols TLSv1.2 TLSv1.3;
				root /tmp/www;
			}
		}
	END
	in_server nginx -c /tmp/nginx.conf
	until_true listens t 443
	for options in '' -tls1_2 -tls1_3 '-alpn h2,http/1.1' '-tls1_2 -alpn http/1.1 -status' \
		-noservername '-curves P-256:P-384:X25519 -sigalgs RSA+SHA256:ECDSA+SHA256' \
		'-servername www.a-longer-name.example' -reconnect '-tls1_2 -reconnect' \
		'-use_srtp SRTP_AES128_CM_SHA1_80 -maxfraglen 1024 -nextprotoneg h2 -status' \
		'-sess_out /tmp/session' '-sess_in /tmp/session -early_data /tmp/nginx.conf' \
		'-cipher ECDHE-ECDSA-AES128-GCM-SHA256 -tls1_2'; do
		for _ in 1 2; do
			# shellcheck disable=SC2086 # words
			try openssl s_client -brief -connect 10.0.0.2:443 $options </dev/null
		done
	done
	page=https://www.example.net/page
	for options in '-4 --http1.1' '-4 --http2' '-6 --http2' '--http2 --tls-max 1.2' \
		'--http1.1 --tls-max 1.2' '--no-alpn' '--curves P-521:X25519' \
		'--tls-max 1.2 --ciphers ECDHE-ECDSA-CHACHA20-POLY1305' '--cert-status' \
		'--http2 --data-binary @/tmp/www/page' '--resolve other.example:443:10.0.0.3'; do
		# a new connection for each page, with what is known of the last
		# shellcheck disable=SC2086 # words
		try curl -sk --compressed -A 'Mozilla/5.0' -H 'Connection: close' $options $page \
			-o /dev/null $page -o /dev/null https://other.example/page -o /dev/null
		# shellcheck disable=SC2086 # words
		try curl -sk $options --no-progress-meter --parallel $page $page
	done
	in_server /usr/sbin/sshd -p 22 || true
	try ssh -o StrictHostKeyChecking=no root@10.0.0.2 true
}

{
	interfaces
	in_server timeout 3000 tcpdump -q -U -Z root -s 0 -B 8192 -i veth-server -w /tmp/oracle.pcap \
		2>/tmp/tcpdump.log &
	until_true grep -q listening /tmp/tcpdump.log
	for topic in leases_and_names advertisements pings extension_headers multicast_names \
		bulk greetings; do
		echo "# $topic, $(cut -d. -f1 /proc/uptime) s" >&2
		$topic
	done
	sleep 1
} >&2
cat /tmp/oracle.pcap
