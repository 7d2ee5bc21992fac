# SPDX-License-Identifier: GPL-2.0-only OR MIT
# A TLS server in the guest behind examples/sni_filter.lua: whoever asks for blocked.example does not reach it.
set -ex
modprobe klua
printf '[req]\ndistinguished_name = name\n[name]\n' >/tmp/openssl.cnf
openssl req -config /tmp/openssl.cnf -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=server \
	-keyout /tmp/key.pem -out /tmp/certificate.pem
openssl s_server -quiet -accept 443 -key /tmp/key.pem -cert /tmp/certificate.pem &
server=$!
trap 'kill $server' EXIT
klua load sni_filter examples/sni_filter.lua
lab-listening tcp 443
timeout 20 openssl s_client -brief -connect 127.0.0.1:443 -servername other.example </dev/null
if timeout 3 openssl s_client -brief -connect 127.0.0.1:443 -servername blocked.example </dev/null; then exit 1; fi
klua eval sni_filter 'report()'
klua stats sni_filter
