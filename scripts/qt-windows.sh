#!/usr/bin/env bash
# Qt for Windows, built once from the sources of Debian.
#   scripts/qt-windows.sh                  builds it, unless it is ready
#   scripts/qt-windows.sh --fetch [DIR]    only fetches and unpacks the sources, also when Qt is ready:
#                                          whether they can still be had. DIR keeps them; without it they
#                                          stay only when Qt is not ready, for the build that comes.
#
# The result is ${PIPESCOPE_CACHE:-~/.cache/pipescope}/qt-windows with host/ (Qt's tools for this
# machine) and win/ (static libraries of Qt and PCRE2 for Windows). Every step leaves a mark, so that
# a run after an interruption goes on where the last one stopped. PIPESCOPE_QT_WINDOWS=DIR points at a
# ready folder instead.
#
# Why not Debian's own Qt: it has none for Windows, and the sources of Debian 12 (Qt 6.4) lack dark
# mode on Windows. So the sources are those of the next release, Debian 13. PCRE2 is the machine's own
# release's: the newer one's revisions are replaced, and then they are gone.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source-path=SCRIPTDIR source=apt.sh
. "$(dirname "${BASH_SOURCE[0]}")/apt.sh"
report_errors

suite=trixie
least_qt=6.8
target=$cache/qt-windows
toolchain=$root/cmake/toolchain-mingw-base.cmake

# use_work FOLDER [build]: where sources and object files are. A build of Qt does not bear blanks, umlauts
# and the like in its path; then a folder of /var/tmp, always the same for the same FOLDER, takes its place.
use_work() {
    work=$1
    if [ "${2:-}" = build ] && [[ $work =~ [^A-Za-z0-9_./+@-] ]]; then
        work=/var/tmp/pipescope-$(id -u)-$(printf '%s' "$1" | cksum | cut -d ' ' -f 1)
        [ -d "$work" ] || mkdir -m 700 "$work"
        [ -O "$work" ] || fail "$work belongs to another user"
        echo "Qt cannot be built in $1 (blanks or special characters): working in $work"
    fi
    stage=$work/stage
    mkdir -p "$work"
}

# step NAME TEXT COMMAND...: runs the command, unless an earlier run has finished it.
step() {
    local name=$1 text=$2 log=$work/$1.log started=$SECONDS status
    shift 2
    [ -e "$work/$name.done" ] && return 0
    say "Qt for Windows: $text"
    current_log=$log
    # Not `command || ...`: inside of that a shell function goes on after a failing line. And what fails
    # in here is reported below, with the log.
    set +eE
    trap - ERR
    (
        set -e
        "$@"
    ) 2>&1 </dev/null | tee "$log" | show_progress
    status=${PIPESTATUS[0]}
    set -e
    report_errors
    if [ "$status" -ne 0 ]; then
        tail -n 40 "$log" >&2
        fail "step $name ($text) failed with status $status; its output is in $log." \
            "Run the script again to go on from here"
    fi
    # A sentence that matters: an older revision than the newest was taken.
    grep -E ' instead$| is downloaded$' "$log" || true
    touch "$work/$name.done"
    echo "done in $((SECONDS - started)) s"
}

prepare_own() { prepare_apt "$work/apt/own" "$(machine_release)" deb-src pcre2; }
prepare_newer() { prepare_apt "$work/apt/$suite" "$suite" "deb deb-src" qt6-base; }

# unpack_source PACKAGE LEAST AREA...: into src/PACKAGE.
unpack_source() {
    local package=$1 least=$2 folder=$work/download/$1 description
    shift 2
    fetch_newest source "$package" "$least" "$folder" "${@/#/$work/apt/}"
    description=("$folder/$package"_*.dsc)
    rm -rf "$work/src/$package"
    mkdir -p "$work/src"
    dpkg-source --no-check --no-copy -x "${description[0]}" "$work/src/$package"
    rm -rf "$folder"
}

# The headers of MinGW-w64 10 (Debian 12) lack a part of UI Automation, which Qt needs for
# accessibility; these four are taken from a newer one.
unpack_headers() {
    local folder=$work/download/mingw header found
    fetch_newest binary mingw-w64-common "" "$folder" "$work/apt/$suite"
    dpkg-deb -x "$folder"/mingw-w64-common_*.deb "$folder/unpacked"
    rm -rf "$work/src/headers"
    mkdir -p "$work/src/headers"
    for header in uiautomation uiautomationclient uiautomationcore uiautomationcoreapi; do
        found=$(find "$folder/unpacked" -path '*include*' -name "$header.h" -print -quit)
        [ -n "$found" ] || fail "mingw-w64-common has no $header.h"
        cp "$found" "$work/src/headers/"
    done
    rm -rf "$folder"
}

fetch() {
    step sources-own "finding the sources of this release" prepare_own
    step sources-newer "finding the sources of $suite" prepare_newer
    step fetch-qt "fetching and unpacking Qt" unpack_source qt6-base "$least_qt" "$suite"
    step fetch-pcre2 "fetching and unpacking PCRE2" unpack_source pcre2 "" own "$suite"
    step fetch-headers "fetching Windows headers" unpack_headers
}

