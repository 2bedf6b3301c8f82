#!/usr/bin/env bash
# Builds the jars and zips twice, in two folders, time zones and languages, and compares what they hold.
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

build one Asia/Shanghai C.UTF-8 022
build a-folder-with-a-longer-name America/New_York en_US.UTF-8 077

status=0

# The command line and library: the same bytes.
one=$work/one/target/gongkai.jar
other=$work/a-folder-with-a-longer-name/target/gongkai.jar
if cmp "$one" "$other"; then
  echo "gongkai.jar: the same $(stat -c %s "$one") bytes, sha256 $(sha256sum < "$one" | cut -d' ' -f1)"
else
  status=1
  diff <(unzip -Zl "$one") <(unzip -Zl "$other") | head -20 || true
fi

# The function for the JVM: the same entries with the same times, modes and contents, but for what Quarkus 3.34 numbers and
# orders by the chance of which of its build threads comes first: where entries stand, the keys in recorded start-up steps
# ("proxykey18"), and the order of configuration classes. Libraries keep the time that the local repository has for them.
chance='^io/quarkus/(runner/recorded/|runtime/generated/(SharedConfig|StaticInitConfigCustomizer|RunTimeConfigCustomizer)[.]class$)'
one=$work/one/target/function.zip
other=$work/a-folder-with-a-longer-name/target/function.zip
entries() { # what each entry is, but for its place and its size when packed
  unzip -Zl "$1" | CHANCE=$chance awk '$8 ~ /^[0-9][0-9]-/ { print $1, $10 ~ ENVIRON["CHANCE"] ? "-" : $4, $7, $10 ~ /^lib\// ? "-" : $8 "T" $9, $10 }' | LC_ALL=C sort
}
contents() {
  unzip -Z1 "$1" | LC_ALL=C sort -u | grep -Ev -e '/$' -e "$chance" | while read -r entry; do
    echo "$entry $(unzip -p "$1" "$(sed 's/[][*?]/\\&/g' <<< "$entry")" | sha256sum)"
  done
}
entries "$one" > "$work/one.entries"
entries "$other" > "$work/other.entries"
contents "$one" > "$work/one.contents"
contents "$other" > "$work/other.contents"
if [ -s "$work/one.contents" ] && diff "$work/one.entries" "$work/other.entries" && diff "$work/one.contents" "$work/other.contents"; then
  echo "function.zip: the same $(wc -l < "$work/one.entries") entries," \
    "$(wc -l < "$work/one.contents") of its files with the same contents, $(unzip -Z1 "$one" | grep -Ec "$chance") that Quarkus generates left out"
else
  status=1
fi
exit $status
