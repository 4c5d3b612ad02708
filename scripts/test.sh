#!/usr/bin/env bash
# Builds PipeScope and runs its tests: the Linux ones, and the Windows ones under Wine.
#   scripts/test.sh [--linux] [--windows] [--asan] [--tsan] [--suite NAME]... [-- CTEST OPTION...]
#
# Without an option: --linux and --windows. Example: scripts/test.sh --linux -- -R tst_engine
# --suite NAME  builds and runs only the tests of the folder tests/NAME; may be said again
# The closing line counts test functions, over all platforms: "N passed, N failed, N skipped".
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

report=$root/build/test-report

cleanup() {
    stop_wine "$root/build/windows/wine"
    stop_display
}
# run_tests PRESET [CTEST OPTION...]: runs them side by side and leaves
#   $report/PRESET.counts   "PASSED FAILED SKIPPED" of each test program, a line each
#   $report/PRESET.skipped  the functions that were skipped, and why
#   $report/PRESET.failed   what the failed ones printed
run_tests() {
    local preset=$1 log=$report/$1.log build=$root/build/$1
    shift
    rm -rf "$build/test-results" "$build/test-home"
    mkdir -p "$build/test-results"
    say "Testing $preset"
    # ctest's own status is not asked: what it and the tests wrote is counted below.
    (cd "$build" && ctest -j "$jobs" --output-on-failure "$@" </dev/null) 2>&1 | tee "$log" |
        grep --line-buffered -E '^ *[0-9]+/[0-9]+ Test +#' || true
    collect "$preset"
}

collect() {
    local preset=$1 log=$report/$1.log name state results
    : >"$report/$preset.counts"
    : >"$report/$preset.skipped"
    : >"$report/$preset.failed"
    while read -r name state; do
        results=$root/build/$preset/test-results/$name.txt
        [ -e "$results" ] || results=/dev/null
        count_functions "$name" "$state" <"$results" >>"$report/$preset.counts"
        sed -nE "s/^SKIP +: (.*)/$preset: \\1/p" "$results" >>"$report/$preset.skipped"
        if [ "$(tail -n 1 "$report/$preset.counts" | cut -d ' ' -f 2)" -gt 0 ]; then
            printf '\n--- %s: %s (%s)\n' "$preset" "$name" "$state" >>"$report/$preset.failed"
            output_of "$name" "$log" | grep -vE '^(PASS|SKIP) +:' | tail -n 150 >>"$report/$preset.failed" || true
        fi
    done < <(sed -nE 's/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: ([^ ]+) \.*[ *]*([A-Za-z][A-Za-z ]*[A-Za-z]).*/\1 \2/p' "$log")
}

# count_functions NAME STATE <RESULTS: one "PASSED FAILED SKIPPED". A program that ends without its
# totals (a crash, a time limit) has failed once more than it says itself; so has one that says
# nothing. initTestCase and cleanupTestCase are no tests: that they pass does not count.
count_functions() {
    tr -d '\r' | awk -v name="$1" -v state="$2" '
        /^(PASS|BPASS) +: / && !/::(initTestCase|cleanupTestCase)\(\)/ { passed++ }
        /^(FAIL!|XPASS) +: / { failed++ }
        /^(SKIP|BFAIL|BSKIP) +: / { skipped++ }
        /^Totals: / { totals = 1 }
        END {
            if (name !~ /^tst_/) { if (state ~ /^Passed/) passed++; else failed++ }
            else if (!totals || (state !~ /^Passed/ && failed == 0)) failed++
            print passed + 0, failed + 0, skipped + 0
        }'
}

# output_of NAME LOG: what ctest shows of a failed test.
output_of() {
    awk -v name="$1" '
        /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / { shown = ($0 ~ ("#[0-9]+: " name " ")) }
        /^ +Start +[0-9]+: / { next }
        /^[0-9]+% tests passed/ { shown = 0 }
        shown' "$2"
}

# A function, so that bash has read all of this file before the long work starts.
main() {
    local preset presets=() suites=()
    while [ $# -gt 0 ]; do
        case $1 in
            --linux | --windows) presets+=("${1#--}") ;;
            --asan | --tsan) presets+=("linux-${1#--}") ;;
            --suite) suites+=("${2:?--suite needs the name of a folder of tests}") && shift ;;
            --) shift && break ;;
            -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;;
            *) fail "unknown option $1; see scripts/test.sh --help" ;;
        esac
        shift
    done
    [ ${#presets[@]} -gt 0 ] || presets=(linux windows)
    local labels=()
    if [ ${#suites[@]} -gt 0 ]; then
        labels=(-L "^($(IFS='|' && echo "${suites[*]}"))\$")
    fi
    rm -rf "$report"
    mkdir -p "$report"
    trap cleanup EXIT

    for preset in "${presets[@]}"; do
        if [ "$preset" = windows ]; then
            install_packages windows gui
            use_qt_windows
        else
            install_packages build tests
            export PIPESCOPE_REQUIRE_TOOLS=1 # a test that needs one of them is not skipped
        fi
        build_preset "$preset" "${suites[@]/#/test_}"
        if [ "$preset" = windows ]; then
            start_display
            say "Making a Wine prefix in build/windows/wine"
            "$root/scripts/wine.sh" --prepare "$root/build/windows/wine"
            "$root/scripts/windows-peers.sh" "$root/build/windows/bin/foreign" "$root/build/windows/wine"
        fi
        run_tests "$preset" "${labels[@]}" "$@"
    done

    if [ -n "$(cat "$report"/*.skipped)" ]; then
        say "Skipped"
        cat "$report"/*.skipped
    fi
    if [ -n "$(cat "$report"/*.failed)" ]; then
        say "Failed"
        cat "$report"/*.failed
    fi
    echo
    for preset in "${presets[@]}"; do
        awk -v preset="$preset" '{ p += $1; f += $2; s += $3 }
            END { printf "%s: %d passed, %d failed, %d skipped\n", preset ", " NR " test classes", p, f, s }' \
            "$report/$preset.counts"
    done
    cat "$report"/*.counts | awk '{ p += $1; f += $2; s += $3 }
        END { printf "%d passed, %d failed, %d skipped\n", p, f, s; exit !(p + 0 > 0 && f + 0 == 0) }' || exit 1
}

main "$@"
