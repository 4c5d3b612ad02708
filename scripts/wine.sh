#!/usr/bin/env bash
# Runs a Windows program under Wine, in a prefix that belongs to the build folder.
#   scripts/wine.sh PROGRAM.exe [ARGUMENT...]
#   scripts/wine.sh --prepare PREFIX            only makes the prefix
#
# WINEPREFIX              the prefix; without it: wine/ in the build folder of the program
# PIPESCOPE_TEST_TIMEOUT  run as a test: ended after so many seconds, no input
set -euo pipefail
# Errors of creating the prefix are reported; a program's own status is passed on silently.
set -o errtrace
log=""
trap 'status=$?; [ "$BASH_SUBSHELL" -gt 0 ] ||
    echo "error: wine.sh line $LINENO ended with status $status: $BASH_COMMAND${log:+; log: $log}" >&2' ERR

# The `wine` script of Debian asks for a 32-bit Wine that is not needed here.
wine=/usr/lib/wine/wine64
wineserver=/usr/lib/wine/wineserver64
if [ "$1" = --prepare ]; then
    program=""
    WINEPREFIX=$2
else
    program=$(realpath "$1")
    shift
fi
export WINEDEBUG=${WINEDEBUG:--all}
export WINEPREFIX=${WINEPREFIX:-$(dirname "$(dirname "$program")")/wine}
# No menus of the desktop, no .NET and no HTML engine: a prefix is then made in seconds, and asks nothing.
export WINEDLLOVERRIDES="winemenubuilder.exe,mscoree,mshtml="

ready=$WINEPREFIX/.pipescope-ready-2 # the number goes up when make_prefix sets something else

make_prefix() {
    local font key
    [ -x "$wine" ] || {
        echo "error: $wine is not here; scripts/install-deps.sh windows installs it" >&2
        exit 1
    }
    log=$WINEPREFIX.log
    # Wine links "Documents" and the like to folders at home; a test has no business there.
    mkdir -p "$WINEPREFIX/home"
    local -x HOME=$WINEPREFIX/home
    timeout 180 "$wine" wineboot -i >>"$log" 2>&1
    # Qt 6 wants Windows 10, and Wine 8 says Windows 7 without being told.
    timeout 60 "$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >>"$log" 2>&1
    # Windows' own fonts are not here: without a stand-in Qt takes a serif face.
    key='HKCU\Software\Wine\Fonts\Replacements'
    for font in "Segoe UI" "MS Shell Dlg" "MS Shell Dlg 2" "Tahoma"; do
        timeout 60 "$wine" reg add "$key" /v "$font" /d "Liberation Sans" /f >>"$log" 2>&1
    done
    timeout 60 "$wine" reg add "$key" /v "Consolas" /d "Liberation Mono" /f >>"$log" 2>&1
    # Qt Test writes to standard output, not to the debugger. (Wine hides QT_... of the environment.)
    timeout 60 "$wine" reg add 'HKCU\Environment' /v QT_FORCE_STDERR_LOGGING /d 1 /f >>"$log" 2>&1
    # A window that goes waits two seconds for a window manager to take note, and where tests run there is
    # none. On a desktop, where people start pipescope.exe, there is.
    key='HKCU\Software\Wine\AppDefaults\test_app.exe\X11 Driver'
    timeout 60 "$wine" reg add "$key" /v Managed /d N /f >>"$log" 2>&1
    # The registry is written to disk when the server of the prefix ends.
    timeout 60 "$wineserver" -w || timeout 20 "$wineserver" -k || true
    touch "$ready"
    rm -f "$log"
    log=""
}

# Tests start side by side: the first one makes the prefix and starts it, the others wait for that.
mkdir -p "$(dirname "$WINEPREFIX")"
exec 9>"$WINEPREFIX.lock"
flock 9
[ -e "$ready" ] || make_prefix 9>&-
# Windows' services stay for five minutes after the last program: starting them takes seconds.
"$wineserver" -k0 2>/dev/null || "$wineserver" -p300 </dev/null >/dev/null 2>&1 9>&-
exec 9>&-

[ -n "$program" ] || exit 0
[ -n "${PIPESCOPE_TEST_TIMEOUT:-}" ] || exec "$wine" "$program" "$@"

# A program may start Wine's desktop and services, which inherit its standard output and outlive it; who
# reads that output to its end, as ctest does, would wait for them. So it goes through a file.
output=$(mktemp)
trap 'rm -f "$output"' EXIT
timeout --kill-after=10 "$PIPESCOPE_TEST_TIMEOUT" "$wine" "$program" "$@" </dev/null >"$output" 2>&1 &
tail -n +1 -f -s 0.1 --pid=$! "$output" &
status=0
wait %1 || status=$?
wait %2 || true
exit "$status"
