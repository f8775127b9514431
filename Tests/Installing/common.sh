# Shared by the tests of this folder: each is a script that prints what holds, and says so when the machine lacks a program.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
binary=${ECSLINT_BINARY:-$root/.build/release/ecslint}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ok() { echo "ok: $*"; }
fail() { echo "FAILED: $(basename "$0"): $*" >&2; exit 1; }

# needs PROGRAM...: ends the test, and says why, when the machine has not got one.
needs() {
    for program in "$@"; do
        command -v "$program" >/dev/null 2>&1 || { echo "not run: $(basename "$0") needs $program"; exit 0; }
    done
}

needs_binary() {
    [ -x "$binary" ] || fail "there is no $binary: make build, or set ECSLINT_BINARY"
}

# A Python environment of its own in $work/NAME, or the end of the test.
environment() {
    python3 -m venv "$work/$1" >"$work/log" 2>&1 || { echo "not run: $(basename "$0") needs Python's venv"; exit 0; }
}
