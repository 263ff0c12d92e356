import type { Clock } from '../../../common/kernel/ports.ts';
import { sleep } from '../../../common/kernel/ports.ts';
import * as escpos from '../codec/commands.ts';
import type { PrinterReply } from '../codec/replies.ts';

/** How long the line must be quiet before anonymous answers are trusted again. */
const QUIET_MS = 200;

export interface ResyncOptions {
  readonly clock: Clock;
  readonly send: (bytes: Uint8Array) => boolean;
  readonly acknowledge: 'process-id' | 'status';
  readonly windowBytes: number;
  readonly id: string;
  /** Whether an unfinished slip hangs out: it is cut off, so that two slips never hang together. */
  readonly cutFirst: boolean;
  readonly timeoutMs: number;
}

export interface Resync {
  onReply(reply: PrinterReply): void;
  /** The line is gone or the host ends: not done. */
  cancel(): void;
  /** True once the printer has worked off all that was sent before and stands at a fresh line. */
  readonly done: Promise<boolean>;
}

/** What may still sleep in the printer's buffer after an unknown outcome is thrown away where the printer can do that. */
export function discardBytes(): Uint8Array {
  return escpos.concat([escpos.recoverAndClear(), escpos.clearBuffers()]);
}

/**
 * After an interrupted job the printer may still wait for the rest of an image or code. NUL bytes (the window bounds
 * what can be missing) complete it, ESC @ drops the unfinished line, and an in-order answer proves that all of it was read.
 */
export function startResync(options: ResyncOptions): Resync {
  const { clock } = options;
  let settle: (answered: boolean) => void = () => undefined;
  const answered = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const cancel = clock.after(options.timeoutMs, () => settle(false));
  const request = options.acknowledge === 'process-id' ? escpos.processId(options.id) : escpos.transmitPaperStatus();
  const fresh = [escpos.initialise(), escpos.kanjiMode(), ...(options.cutFirst ? [escpos.cut(0)] : []), request];
  if (!options.send(escpos.padding(options.windowBytes)) || !options.send(escpos.concat(fresh))) settle(false);

  return {
    onReply(reply) {
      if (
        options.acknowledge === 'process-id'
          ? reply.kind === 'processId' && reply.id === options.id
          : reply.kind === 'paper'
      )
        settle(true);
    },
    cancel: () => settle(false),
    done: answered.then(async (ok) => {
      cancel();
      if (ok && options.acknowledge === 'status') await sleep(clock, QUIET_MS);
      return ok;
    }),
  };
}