# leave_out FILE PART...: takes add_subdirectory(PART) out of a CMakeLists.txt of Qt; what another revision
# does not have is no mistake.
leave_out() {
    local file=$work/src/qt6-base/$1 part
    shift
    for part in "$@"; do
        sed -i "\\|^ *add_subdirectory($part)\$|d" "$file"
    done
}

# Settings without a feature of Qt, and settings that make compilers read the same headers again and again.
trim() {
    local src=$work/src/qt6-base/src name alone=()
    leave_out src/CMakeLists.txt assets platformsupport tools/tracepointgen tools/tracegen
    leave_out src/tools/CMakeLists.txt qlalr
    leave_out src/plugins/platforms/CMakeLists.txt minimal
    # The library of moc and rcc is compiled file by file, 80 of them. In pieces, as the rest of Qt, it takes
    # half the time; these few cannot share a piece (the list is Qt Core's own).
    for name in global/qassert global/qlogging io/qdebug serialization/qcborcommon \
        serialization/qcborstreamwriter serialization/qcborvalue serialization/qjsoncbor \
        serialization/qjsonvalue text/qlocale text/qstringconverter tools/qcryptographichash; do
        alone+=("../../corelib/$name.cpp")
    done
    sed -i "s|^ *NO_UNITY_BUILD\$|    NO_UNITY_BUILD_SOURCES ${alone[*]}|" "$src/tools/bootstrap/CMakeLists.txt"
    # Qt Gui in pieces, too: Qt does so on macOS only. What reads windows.h stays alone.
    # shellcheck disable=SC2016 # a variable of CMake
    sed -i 's|^ *set_target_properties(Gui PROPERTIES UNITY_BUILD OFF).*|    file(GLOB alone rhi/*.cpp opengl/*.cpp \
        text/windows/*.cpp platform/windows/*.cpp image/*_win.cpp util/*renderdoc.cpp \
        kernel/qguiapplication.cpp itemmodels/qfilesystemmodel.cpp painting/qpaintengine_raster.cpp \
        painting/qregion.cpp painting/qbackingstorerhisupport.cpp)\
    set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)|' "$src/gui/CMakeLists.txt"
    # HarfBuzz as its authors offer it: one file that includes all others.
    if [ -e "$src/3rdparty/harfbuzz-ng/src/harfbuzz.cc" ]; then
        sed -i -E -e 's,(^| )[A-Za-z0-9_/-]+\.cc\b,\1,g' \
            -e '0,/^ *SOURCES *$/s,^ *SOURCES *$,    SOURCES src/harfbuzz.cc,' \
            "$src/3rdparty/harfbuzz-ng/CMakeLists.txt"
    fi
}

off() { printf -- '-DFEATURE_%s=OFF ' "$@"; }
common=(-G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF)
unity=(-DQT_UNITY_BUILD=ON -DQT_UNITY_BUILD_BATCH_SIZE=24 -DQT_BUILD_EXAMPLES=OFF
    -DQT_BUILD_TESTS=OFF -DQT_GENERATE_SBOM=OFF)

configure_host() {
    # -O1 is enough for tools that run for a second; without QT_USE_DEFAULT_... Qt takes -O3 all the same.
    # shellcheck disable=SC2046 # one word an option is wanted
    cmake -S "$work/src/qt6-base" -B "$work/host" "${common[@]}" "${unity[@]}" \
        -DCMAKE_INSTALL_PREFIX="$stage/host" -DQT_USE_DEFAULT_CMAKE_OPTIMIZATION_FLAGS=ON \
        "-DCMAKE_C_FLAGS_RELEASE=-O1 -DNDEBUG" "-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG" \
        $(off gui dbus network sql xml testlib concurrent icu glib zstd \
            system_zlib system_pcre2 system_doubleconversion \
            qmake androiddeployqt macdeployqt windeployqt \
            animation easingcurve mimetype filesystemwatcher sharedmemory systemsemaphore \
            hijricalendar islamiccivilcalendar jalalicalendar permissions openssl_hash journald syslog)
}

