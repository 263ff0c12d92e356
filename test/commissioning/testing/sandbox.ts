import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Booted } from './in-booted.ts';

const PROBE = '/usr/local/bin/sandbox-probe.pl';
const DROP_IN = '/run/systemd/system/minka.service.d/probe.conf';
const SAID = '/run/minka/probed';

/** What the kernel said to the same attempts inside the unit and, as the same user, beside it (sandbox-probe.pl). */
export async function inAndBesideUnit(
  machine: Booted,
  root: string,
): Promise<Readonly<Record<'inside' | 'beside', unknown>>> {
  copyFileSync(join(import.meta.dirname, 'sandbox-probe.pl'), join(root, PROBE));
  chmodSync(join(root, PROBE), 0o755);
  const drop = `[Service]\\nExecStartPre=/bin/sh -c "${PROBE} > ${SAID}"\\n`;
  // A device (FUSE) that everybody may open by its mode, and a file in the /tmp of all.
  const ready = 'mknod -m 666 /dev/minka-probe c 10 229; touch /tmp/minka-outside';
  await machine.run('sh', '-c', `${ready}; mkdir -p $(dirname ${DROP_IN}); printf '${drop}' > ${DROP_IN}`);
  await machine.run('systemctl', 'daemon-reload');
  await machine.run('systemctl', 'restart', 'minka.service');
  const inside = await machine.json('cat', SAID);
  const beside = await machine.json('runuser', '-u', 'minka', '--', PROBE);
  await machine.run('rm', DROP_IN, PROBE, SAID, '/dev/minka-probe', '/tmp/minka-outside');
  await machine.run('systemctl', 'daemon-reload');
  return { inside, beside };
}
