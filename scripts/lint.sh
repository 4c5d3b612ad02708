#!/usr/bin/env bash
# Looks at the sources without running them: clang-format, clang-tidy, cppcheck, shellcheck, syntax of
# PowerShell, names that documents give, and circles among folders.
#   scripts/lint.sh [--fix] [--changed] [--minutes N] [FILE...]
#
# --fix        lets clang-format lay the sources out anew; everything else only reports.
# --changed    only C++ files that differ from the commit PIPESCOPE_LINT_BASE; without it, from the last
#              commit that is older than a day
# --minutes N  clang-tidy begins no file after so many minutes, and says how many it left
# FILE         only these C++ files; without one, all. clang-tidy passes over files that it found good
#              before and that have not changed since, nor their headers: it remembers that in
#              ${PIPESCOPE_CACHE:-~/.cache/pipescope}/lint, for all clones.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

fix=0
changed=0
deadline=""
while [ $# -gt 0 ]; do
    case $1 in
        --fix) fix=1 ;;
        --changed) changed=1 ;;
        --minutes)
            [[ ${2:-} =~ ^[0-9]+$ ]] || fail "--minutes needs a number"
            deadline=$(($(date +%s) + $2 * 60))
            shift
            ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" && exit 0 ;;
        -*) fail "unknown option $1; see scripts/lint.sh --help" ;;
        *) break ;;
    esac
    shift
done

install_packages build windows lint
build=$root/build/linux-clang
good=$cache/lint
scratch=$root/build/lint
bad=0
mkdir -p "$good" "$scratch"

# changed_sources: for a header that changed, also the source beside it, through which clang-tidy sees it.
changed_sources() {
    local base=${PIPESCOPE_LINT_BASE:-} file
    [ -n "$base" ] || base=$(git rev-list -1 --before='24 hours ago' HEAD)
    [ -n "$base" ] || base=$(git hash-object -t tree /dev/null) # everything is younger
    git diff --name-only --diff-filter=d "$base" -- {app,cli,pipecore,tests}/'*.h' {app,cli,pipecore,tests}/'*.cpp' |
        while read -r file; do
            echo "$file"
            [ ! -e "${file%.h}.cpp" ] || echo "${file%.h}.cpp"
        done | sort -u
}

