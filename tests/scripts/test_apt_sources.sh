#!/usr/bin/env bash
# How the private APT of scripts/apt.sh is made from the sources of the machine.
#   tests/scripts/test_apt_sources.sh
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"
# shellcheck source-path=SCRIPTDIR source=../../scripts/lib.sh
. "$root/scripts/lib.sh"
# shellcheck source-path=SCRIPTDIR source=../../scripts/apt.sh
. "$root/scripts/apt.sh"

etc=$scratch/etc
out=$scratch/out

# fresh: an APT folder as of a machine with nothing in it.
fresh() {
    rm -rf "$etc" "$out"
    mkdir -p "$etc/sources.list.d"
}

# made [TYPES]: what is written for bookworm exchanged with trixie, or the message.
made() {
    local message
    rm -rf "$out"
    if message=$(make_sources "$etc" bookworm trixie "${1:-deb deb-src}" "$out" 2>&1); then
        cat "$out"/machine.* 2>/dev/null
    else
        echo "FAILED: $message"
    fi
}

fresh
contains "NothingAtAll" "$(made)" "FAILED: no enabled APT source of bookworm"
rmdir "$etc/sources.list.d"
contains "NotEvenAFolder" "$(made)" "FAILED: no enabled APT source of bookworm"

fresh
cat >"$etc/sources.list.d/debian.sources" <<'S'
Types: deb
# a comment in the middle
URIs: http://one.example/debian
Suites: bookworm bookworm-updates bookworm-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://one.example/debian-security
Suites: bookworm-security
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
S
equal "OnlyStanzas" "Types: deb deb-src
Suites: trixie trixie-updates
URIs: http://one.example/debian
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb deb-src
Suites: trixie-security
URIs: http://one.example/debian-security
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg" "$(made)"
contains "OnlySourceTypes" "$(made deb-src)" "Types: deb-src"
lacks "OnlySourceTypes" "$(made deb-src)" "Types: deb deb-src"

fresh
cat >"$etc/sources.list" <<'S'
# deb http://commented.example/debian bookworm main
deb http://one.example/debian bookworm main contrib # a remark
deb-src http://one.example/debian bookworm main contrib
deb [ arch=amd64 signed-by=/usr/share/keyrings/a.gpg ] http://two.example/debian bookworm main
deb [trusted=yes] http://three.example/debian bookworm-security main
  deb   http://four.example/debian	bookworm-updates   main
deb http://one.example/debian bookworm-backports main
deb cdrom:[Debian GNU/Linux 12 _Bookworm_]/ bookworm main
deb http://other.example/apt cloud-sdk-bookworm main
deb http://other.example/linux bookworm stable
deb http://other.example/flat ./
nonsense
S
equal "OnlyLines" "deb http://one.example/debian trixie main contrib
deb-src http://one.example/debian trixie main contrib
deb [ arch=amd64 signed-by=/usr/share/keyrings/a.gpg ] http://two.example/debian trixie main
deb-src [ arch=amd64 signed-by=/usr/share/keyrings/a.gpg ] http://two.example/debian trixie main
deb [trusted=yes] http://three.example/debian trixie-security main
deb-src [trusted=yes] http://three.example/debian trixie-security main
deb http://four.example/debian trixie-updates main
deb-src http://four.example/debian trixie-updates main" "$(made)"

fresh
printf 'deb http://one.example/debian bookworm main' >"$etc/sources.list"
printf 'deb http://two.example/debian bookworm main\r\n' >"$etc/sources.list.d/two.list"
printf 'deb http://off.example/debian bookworm main\n' >"$etc/sources.list.d/off.list.disabled"
printf 'Types: deb\nURIs: http://three.example/debian\nSuites: bookworm\nComponents: main' \
    >"$etc/sources.list.d/a.sources"
printf 'Types: deb\nURIs: http://four.example/debian\nSuites: bookworm\nComponents: main\n' \
    >"$etc/sources.list.d/b.sources"
equal "BothAndFilesWithoutALineEnd" "deb http://one.example/debian trixie main
deb-src http://one.example/debian trixie main
deb http://two.example/debian trixie main
deb-src http://two.example/debian trixie main
Types: deb deb-src
Suites: trixie
URIs: http://three.example/debian
Components: main

Types: deb deb-src
Suites: trixie
URIs: http://four.example/debian
Components: main" "$(made)"

fresh
cat >"$etc/sources.list" <<'S'
deb http://one.example/debian bullseye main
deb http://one.example/debian sid main
S
cat >"$etc/sources.list.d/node.sources" <<'S'
Types: deb
URIs: http://other.example/node
Suites: nodistro
Components: main
S
contains "OnlyOtherSuites" "$(made)" "(1 files .list, 1 files .sources)"

fresh
cat >"$etc/sources.list.d/debian.sources" <<'S'
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
Enabled: no

enabled: FALSE
types: deb
uris: http://off2.example/debian
suites: bookworm
components: main
   
#Types: deb
#URIs: http://off3.example/debian
#Suites: bookworm
#Components: main

Types: deb deb-src
URIs:
 http://one.example/debian
 http://two.example/debian
Suites:
 bookworm
 bookworm-updates
Components: main
 contrib
Enabled: yes
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mDMEYCQjIxYJKwYBBAHaRw8BAQdAD/P5Nvvnvk66SxBBHDbhRml9ORg1WV5CvzKY
 Suites: bookworm in a key says nothing
 -----END PGP PUBLIC KEY BLOCK-----
S
equal "DisabledStanzasAndContinuedValues" "Types: deb deb-src
Suites: trixie trixie-updates
URIs:
 http://one.example/debian
 http://two.example/debian
Components: main
 contrib
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mDMEYCQjIxYJKwYBBAHaRw8BAQdAD/P5Nvvnvk66SxBBHDbhRml9ORg1WV5CvzKY
 Suites: bookworm in a key says nothing
 -----END PGP PUBLIC KEY BLOCK-----" "$(made)"

fresh
printf 'Types: deb\nURIs: http://off.example/debian\nSuites: bookworm\nComponents: main\nEnabled: no\n' \
    >"$etc/sources.list.d/debian.sources"
contains "OnlyDisabledStanzas" "$(made)" "FAILED: no enabled APT source of bookworm"

fresh
echo 'deb http://one.example/debian oldstable main' >"$etc/sources.list"
contains "TheReleaseByItsOtherName" "$(made)" "deb http://one.example/debian trixie main"

fresh
etc="$scratch/etc mit Blänks"
mkdir -p "$etc/sources.list.d"
echo 'deb http://one.example/debian bookworm main' >"$etc/sources.list.d/a b.list"
contains "PathWithBlanks" "$(made)" "deb-src http://one.example/debian trixie main"

# The real apt-get reads all of it without complaint.
if command -v apt-get >/dev/null; then
    contains "AptReadsIt" \
        "$(private_apt "$scratch" apt-get -o Dir::Etc::sourceparts="$out" update --print-uris 2>&1 || true)" \
        "'http://one.example/debian/dists/trixie/InRelease'"
fi

finish
