import { join } from 'node:path';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { screenLink } from '../../common/contracts/session/screen-link.ts';
import type { ScreenKind, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { connect } from '../../common/rpc/connect.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix } from '../../wire/unix-socket.ts';
import type { Lab } from './lab.ts';

/** The screen without a browser: follows snapshots and sends intents over the same link as the renderer. */
export interface Glass {
  snapshot(): Snapshot;
  /** Resolves with the first snapshot that shows one of these screens; rejects after `timeoutMs`. */
  sees(kinds: readonly ScreenKind[], timeoutMs?: number): Promise<Snapshot>;
  /** Sends an intent for the snapshot that stands; rejects when the terminal does not take it. */
  press(intent: Intent): Promise<void>;
  /** Proves, as the screen does, that the snapshot of this version has been drawn. */
  drawn(version: number): void;
  close(): void;
}

/** Opens the screen link of a lab's terminal. */
export async function openGlass(lab: Pick<Lab, 'dir'>): Promise<Glass> {
  const channel = await connectUnix(join(lab.dir, 'run', 'screen.sock'), { retryMs: 5000 });
  if (!channel.ok) throw new Error(`the terminal's screen socket: ${channel.error.message}`);
  const client = connect(channel.value, screenLink, { timeoutMs: 10_000, clock: systemClock() });
  const waiting = new Set<() => void>();
  let latest: Snapshot | null = null;
  let frames = 0;
  const take = (snapshot: Snapshot): void => {
    if (latest !== null && snapshot.version < latest.version) return;
    latest = snapshot;
    for (const check of [...waiting]) check();
  };
  client.on('snapshot', take);
  const opened = await client.call('open', { userAgent: 'lab' });
  if (!opened.ok) throw new Error(`the terminal's screen link: ${opened.error.message}`);
  take(opened.value);
  const standing = (): Snapshot => {
    if (latest === null) throw new Error('no snapshot yet');
    return latest;
  };
  return {
    snapshot: standing,
    sees: (kinds, timeoutMs = 15_000) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const snapshot = standing();
          if (!kinds.includes(snapshot.screen.kind)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(snapshot);
        };
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`${kinds.join(' or ')} did not come; the screen is ${JSON.stringify(standing().screen)}`));
        }, timeoutMs);
        waiting.add(check);
        check();
      }),
    async press(intent) {
      const answer = await client.call('intent', { version: standing().version, intent });
      if (!answer.ok) throw new Error(`${intent.kind}: ${answer.error.message}`);
      if (!answer.value.accepted) throw new Error(`${intent.kind} was not accepted on ${standing().screen.kind}`);
    },
    drawn(version) {
      frames += 1;
      void client.call('rendered', { frames, version, painted: true });
    },
    close: () => client.close(),
  };
}
