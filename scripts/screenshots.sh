#!/usr/bin/env bash
# Makes the pictures of the documents from the running program.
#   scripts/screenshots.sh
#
# Writes docs/images/window-{dark,light,german}.png and frames-light.png.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors
case ${1:-} in -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;; esac

install_packages build gui pictures
build_preset linux pipescope
work=$(mktemp -d)
cleanup() {
    stop_display
    rm -rf "$work"
}
trap cleanup EXIT
start_display
images=$root/docs/images
mkdir -p "$images"

# picture NAME OPTION...: the window after some seconds of demo, with settings nobody has touched.
picture() {
    local name=$1
    shift
    env HOME="$work/home" XDG_CONFIG_HOME="$work/$name/config" XDG_DATA_HOME="$work/$name/data" \
        timeout 60 "$root/build/linux/bin/pipescope" --demo-seconds 8 --demo-output "$work/$name" "$@"
    cp "$work/$name/pipescope-demo.png" "$images/window-$name.png"
}

# frames_picture NAME OPTION...: a recorded language server, with the rule that its dialog detects.
frames_picture() {
    local name=$1 window
    shift
    env HOME="$work/home" XDG_CONFIG_HOME="$work/$name/config" XDG_DATA_HOME="$work/$name/data" \
        "$root/build/linux/bin/pipescope" "$@" "$root/tests/recordings/lsp-clangd.pcapng" &
    local program=$!
    window=$(xdotool search --sync --onlyvisible --name 'lsp-clangd.*PipeScope' | tail -n 1)
    xdotool windowsize --sync "$window" 1400 900 windowmove "$window" 0 0
    xdotool sleep 1 mousemove 800 230 click 1 sleep 1 key ctrl+shift+r sleep 3
    xdotool mousemove 748 673 click 1 sleep 3 # Show frames
    scrot --overwrite --autoselect 0,0,1400,900 "$images/$name.png"
    kill "$program"
    wait "$program" || true
}

say "Taking the pictures"
picture dark --theme dark --language en
picture light --theme light --language en
picture german --theme light --language de
frames_picture frames-light --theme light --language en
ls -l "$images"
