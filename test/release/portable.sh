#!/usr/bin/env bash
# Tries the zips of `npm run portable`: the one of Linux here, the one of Windows under Wine where there is one. Vietnamese
# names of folders and files, a space, a long path; one person, a list to a workbook, an audit, a case with CR LF.
# Usage: npm run build && npm run portable && bash test/release/portable.sh; exit code 1 when something differs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
version=$(node -p "require('$root/package.json').version")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
total=744.778.125

try() { # name, then the program
  local name=$1 folder
  shift
  folder="$work/$name/hồ sơ Sở Nội vụ/$(printf 'thư mục dài, %.0s' 1 2 3 4 5 6)hết"
  mkdir -p "$folder"
  python3 -m zipfile -e "$root/portable/nd178-$version-$name.zip" "$folder"
  chmod -R u+x "$folder/nd178"
  cd "$folder"
  sed 's/$/\r/' "$root/examples/cv-1814-c.yaml" > "hồ sơ C.yaml"
  "$@" calc "hồ sơ C.yaml" > "kết quả.txt"
  grep -q "$total" "kết quả.txt"
  "$@" template -o "mẫu.xlsx" --examples 2> /dev/null
  "$@" batch "mẫu.xlsx" -o "kết quả.xlsx" > "tổng hợp.txt" 2>&1
  test -s "kết quả.xlsx"
  "$@" batch "mẫu.xlsx" -o "kết quả.ndjson" --quiet
  grep -c '"total":"744778125"' "kết quả.ndjson" | grep -qx 1
  cp "$root/examples/bieu-phu-luc-i1.xlsx" "biểu mẫu.xlsx"
  code=0
  "$@" audit "biểu mẫu.xlsx" -o "kiểm tra.xlsx" > "kiểm tra.txt" 2>&1 || code=$?
  [ "$code" = 0 ] || [ "$code" = 5 ]
  test -s "kiểm tra.xlsx"
  "$@" page -o "trang.html" --quiet
  cmp -s "trang.html" nd178/nd178.html
  echo "$name: done in $folder"
}

try linux-x64 nd178/nd178
wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2> /dev/null || true)
if [ -n "$wine" ]; then
  export WINEPREFIX="$work/wine" WINEDEBUG=-all LC_ALL=C.UTF-8
  "$wine" wineboot --init > /dev/null 2>&1 || true
  "$wine" winecfg -v win10 > /dev/null 2>&1 || true
  try win-x64 "$wine" cmd /c nd178\\nd178.cmd
else
  echo "no Wine on this machine: the zip of Windows was not tried"
fi
