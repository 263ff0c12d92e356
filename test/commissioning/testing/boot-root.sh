#!/bin/sh
# Boots a Debian root as a container's machine: its own systemd as process 1, with control groups, devices, /run and /tmp of its
# own. The serial lines of outside are its serial lines, and the text consoles those of this machine.
# usage: unshare --mount --uts --ipc --pid --cgroup --fork boot-root.sh ROOT      (as root)
set -eu
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
mount -t proc -o nosuid,nodev,noexec proc proc
# Read-only, as in every container: its udev leaves this machine's devices alone.
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=0755,nosuid tmpfs dev
for name in null zero full random urandom tty tty0 tty1 tty2 tty3 tty4 tty5 tty6 tty7; do
  [ ! -e "/dev/$name" ] || cp -a "/dev/$name" "dev/$name"
done
mkdir -p dev/pts dev/shm .outside
mount --rbind /dev/pts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for number in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${number%:*}" "dev/${number#*:}"; done
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t tmpfs -o mode=0755,nosuid,nodev tmpfs run
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs tmp
hostname billing-7
pivot_root . .outside
umount -l /.outside
# What a service manager mounts for a unit (its credentials) must reach that unit: a container's maker sees to it.
mount --make-rshared /
# `container` is how a service manager is told that it has no machine of its own.
exec /usr/bin/env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /sbin/init < /dev/null
