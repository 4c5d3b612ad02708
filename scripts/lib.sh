# shellcheck shell=bash
# Functions that the scripts share. To be sourced, after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${PIPESCOPE_CACHE:-$HOME/.cache/pipescope}
jobs=${PIPESCOPE_JOBS:-$(nproc)}

# Current step of the script, for the message of a failure, and the file with that step's whole output.
current_step=""
current_log=""

say() {
    current_step=$*
    current_log=""
    printf '\n== %s\n' "$*"
}

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# report_errors: from here on a command that fails ends the script with its line, the step and the log.
# A subshell keeps quiet: the command that started it reports.
report_errors() {
    set -o errtrace
    trap 'on_error "$?" "${BASH_SOURCE[0]-}" "$LINENO" "$BASH_COMMAND"' ERR
}

on_error() {
    [ "$BASH_SUBSHELL" -eq 0 ] || return 0
    trap - ERR
    printf 'error: %s line %s ended with status %s: %s\n' "${2##*/}" "$3" "$1" "$4" >&2
    [ -z "$current_step" ] || printf '  step: %s\n' "$current_step" >&2
    [ -z "$current_log" ] || printf '  log:  %s\n' "$current_log" >&2
}

# retry COMMAND...: again after growing pauses when it fails; for everything that comes over the network.
# errexit does not hold inside of a function that is called this way: it must return its own status.
retry() {
    local pause status=0 pauses
    read -ra pauses <<<"${PIPESCOPE_RETRY_PAUSES-2 5 15 30}"
    for pause in "${pauses[@]}"; do
        status=0
        "$@" || status=$?
        [ "$status" -ne 0 ] || return 0
        [ "$status" -ne 44 ] || return 44 # not_served of apt.sh
        echo "failed (status $status); retrying in $pause s: $*" >&2
        sleep "$pause"
    done
    "$@"
}

# can_be_root: root, or sudo that works: without a password, or with a terminal to ask for it on.
can_be_root() {
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "root rights are needed, and sudo is not installed. Run this as root: $*"
    fi
}

# Free space in MiB in a folder, which need not exist yet.
disk_free_mib() {
    local folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }'
}

# Memory in MiB that programs can still get: the machine's, swap included, or what a container leaves.
memory_free_mib() {
    local free limit used
    free=$(awk '/^(MemAvailable|SwapFree):/ { sum += $2 } END { print int(sum / 1024) }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null) || limit=max
    # Without what only caches files: the system gives that back.
    used=$({ cat /sys/fs/cgroup/memory.current && cat /sys/fs/cgroup/memory.stat; } 2>/dev/null | awk '
        NR == 1 { used = $1 }
        $1 == "active_file" || $1 == "inactive_file" { used -= $2 }
        END { printf "%d", used }') || limit=max
    if [ "$limit" != max ] && [ $(((limit - used) / 1048576)) -lt "$free" ]; then
        free=$(((limit - used) / 1048576))
    fi
    echo "$free"
}

# need_disk FOLDER MIB PURPOSE: ends the script, with figures, when less is free.
need_disk() {
    local free
    free=$(disk_free_mib "$1")
    [ "$free" -lt "$2" ] || return 0
    [ -n "${PIPESCOPE_SKIP_CHECKS:-}" ] ||
        fail "not enough disk space: $3 needs $2 MiB in $1, and $free MiB are free." \
            "PIPESCOPE_SKIP_CHECKS=1 continues anyway"
    echo "warning: $3 needs $2 MiB in $1, and $free MiB are free" >&2
}

# need_memory MIB PURPOSE: MIB for each compiler. Fewer run side by side when they do not all fit; ends
# the script, with figures, when not even a single one does.
need_memory() {
    local free
    free=$(memory_free_mib)
    [ "$free" -lt $(($1 * jobs)) ] || return 0
    if [ "$free" -ge "$1" ]; then
        echo "$jobs parallel compilers need $(($1 * jobs)) MiB of memory, and $free MiB are free:" \
            "running $((free / $1))"
        jobs=$((free / $1))
        return 0
    fi
    [ -n "${PIPESCOPE_SKIP_CHECKS:-}" ] ||
        fail "not enough memory: $2 needs $1 MiB for each compiler, and $free MiB are free." \
            "PIPESCOPE_SKIP_CHECKS=1 continues anyway"
    echo "warning: $2 needs $1 MiB of memory, and $free MiB are free" >&2
    jobs=1
}

# The packages of Debian 12 for one purpose.
packages_for() {
    case $1 in
        build) echo build-essential cmake ninja-build ccache qt6-base-dev qt6-base-dev-tools \
            qt6-l10n-tools qt6-translations-l10n libgl-dev libpcre2-dev liblua5.4-dev libcli11-dev libfmt-dev nlohmann-json3-dev \
            libprotobuf-dev libprotoc-dev ;;
        windows) echo build-essential cmake ninja-build ccache g++-mingw-w64-x86-64-posix \
            binutils-mingw-w64-x86-64 qt6-l10n-tools qt6-translations-l10n \
            libcli11-dev libfmt-dev nlohmann-json3-dev wine wine64 fonts-liberation ;;
        fetch) echo dpkg-dev xz-utils ;; # what scripts/qt-windows.sh --fetch needs
        qt-windows) echo build-essential cmake ninja-build g++-mingw-w64-x86-64-posix dpkg-dev xz-utils ;;
        tests) echo tshark wireshark-common ;; # with capinfos and editcap
        bench) echo ripgrep socat ;;
        display) echo xvfb xauth fonts-liberation fonts-dejavu-core ;; # a virtual screen
        gui) echo xvfb xauth fonts-liberation fonts-dejavu-core fonts-noto-cjk ;; # for tests and pictures
        pictures) echo xdotool scrot ;; # of what takes a click
        archive) echo xz-utils ;;
        lint) echo clang-16 clang-tidy-16 clang-format-16 libc++-16-dev libc++abi-16-dev \
            shellcheck cppcheck ;;
        *) fail "unknown package group $1" ;;
    esac
}

