#!/usr/bin/env bash
# Installs the Debian packages that are missing; with none missing it does nothing.
#   scripts/install-deps.sh [build|tests|windows|qt-windows|display|gui|lint]...     (without a word: all of them)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
report_errors

[ $# -gt 0 ] || set -- build tests windows qt-windows gui lint
install_packages "$@"
echo "All packages are installed for: $*"
