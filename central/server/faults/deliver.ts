import { type Clock, sleep } from '../../../common/kernel/ports.ts';
import type { Reply, Request } from '../message.ts';
import { commits, type Fault } from './fault.ts';
import { mutate } from './mutate.ts';
import { standIn } from './stand-ins.ts';

const LONGEST_WAIT_MS = 300_000;
const DRIP_MS = 20;

/** What a fault may do with the connection. */
export interface Wire {
  send(reply: Reply): void;
  /** Half of the body under the head of the whole, then the end of the connection. */
  sendHalf(reply: Reply): void;
  /** The body byte by byte. */
  drip(reply: Reply, msPerByte: number): Promise<void>;
  destroy(): void;
  /** Resolves when the other side is gone. */
  readonly gone: Promise<void>;
}

/** Answers one request under a fault. `answer` handles the request and commits; it is called at most once. */
export async function deliverFaulty(
  fault: Fault,
  request: Request,
  wire: Wire,
  clock: Clock,
  answer: () => Promise<Reply>,
): Promise<void> {
  if (fault.kind === 'delayThenCommitAfterHangup') {
    const limit = fault.ms ?? LONGEST_WAIT_MS;
    let cancel = (): void => undefined;
    const patience = new Promise<void>((resolve) => {
      cancel = clock.after(limit, resolve);
    });
    await Promise.race([wire.gone, patience]);
    cancel();
    await sleep(clock, fault.afterMs);
    wire.send(await answer());
    return;
  }
  await sleep(clock, fault.kind === 'delayMs' ? fault.afterMs + (fault.ms ?? 1000) : fault.afterMs);
  const real = commits(fault) ? await answer() : null;
  const other = standIn(fault, request);
  if (fault.kind === 'loseBeforeCommit' || fault.kind === 'loseReplyAfterCommit') return wire.destroy();
  if (other !== null) return wire.send(other);
  // A kind that shows the real reply in some form, told not to commit: nothing can be shown.
  if (real === null) return wire.destroy();
  if (fault.kind === 'halfBody') return wire.sendHalf(real);
  if (fault.kind === 'slowDrip') return wire.drip(real, fault.ms ?? DRIP_MS);
  wire.send(mutate(real, fault));
}
