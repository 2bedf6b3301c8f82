#!/usr/bin/env bash
# Builds the jars and zips twice, in two folders, time zones, languages and umasks: they must be the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder, time zone, locale, umask
  mkdir -p "$work/$1"
  git archive "$commit" | tar -x -C "$work/$1"
  (
    cd "$work/$1"
    umask "$4"
    TZ=$2 LC_ALL=$3 mvn -B -ntp -q -DskipTests clean package
  )
}

one=one
other=a-folder-with-a-longer-name
build "$one" Asia/Shanghai C.UTF-8 022
build "$other" America/New_York en_US.UTF-8 077

# What differs: entries with their times and modes first, then contents.
explain() {
  diff <(cd "$work/$one/target" && unzip -Zl "$1") <(cd "$work/$other/target" && unzip -Zl "$1") | head -20 || true
  mkdir -p "$work/$one/$1" "$work/$other/$1"
  unzip -qo "$work/$one/target/$1" -d "$work/$one/$1"
  unzip -qo "$work/$other/target/$1" -d "$work/$other/$1"
  (cd "$work" && diff -rq "$one/$1" "$other/$1") || true
}

status=0
for built in gongkai.jar function.zip; do
  if cmp "$work/$one/target/$built" "$work/$other/target/$built"; then
    echo "$built: the same $(stat -c %s "$work/$one/target/$built") bytes, sha256 $(sha256sum < "$work/$one/target/$built" | cut -d' ' -f1)"
  else
    status=1
    explain "$built"
  fi
done
exit $status
