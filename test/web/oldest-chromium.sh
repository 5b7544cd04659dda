#!/usr/bin/env bash
# Tests the page in Chromium 109, the last one of Windows 7 and 8; its build comes as a package of the registry. What
# stands behind the name of this script is given to the tests: test/web/oldest-chromium.sh person list
set -euo pipefail
cd "$(dirname "$0")/../.."
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" @sparticuz/chromium@109.0.6 >/dev/null
tar -xzf "$folder"/*.tgz -C "$folder" package/bin/chromium.br
node -e 'const { readFileSync, writeFileSync } = require("node:fs"); const { brotliDecompressSync } = require("node:zlib");
  writeFileSync(process.argv[2], brotliDecompressSync(readFileSync(process.argv[1])), { mode: 0o755 });' \
  "$folder/package/bin/chromium.br" "$folder/chromium"
ND178_BROWSER="$folder/chromium" npm run --silent test:page -- "$@"
