# shellcheck shell=bash
# Functions that the tests of scripts share. To be sourced, after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
looked=0
trap 'echo "the test itself failed in line $LINENO: $BASH_COMMAND" >&2' ERR

# equal NAME EXPECTED ACTUAL
equal() {
    looked=$((looked + 1))
    [ "$2" = "$3" ] || {
        failed=$((failed + 1))
        printf -- '--- %s: expected\n%s\n--- but got\n%s\n' "$1" "$2" "$3"
    }
}

# contains NAME TEXT PART: the part stands in the text.
contains() {
    looked=$((looked + 1))
    [[ $2 == *"$3"* ]] || {
        failed=$((failed + 1))
        printf -- '--- %s: expected to find\n%s\n--- in\n%s\n' "$1" "$3" "$2"
    }
}

# lacks NAME TEXT PART: the part does not stand in the text.
lacks() {
    looked=$((looked + 1))
    [[ $2 != *"$3"* ]] || {
        failed=$((failed + 1))
        printf -- '--- %s: expected not to find\n%s\n--- in\n%s\n' "$1" "$3" "$2"
    }
}

# program NAME <BODY: a stand-in for a program of the system, found before it.
program() {
    mkdir -p "$scratch/bin"
    { echo '#!/usr/bin/env bash' && cat; } >"$scratch/bin/$1"
    chmod +x "$scratch/bin/$1"
    PATH=$scratch/bin:$PATH
}

# run BODY: runs it after the library as a script of its own; output and status are in $out, $status.
# shellcheck disable=SC2034 # for those who source this
run() {
    status=0
    out=$(bash -c "set -euo pipefail; . '$root/scripts/lib.sh'; . '$root/scripts/apt.sh'; $1" 2>&1) || status=$?
}

# finish: the closing line, and exit status 1 when something failed.
finish() {
    echo "$looked checked, $failed failed"
    [ "$failed" -eq 0 ]
}
