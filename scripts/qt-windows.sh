#!/usr/bin/env bash
# Qt for Windows, built once from the sources of Debian: about 25 minutes on two cores.
#   scripts/qt-windows.sh
#
# The result is ${PIPESCOPE_CACHE:-~/.cache/pipescope}/qt-windows with host/ (Qt's tools for this
# machine) and win/ (static libraries of Qt and PCRE2 for Windows). Every step leaves a mark, so that
# a run after an interruption goes on where the last one stopped. PIPESCOPE_QT_WINDOWS=DIR points at a
# ready folder instead.
#
# Why not Debian's own Qt: it has none for Windows, and the sources of Debian 12 (Qt 6.4) lack dark
# mode on Windows. So the sources are those of the next release, Debian 13.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

suite=trixie
target=$cache/qt-windows
work=$cache/qt-windows-work
stage=$work/stage
toolchain=$root/cmake/toolchain-mingw-base.cmake

# step NAME TEXT COMMAND...: runs the command, unless an earlier run has finished it.
step() {
    local name=$1 text=$2 log=$work/$1.log started=$SECONDS
    shift 2
    [ -e "$work/$name.done" ] && return 0
    say "Qt for Windows: $text"
    # Not `command || ...`: inside of that a shell function goes on after a failing line.
    set +e
    (
        set -e
        "$@"
    ) 2>&1 | tee "$log" | progress
    local status=${PIPESTATUS[0]}
    set -e
    if [ "$status" -ne 0 ]; then
        tail -n 40 "$log" >&2
        fail "step $name failed; its output is in $log. Run the script again to go on from here"
    fi
    touch "$work/$name.done"
    echo "done in $((SECONDS - started)) s"
}

# Ninja's lines on a terminal all in one place, elsewhere every fiftieth; nothing of the rest.
progress() {
    if [ -t 1 ]; then
        awk '/^\[[0-9]+\/[0-9]+/ { printf "\r\033[K%s", substr($0, 1, 78); fflush(); n = 1 }
             END { if (n) print "" }'
    else
        awk '/^\[[0-9]+\/[0-9]+/ && (++n % 50 == 0) { print substr($0, 1, 78); fflush() }'
    fi
}

# A private APT: the machine's own sources of packages with the release exchanged, so that no server
# is written down here, and nothing of the machine's lists is changed.
private_apt() {
    apt-get -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/apt/sources" \
        -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" \
        -o APT::Get::List-Cleanup=0 -o APT::Sandbox::User="$(id -un)" "$@"
}

prepare_apt() {
    local codename
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mkdir -p "$work/apt/sources" "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    local files=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list)
    # One-line entries of the machine's own release, without -updates and -security.
    cat "${files[@]}" 2>/dev/null | sed -E 's/[[:space:]]*#.*//' | awk -v from="$codename" -v to="$suite" '
        $1 == "deb" {
            for (i = 3; i <= NF; i++) if ($i == from) {
                $i = to; $1 = "deb"; print; $1 = "deb-src"; print
                break
            }
        }' >"$work/apt/sources/machine.list"
    # The same for entries of several lines; they are separated by empty ones.
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -E '/^#/d' | awk -v from="$codename" -v to="$suite" '
        BEGIN { RS = ""; FS = "\n" }
        {
            wanted = 0; text = ""
            for (i = 1; i <= NF; i++) {
                line = $i
                if (line ~ /^Types:/) line = "Types: deb deb-src"
                if (line ~ /^Suites:/) {
                    n = split(line, word, /[ \t]+/)
                    for (j = 2; j <= n; j++) if (word[j] == from) wanted = 1
                    line = "Suites: " to
                }
                text = text line "\n"
            }
            if (wanted && $0 !~ /Enabled:[ \t]*no/) print text
        }' >"$work/apt/sources/machine.sources"
    [ -s "$work/apt/sources/machine.list" ] || [ -s "$work/apt/sources/machine.sources" ] ||
        fail "no APT source of $codename was found on this machine"
    private_apt update
}

# unpack_source PACKAGE: the newest revision that the suite has; revisions are replaced over time.
unpack_source() {
    mkdir -p "$work/src"
    (
        cd "$work/src"
        rm -rf "$1"
        private_apt source --download-only "$1/$suite"
        dpkg-source --no-check -x "$(printf '%s\n' "$1"_*.dsc | sort -V | tail -n 1)" "$1"
    )
}

# The headers of MinGW-w64 10 (Debian 12) lack a part of UI Automation, which Qt needs for
# accessibility; these four are taken from a newer one.
unpack_headers() {
    (
        cd "$work/src"
        private_apt download "mingw-w64-common/$suite"
        rm -rf mingw headers
        dpkg-deb -x mingw-w64-common_*.deb mingw
        mkdir headers
        for header in uiautomation uiautomationclient uiautomationcore uiautomationcoreapi; do
            cp "$(find mingw -path '*include*' -name "$header.h" | head -n 1)" headers/
        done
        rm -rf mingw
    )
}

