import { setTimeout as wait } from 'node:timers/promises';
import type { Booted } from './in-booted.ts';

const PATIENCE_MS = 90_000;

/** That a machine's terminal came back: its self-test found nothing wrong, and how long that took, ms. */
export interface Well {
  readonly ok: boolean;
  readonly afterMs: number;
}

/** Whether the terminal that runs now has told that this part of it is up. */
async function isUp(machine: Booted, part: string): Promise<boolean> {
  const { InvocationID: id = '' } = await machine.show('minka.service', 'InvocationID');
  const { out } = await machine.run('journalctl', '--no-pager', '--output=cat', `_SYSTEMD_INVOCATION_ID=${id}`);
  const lines = out.split('\n');
  const told = lines.filter((line) => line.includes(`"part":"${part}"`)).at(-1);
  return told?.includes('"part-up"') ?? false;
}

/** Waits until the unit runs, the part (where one is named) is up, and the self-test finds nothing wrong. */
export async function untilWell(machine: Booted, part: string | null = null): Promise<Well> {
  const begun = Date.now();
  for (; ; await wait(1000)) {
    const afterMs = Date.now() - begun;
    const { ActiveState: state } = await machine.show('minka.service', 'ActiveState');
    const up = state === 'active' && (part === null || (await isUp(machine, part)));
    if (up && (await machine.run('minka', 'selftest')).status === 0) return { ok: true, afterMs };
    if (afterMs > PATIENCE_MS) return { ok: false, afterMs };
  }
}
