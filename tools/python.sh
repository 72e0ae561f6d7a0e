#!/bin/sh
# Prints the path of a Python that can run this project (3.11 or newer), or says what to install.
# PYTHON=/path/to/python3 overrides the choice.
set -u

good() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    found=$(command -v "$candidate" 2>/dev/null) || continue
    if good "$found"; then
        printf '%s\n' "$found"
        exit 0
    fi
done

{
    echo "parindex needs Python 3.11 or newer, and none was found on PATH."
    case "$(uname -s)" in
        Darwin) echo "  brew install python@3.12" ;;
        *) echo "  Debian 12+, Ubuntu 24.04+:  sudo apt-get install python3 python3-venv" ;;
    esac
    echo "  or name one:  make setup PYTHON=/path/to/python3"
} >&2
exit 1
