#!/bin/sh
# Runs a command in a scratch copy of this machine: everything it changes outside the checkout is gone with it. Own
# mounts, own loopback network, a root that is really pivoted to (in a mere chroot Chromium could not make its sandbox).
# usage: unshare --mount --net --pid --fork scratch-root.sh EMPTY_DIR CHECKOUT COMMAND...      (as root)
set -eu
scratch=$1; checkout=$2; shift 2
ip link set lo up
mount --make-rprivate /
mount -t tmpfs -o mode=0755 tmpfs "$scratch"
mkdir "$scratch/upper" "$scratch/work" "$scratch/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" "$scratch/root"
cd "$scratch/root"
mount --rbind /dev dev
mount -t proc proc proc
mount --rbind /sys sys
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=0755 tmpfs run
mkdir -p run/pcscd run/lock ".$checkout"
mount --bind "$checkout" ".$checkout"
mkdir -p tmp/old-root
pivot_root . tmp/old-root
umount -l /tmp/old-root
rmdir /tmp/old-root
cd "$checkout"
exec "$@"
