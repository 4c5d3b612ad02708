#!/usr/bin/env bash
# Builds PipeScope and starts it with a live conversation to look at.
#   scripts/run.sh [--windows] [OPTION OF PIPESCOPE]...
#
# --windows  the Windows program under Wine instead of the Linux one.
# Without a display the same runs for a few seconds on a virtual screen, prints a summary, and leaves a
# screenshot and a session in build/demo (build/demo-windows).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

preset=linux
out=$root/build/demo
suffix=""
if [ "${1:-}" = --windows ]; then
    shift
    preset=windows
    out=$root/build/demo-windows
    suffix=.exe
fi
case ${1:-} in -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;; esac

# Only what the window needs: nothing of what tests use, and a virtual screen only without a real one.
groups=(build)
[ "$preset" = linux ] || groups=(windows)
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || groups+=(display)
install_packages "${groups[@]}"
[ "$preset" = linux ] || use_qt_windows
build_preset "$preset" pipescope
program=$root/build/$preset/bin/pipescope$suffix

# start SECONDS ARGUMENT...: the program, ended after so many seconds (0: never).
start() {
    local limit=$1
    shift
    if [ "$preset" = linux ]; then
        timeout --kill-after=10 --foreground "$limit" "$program" "$@"
    elif [ "$limit" -eq 0 ]; then
        "$root/scripts/wine.sh" "$program" "$@"
    else
        PIPESCOPE_TEST_TIMEOUT=$limit "$root/scripts/wine.sh" "$program" "$@"
    fi
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Starting PipeScope; close its window to end it"
    start 0 --demo "$@"
    exit
fi

say "No display: running the demo for 8 seconds on a virtual screen"
rm -rf "$out"
mkdir -p "$out"
trap 'stop_display; stop_wine "$root/build/windows/wine"' EXIT
start_display
target=$out
[ "$preset" = linux ] || target=Z:$out # Wine shows the root folder as drive Z:
start 120 --demo --demo-seconds 8 --demo-output "$target" "$@" >"$out/stdout.txt" ||
    fail "the demo ended with status $?; see build/${out##*/}/stdout.txt"

# A window program has no standard output on Windows, so it leaves the summary in a file as well.
if [ -s "$out/summary.txt" ]; then
    cat "$out/summary.txt"
else
    cat "$out/stdout.txt"
fi
for file in pipescope-demo.png pipescope-demo.pcapng; do
    [ -s "$out/$file" ] || fail "the demo left no $file in build/${out##*/}"
done
rm -f "$out/stdout.txt"
say "Screenshot and session: build/${out##*/}/pipescope-demo.png and .pcapng"
