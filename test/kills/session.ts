import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import { openGlass } from '../../simulator/lab/glass.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { walkToConfirm } from '../../simulator/lab/walk.ts';

/** One person at the terminal, who has confirmed or whose terminal is gone. */
export interface Session {
  /** Whether the screen has said, by now, that it is paid. */
  sawSuccess(): boolean;
  /** Waits for the word that nothing was paid, takes the card and leaves. */
  refused(): Promise<void>;
  close(): void;
}

/** Her patience with a screen, ms. */
const PATIENCE_MS = 9000;

/** `exited`: the terminal is gone. Resolves when she has confirmed, or cannot any more. */
export async function openSession(lab: Lab, visit: DrawnVisit, slot: number, exited: Promise<void>): Promise<Session> {
  const glass = await openGlass(lab);
  let sawSuccess = false;
  const person = async (): Promise<void> => {
    const cash = await walkToConfirm(lab, glass, visit, slot);
    await glass.press({ kind: 'confirm', cash });
  };
  await Promise.race([person().catch(() => {}), exited]);
  glass.sees(['done'], PATIENCE_MS).then(
    ({ version }) => {
      sawSuccess = true;
      glass.drawn(version);
    },
    () => {},
  );
  return {
    sawSuccess: () => sawSuccess,
    async refused() {
      await glass.sees(['notPaid'], PATIENCE_MS);
      await glass.press({ kind: 'end' });
      await lab.sim.command('card.remove', { slot });
      await glass.sees(['insertCard'], PATIENCE_MS);
    },
    close: () => glass.close(),
  };
}
