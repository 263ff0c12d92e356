import { join } from 'node:path';
import { deskLink } from '../../common/contracts/desk/desk-link.ts';
import type { DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
import { connect } from '../../common/rpc/connect.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { loadPersona } from '../../simulator/personas.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix } from '../../wire/unix-socket.ts';

const LOOK_MS = 40;
/** No hand is quicker than the reader's own look. */
const SWAP_MS = 600;
const PATIENCE_MS = 30_000;
/** Of a proof: the card must stay. */
const UNDER_WAY: readonly string[] = ['card', 'reading', 'pin', 'checking'];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, is: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await is())) {
    if (performance.now() > end) throw new Error(`${what} never came`);
    await pause(LOOK_MS);
  }
}

/** How many PIN entries the pad has begun so far. */
export async function padEntries(sim: Lab['sim']): Promise<number> {
  const { entries } = await sim.command('pin.status');
  return Number(entries);
}

/** Whether the pad waits for an entry that is newer than these. */
export async function isPadAsked(sim: Lab['sim'], before: number): Promise<boolean> {
  const { entering, entries } = await sim.command('pin.status');
  return entering === true && Number(entries) > before;
}

/**
 * A member of the staff at a desk without a browser: she sees on the glass when her card is wanted, puts it in, types her
 * PIN when the pad asks, and takes the card out.
 */
export async function standAtDesk({ dir, sim }: Pick<Lab, 'dir' | 'sim'>, persona: string): Promise<void> {
  const channel = await connectUnix(join(dir, 'run', 'screen.sock'), { retryMs: 5000 });
  if (!channel.ok) throw new Error(`the terminal's screen socket: ${channel.error.message}`);
  const client = connect(channel.value, deskLink, { timeoutMs: 10_000, clock: systemClock() });
  try {
    let glass: DeskSnapshot | null = null;
    client.on('desk', (snapshot) => {
      glass = snapshot;
    });
    const opened = await client.call('openDesk', { userAgent: 'shift' });
    if (!opened.ok) throw new Error(`the terminal's screen link: ${opened.error.message}`);
    const standing = (): DeskSnapshot => glass ?? opened.value;
    const phase = (): string => {
      const { screen } = standing();
      return screen.kind === 'staff' && screen.view.kind === 'proof' ? screen.view.phase : screen.kind;
    };
    await until('the question for the card', () => phase() === 'card');
    const before = await padEntries(sim);
    await sim.command('card.insert', { persona });
    await until('the question for the PIN', () => isPadAsked(sim, before));
    await sim.command('pin.type', { digits: loadPersona(persona).pin?.digits ?? '', intervalMs: 10 });
    await until('the word about the PIN', () => !UNDER_WAY.includes(phase()));
  } finally {
    client.close();
    await sim.command('card.remove');
    await pause(SWAP_MS);
  }
}
