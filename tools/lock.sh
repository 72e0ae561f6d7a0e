#!/bin/sh
# Writes the lock files anew: names, versions and hashes, and no registry address.
# One argument is handed on to uv, as in: make lock LOCK=--upgrade
set -eu
cd "$(dirname "$0")/.."

pin() {
    output=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --no-header "$@" --output-file "$output"
    echo "$output: $(grep -c '==' "$output") packages"
}

pin requirements.lock pyproject.toml --group dev "$@"
pin requirements-bench.lock pyproject.toml --group bench "$@"
pin requirements-node.lock --group node "$@"

PATH="$PATH:$PWD/.venv/bin" npm install --package-lock-only --ignore-scripts --loglevel=error
if grep -l 'https\{0,1\}://' requirements*.lock || grep '"resolved": "http' package-lock.json; then
    echo "A lock file holds an address; it must not." >&2
    exit 1
fi
