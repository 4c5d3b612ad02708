#!/usr/bin/env bash
# Looks at the sources without running them: clang-format, clang-tidy, cppcheck, shellcheck.
#   scripts/lint.sh [--fix] [FILE...]
#
# --fix   lets clang-format lay the sources out anew; everything else only reports.
# FILE    only these C++ files; without one, all. clang-tidy passes over files that it found good
#         before and that have not changed since (build/lint).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

fix=0
if [ "${1:-}" = --fix ]; then
    fix=1
    shift
fi
case ${1:-} in -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;; esac

install_packages build windows lint
build=$root/build/linux-clang
good=$root/build/lint
bad=0
mkdir -p "$good"

if [ $# -gt 0 ]; then
    mapfile -t sources < <(realpath --relative-to="$root" "$@")
    cd "$root"
else
    cd "$root"
    mapfile -t sources < <(find app cli pipecore tests -name '*.h' -o -name '*.cpp' | sort)
fi

# check NAME COMMAND...: notes a failure and goes on, so that one run shows everything.
check() {
    local name=$1 started=$SECONDS
    shift
    say "$name"
    if "$@"; then
        echo "good, in $((SECONDS - started)) s"
    else
        bad=1
        echo "$name found something" >&2
    fi
}

format() {
    [ ${#sources[@]} -eq 0 ] && return
    if [ "$fix" -eq 1 ]; then
        clang-format-16 -i "${sources[@]}"
    else
        clang-format-16 --dry-run -Werror "${sources[@]}"
    fi
}

scripts_check() {
    shellcheck -x scripts/*.sh .ci/run
}

cppcheck_all() {
    local common=(--quiet "--enable=warning,performance,portability" --inline-suppr --std=c++20
        --language=c++ --error-exitcode=1 -j "$jobs" -Ipipecore/include -Ipipecore -Icli
        # Headers of the system are not read, and a file is then not understood to its end: no error.
        --suppress=missingInclude --suppress=missingIncludeSystem --suppress=unmatchedSuppression
        # cppcheck does not know std::expected and Qt's macros well enough for these two.
        --suppress=unknownMacro --suppress=internalAstError)
    mkdir -p "$good/cppcheck-core" "$good/cppcheck-win" "$good/cppcheck-app"
    cppcheck "${common[@]}" --platform=unix64 --cppcheck-build-dir="$good/cppcheck-core" \
        -D__linux__ -U_WIN32 -ipipecore/win32 pipecore cli &&
        cppcheck "${common[@]}" --platform=win64 --library=windows -D_WIN32 -U__linux__ \
            --cppcheck-build-dir="$good/cppcheck-win" pipecore/win32 &&
        cppcheck "${common[@]}" --platform=unix64 --library=qt -D__linux__ -U_WIN32 \
            --cppcheck-build-dir="$good/cppcheck-app" app
}

# prepare_tidy: the compile database of clang with libc++ (clang 16 does not take the std::expected of
# GCC's library), and what moc makes, which the sources include.
prepare_tidy() {
    local log=$good/configure.log target autogen=()
    cmake --preset linux-clang >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        return 1
    }
    while read -r target; do autogen+=("$target"); done < <(
        ninja -C "$build" -t targets all | sed -nE 's/^([^/ ]*_autogen): .*/\1/p')
    [ ${#autogen[@]} -eq 0 ] || ninja -C "$build" -k 0 "${autogen[@]}" >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        return 1
    }
}

# fingerprint FILE: of the file, of all headers of ours, and of the rules.
fingerprint() { echo "$headers_fingerprint $(sha256sum <"$1")" | sha256sum | cut -c 1-40; }

tidy() {
    prepare_tidy || return 1
    headers_fingerprint=$({
        cat .clang-tidy
        find app cli pipecore tests -name '*.h' -print0 | sort -z | xargs -0 -r cat
    } | sha256sum)
    local file todo=()
    for file in "${sources[@]}"; do
        [[ $file == *.cpp ]] || continue
        [[ $file == pipecore/win32/* ]] ||
            grep -qF "\"file\": \"$root/$file\"" "$build/compile_commands.json" || continue
        [ -e "$good/$(fingerprint "$file").good" ] || todo+=("$file")
    done
    echo "${#todo[@]} files to look at"
    [ ${#todo[@]} -gt 0 ] || return 0
    mingw=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-libgcc-file-name)")/include/c++
    export -f tidy_one fingerprint
    export build good root mingw headers_fingerprint
    # shellcheck disable=SC2016 # $1 is for the inner bash
    printf '%s\0' "${todo[@]}" | xargs -0 -n 1 -P "$jobs" bash -c 'tidy_one "$1"' tidy
}

# shellcheck disable=SC2317 # called through xargs
tidy_one() {
    local out flags=()
    if [[ $1 == pipecore/win32/* ]]; then
        # Windows code with MinGW's library. Clang 16 says that its concepts are of 2019, and GCC's
        # library then leaves std::expected out, which it compiles well enough all the same.
        flags=(-- --target=x86_64-w64-mingw32 -std=c++2b -U__cpp_concepts -D__cpp_concepts=202002L
            -Wno-builtin-macro-redefined -isystem "$mingw" -isystem "$mingw/x86_64-w64-mingw32"
            -DUNICODE -D_UNICODE -DNOMINMAX -DWIN32_LEAN_AND_MEAN -D_WIN32_WINNT=0x0A00
            -Ipipecore -Ipipecore/include)
    fi
    if out=$(clang-tidy-16 -quiet -p "$build" "$1" \
        --header-filter="$root/(app|cli|pipecore|tests)/" "${flags[@]}" 2>/dev/null); then
        touch "$good/$(fingerprint "$1").good"
    else
        printf '%s\n' "$out" >&2
        return 1
    fi
}

check "clang-format" format
check "shellcheck" scripts_check
check "cppcheck" cppcheck_all
check "clang-tidy (some minutes the first time)" tidy
find "$good" -name '*.good' -mtime +14 -delete
[ "$bad" -eq 0 ] || fail "lint found something; see above"
say "Lint is clean"
