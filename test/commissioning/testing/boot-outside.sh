#!/bin/sh
# Runs a command beside a machine that is to be booted (boot-root.sh): own mounts, loopback network, processes, and a control
# group of its own below which that machine's service manager makes its groups.
# usage: unshare --mount --net --ipc --pid --fork boot-outside.sh GROUP COMMAND...      (as root)
set -eu
group=$1; shift
ip link set lo up
mount --make-rprivate /
mount -t proc proc /proc
echo $$ > "$group/cgroup.procs"
exec "$@"
