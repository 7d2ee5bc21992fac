# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Figure 2 between two namespaces: a client does not hear from a server that announces OpenSSH_6.4.

banner() { # ADDRESS SECONDS: the first line that its SSH server says within so many
	# shellcheck disable=SC2016 # bash expands
	in_client bash -c 'exec 3<>/dev/tcp/$0/22 && IFS= read -r -t $1 line <&3; printf "%s\n" "${line%?}"' "$1" "$2"
}
drops() { [ "$(counter ssh dropped)" -gt 0 ]; }

both_listen() { [ "$(in_server ss -Htln 'sport = :22' | wc -l)" -ge 2 ]; }
start_servers() {
	in_server /usr/sbin/sshd -o ListenAddress=10.0.0.2
	# The same OpenSSH with another version text in its program: see lab/demo.
	in_server /root/sshd-6.4 -o ListenAddress=10.0.0.3 -o PidFile=none
	until_true both_listen
}

step_ssh() {
	title 'Figure 2: a filter on the banners of SSH servers'
	start_servers
	is 'without the filter, the old server is heard' SSH-2.0-OpenSSH_6.4 "$(banner 10.0.0.3 200)"
	show in_client klua load ssh examples/ssh_filter.lua --attach netfilter.filter:proto=tcp,sport=22
	new=$(banner 10.0.0.2 200)
	echo "  10.0.0.2 says: $new"
	like 'with the filter, a server of today is heard' 'SSH-2.0-OpenSSH_[7-9]*' "$new"
	old=$(banner 10.0.0.3 3)
	until_true drops # a server may be slow to say what nobody waits for any more
	echo "  10.0.0.3 says: ${old:-(nothing)}"
	is 'the one that announces OpenSSH_6.4 is not' '' "$old"
	show klua stats ssh
	seen=$(counter ssh seen) matched=$(counter ssh matched)
	accepted=$(counter ssh accepted) dropped=$(counter ssh dropped)
	at_least 'its banner, and what TCP sent again, was dropped' 1 "$dropped"
	is 'each packet that matched was accepted or dropped' "$matched" $((accepted + dropped))
	at_least 'packets seen are at least those matched' "$matched" "$seen"
	is 'no packet took the default' 0 "$(counter ssh defaulted)"
	show klua stop ssh
	is 'without the filter again, the old server is heard' SSH-2.0-OpenSSH_6.4 "$(banner 10.0.0.3 200)"
}
