#!/usr/bin/env bash
# libprotobuf for Windows, built once from the source package of Debian: what reads .proto files and
# descriptor sets, static, without protoc, JSON and tests.
#   scripts/protobuf-windows.sh            builds it, unless it is ready
#   scripts/protobuf-windows.sh --fetch    only looks whether its sources can still be had
#
# The result is ${PIPESCOPE_CACHE:-~/.cache/pipescope}/protobuf-windows with include/ and lib/.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source-path=SCRIPTDIR source=apt.sh
. "$(dirname "${BASH_SOURCE[0]}")/apt.sh"
report_errors

target=$cache/protobuf-windows

# The sources of the machine's own release, whose libprotobuf Linux uses.
fetch() {
    local work=$1 description
    prepare_apt "$work/apt" "$(machine_release)" deb-src protobuf
    fetch_newest source protobuf "" "$work/download" "$work/apt"
    description=("$work/download"/protobuf_*.dsc)
    dpkg-source --no-check --no-copy -x "${description[0]}" "$work/src"
}

# Sources of libprotobuf without what PipeScope does not use: JSON, differences of messages.
write_project() {
    local work=$1
    cat >"$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(protobuf CXX)
set(folder "${CMAKE_CURRENT_SOURCE_DIR}/src/src/google/protobuf")
foreach(list IN ITEMS libprotobuf-lite libprotobuf)
    file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/src/cmake/${list}.cmake" lines REGEX "/src/google/protobuf/.*\\.cc$")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE ".*/src/google/protobuf/" "" file "${line}")
        if(NOT file MATCHES "^util/")
            list(APPEND sources "${folder}/${file}")
        endif()
    endforeach()
endforeach()
add_library(protobuf STATIC ${sources})
target_include_directories(protobuf PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/src/src")
target_compile_features(protobuf PRIVATE cxx_std_17)
target_compile_options(protobuf PRIVATE -w -fstack-protector-strong -ffunction-sections -fdata-sections)
END
}

build() {
    local work=$1
    cmake -S "$work" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_TOOLCHAIN_FILE="$root/cmake/toolchain-mingw-base.cmake"
    ninja -C "$work/build" -j "$jobs"
}

install_to() {
    local work=$1 folder=$2
    mkdir -p "$folder/lib" "$folder/include"
    cp "$work/build/libprotobuf.a" "$folder/lib/"
    (cd "$work/src/src" && find google/protobuf \( -name '*.h' -o -name '*.inc' \) -not -path '*/util/*' \
        -not -name '*test*' -not -path '*/compiler/*/*' -print0 | tar -c --null -T -) | tar -x -C "$folder/include"
}

main() {
    local work log
    mkdir -p "$cache"
    exec 9>"$cache/protobuf-windows.lock"
    flock 9
    case ${1:-} in
        "")
            if protobuf_windows_ready "$target"; then
                echo "libprotobuf for Windows: $target"
                exit 0
            fi
            install_packages qt-windows
            need_disk "$cache" 400 "building libprotobuf for Windows"
            need_memory 700 "building libprotobuf for Windows"
            ;;
        --fetch) install_packages fetch ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;;
        *) fail "unknown option $1; see scripts/protobuf-windows.sh --help" ;;
    esac
    # Not in the cache: its path may have blanks.
    work=$(mktemp -d)
    log=$work/log
    # shellcheck disable=SC2064 # this folder
    trap "rm -rf '$work'" EXIT
    say "libprotobuf for Windows: fetching its sources"
    (fetch "$work") >"$log" 2>&1 || { tail -n 40 "$log" >&2 && fail "its sources cannot be had"; }
    [ "${1:-}" != --fetch ] || { grep ' is downloaded$' "$log" && exit 0; }
    say "libprotobuf for Windows is built once, from source, into $target (about a minute on two cores)"
    write_project "$work"
    (build "$work") 2>&1 </dev/null | tee "$log" | show_progress ||
        { tail -n 40 "$log" >&2 && fail "building libprotobuf for Windows failed"; }
    rm -rf "$target" "$target.new"
    install_to "$work" "$target.new"
    mv "$target.new" "$target"
    say "libprotobuf for Windows is ready: $target"
}

main "$@"
