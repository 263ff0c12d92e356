#!/bin/sh
# Runs a command beside a bare Debian root: own mounts, loopback network and processes; in the root a machine's /proc, /sys,
# /dev, an empty /run and /tmp, and the PC/SC service of outside, as if its reader were plugged in there.
# usage: unshare --mount --net --ipc --pid --fork bare-root.sh ROOT COMMAND...      (as root)
set -eu
root=$1; shift
ip link set lo up
mount --make-rprivate /
mount -t proc proc /proc
# This namespace's own PC/SC service and lab, apart from those of the machine.
mkdir -p /run/pcscd
mount -t tmpfs tmpfs /run/pcscd
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -t tmpfs -o mode=0755 tmpfs "$root/run"
mkdir -p "$root/run/pcscd" "$root/run/lock" "$root/tmp/.outside"
mount --bind /run/pcscd "$root/run/pcscd"
exec "$@"
