#!/bin/sh
exec "$(dirname "$0")/gongkai" serve "$@"
