# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Entry points of the project. Each target calls the one script that does the work; `make help` lists them.

KDIR ?= $(shell lab/kernels --of stock | cut -d " " -f 1)
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help setup demo check check-host check-gen check-kunit check-guest torture mutants style generate doc modules tool \
	luadata bench shell install clean

help: ## list the targets
	@awk -F ':.*## ' -v all="$$(lab/kernels | xargs)" -v stock="$$(lab/kernels stock | xargs)" \
		'/^[a-z-]*:.*## / { gsub(/@all/, all); gsub(/@stock/, stock); \
		printf "  %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## install the Debian packages that the project needs (root)
	@lab/setup

demo: setup ## build everything, boot a stock kernel, run the paper's scripts on it
	@kernel/build stock
	@$(MAKE) tool
	@lab/demo

check: setup ## all tests; the last line is `check: N passed, N failed`
	@lab/check gen host kunit guest torture style

check-gen: setup ## the generator: golden cases; regenerating changes nothing
	@lab/check gen

check-host: setup ## VM, luadata, tools on this machine, with sanitizers
	@lab/check host

check-kunit: setup ## KUnit suites in User-mode Linux kernels [KERNEL=@stock all] [SUITE=name]
	@KERNEL="$(KERNEL)" SUITE="$(SUITE)" lab/check kunit

check-guest: setup ## real sockets, cpufreq, ACPI in stock kernels under QEMU
	@lab/check guest

torture: setup ## tries to break a kernel that looks for faults, and fuzzes [MINUTES=10] [SEED=number] [PART=names]
	@mkdir -p build
	@kernel/build torture >build/torture-modules.log || { cat build/torture-modules.log; false; }
	@$(MAKE) tool
	@lab/torture/run --minutes $(or $(MINUTES),10) $(if $(SEED),--seed $(SEED)) $(PART)

mutants: setup ## takes guards out, one at a time: a test has to notice each; takes hours [OF=areas, files, tests or words]
	@lab/mutants/run $(OF)

style: setup ## checkpatch, sparse, clang-format, mypy, luacheck, shellcheck
	@lab/check style

generate: setup ## specs/ -> bindings-generated/
	@gen/luagen build

doc: setup ## a page for every binding, with its fields and bit diagrams: build/doc/index.html
	@gen/luagen doc

modules: setup ## kernel modules [KDIR=@all, or a kernel's build directory]
	@kernel/build $(KDIR)

tool: setup ## the klua command: build/klua
	@$(MAKE) -s -C kernel/tool

luadata: setup ## luadata and the wire layouts for stock Lua 5.4: build/luadata/*.so
	@$(MAKE) -C luadata

bench: setup ## instructions and ratios, beside C, nft, eBPF: a table and build/bench.json [PROFILE=row: by function]
	@kernel/build stock
	@$(MAKE) tool
	@lab/bench/run $(if $(PROFILE),--profile "$(PROFILE)")

shell: setup ## a terminal in a guest [KDIR=@stock]
	@kernel/build $(KDIR)
	@$(MAKE) tool
	@lab/guest --kernel $(KDIR) --shell

install: setup ## modules for the running kernel and the klua command, into this machine (root) [KDIR]
	@kernel/install $(if $(filter command line environment,$(origin KDIR)),$(KDIR))

clean: ## remove build/ (the cache outside the tree stays)
	@rm -rf build
