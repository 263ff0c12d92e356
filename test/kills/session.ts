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

/** Her patience with a screen, ms; long, for a machine that has other work. */
const PATIENCE_MS = 25_000;
const LINK_MS = 2000;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What was asked of a terminal, or null where it is gone instead. */
async function orGone<T>(asked: Promise<T>, exited: Promise<void>): Promise<T | null> {
  try {
    return await Promise.race([asked, exited.then(() => null)]);
  } catch (cause) {
    // The link may end a moment before the process is seen to have.
    const gone = await Promise.race([exited.then(() => true), sleep(LINK_MS).then(() => false)]);
    if (gone) return null;
    throw cause;
  }
}

/** `exited`: the terminal is gone. Resolves when she has confirmed, or cannot any more. */
export async function openSession(lab: Lab, visit: DrawnVisit, slot: number, exited: Promise<void>): Promise<Session> {
  const opening = openGlass(lab);
  const glass = await orGone(opening, exited);
  if (glass === null) opening.then(({ close }) => close()).catch(() => {});
  if (glass === null) return { sawSuccess: () => false, refused: () => exited, close: () => {} };
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
