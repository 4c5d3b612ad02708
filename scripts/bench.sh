#!/usr/bin/env bash
# Measures the engine against a bare loop with the same system calls; see docs/BENCHMARKS.md.
#   scripts/bench.sh [--linux] [--windows] [--quick] [--repeats N] [-- OPTION OF BENCH_PIPES...]
#
# Without --linux or --windows: --linux. --windows runs the Windows program under Wine.
# --quick      shorter and fewer runs: under a minute for Linux, and rougher
# --repeats N  runs of each side of a line, 15 without it (5 with --quick)
# The table is printed; every value is in build/bench/linux.json and build/bench/windows.json.
# Exit status: 0 all lines reach their aim, 1 some do not, 2 something failed.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

presets=()
repeats=""
seconds=0.1
quick=no
while [ $# -gt 0 ]; do
    case $1 in
        --linux | --windows) presets+=("${1#--}") ;;
        --quick) quick=yes ;;
        --repeats) repeats=${2:?--repeats needs a number} && shift ;;
        --) shift && break ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;;
        *) fail "unknown option $1; see scripts/bench.sh --help" ;;
    esac
    shift
done
[ ${#presets[@]} -gt 0 ] || presets=(linux)
[ "$quick" = no ] || seconds=0.05
if [ -z "$repeats" ]; then
    repeats=15
    [ "$quick" = no ] || repeats=5
fi

trap 'stop_wine "$root/build/windows/wine"' EXIT
mkdir -p "$root/build/bench"
worst=0
for preset in "${presets[@]}"; do
    json=$root/build/bench/$preset.json
    options=(--repeats "$repeats" --seconds "$seconds")
    if [ "$preset" = windows ]; then
        install_packages windows
        use_qt_windows
        build_preset windows bench_pipes
        command=("$root/scripts/wine.sh" "$root/build/windows/bin/bench_pipes.exe")
        options+=(--json "Z:$json") # Wine shows the root folder as drive Z:
    else
        install_packages build
        build_preset "$preset" bench_pipes
        command=("$root/build/$preset/bin/bench_pipes")
        options+=(--json "$json")
    fi
    say "Measuring $preset"
    status=0
    timeout 900 "${command[@]}" "${options[@]}" "$@" || status=$?
    [ "$status" -le 2 ] || status=2
    [ "$status" -le "$worst" ] || worst=$status
    echo "every value: build/bench/$preset.json"
done
exit "$worst"
