# shellcheck shell=bash
# What the scripts share. To be sourced, after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${PIPESCOPE_CACHE:-$HOME/.cache/pipescope}
jobs=${PIPESCOPE_JOBS:-$(nproc)}

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root rights, and sudo is not here: $*"
    fi
}

# The packages of Debian 12 for one purpose.
packages_for() {
    case $1 in
        build) echo build-essential cmake ninja-build ccache qt6-base-dev qt6-base-dev-tools \
            qt6-l10n-tools qt6-tools-dev-tools qt6-translations-l10n libgl-dev libpcre2-dev ;;
        windows) echo build-essential cmake ninja-build ccache g++-mingw-w64-x86-64-posix \
            binutils-mingw-w64-x86-64 qt6-l10n-tools qt6-tools-dev-tools qt6-translations-l10n \
            wine wine64 ;;
        qt-windows) echo build-essential cmake ninja-build g++-mingw-w64-x86-64-posix dpkg-dev ;;
        tests) echo tshark wireshark-common ;; # with capinfos and editcap
        gui) echo xvfb xauth fonts-liberation fonts-dejavu-core fonts-noto-cjk ;;
        archive) echo xz-utils ;;
        lint) echo clang-16 clang-tidy-16 clang-format-16 libc++-16-dev libc++abi-16-dev \
            shellcheck cppcheck ;;
        *) fail "no package group is called $1" ;;
    esac
}

# install_packages GROUP...: installs what is missing, and asks for nothing when nothing is.
install_packages() {
    local group package missing=()
    for group in "$@"; do
        for package in $(packages_for "$group"); do
            [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
                missing+=("$package")
        done
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
    say "Installing ${#missing[@]} packages that are missing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
}

# build_preset PRESET [TARGET...]: configures and builds, and shows what the compiler says only if it fails.
build_preset() {
    local preset=$1 log=$root/build/$1-build.log started=$SECONDS
    local targets=("${@:2}")
    mkdir -p "$root/build"
    say "Building $preset (the first time takes some minutes)"
    (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset" --parallel "$jobs" \
        ${targets:+--target "${targets[@]}"}) \
        >"$log" 2>&1 || {
        grep -nE -A 12 'error|FAILED|Error' "$log" | head -n 120 >&2 || true
        tail -n 30 "$log" >&2
        fail "building $preset failed; the whole output is in build/$preset-build.log"
    }
    echo "built in $((SECONDS - started)) s"
}

# The folder with Qt for Windows (host/ and win/); builds it when there is none.
use_qt_windows() {
    PIPESCOPE_QT_WINDOWS=${PIPESCOPE_QT_WINDOWS:-$cache/qt-windows}
    export PIPESCOPE_QT_WINDOWS
    qt_windows_ready "$PIPESCOPE_QT_WINDOWS" || "$root/scripts/qt-windows.sh"
}

qt_windows_ready() {
    [ -e "$1/win/lib/cmake/Qt6Widgets/Qt6WidgetsConfig.cmake" ] && [ -x "$1/host/libexec/moc" ] &&
        [ -e "$1/win/lib/libpcre2-8.a" ]
}

# start_display: one virtual screen for all programs of this run; it ends with the script.
start_display() {
    local number_file
    number_file=$(mktemp)
    # Xvfb takes a free number and writes it down when it is ready.
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number_file" >/dev/null 2>&1 &
    display_pid=$!
    for _ in $(seq 100); do
        [ -s "$number_file" ] && break
        sleep 0.1
    done
    [ -s "$number_file" ] || fail "Xvfb did not start"
    DISPLAY=:$(tr -d '[:space:]' <"$number_file")
    export DISPLAY
    rm -f "$number_file"
}

stop_display() {
    [ -z "${display_pid:-}" ] || kill "$display_pid" 2>/dev/null || true
}

# stop_wine PREFIX: ends what still runs in it, after the tests.
stop_wine() {
    [ ! -d "$1" ] || WINEPREFIX=$1 timeout 30 /usr/lib/wine/wineserver64 -k >/dev/null 2>&1 || true
}