if [ $# -gt 0 ]; then
    mapfile -t sources < <(realpath --relative-to="$root" "$@")
    cd "$root"
else
    cd "$root"
    mapfile -t sources < <(find app cli pipecore tests -name '*.h' -o -name '*.cpp' | sort)
    [ "$changed" -eq 0 ] || mapfile -t sources < <(changed_sources)
fi

# check NAME COMMAND...: notes a failure and goes on, so that one run shows everything.
check() {
    local name=$1 started=$SECONDS
    shift
    say "$name"
    if "$@"; then
        echo "passed in $((SECONDS - started)) s"
    else
        bad=1
        echo "$name reported problems" >&2
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

# PowerShell parses: by the grammar that editors use, because Debian has no PowerShell.
powershell_check() {
    local folder=$cache/powershell-grammar-1 # the number goes up with the versions
    if [ ! -e "$folder/ready" ]; then
        rm -rf "$folder"
        { python3 -m venv "$folder" &&
            retry "$folder/bin/pip" install -q tree-sitter==0.26.1 tree-sitter-powershell==0.26.4 &&
            touch "$folder/ready"; } || {
            echo "warning: the grammar cannot be installed (python3 -m venv, pip): scripts of PowerShell are not checked" >&2
            return 0
        }
    fi
    "$folder/bin/python" - scripts/*.ps1 <<'END'
import sys

import tree_sitter
import tree_sitter_powershell

parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
bad = 0
for name in sys.argv[1:]:
    with open(name, "rb") as script:
        text = script.read()
    nodes = [parser.parse(text).root_node]
    while nodes:
        node = nodes.pop()
        if node.is_error or node.is_missing:
            bad += 1
            line = text.splitlines()[node.start_point[0]].decode()
            print(f"{name}:{node.start_point[0] + 1}: does not parse: {line.strip()}", file=sys.stderr)
        nodes.extend(node.children)
sys.exit(bad != 0)
END
}

# Names in docs/CONFORMANCE.md must be names of tests.
names_check() {
    local name unknown=0
    [ -s docs/CONFORMANCE.md ] || { echo "docs/CONFORMANCE.md is missing" >&2 && return 1; }
    # shellcheck disable=SC2016 # these backquotes are Markdown
    while read -r name; do
        grep -rqw "$name" tests --include='tst_*.cpp' || {
            echo "docs/CONFORMANCE.md: no test is named $name" >&2
            unknown=1
        }
    done < <(grep -oE '`[A-Z][A-Za-z]+`' docs/CONFORMANCE.md | tr -d '`' | sort -u)
    return "$unknown"
}

# Folders of a program include each other one way only. (pipecore's arrows stand in its CMakeLists.txt.)
circles_check() {
    local top
    for top in app cli; do
        grep -HoE '^ *# *include "[a-z0-9_]+/' -r --include='*.h' --include='*.cpp' "$top" |
            sed -nE "s#^$top/([a-z0-9_]+)/.*\"([a-z0-9_]+)/\$#\1 \2#p" |
            awk '$1 != $2' | sort -u | tsort >/dev/null || return 1
    done
}

# sources_in PREFIX...: those of the sources to look at that are below these folders.
sources_in() {
    local file prefix
    for file in "${sources[@]}"; do
        for prefix in "$@"; do
            [[ $file != "$prefix"/*.cpp ]] || echo "$file"
        done
    done
}

# module_includes: the -I options with which the parts of the core find each other's public headers.
module_includes() { find "$root/pipecore" -type d -name include | sort | sed 's/^/-I/'; }

# cppcheck_part NAME FILE-OF-SOURCES OPTION...
cppcheck_part() {
    local name=$1 list=$2 includes
    shift 2
    [ -s "$list" ] || return 0
    mapfile -t includes < <(module_includes)
    mkdir -p "$scratch/cppcheck-$name"
    cppcheck --quiet "--enable=warning,performance,portability" --inline-suppr --std=c++20 \
        --language=c++ --error-exitcode=1 -j "$jobs" "${includes[@]}" -Ipipecore -Icli \
        --cppcheck-build-dir="$scratch/cppcheck-$name" --file-list="$list" "${cppcheck_quiet[@]}" "$@"
}

cppcheck_all() {
    local list
    list=$(mktemp -d)
    sources_in pipecore cli | grep -v '^pipecore/backends/win32/' >"$list/core" || true
    sources_in pipecore/backends/win32 >"$list/win"
    sources_in app >"$list/app"
    local status=0
    cppcheck_part core "$list/core" --platform=unix64 -D__linux__ -U_WIN32 || status=1
    cppcheck_part win "$list/win" --platform=win64 --library=windows -D_WIN32 -U__linux__ || status=1
    cppcheck_part app "$list/app" --platform=unix64 --library=qt -D__linux__ -U_WIN32 || status=1
    rm -rf "$list"
    return "$status"
}

cppcheck_quiet=(
    # Headers of the system are not read, and a file is then not understood to its end: no error.
    --suppress=missingInclude --suppress=missingIncludeSystem --suppress=unmatchedSuppression
    # cppcheck does not know std::expected and Qt's macros well enough for these two.
    --suppress=unknownMacro --suppress=internalAstError
    # clang-tidy asks the first one with a better eye for what is moved from; the second one takes
    # a static_cast to a reference for a temporary.
    --suppress=passedByValue --suppress=danglingTempReference
)

# prepare_tidy: the compile database of clang with libc++ (clang 16 does not take the std::expected of
# GCC's library), and what moc makes, which the sources include.
prepare_tidy() {
    local log=$scratch/configure.log target autogen=()
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
    local file hash status=0 todo=()
    local -A fingerprint=()
    while read -r file hash; do fingerprint[$file]=$hash; done < <(fingerprints)
    for file in "${sources[@]}"; do
        [[ $file == *.cpp ]] || continue
        [[ $file == pipecore/backends/win32/* ]] ||
            grep -qF "\"file\": \"$root/$file\"" "$build/compile_commands.json" || continue
        [ -e "$good/${fingerprint[$file]}.good" ] || todo+=("$file" "$good/${fingerprint[$file]}.good")
    done
    echo "$((${#todo[@]} / 2)) files to check"
    [ ${#todo[@]} -gt 0 ] || return 0
    mingw=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-libgcc-file-name)")/include/c++
    export -f tidy_one module_includes
    local left
    left=$(mktemp)
    export build root mingw deadline left
    # shellcheck disable=SC2016 # $1 and $2 are for the inner bash
    printf '%s\0' "${todo[@]}" | xargs -0 -n 2 -P "$jobs" bash -c 'tidy_one "$1" "$2"' tidy || status=1
    [ ! -s "$left" ] || echo "not checked for lack of time: $(wc -l <"$left") files"
    rm -f "$left"
    return "$status"
}

# tidy_one FILE MARK: leaves the mark when the file is good.
# shellcheck disable=SC2317 # called through xargs
tidy_one() {
    local out includes flags=()
    if [ -n "$deadline" ] && [ "$(date +%s)" -ge "$deadline" ]; then
        echo "$1" >>"$left"
        return 0
    fi
    if [[ $1 == pipecore/backends/win32/* ]]; then
        # Windows code with MinGW's library. Clang 16 says that its concepts are of 2019, and GCC's
        # library then leaves std::expected out, which it compiles well enough all the same.
        mapfile -t includes < <(module_includes)
        flags=(-- --target=x86_64-w64-mingw32 -std=c++2b -U__cpp_concepts -D__cpp_concepts=202002L
            -Wno-builtin-macro-redefined -isystem "$mingw" -isystem "$mingw/x86_64-w64-mingw32"
            -DUNICODE -D_UNICODE -DNOMINMAX -DWIN32_LEAN_AND_MEAN -D_WIN32_WINNT=0x0A00
            -Ipipecore "${includes[@]}")
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
check "syntax of PowerShell" powershell_check
check "names in CONFORMANCE.md" names_check
check "circles among folders" circles_check
check "cppcheck" cppcheck_all
check "clang-tidy (some minutes the first time)" tidy
find "$good" -name '*.good' -mtime +14 -delete
[ "$bad" -eq 0 ] || fail "lint reported problems; see above"
say "Lint is clean"
