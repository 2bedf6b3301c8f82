#!/usr/bin/env bash
# Fails where a program needs a newer glibc than the one it is to run with: glibc.sh 2.34 PROGRAM...
set -euo pipefail
most=$1
shift
status=0
for program in "$@"; do
  needed=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -n 1)
  echo "$program needs glibc $needed"
  if [ -z "$needed" ] || [ "$(printf '%s\n' "$needed" "$most" | sort -V | tail -n 1)" != "$most" ]; then
    echo "::error::$program needs glibc $needed; there is $most"
    status=1
  fi
done
exit $status
