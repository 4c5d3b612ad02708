# shellcheck shell=bash
# Sources and packages of Debian from a private APT: the machine's own sources of packages with the
# release exchanged, so that no server is written down here, and nothing of the machine's lists is
# changed. To be sourced after lib.sh.

# retry gives up at once on this status: a file that the lists name and the server does not have.
not_served=44

# machine_release: the code name of the release that this machine runs.
machine_release() {
    local file=${PIPESCOPE_OS_RELEASE:-/etc/os-release} release
    # shellcheck source=/dev/null
    release=$(. "$file" && echo "${VERSION_CODENAME:-}")
    [ -n "$release" ] || fail "$file names no release (VERSION_CODENAME); Debian 12 is needed"
    echo "$release"
}

# make_sources ETC FROM TO TYPES OUT: writes OUT/machine.list and OUT/machine.sources, the enabled sources
# of release FROM in the APT folder ETC, for release TO and for TYPES ("deb deb-src"). Updates and
# security updates are kept, other suites (backports) and other people's packages (no "main") are not.
make_sources() {
    local etc=$1 from=$2 to=$3 types=$4 out=$5 file
    local lists=() stanzas=()
    # A pattern that finds nothing stays as it is: only files that are there count.
    for file in "$etc/sources.list" "$etc"/sources.list.d/*.list; do
        [ ! -r "$file" ] || lists+=("$file")
    done
    for file in "$etc"/sources.list.d/*.sources; do
        [ ! -r "$file" ] || stanzas+=("$file")
    done
    mkdir -p "$out"
    # The last line of a file may lack its end, and the next file must not continue it.
    for file in "${lists[@]}"; do cat "$file" && echo; done |
        one_line_sources "$from" "$to" "$types" >"$out/machine.list"
    for file in "${stanzas[@]}"; do cat "$file" && printf '\n\n'; done | stanza_sources "$from" "$to" "$types" >"$out/machine.sources"
    for file in "$out/machine.list" "$out/machine.sources"; do
        [ -s "$file" ] || rm -f "$file"
    done
    [ -e "$out/machine.list" ] || [ -e "$out/machine.sources" ] || {
        echo "no enabled APT source of $from with the component main is in $etc" \
            "(${#lists[@]} files .list, ${#stanzas[@]} files .sources)" >&2
        return 1
    }
}

# The suite that stands for this one in the new release; nothing when it has none. Shared by both below.
# shellcheck disable=SC2016 # a program of awk
suite_program='
    function exchanged(suite) {
        if (suite == from || suite == "stable" || suite == "oldstable") return to
        if (suite == from "-updates" || suite == from "-security") return to substr(suite, length(from) + 1)
        return ""
    }'

# Entries of one line: "deb [option=value ...] URI suite component...".
one_line_sources() {
    sed -E 's/\r$//; s/#.*//' | awk -v from="$1" -v to="$2" -v types="$3" "$suite_program"'
        $1 == "deb" || $1 == "deb-src" {
            sub(/^[ \t]*deb(-src)?[ \t]+/, "")
            options = ""
            if (match($0, /^\[[^]]*\]/)) {
                options = substr($0, 1, RLENGTH) " "
                $0 = substr($0, RLENGTH + 1)
            }
            suite = exchanged($2)
            if (suite == "" || $1 ~ /^cdrom:/) next
            components = ""; main = 0
            for (i = 3; i <= NF; i++) {
                components = components " " $i
                if ($i == "main") main = 1
            }
            if (!main) next
            n = split(types, type, " ")
            for (i = 1; i <= n; i++) {
                line = type[i] " " options $1 " " suite components
                if (!(line in seen)) print line
                seen[line] = 1
            }
        }'
}