# install_packages GROUP...: installs what is missing, and asks for nothing when nothing is.
install_packages() {
    local group names package missing=()
    for group in "$@"; do
        names=$(packages_for "$group") || exit
        for package in $names; do
            [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
                missing+=("$package")
        done
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
    can_be_root ||
        fail "packages are missing, and installing them takes root rights. Run this as root, then start again:
  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    say "Installing ${#missing[@]} packages that are missing: ${missing[*]}"
    # A list that cannot be had is no reason to stop: the packages may be in the others.
    retry apt_as_root update -qq || echo "warning: some package lists are not up to date" >&2
    retry apt_as_root install -y -qq --no-install-recommends "${missing[@]}" ||
        fail "installing packages failed; see above. By hand, as root:
  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
}

# apt_as_root ARGUMENT...: apt-get, which waits while another package manager is at work, as on a fresh
# machine that updates itself. (DPkg::Lock::Timeout does not cover the lock of the lists.)
# PIPESCOPE_LOCK_WAIT: for so many seconds at most, 900 without it.
apt_as_root() {
    local log status=0 deadline=$((SECONDS + ${PIPESCOPE_LOCK_WAIT:-900})) said=no
    log=$(mktemp)
    while true; do
        status=0
        as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get "$@" >"$log" 2>&1 || status=$?
        [ "$status" -ne 0 ] || break
        grep -qE 'Could not get lock|Unable to lock|Unable to acquire the dpkg|frontend lock' "$log" || break
        if [ "$SECONDS" -ge "$deadline" ]; then
            echo "still busy after ${PIPESCOPE_LOCK_WAIT:-900} s" >&2
            break
        fi
        [ "$said" = yes ] || {
            echo "Another package manager is running; waiting at most ${PIPESCOPE_LOCK_WAIT:-900} s"
            grep -m 1 'Could not get lock' "$log" || true
        }
        said=yes
        sleep "${PIPESCOPE_LOCK_PAUSE:-5}"
    done
    [ "$status" -eq 0 ] || tail -n 30 "$log" >&2
    rm -f "$log"
    return "$status"
}

# show_progress: Ninja's lines from standard input, "[120/640] 41 s  app/main.cpp": on a terminal all in
# one place, elsewhere one every ten seconds (PIPESCOPE_PROGRESS_SECONDS). Everything else is left out.
show_progress() {
    local line part="" count="" file="" started=$SECONDS shown=$SECONDS status terminal=no
    local every=${PIPESCOPE_PROGRESS_SECONDS:-10}
    [ ! -t 1 ] || terminal=yes
    while true; do
        status=0
        IFS= read -r -t 1 line || status=$?
        if [ "$status" -gt 128 ]; then # a second without a whole line
            part+=$line
        elif [ "$status" -ne 0 ]; then
            break
        else
            line=$part$line
            part=""
            if [[ $line =~ ^(\[[0-9]+/[0-9]+\])\ (.*)$ ]]; then
                count=${BASH_REMATCH[1]}
                file=${BASH_REMATCH[2]}
                file=${file#Building C* object }
                file=${file//CMakeFiles\/*.dir\//}
                file=${file%.o}
                file=${file%.obj}
            fi
        fi
        [ -n "$count" ] || continue
        if [ "$terminal" = yes ]; then
            line="  $count $((SECONDS - started)) s  $file"
            printf '\r\033[K%s' "${line:0:$((${COLUMNS:-80} - 1))}"
        elif [ $((SECONDS - shown)) -ge "$every" ]; then
            echo "  $count $((SECONDS - started)) s"
            shown=$SECONDS
        fi
    done
    [ "$terminal" = no ] || [ -z "$count" ] || printf '\r\033[K'
}

# build_preset PRESET [TARGET...]: configures and builds, and shows what the compiler says only if it fails.
build_preset() {
    local preset=$1 log=$root/build/$1-build.log started=$SECONDS status=0
    local targets=("${@:2}")
    mkdir -p "$root/build"
    say "Building $preset (the first time takes some minutes)"
    current_log=build/$preset-build.log
    if [ ! -e "$root/build/$preset/build.ninja" ]; then
        if [ "$preset" = windows ]; then
            need_disk "$root/build" 3500 "building $preset"
        else
            need_disk "$root/build" 2500 "building $preset"
        fi
    fi
    need_memory 1000 "building $preset"
    (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset" --parallel "$jobs" \
        ${targets:+--target "${targets[@]}"}) 2>&1 </dev/null | tee "$log" | show_progress || status=$?
    [ "$status" -eq 0 ] || {
        grep -nE -A 12 'error|FAILED|Error' "$log" | head -n 120 >&2 || true
        tail -n 30 "$log" >&2
        fail "building $preset failed; the whole output is in build/$preset-build.log"
    }
    echo "built in $((SECONDS - started)) s"
}

# The folder with Qt for Windows (host/ and win/), and Lua; builds them when there are none.
use_qt_windows() {
    lua_windows_ready "$cache/lua-windows" || "$root/scripts/lua-windows.sh"
    PIPESCOPE_QT_WINDOWS=${PIPESCOPE_QT_WINDOWS:-$cache/qt-windows}
    export PIPESCOPE_QT_WINDOWS
    qt_windows_ready "$PIPESCOPE_QT_WINDOWS" || "$root/scripts/qt-windows.sh"
    protobuf_windows_ready "$cache/protobuf-windows" || "$root/scripts/protobuf-windows.sh"
}

qt_windows_ready() {
    [ -e "$1/win/lib/cmake/Qt6Widgets/Qt6WidgetsConfig.cmake" ] && [ -x "$1/host/libexec/moc" ] &&
        [ -e "$1/win/lib/libpcre2-8.a" ]
}

protobuf_windows_ready() {
    [ -e "$1/lib/libprotobuf.a" ] && [ -e "$1/include/google/protobuf/compiler/importer.h" ]
}

lua_windows_ready() {
    [ -e "$1/lib/liblua5.4.a" ] && [ -e "$1/include/lua.hpp" ]
}

# start_display: one virtual screen for all programs of this run; it ends with the script.
start_display() {
    local number_file
    number_file=$(mktemp)
    # Xvfb takes a free number and writes it down when it is ready.
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number_file" >"$number_file.log" 2>&1 &
    display_pid=$!
    for _ in $(seq 100); do
        [ -s "$number_file" ] && break
        sleep 0.1
    done
    [ -s "$number_file" ] || {
        cat "$number_file.log" >&2
        fail "Xvfb did not start in 10 s"
    }
    DISPLAY=:$(tr -d '[:space:]' <"$number_file")
    export DISPLAY
    rm -f "$number_file" "$number_file.log"
}

stop_display() {
    [ -z "${display_pid:-}" ] || kill "$display_pid" 2>/dev/null || true
}

# stop_wine PREFIX: ends what still runs in it, after the tests.
stop_wine() {
    [ ! -d "$1" ] || WINEPREFIX=$1 timeout 30 /usr/lib/wine/wineserver64 -k >/dev/null 2>&1 || true
}
