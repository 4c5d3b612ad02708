#!/usr/bin/env bash
# Measures PipeScope against others that do the same; see docs/BENCHMARKS.md.
#   scripts/bench.sh [--linux] [--windows] [--program NAME]... [--quick] [--repeats N] [-- OPTION...]
#
# Without --linux or --windows: --linux. --windows runs the Windows programs under Wine.
# --program NAME  only this one, may be said again: pipes (the engine against a bare loop), recorder,
#                 relay (against a bare two-hop loop and socat), open (against tshark, capinfos and cat),
#                 filter (against tshark and ripgrep), convert (against editcap),
#                 framing (frames a second and bytes a frame),
#                 memory (needs 2 GB of disk), window
# --quick         shorter and fewer runs, and rougher
# --repeats N     runs of each side of a line, 15 of pipes without it (5 with --quick), 5 of the others (3)
# OPTION...       goes to the programs; see bench_pipes --help, bench_recorder --help
# The tables are printed; every value is in build/bench/linux-NAME.json and build/bench/windows-NAME.json.
# Exit status: 0 all lines reach their aim, 1 some do not, 2 something failed.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

presets=()
programs=()
repeats=""
seconds=0.1
quick=no
while [ $# -gt 0 ]; do
    case $1 in
        --linux | --windows) presets+=("${1#--}") ;;
        --program) programs+=("${2:?--program needs a name}") && shift ;;
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
# repeats_of PROGRAM: how often each side of its lines is run.
repeats_of() {
    if [ -n "$repeats" ]; then
        echo "$repeats"
    elif [ "$1" = pipes ]; then
        if [ "$quick" = no ]; then echo 15; else echo 5; fi
    else
        if [ "$quick" = no ]; then echo 5; else echo 3; fi
    fi
}

trap 'stop_wine "$root/build/windows/wine"' EXIT
mkdir -p "$root/build/bench"
worst=0
for preset in "${presets[@]}"; do
    wanted=("${programs[@]}")
    if [ ${#wanted[@]} -eq 0 ]; then
        wanted=(pipes recorder)
        [ "$preset" = windows ] || wanted+=(relay open filter convert framing memory window)
    fi
    if [ "$preset" = windows ]; then
        install_packages windows
        use_qt_windows
    else
        install_packages build tests bench
    fi
    build_preset "$preset" "${wanted[@]/#/bench_}"
    for program in "${wanted[@]}"; do
        json=$root/build/bench/$preset-$program.json
        options=(--repeats "$(repeats_of "$program")")
        [ "$program" != pipes ] || options+=(--seconds "$seconds")
        if [ "$preset" = windows ]; then
            command=("$root/scripts/wine.sh" "$root/build/windows/bin/bench_$program.exe")
            options+=(--json "Z:$json") # Wine shows the root folder as drive Z:
        else
            command=(env QT_QPA_PLATFORM=offscreen "$root/build/$preset/bin/bench_$program")
            options+=(--json "$json")
        fi
        say "Measuring $program, $preset"
        status=0
        timeout 900 "${command[@]}" "${options[@]}" "$@" || status=$?
        [ "$status" -le 2 ] || status=2
        [ "$status" -le "$worst" ] || worst=$status
        echo "every value: build/bench/$preset-$program.json"
    done
done
exit "$worst"
