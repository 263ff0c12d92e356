#!/bin/bash
# Starts Chromium as an unprivileged user who sees our managed policy, without touching the machine's own: in a mount
# namespace of its own, /etc/chromium is a folder in memory. Usage: namespace.sh POLICY-FILE|- UID PROGRAM ARGUMENTS…
set -e
policy=$1 user=$2
shift 2
mount -t tmpfs -o mode=755 tmpfs /etc/chromium
if [ "$policy" != - ]; then
  mkdir -p /etc/chromium/policies/managed
  install -m 644 "$policy" /etc/chromium/policies/managed/minka.json
fi
exec setpriv --reuid "$user" --regid "$user" --clear-groups --pdeathsig KILL -- "$@"
