#!/usr/bin/env bash
# Failures of the scripts: they wait, retry, or report the failed step.
#   tests/scripts/test_script_failures.sh
# shellcheck disable=SC2016 # what stands in single quotes is for another shell
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"
export PIPESCOPE_RETRY_PAUSES="0 0 0" PIPESCOPE_LOCK_PAUSE=0.1 PIPESCOPE_CACHE=$scratch/cache
export SCRATCH=$scratch ROOT=$root

# A command that fails without a word of its own is named, with step and log.
run 'report_errors
    say "counting sheep"
    current_log=build/sheep.log
    false
    echo "not reached"'
equal "FailingCommand_status" 1 "$status"
contains "FailingCommand" "$out" "line 4 ended with status 1: false"
contains "FailingCommand_step" "$out" "step: counting sheep"
contains "FailingCommand_log" "$out" "log:  build/sheep.log"
lacks "FailingCommand_ends" "$out" "not reached"

run 'report_errors
    inner() { local text; text=$(cat /nowhere/at-all | tr a b); echo "$text"; }
    inner
    echo "not reached"'
equal "FailingPipeInFunction_status" 1 "$status"
contains "FailingPipeInFunction" "$out" 'text=$(cat /nowhere/at-all | tr a b)'
equal "FailingPipeInFunction_once" 1 "$(grep -c '^error:' <<<"$out")"

run 'report_errors; if false; then :; fi; false || true; ! true || true; echo "went on"'
equal "ExpectedFailures" "0 went on" "$status $out"

# Downloads are tried again.
run 'tries() { echo x >>"$SCRATCH/tries"; [ "$(wc -l <"$SCRATCH/tries")" -ge 3 ]; }; retry tries; echo "went on"'
equal "ThirdTryGoes_status" 0 "$status"
equal "ThirdTryGoes" 3 "$(wc -l <"$scratch/tries")"
contains "ThirdTryGoes_says" "$out" "failed (status 1); retrying in 0 s: tries"
run 'report_errors; retry bash -c "echo x >>\"$SCRATCH/tries4\"; exit 7"'
equal "NoTryGoes" "7 4" "$status $(wc -l <"$scratch/tries4")"
run 'retry bash -c "echo x >>\"$SCRATCH/tries5\"; exit 44"'
equal "WhatIsGoneIsNotTriedAgain" "44 1" "$status $(wc -l <"$scratch/tries5")"
run 'PIPESCOPE_RETRY_PAUSES="1 2"; retry false'
contains "PausesGrow" "$out" "retrying in 1 s"
contains "PausesGrow" "$out" "retrying in 2 s"

# Not enough room: said before, with figures.
run 'disk_free_mib() { echo 500; }; need_disk /tmp 3000 "building Qt"; echo "went on"'
equal "DiskFull_status" 1 "$status"
contains "DiskFull" "$out" "building Qt needs 3000 MiB in /tmp, and 500 MiB are free"
run 'disk_free_mib() { echo 500; }; PIPESCOPE_SKIP_CHECKS=1; need_disk /tmp 3000 "building Qt"; echo "went on"'
contains "DiskFullAllTheSame" "$status $out" "went on"
run 'disk_free_mib() { echo 3000; }; need_disk /tmp 3000 "building Qt"; echo "went on"'
equal "DiskJustEnough" "0 went on" "$status $out"
run 'memory_free_mib() { echo 400; }; jobs=2; need_memory 1000 "building Qt"; echo "went on"'
equal "MemoryFull_status" 1 "$status"
contains "MemoryFull" "$out" "building Qt needs 1000 MiB for each compiler, and 400 MiB are free"
run 'memory_free_mib() { echo 2500; }; jobs=8; need_memory 1000 "building Qt"; echo "jobs $jobs"'
contains "MemoryForTwo" "$out" "8 parallel compilers need 8000 MiB of memory, and 2500 MiB are free"
contains "MemoryForTwo_jobs" "$out" "jobs 2"
run 'memory_free_mib() { echo 400; }; PIPESCOPE_SKIP_CHECKS=1; need_memory 1000 "building Qt"; echo "jobs $jobs"'
contains "MemoryFullAllTheSame" "$status $out" "jobs 1"
run 'echo "$(disk_free_mib "/tmp/not here/at all") $(memory_free_mib)"'
[[ $out =~ ^[0-9]+\ [0-9]+$ ]] || out="no figures: $out"
lacks "FiguresOfThisMachine" "$out" "no figures"

