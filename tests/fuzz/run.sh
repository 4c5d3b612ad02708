#!/usr/bin/env bash
# Runs one fuzz target of build/linux-fuzz for some seconds; for scripts/fuzz.sh and ctest --preset linux-fuzz.
#   tests/fuzz/run.sh TARGET SECONDS            example: tests/fuzz/run.sh decode 60
set -euo pipefail
target=$1
seconds=$2
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
seeds=$root/tests/fuzz/corpus/$target
learnt=$root/build/linux-fuzz/corpus/$target
mkdir -p "$seeds" "$learnt"

# Files that a target writes for each case stay in memory.
if [ -d /dev/shm ]; then
    TMPDIR=$(mktemp -d /dev/shm/pipescope-fuzz.XXXXXX)
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
fi
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
"$root/build/linux-fuzz/bin/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -malloc_limit_mb=1024 -max_len=16384 -print_final_stats=1 -artifact_prefix="$seeds/found-" "$learnt" "$seeds"