# Entries of several lines, separated by empty ones. A value may go on in lines that begin with a blank.
stanza_sources() {
    sed -E 's/\r$//; /^#/d; s/^[[:space:]]+$//' | awk -v from="$1" -v to="$2" -v types="$3" "$suite_program"'
        BEGIN { RS = ""; FS = "\n" }
        {
            split("", value); text = ""; name = ""
            for (i = 1; i <= NF; i++) {
                content = $i
                if (content !~ /^[ \t]/) {
                    name = tolower(substr(content, 1, index(content, ":") - 1))
                    sub(/^[^:]*:/, "", content)
                }
                value[name] = value[name] " " content
                if (name != "types" && name != "suites" && name != "enabled") text = text $i "\n"
            }
            if (tolower(value["enabled"]) ~ /no|false|off|0|disable|without/) next
            if ((value["components"] " ") !~ /[ \t]main[ \t]/ || value["uris"] ~ /cdrom:/) next
            suites = ""
            n = split(value["suites"], word, /[ \t]+/)
            for (i = 1; i <= n; i++) if (exchanged(word[i]) != "") suites = suites " " exchanged(word[i])
            if (suites != "") print "Types: " types "\nSuites:" suites "\n" text
        }'
}

# private_apt AREA PROGRAM ARGUMENT...: apt-get or apt-cache with the sources and lists in folder AREA.
private_apt() {
    local area=$1 program=$2
    shift 2
    LC_ALL=C "$program" -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$area/sources" \
        -o Dir::State::lists="$area/lists" -o Dir::Cache="$area/cache" \
        -o APT::Get::List-Cleanup=0 -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none \
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false "$@"
}

# prepare_apt AREA RELEASE TYPES PACKAGE: makes the private APT, and looks whether it offers the package.
prepare_apt() {
    local area=$1 release=$2 types=$3 package=$4 own
    own=$(machine_release)
    rm -rf "$area/sources"
    mkdir -p "$area/sources" "$area/lists/partial" "$area/cache/archives/partial"
    make_sources "${PIPESCOPE_APT_ETC:-/etc/apt}" "$own" "$release" "$types" "$area/sources"
    retry update_apt "$area" "$package" || {
        echo "the APT sources of this machine, asked for $release, offer no source package $package" >&2
        return 1
    }
}

# Other people's sources may not have the other release: what counts is that the package is offered.
update_apt() {
    local versions
    private_apt "$1" apt-get update || echo "some package lists could not be downloaded"
    versions=$(versions_of "$1" source "$2") || return
    [ -n "$versions" ]
}

# versions_of AREA source|binary PACKAGE [LEAST]: all that are offered, the newest first.
versions_of() {
    local show=(showsrc --only-source) version
    [ "$2" = source ] || show=(show)
    { private_apt "$1" apt-cache "${show[@]}" "$3" || true; } |
        awk -v package="$3" '
            /^Package: / { name = $2 }
            /^Version: / && name == package { print $2 }' | sort -rV | uniq |
        while read -r version; do
            [ -z "${4:-}" ] || dpkg --compare-versions "$version" ge "$4" || continue
            echo "$version"
        done
}

# fetch_newest source|binary PACKAGE LEAST FOLDER AREA...: the newest revision, at least LEAST ("" for any),
# of the first area that has it. Lists name revisions that the server has lost: then the one before.
fetch_newest() {
    local kind=$1 package=$2 least=$3 folder=$4 area version versions failed=()
    shift 4
    for area in "$@"; do
        versions=$(versions_of "$area" "$kind" "$package" "$least") || return
        for version in $versions; do
            [ ${#failed[@]} -eq 0 ] ||
                echo "$package ${failed[-1]} is listed but not available: using $version instead"
            rm -rf "$folder"
            mkdir -p "$folder"
            if retry fetch_revision "$kind" "$package" "$version" "$folder" "$area"; then
                echo "$package $version is downloaded"
                return 0
            fi
            failed+=("$version")
        done
    done
    if [ ${#failed[@]} -eq 0 ]; then
        echo "no revision of $package${least:+ from $least on} is available" >&2
    else
        echo "no revision of $package could be downloaded; tried: ${failed[*]}" >&2
    fi
    return 1
}

fetch_revision() {
    local kind=$1 package=$2 version=$3 folder=$4 area=$5 status=0 command=(source --download-only)
    [ "$kind" = source ] || command=(download)
    # No blanks for APT to stumble over: it is told nothing but the names of files.
    (cd "$folder" && private_apt "$area" apt-get "${command[@]}" "$package=$version") \
        >"$folder/fetch.log" 2>&1 || status=$?
    cat "$folder/fetch.log"
    [ "$status" -ne 0 ] || return 0
    ! grep -qE '(^|[^0-9])(403|404|410) ' "$folder/fetch.log" || return "$not_served"
    return "$status"
}
