#!/usr/bin/env bash
# Builds the jars and zips twice, in two folders, time zones and languages, and compares them byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder, time zone, locale, umask
  mkdir -p "$work/$1"
  git archive HEAD | tar -x -C "$work/$1"
  (
    cd "$work/$1"
    umask "$4"
    TZ=$2 LC_ALL=$3 mvn -B -ntp -q -DskipTests clean package
  )
}

build one Asia/Shanghai C.UTF-8 022
build a-folder-with-a-longer-name America/New_York en_US.UTF-8 077

status=0
for file in gongkai.jar function.zip; do
  one="$work/one/target/$file"
  other="$work/a-folder-with-a-longer-name/target/$file"
  if [ ! -f "$one" ]; then
    echo "$file was not built" >&2
    status=1
  elif cmp "$one" "$other"; then
    echo "$file: the same $(stat -c %s "$one") bytes, sha256 $(sha256sum < "$one" | cut -d' ' -f1)"
  else
    status=1
    if command -v zipinfo > /dev/null; then # which entries differ, and in what: mode, size, time
      diff <(zipinfo "$one") <(zipinfo "$other") | head -20 || true
    fi
  fi
done
exit $status
