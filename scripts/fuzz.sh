#!/usr/bin/env bash
# Runs every fuzz target of tests/fuzz, or those that are named, for some seconds each.
#   scripts/fuzz.sh SECONDS [TARGET...]        example: scripts/fuzz.sh 60 decode session
#
# Starts from the cases in tests/fuzz/corpus/TARGET and keeps what it learns in build/linux-fuzz/corpus.
# A case that breaks something is put into tests/fuzz/corpus/TARGET, named found-…: commit it with the
# repair; from then on each test run replays it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

seconds=${1:-}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 2; }
shift
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for folder in "$root"/tests/fuzz/corpus/*/; do
        targets+=("$(basename "$folder")")
    done
fi

install_packages build lint
build_preset linux-fuzz "${targets[@]/#/fuzz_}"

bad=()
for target in "${targets[@]}"; do
    log=$root/build/linux-fuzz/fuzz-$target.log
    say "Fuzzing $target for $seconds s"
    if "$root/tests/fuzz/run.sh" "$target" "$seconds" >"$log" 2>&1; then
        sed -nE 's/^stat::(number_of_executed_units|peak_rss_mb): +/\1 /p' "$log"
    else
        bad+=("$target")
        grep -vE '^#[0-9]+\s' "$log" | tail -n 60 >&2 || true # a log without such lines is no failure
    fi
done
[ ${#bad[@]} -eq 0 ] || fail "failures: ${bad[*]}; the cases are in tests/fuzz/corpus"
say "No failures"