off() { printf -- '-DFEATURE_%s=OFF ' "$@"; }
common=(-G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF)
unity=(-DQT_UNITY_BUILD=ON -DQT_UNITY_BUILD_BATCH_SIZE=24 -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF)

configure_host() {
    # -O1 is enough for tools that run for a second.
    # shellcheck disable=SC2046 # one word an option is wanted
    cmake -S "$work/src/qt6-base" -B "$work/host" "${common[@]}" "${unity[@]}" \
        -DCMAKE_INSTALL_PREFIX="$stage/host" -DCMAKE_C_FLAGS_RELEASE=-O1 -DCMAKE_CXX_FLAGS_RELEASE=-O1 \
        $(off gui dbus network sql testlib concurrent icu glib zstd \
            system_zlib system_pcre2 system_doubleconversion)
}

configure_win() {
    # Off because of the tools: stack_clash_protection crashes GCC 12, and wintab.h (tabletevent) is
    # not in Debian's source. direct2d stays on: the font database needs it.
    # shellcheck disable=SC2046 # one word an option is wanted
    cmake -S "$work/src/qt6-base" -B "$work/win" "${common[@]}" "${unity[@]}" \
        -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$stage/win" \
        -DQT_HOST_PATH="$stage/host" -DQT_GENERATE_SBOM=OFF -DINPUT_opengl=no \
        -DCMAKE_C_FLAGS="-isystem $work/src/headers" -DCMAKE_CXX_FLAGS="-isystem $work/src/headers" \
        $(off stack_clash_protection tabletevent \
            dbus network sql xml concurrent printsupport opengl opengl_dynamic dynamicgl vulkan \
            icu glib zstd androiddeployqt qmake pkg_config \
            system_zlib system_pcre2 system_doubleconversion system_png system_jpeg \
            system_freetype system_harfbuzz)
}

configure_pcre2() {
    cmake -S "$work/src/pcre2" -B "$work/pcre2" "${common[@]}" \
        -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$stage/win" \
        -DCMAKE_C_FLAGS="-fstack-protector-strong" -DPCRE2_BUILD_PCRE2_8=ON \
        -DPCRE2_SUPPORT_JIT=ON -DPCRE2_BUILD_PCRE2GREP=OFF -DPCRE2_BUILD_TESTS=OFF
}

# A function, so that bash has read all of this file before the long work starts.
main() {
    if [ -n "${PIPESCOPE_QT_WINDOWS:-}" ] && [ "$PIPESCOPE_QT_WINDOWS" != "$target" ]; then
        qt_windows_ready "$PIPESCOPE_QT_WINDOWS" ||
            fail "PIPESCOPE_QT_WINDOWS=$PIPESCOPE_QT_WINDOWS has no Qt for Windows (host/ and win/)"
        echo "Qt for Windows: $PIPESCOPE_QT_WINDOWS"
        exit 0
    fi

    mkdir -p "$cache"
    exec 9>"$cache/qt-windows.lock"
    flock -n 9 || {
        echo "Another run is building Qt for Windows: waiting for it"
        flock 9
    }
    if qt_windows_ready "$target"; then
        echo "Qt for Windows: $target"
        exit 0
    fi
    install_packages qt-windows
    mkdir -p "$work"

    say "Qt for Windows is built once, from source, into $target (about 25 minutes on two cores)"
    step sources "finding the sources of packages" prepare_apt
    step fetch-qt "fetching and unpacking Qt" unpack_source qt6-base
    step fetch-pcre2 "fetching and unpacking PCRE2" unpack_source pcre2
    step fetch-headers "fetching Windows headers" unpack_headers
    step host-configure "looking at this machine (Qt's tools)" configure_host
    step host-build "building Qt's tools for this machine, about 8 minutes" ninja -C "$work/host" -j "$jobs"
    step host-install "putting Qt's tools in place" cmake --install "$work/host"
    step win-configure "looking at the compiler for Windows" configure_win
    step win-build "building Qt for Windows, about 15 minutes" ninja -C "$work/win" -j "$jobs"
    step win-install "putting Qt for Windows in place" cmake --install "$work/win"
    step pcre2-configure "looking at PCRE2" configure_pcre2
    step pcre2-build "building PCRE2, a minute" ninja -C "$work/pcre2" -j "$jobs"
    step pcre2-install "putting PCRE2 in place" cmake --install "$work/pcre2"

    qt_windows_ready "$stage" || fail "the build ended, but $stage is not whole; remove $work and try again"
    rm -rf "$target"
    mv "$stage" "$target"
    # Sources and object files are gigabytes that nothing needs any more.
    rm -rf "$work"
    say "Qt for Windows is ready: $target"
}

main
