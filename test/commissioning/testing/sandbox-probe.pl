#!/usr/bin/perl
# Tries what a terminal's unit forbids, and what it must leave open, and prints what the kernel said to each: "ok" or the error.
# Runs as a part of that unit, and beside it as the same user; a minimal Debian has this perl and no other language.
use strict;
use warnings;
use Socket;

sub said { $_[0] ? 'ok' : (grep { $!{$_} } qw(ENOENT EACCES EPERM EROFS EAFNOSUPPORT))[0] // "$!" }
sub writes { my $done = open(my $file, '>', $_[0]); my $how = said($done); unlink $_[0] if $done; $how }
sub family { said(socket(my $socket, $_[0], $_[1], 0)) }

my $program = '/run/minka/setuid-probe';
open(my $file, '>', $program) or die;
my %found = (
  '/usr' => writes('/usr/minka-probe'),
  '/etc' => writes('/etc/minka-probe'),
  '/var/lib/minka' => writes('/var/lib/minka/probe'),
  '/home' => said(opendir(my $home, '/home')),
  '/tmp' => -e '/tmp/minka-outside' ? 'shared' : 'own',
  'control groups' => writes('/sys/fs/cgroup/minka-probe'),
  'kernel settings' => writes('/proc/sys/kernel/hostname'),
  # Everybody's by its mode; which devices a unit has is not a matter of modes.
  'device' => said(open(my $device, '+<', '/dev/minka-probe')),
  'null' => said(open(my $null, '+<', '/dev/null')),
  'inet' => family(AF_INET, SOCK_STREAM),
  'unix' => family(AF_UNIX, SOCK_STREAM),
  'packet' => family(17, SOCK_RAW),
  'vsock' => family(40, SOCK_STREAM),
  # personality(PER_LINUX32), by its number on x86-64.
  'personality' => said(syscall(135, 8) >= 0),
  'setuid' => said(chmod(04755, $program)),
  'core' => `sh -c 'ulimit -Hc'` =~ /^0$/m ? 'none' : 'some',
  'umask' => sprintf('%04o', umask),
);
unlink $program;
open(my $status, '<', '/proc/self/status') or die;
for (<$status>) { $found{$1} = $2 if /^(NoNewPrivs|Seccomp|CapEff|CapBnd):\s+(\S+)/ }
print '{', join(',', map { "\"$_\":\"$found{$_}\"" } sort keys %found), "}\n";