# Neither root nor sudo: the line to run is said, and nothing is tried.
program dpkg-query <<<'exit 1'
program apt-get <<<'echo "apt-get $*" >>"$SCRATCH/apt-calls"'
program id <<<'echo 1000'
program sudo <<<'exit 1'
run 'install_packages tests </dev/null'
equal "SudoRefuses_status" 1 "$status"
contains "SudoRefuses" "$out" "Run this as root, then start again:
  apt-get update && apt-get install -y --no-install-recommends tshark wireshark-common"
rm "$scratch/bin/sudo"
run 'command() { [ "$*" != "-v sudo" ] && builtin command "$@"; }; install_packages tests; echo "not reached"'
equal "NoSudo_status" 1 "$status"
contains "NoSudo" "$out" "Run this as root, then start again:
  apt-get update && apt-get install -y --no-install-recommends tshark wireshark-common"
equal "NoSudo_triesNothing" no "$([ -e "$scratch/apt-calls" ] && echo yes || echo no)"

# A busy package manager is waited for, at the lists and at the packages.
program id <<<'echo 0'
program apt-get <<'S'
echo "$*" >>"$SCRATCH/busy"
case $(grep -c '' "$SCRATCH/busy") in
    1 | 2) echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)" >&2 && exit 100 ;;
    4) echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 8 (dpkg)" >&2 && exit 100 ;;
esac
S
run 'install_packages tests; echo "went on"'
contains "LockIsWaitedFor" "$status $out" "went on"
contains "LockIsWaitedFor_says" "$out" "Another package manager is running; waiting at most 900 s
E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)"
equal "LockIsWaitedFor_calls" "update -qq
update -qq
update -qq
install -y -qq --no-install-recommends tshark wireshark-common
install -y -qq --no-install-recommends tshark wireshark-common" "$(cat "$scratch/busy")"

program apt-get <<<'echo "E: Could not get lock /var/lib/dpkg/lock-frontend" >&2; exit 100'
run 'PIPESCOPE_LOCK_WAIT=1 PIPESCOPE_RETRY_PAUSES=""; install_packages tests; echo "not reached"'
equal "LockForever_status" 1 "$status"
contains "LockForever" "$out" "still busy after 1 s"
contains "LockForever_hint" "$out" "error: installing packages failed"

program apt-get <<<'[ "$1" = update ] || { echo "E: Unable to locate package tshark" >&2; exit 100; }'
run 'install_packages tests; echo "not reached"'
contains "UnknownPackage" "$out" "E: Unable to locate package tshark"
lacks "UnknownPackage_ends" "$out" "not reached"

run 'install_packages nonsense; echo "not reached"'
equal "UnknownGroup" "1 error: unknown package group nonsense" "$status $out"

# A revision that the lists name and the server has lost: the one before.
program apt-cache <<'S'
printf 'Package: demo\nVersion: 2.0-1+deb13u2\n\nPackage: demo\nVersion: 2.0-1\n\nPackage: other\nVersion: 9\n\n'
printf 'Package: demo\nVersion: 1.0-1\n\n'
S
program apt-get <<'S'
echo "${*: -1}" >>"$SCRATCH/fetched"
for lost in $LOST; do
    case ${*: -1} in
        *="$lost") echo "E: Failed to fetch http://one.example/demo.dsc  404  Not Found [IP: 192.0.2.1 80]" && exit 100 ;;
    esac
done
touch demo_1.dsc
S
fetch='fetch_newest source demo 1.5 "$SCRATCH/got here" "$SCRATCH/area"; ls "$SCRATCH/got here"'
LOST="" run "$fetch"
contains "NewestRevision" "$status $out" "demo 2.0-1+deb13u2 is downloaded"
lacks "NewestRevision" "$out" "the one before"
rm "$scratch/fetched"
LOST="2.0-1+deb13u2" run "$fetch"
contains "NewestIsLost" "$status $out" \
    "demo 2.0-1+deb13u2 is listed but not available: using 2.0-1 instead"
