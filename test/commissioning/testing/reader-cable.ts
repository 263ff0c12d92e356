import { existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The PC/SC service of the lab, and the file by which it knows the virtual reader (scripts/setup/pcsc.mjs). */
const pid = Number(process.env['MINKA_PCSCD_PID'] ?? 0);
const [IN, OUT] = [resolve('.lab/pcsc/reader.conf.d/vpcd'), resolve('.lab/pcsc/vpcd.unplugged')];

/** Only a service that the lab has started itself may lose its reader. */
export const readerCanGo = pid > 0 && (existsSync(IN) || existsSync(OUT));

/** Takes the reader from the service, or gives it back: on SIGUSR1 pcscd looks anew at which readers there are. */
export async function plugReader(inside: boolean): Promise<void> {
  const [from, to] = inside ? [OUT, IN] : [IN, OUT];
  if (existsSync(from)) renameSync(from, to);
  process.kill(pid, 'SIGUSR1');
  await wait(1500);
}
