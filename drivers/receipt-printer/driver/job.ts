import type {
  PrinterStatus,
  PrintOutcome,
  PrintProgress,
  PrintTrouble,
} from '../../../common/contracts/devices/printer.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { concat, processId, transmitPaperStatus } from '../codec/commands.ts';
import type { PrinterReply } from '../codec/replies.ts';
import type { Block } from '../encode/blocks.ts';

export interface JobOptions {
  readonly jobId: string;
  readonly blocks: readonly Block[];
  /** How whole lines are confirmed; a part of a line is always confirmed by GS r 1. */
  readonly acknowledge: 'process-id' | 'status';
  /** Never more bytes than this are unacknowledged, requests included. */
  readonly windowBytes: number;
  readonly patienceMs: number;
  readonly silenceMs: number;
  readonly clock: Clock;
  readonly send: (bytes: Uint8Array) => boolean;
  /** A fresh process id: no earlier answer may be taken for this one's. */
  readonly nextId: () => string;
  readonly onProgress: (progress: PrintProgress) => void;
}

export interface Job {
  readonly outcome: Promise<PrintOutcome>;
  onReply(reply: PrinterReply): void;
  onStatus(status: PrinterStatus): void;
  /** The line is gone or the host ends: the outcome is unknown at once. */
  onLost(trouble: 'offline' | 'hostGone'): void;
  /** Ends the job if it waits for a person, or as soon as it has to. */
  abandon(): void;
}

interface InFlight {
  readonly size: number;
  /** Null: confirmed by the next GS r 1 answer. */
  readonly id: string | null;
}

/**
 * Sends one job through a window of unacknowledged bytes. Every single block must be confirmed, in order: an end-of-job
 * answer alone comes even where the middle was lost. Call it with at least one block and an open line.
 */
export function startJob(options: JobOptions): Job {
  const { blocks, clock } = options;
  const startedAt = clock.monotonic();
  let inFlight: InFlight[] = [];
  let next = 0;
  let acknowledged = 0;
  let waiting: PrintTrouble | null = null;
  let abandoned = false;
  let settled = false;
  let cancelPatience: (() => void) | null = null;
  let cancelSilence: () => void = () => undefined;
  let resolve: (outcome: PrintOutcome) => void = () => undefined;
  const outcome = new Promise<PrintOutcome>((fulfil) => {
    resolve = fulfil;
  });

  function settle(result: PrintOutcome): void {
    if (settled) return;
    settled = true;
    cancelSilence();
    cancelPatience?.();
    resolve(result);
  }
  const unknown = (trouble: PrintTrouble): void =>
    settle({ kind: 'unknown', trouble, acknowledged, blocks: blocks.length });
  const progress = (): void =>
    options.onProgress({ jobId: options.jobId, acknowledged, blocks: blocks.length, waiting });

  function watchSilence(): void {
    cancelSilence();
    cancelSilence = clock.after(options.silenceMs, () => {
      if (waiting === null) unknown('noAnswer');
    });
  }

  function fill(): void {
    while (!settled && waiting === null) {
      const block = blocks[next];
      if (!block) return;
      const id = options.acknowledge === 'process-id' && block.endsLine ? options.nextId() : null;
      const bytes = concat([block.bytes, id === null ? transmitPaperStatus() : processId(id)]);
      const outstanding = inFlight.reduce((sum, each) => sum + each.size, 0);
      if (inFlight.length > 0 && outstanding + bytes.length > options.windowBytes) return;
      inFlight.push({ size: bytes.length, id });
      next += 1;
      if (!options.send(bytes)) unknown('offline');
    }
  }

  function confirm(): void {
    inFlight = inFlight.slice(1);
    acknowledged += 1;
    watchSilence();
    progress();
    if (acknowledged === blocks.length) {
      settle({ kind: 'printed', printerMs: Math.round(clock.monotonic() - startedAt) });
    } else fill();
  }

  watchSilence();
  fill();

  return {
    outcome,
    onReply(reply) {
      if (settled) return;
      const head = inFlight[0];
      if (!head) return;
      if (reply.kind === 'paper' && head.id === null) confirm();
      if (reply.kind !== 'processId') return;
      if (reply.id === head.id) confirm();
      // A later block confirmed before an earlier one: bytes were lost on the way. Nothing more is sent.
      else if (inFlight.some((each) => each.id === reply.id)) unknown('noAnswer');
    },
    onStatus(status) {
      if (settled) return;
      if (status.kind === 'offline') {
        unknown('offline');
        return;
      }
      const before = waiting;
      waiting = status.kind === 'ready' ? null : status.kind;
      if (waiting !== null && abandoned) unknown(waiting);
      if (settled || waiting === before) return;
      progress();
      if (waiting === null) {
        cancelPatience?.();
        cancelPatience = null;
        watchSilence();
        fill();
      } else {
        cancelPatience ??= clock.after(options.patienceMs, () => unknown(waiting ?? 'noAnswer'));
      }
    },
    onLost: unknown,
    abandon() {
      abandoned = true;
      if (waiting !== null) unknown(waiting);
    },
  };
}
