#!/usr/bin/env bash
# Lua 5.4 for Windows, built once from the sources of Debian: a static library, as the programs are single
# files. Takes half a minute.
#   scripts/lua-windows.sh       builds it, unless it is ready
#
# The result is ${PIPESCOPE_CACHE:-~/.cache/pipescope}/lua-windows with include/ and lib/, where cmake/Lua.cmake
# looks. The version is that of the machine's own release, the one that Linux has.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source-path=SCRIPTDIR source=apt.sh
. "$(dirname "${BASH_SOURCE[0]}")/apt.sh"
report_errors

target=$cache/lua-windows
work=$cache/lua-windows-work
compiler=x86_64-w64-mingw32-gcc-posix

fetch() {
    local description
    prepare_apt "$work/apt" "$(machine_release)" deb-src lua5.4
    fetch_newest source lua5.4 "" "$work/download" "$work/apt"
    description=("$work/download/"*.dsc)
    rm -rf "$work/src"
    dpkg-source --no-check --no-copy -x "${description[0]}" "$work/src"
}

# All of Lua's C files but those of its programs. What scripts cannot reach is in it, too, and is not linked.
build() {
    local source objects=()
    rm -rf "$work/objects" "$work/stage"
    mkdir -p "$work/objects" "$work/stage/lib" "$work/stage/include"
    for source in "$work/src/src/"*.c; do
        case $(basename "$source") in lua.c | luac.c) continue ;; esac
        objects+=("$work/objects/$(basename "$source" .c).o")
        echo "$source"
    done >"$work/sources"
    # shellcheck disable=SC2016 # variables of the inner shell
    xargs -P "$jobs" -I{} sh -c '"$1" -O2 -Wall -DLUA_COMPAT_5_3 -fstack-protector-strong -c "$2" \
        -o "$3/$(basename "$2" .c).o"' sh "$compiler" {} "$work/objects" <"$work/sources"
    x86_64-w64-mingw32-ar rcs "$work/stage/lib/liblua5.4.a" "${objects[@]}"
    for source in lua.h luaconf.h lualib.h lauxlib.h lua.hpp; do
        cp "$work/src/src/$source" "$work/stage/include/"
    done
}

main() {
    case ${1:-} in
        "") ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;;
        *) fail "unknown option $1; see scripts/lua-windows.sh --help" ;;
    esac
    mkdir -p "$cache"
    exec 9>"$cache/lua-windows.lock"
    flock 9
    if lua_windows_ready "$target"; then
        echo "Lua for Windows: $target"
        exit 0
    fi
    install_packages qt-windows
    mkdir -p "$work"
    say "Lua for Windows is built once, from source, into $target"
    current_log=$work/log
    # Not `command || ...`: inside of that a shell function goes on after a failing line.
    local status=0
    set +eE
    trap - ERR
    (
        set -e
        fetch
        build
    ) >"$work/log" 2>&1 </dev/null
    status=$?
    set -e
    report_errors
    [ "$status" -eq 0 ] || {
        tail -n 30 "$work/log" >&2
        fail "Lua for Windows could not be built; the output is in $work/log"
    }
    lua_windows_ready "$work/stage" || fail "the build ended, but $work/stage is incomplete"
    rm -rf "$target"
    mv "$work/stage" "$target"
    rm -rf "$work"
    echo "Lua for Windows: $target"
}

main "$@"
