import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { openGlass } from '../../simulator/lab/glass.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../../simulator/lab/walk.ts';
import { openStore } from '../../terminal/store/open.ts';

/** A lab whose terminal has one settlement that came after its reversal. */
export interface LateLab {
  readonly lab: Lab;
  readonly encounterId: string;
  stop(): Promise<void>;
}

// What a gone process sent may arrive for `strayMs`; until then people cannot decide.
const options = { screen: false, profile: { centre: { answerMs: 1500, strayMs: 4000 } } } as const;

/** Makes the terminal look now, not 90 s after the reversal, for what came late; the terminal is not running. */
function lookNow(dir: string): void {
  const key = readFileSync(join(dir, 'secrets', 'database-key'), 'utf8').trim();
  const opened = openStore({ file: join(dir, 'data', 'terminal.db') }, () => new Uint8Array(Buffer.from(key, 'hex')));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const planned = store.settlements.toVerify();
  if (planned.length !== 1) throw new Error(`${planned.length} settlements are to be looked at again`);
  const now = Date.now();
  store.transaction(() => {
    for (const { id } of planned) store.settlements.change(id, { verifyAt: now }, now);
  });
  store.close();
}

/**
 * A centre that does not refuse a message after its 2601, and a 2207 that reaches it only when the terminal has hung
 * up and reversed: the person was told that nothing was paid, and then it was.
 */
export async function startLateLab(seed: number): Promise<LateLab> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-staff-'));
  const visit = drawVisit(seed, Date.now());
  const { encounterId } = visit.encounter;
  const before = await startLab({ ...options, dir });
  try {
    await admit(before, visit);
    await before.admin('POST', '/admin/settings', { noFence: true });
    const late = { target: 'centre', infno: '2207', kind: 'delayThenCommitAfterHangup', afterMs: 2500 };
    // The upload is not undone yet when it comes, or the centre would have nothing to settle.
    const notUndone = { target: 'centre', infno: '2205', kind: 'http500', times: 50 };
    const glass = await openGlass(before);
    const cash = await walkToConfirm(before, glass, visit);
    await before.admin('POST', '/admin/faults', { arm: [late, notUndone] });
    await glass.press({ kind: 'confirm', cash });
    await glass.sees(['notPaid'], 20_000);
    await before.sim.command('card.remove');
    for (;;) {
      const { settlements } = (await before.admin('GET', '/admin/ledger')) as { settlements: readonly unknown[] };
      if (settlements.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    glass.close();
  } finally {
    await before.stop();
  }
  lookNow(dir);
  const lab = await startLab({ ...options, dir });
  return {
    lab,
    encounterId,
    async stop() {
      await lab.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
