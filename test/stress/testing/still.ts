import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startChild } from '../../../simulator/lab/children.ts';
import { drawVisit } from '../../../simulator/lab/draw.ts';
import { openGlass } from '../../../simulator/lab/glass.ts';
import { startLab } from '../../../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../../../simulator/lab/walk.ts';
import { startTerminal } from './terminal-process.ts';

export interface StoodStill {
  /** What stood at the centre and at the HIS in the end. */
  readonly settledAtCentre: number;
  readonly sentOrders: number;
  readonly journal: readonly { readonly state: string; readonly foundBy: string | null }[];
  readonly words: string;
}

/**
 * A real terminal is stopped (SIGSTOP) while the answer to its order is under way, for `stillMs`, longer than each of
 * its time-outs, and goes on (SIGCONT). `answerMs` and `personLimitMs` are those of its profile.
 */
export async function standStill(
  seed: number,
  stillMs: number,
  times: { readonly answerMs: number; readonly personLimitMs: number },
): Promise<StoodStill> {
  const lab = await startLab({
    profile: { policy: { personLimitMs: times.personLimitMs }, centre: { answerMs: times.answerMs } },
    startShell: (_profile, run) => startChild('drivers/host.ts', ['--socket', join(run, 'host.sock')], 15_000),
  });
  try {
    const terminal = await startTerminal(lab.profileFile, join(lab.dir, 'run'), randomBytes(32).toString('hex'));
    try {
      const visit = drawVisit(seed, Date.now());
      await admit(lab, visit);
      const glass = await openGlass(lab);
      const cash = await walkToConfirm(lab, glass, visit);
      await lab.admin('POST', '/admin/faults', {
        arm: [{ target: 'centre', infno: '2207', kind: 'delayMs', ms: 600 }],
      });
      await glass.press({ kind: 'confirm', cash });
      const orders = async (): Promise<number> => {
        const log = (await lab.admin('GET', '/admin/log')) as { byInfno: Record<string, { count: number }> };
        return log.byInfno['2207']?.count ?? 0;
      };
      while ((await orders()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      terminal.signal('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, stillMs));
      terminal.signal('SIGCONT');
      const control = await lab.control();
      await control.call('waitIdle', { waitMs: 40_000 }, { timeoutMs: 45_000 });
      const rows = await control.call('settlements', {});
      control.close();
      glass.close();
      const ledger = (await lab.admin('GET', '/admin/ledger')) as { settlements: { psnNo: string; state: string }[] };
      return {
        settledAtCentre: ledger.settlements.filter((row) => row.state === 'settled').length,
        sentOrders: await orders(),
        journal: rows.ok ? rows.value.rows : [],
        words: terminal.words(),
      };
    } finally {
      await terminal.stop();
    }
  } finally {
    await lab.stop();
  }
}
