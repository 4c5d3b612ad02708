#!/usr/bin/env bash
# Looks at the sources without running them: clang-format, clang-tidy, cppcheck, shellcheck, and names
# that documents give.
#   scripts/lint.sh [--fix] [FILE...]
#
# --fix   lets clang-format lay the sources out anew; everything else only reports.
# FILE    only these C++ files; without one, all. clang-tidy passes over files that it found good
#         before and that have not changed since, nor their headers (build/lint).
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
    local files
    mapfile -t files < <(git ls-files '*.sh' '.ci/*')
    [ ${#files[@]} -gt 0 ] && shellcheck -x "${files[@]}"
}

# What docs/CONFORMANCE.md says is tested here: every name is one of a test.
names_check() {
    local name unknown=0
    # shellcheck disable=SC2016 # these backquotes are Markdown
    while read -r name; do
        grep -rqw "$name" tests --include='tst_*.cpp' || {
            echo "docs/CONFORMANCE.md: no test is named $name" >&2
            unknown=1
        }
    done < <(grep -oE '`[A-Z][A-Za-z]+`' docs/CONFORMANCE.md | tr -d '`' | sort -u)
    return "$unknown"
}

cppcheck_all() {
    local common=(--quiet "--enable=warning,performance,portability" --inline-suppr --std=c++20
        --language=c++ --error-exitcode=1 -j "$jobs" -Ipipecore/include -Ipipecore -Icli
        # Headers of the system are not read, and a file is then not understood to its end: no error.
        --suppress=missingInclude --suppress=missingIncludeSystem --suppress=unmatchedSuppression
        # cppcheck does not know std::expected and Qt's macros well enough for these two.
        --suppress=unknownMacro --suppress=internalAstError
        # clang-tidy asks the first one with a better eye for what is moved from; the second one takes
        # a static_cast to a reference for a temporary.
        --suppress=passedByValue --suppress=danglingTempReference)
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

# fingerprints: "FILE HASH" of each source, over the file, every header of ours that it includes (those of
# headers too) and the rules. A header is found by the end of its path, as written in the include.
fingerprints() {
    local files file text
    mapfile -t files < <(find app cli pipecore tests -name '*.h' -o -name '*.cpp' | sort)
    { sha256sum "${files[@]}" && grep -HoE '^ *# *include "[^"]+"' "${files[@]}"; } | awk -v rules="$(cat .clang-tidy tests/.clang-tidy | sha256sum)" '
        /^[0-9a-f]+  / {
            hash[$2] = $1
            n = split($2, part, "/")
            name = part[n]
            for (i = n - 1; ; i--) {
                ending[name] = ending[name] " " $2
                if (i < 1) break
                name = part[i] "/" name
            }
            next
        }
        {
            split($0, part, "\"")
            from = substr($0, 1, index($0, ":") - 1)
            included[from] = included[from] ending[part[2]]
        }
        END {
            for (file in hash) if (file ~ /\.cpp$/) {
                split("", seen)
                todo = file; text = rules
                while (n = split(todo, queue, " ")) {
                    todo = ""
                    for (i = 1; i <= n; i++) if (!(queue[i] in seen)) {
                        seen[queue[i]] = 1
                        text = text hash[queue[i]]
                        todo = todo included[queue[i]]
                    }
                }
                print file, text
            }
        }' | while read -r file text; do echo "$file $(sha256sum <<<"$text" | cut -c 1-40)"; done
}

tidy() {
    prepare_tidy || return 1
    local file hash todo=()
    local -A fingerprint=()
    while read -r file hash; do fingerprint[$file]=$hash; done < <(fingerprints)
    for file in "${sources[@]}"; do
        [[ $file == *.cpp ]] || continue
        [[ $file == pipecore/win32/* ]] ||
            grep -qF "\"file\": \"$root/$file\"" "$build/compile_commands.json" || continue
        [ -e "$good/${fingerprint[$file]}.good" ] || todo+=("$file" "$good/${fingerprint[$file]}.good")
    done
    echo "$((${#todo[@]} / 2)) files to look at"
    [ ${#todo[@]} -gt 0 ] || return 0
    mingw=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-libgcc-file-name)")/include/c++
    export -f tidy_one
    export build root mingw
    # shellcheck disable=SC2016 # $1 and $2 are for the inner bash
    printf '%s\0' "${todo[@]}" | xargs -0 -n 2 -P "$jobs" bash -c 'tidy_one "$1" "$2"' tidy
}

# tidy_one FILE MARK: leaves the mark when the file is good.
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
        touch "$2"
    else
        printf '%s\n' "$out" >&2
        return 1
    fi
}

check "clang-format" format
check "shellcheck" scripts_check
check "names in CONFORMANCE.md" names_check
check "cppcheck" cppcheck_all
check "clang-tidy (some minutes the first time)" tidy
find "$good" -name '*.good' -mtime +14 -delete
[ "$bad" -eq 0 ] || fail "lint found something; see above"
say "Lint is clean"