contains "NewestIsLost_here" "$out" "demo_1.dsc"
equal "NewestIsLost_askedOnceEach" "demo=2.0-1+deb13u2
demo=2.0-1" "$(cat "$scratch/fetched")"
LOST="2.0-1+deb13u2 2.0-1" run "$fetch"
contains "AllAreLost" "$status $out" "no revision of demo could be downloaded; tried: 2.0-1+deb13u2 2.0-1"
lacks "AllAreLost_noneTooOld" "$out" "1.0-1"
run 'fetch_newest source demo 3 "$SCRATCH/got" "$SCRATCH/area"'
contains "NoneIsNewEnough" "$status $out" "no revision of demo from 3 on is available"

# Progress without a terminal: now and then a line, and nothing of what compilers say.
run '{ echo "-- Configuring"; for i in 1 2 3; do echo "[$i/3] Building CXX object app/CMakeFiles/x.dir/a.cpp.o"
    sleep 0.7; done; echo "warning: nonsense"; } | PIPESCOPE_PROGRESS_SECONDS=1 show_progress'
[[ $out =~ ^\ \ \[[1-3]/3\]\ 1\ s ]] || out="no progress: $out"
lacks "ProgressLine" "$out" "no progress"
lacks "ProgressLine" "$out" "nonsense"
if command -v script >/dev/null; then # on a terminal
    out=$(script -qec "bash -c '. \"\$ROOT/scripts/lib.sh\"
        echo \"[7/9] Building CXX object app/CMakeFiles/x.dir/a.cpp.o\" | show_progress'" /dev/null) || true
    contains "ProgressOnATerminal" "$out" "[7/9] 0 s  app/a.cpp"
fi

# scripts/qt-windows.sh itself: what stops it is said with step and log, and the next run goes on.
program dpkg-query <<<'echo installed'
program apt-cache <<<'printf "Package: pcre2\nVersion: 10.42-1\n\nPackage: qt6-base\nVersion: 6.8.2-9\n\nPackage: mingw-w64-common\nVersion: 12\n\n"'
program dpkg-source <<<'mkdir -p "${*: -1}"'
program apt-get <<'S'
echo "${*: -1}" >>"$SCRATCH/qt-calls"
case ${*: -1} in
    qt6-base=*) [ -e "$SCRATCH/qt-there" ] || { echo "E: 500 Internal error of the mirror" >&2 && exit 100; } && touch qt6-base_6.dsc ;;
    pcre2=*) touch pcre2_10.dsc ;;
    mingw-w64-common=*) echo "E: nothing" >&2 && exit 100 ;;
esac
S
export PIPESCOPE_APT_ETC=$scratch/apt PIPESCOPE_OS_RELEASE=$scratch/os-release PIPESCOPE_RETRY_PAUSES=""
echo 'VERSION_CODENAME=bookworm' >"$PIPESCOPE_OS_RELEASE"
mkdir -p "$scratch/apt/sources.list.d"
qt() { PIPESCOPE_SKIP_CHECKS=1 run '"$ROOT/scripts/qt-windows.sh" --fetch "$SCRATCH/sources"'; }
qt
equal "NoSources_status" 1 "$status"
contains "NoSources" "$out" "no enabled APT source of bookworm with the component main is in $scratch/apt"
contains "NoSources_step" "$out" "error: step sources-own (finding the sources of this release) failed with status 1"
contains "NoSources_log" "$out" "its output is in $scratch/sources/sources-own.log"
equal "NoSources_once" 1 "$(grep -c '^error:' <<<"$out")"
printf 'Types: deb\nURIs: http://one.example/debian\nSuites: bookworm\nComponents: main\n' \
    >"$scratch/apt/sources.list.d/debian.sources"
qt
contains "MirrorFails" "$out" "E: 500 Internal error of the mirror"
contains "MirrorFails_step" "$out" "error: step fetch-qt (fetching and unpacking Qt) failed with status 1"
touch "$scratch/qt-there"
: >"$scratch/qt-calls"
qt
contains "GoesOn_toTheNextFailure" "$out" "error: step fetch-headers (fetching Windows headers) failed"
equal "GoesOn_whereItStopped" "qt6-base=6.8.2-9
pcre2=10.42-1
mingw-w64-common=" "$(sed 's/mingw.*=.*/mingw-w64-common=/' "$scratch/qt-calls")"
echo '#' >"$PIPESCOPE_OS_RELEASE"
rm -rf "$scratch/sources"
qt
contains "NoRelease" "$out" "names no release (VERSION_CODENAME); Debian 12 is needed"

finish
