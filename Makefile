# Field Notes. Each target sets up what it needs by itself on a plain Debian or Ubuntu with Rust and Node 20.
# Build output stays outside the clone, so that a fresh clone builds nothing twice.

export FIELDNOTES_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/fieldnotes
export CARGO_TARGET_DIR ?= $(FIELDNOTES_CACHE)/target

# rustup puts cargo here, and a shell that is not a login shell does not know it.
export PATH := $(PATH):$(HOME)/.cargo/bin

.DEFAULT_GOAL := help
.PHONY: help setup run dev test check fmt fuzz bench schedules simulate deny

help:  ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup:  ## install what is missing (apt, npm); says what and why; nothing when all is there
	@scripts/setup

run:  ## open the window (release build); with no display, show what the program does: fieldnotes demo
	@scripts/run

dev:  ## the window while it is being written, with live reload
	@scripts/setup run
	@scripts/dev

test: setup  ## everything: format, lints, the architecture rules, all tests, the real window
	@scripts/test

check:  ## the quick look while writing: types and lints
	@scripts/setup run
	@npm --prefix ui run --silent check
	@scripts/ui
	@cargo clippy --workspace --all-targets --locked -- --deny warnings

fmt:  ## put the sources into the one format
	@cargo fmt --all
	@cargo fmt --all --manifest-path tests/desktop/Cargo.toml
	@cargo fmt --all --manifest-path benches/peers/Cargo.toml
	@cargo fmt --all --manifest-path fuzz/Cargo.toml
	@npm --prefix ui run --silent format

fuzz:  ## throw bytes at every reader, a minute each; TIME=7200 for longer, TARGETS="row query" for some
	@TIME="$(or $(TIME),60)" TARGETS="$(TARGETS)" scripts/fuzz

bench:  ## measure against the budgets and the peers; SIZES=1000,10000 for less, or 1000000 for more
	@FIELDNOTES_BENCH_SIZES="$(or $(SIZES),$(FIELDNOTES_BENCH_SIZES))" scripts/bench

schedules:  ## 10,000 stories of vaults that exchange in any order, and as many with a hostile colleague; CASES=1000 for less
	@scripts/setup demo
	@FIELDNOTES_ORDER_CASES="$(or $(CASES),10000)" cargo test --workspace --locked --test order -- --nocapture

simulate:  ## a year of 25, 50, 100 and 200 devices that exchange files; ARGS="--devices 50 --weeks 12" for less
	@scripts/simulate $(ARGS)

deny:  ## licences, bans and known weaknesses of every dependency, by cargo-deny
	@if cargo deny --version >/dev/null 2>&1; then cargo deny --locked check; \
	else echo "cargo-deny is not installed, so known weaknesses were NOT looked up."; \
	     echo "Licences and bans are checked by 'cargo test --test dependencies'. To have all: cargo install --locked cargo-deny"; fi