configure_win() {
    # For the compiler of this machine, under the same name in every clone of PipeScope.
    cp "$toolchain" "$work/toolchain.cmake"
    # Off because of the tools: stack_clash_protection crashes GCC 12, and wintab.h (tabletevent) is
    # not in Debian's source. direct2d stays on: the font database needs it. direct2d1_1 is only a platform
    # plugin of its own, freetype only an engine that -platform windows:fontengine=freetype asks for. The
    # style is Fusion, so those of Windows are off. The last lines are widgets and formats that PipeScope
    # does not use: switch one on again when it does, and Qt is built anew.
    # shellcheck disable=SC2046 # one word an option is wanted
    cmake -S "$work/src/qt6-base" -B "$work/win" "${common[@]}" "${unity[@]}" \
        -DCMAKE_TOOLCHAIN_FILE="$work/toolchain.cmake" -DCMAKE_INSTALL_PREFIX="$stage/win" \
        -DQT_HOST_PATH="$stage/host" -DINPUT_opengl=no \
        -DCMAKE_C_FLAGS="-isystem $work/src/headers" -DCMAKE_CXX_FLAGS="-isystem $work/src/headers" \
        $(off stack_clash_protection tabletevent \
            dbus network sql xml concurrent printsupport opengl opengl_dynamic dynamicgl vulkan \
            icu glib zstd androiddeployqt macdeployqt windeployqt qmake pkg_config \
            system_zlib system_pcre2 system_doubleconversion system_png system_jpeg \
            system_freetype system_harfbuzz \
            direct2d1_1 freetype jpeg gif tuiotouch pdf textodfwriter undocommand \
            graphicsview graphicseffect mdiarea wizard fontdialog colordialog columnview dial lcdnumber \
            style_windowsvista style_windows11 hijricalendar islamiccivilcalendar jalalicalendar)
}

configure_pcre2() {
    cmake -S "$work/src/pcre2" -B "$work/pcre2" "${common[@]}" \
        -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$stage/win" \
        -DCMAKE_C_FLAGS="-fstack-protector-strong" -DPCRE2_BUILD_PCRE2_8=ON \
        -DPCRE2_SUPPORT_JIT=ON -DPCRE2_BUILD_PCRE2GREP=OFF -DPCRE2_BUILD_TESTS=OFF
}

# Without a ready Qt the sources go where the build looks for them; with one they are only tried.
fetch_only() {
    install_packages fetch
    need_disk "${1:-$cache}" 900 "unpacking the sources"
    if [ -n "${1:-}" ]; then
        use_work "$(realpath -m "$1")"
    elif qt_windows_ready "${PIPESCOPE_QT_WINDOWS:-$target}"; then
        mkdir -p "$cache"
        use_work "$(mktemp -d "$cache/qt-windows-fetch.XXXXXX")"
        trap 'rm -rf "$work" "$cache"/qt-windows-fetch.*' EXIT
    else
        use_work "$cache/qt-windows-work" build
    fi
    fetch
    say "The sources of Qt for Windows are available"
    [ ! -d "$work/src" ] || du -sh "$work/src"
}

lock() {
    mkdir -p "$cache"
    exec 9>"$cache/qt-windows.lock"
    flock -n 9 || {
        echo "Another run is building Qt for Windows: waiting for it"
        flock 9
    }
}

# A function, so that bash has read all of this file before the long work starts.
main() {
    case ${1:-} in
        "") ;;
        --fetch)
            [ $# -le 2 ] || fail "--fetch takes one folder at most"
            lock
            fetch_only "${2:-}"
            exit 0
            ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;;
        *) fail "unknown option $1; see scripts/qt-windows.sh --help" ;;
    esac
    if [ -n "${PIPESCOPE_QT_WINDOWS:-}" ] && [ "$PIPESCOPE_QT_WINDOWS" != "$target" ]; then
        qt_windows_ready "$PIPESCOPE_QT_WINDOWS" ||
            fail "PIPESCOPE_QT_WINDOWS=$PIPESCOPE_QT_WINDOWS has no Qt for Windows (host/ and win/)"
        echo "Qt for Windows: $PIPESCOPE_QT_WINDOWS"
        exit 0
    fi

    lock
    if qt_windows_ready "$target"; then
        echo "Qt for Windows: $target"
        exit 0
    fi
    install_packages qt-windows
    use_work "$cache/qt-windows-work" build
    need_disk "$work" 3000 "building Qt for Windows"
    need_memory 1400 "building Qt for Windows"

    say "Qt for Windows is built once, from source, into $target (about 15 minutes on two cores)"
    fetch
    step trim "leaving out what PipeScope does not use" trim
    step host-configure "looking at this machine (Qt's tools)" configure_host
    step host-build "building Qt's tools for this machine" ninja -C "$work/host" -j "$jobs"
    step host-install "putting Qt's tools in place" cmake --install "$work/host"
    step win-configure "looking at the compiler for Windows" configure_win
    step win-build "building Qt for Windows" ninja -C "$work/win" -j "$jobs"
    step win-install "putting Qt for Windows in place" cmake --install "$work/win"
    step pcre2-configure "looking at PCRE2" configure_pcre2
    step pcre2-build "building PCRE2, a minute" ninja -C "$work/pcre2" -j "$jobs"
    step pcre2-install "putting PCRE2 in place" cmake --install "$work/pcre2"

    qt_windows_ready "$stage" || fail "the build ended, but $stage is incomplete; remove $work and try again"
    # First beside its place: the work folder may be on another disk, and a half copied Qt must not look ready.
    rm -rf "$target" "$target.new"
    mv "$stage" "$target.new"
    mv "$target.new" "$target"
    # Sources and object files are gigabytes that nothing needs any more.
    rm -rf "$work"
    say "Qt for Windows is ready: $target"
}

main "$@"
