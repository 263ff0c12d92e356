import type { PrinterStatus, PrintOutcome, PrintTrouble } from '../../../common/contracts/devices/printer.ts';
import { slipDocumentSchema } from '../../../common/contracts/slip.ts';
import { openSerialLine } from '../../serial/serial-line.ts';
import { createCharset } from '../codec/charset.ts';
import type { PrinterReply } from '../codec/replies.ts';
import { factsFromAutomatic, statusOf } from '../codec/status.ts';
import type { Block } from '../encode/blocks.ts';
import { encodeSlip } from '../encode/encode-slip.ts';
import { createRareGlyphs } from '../glyphs/rare-glyphs.ts';
import { keepConnected } from './connection.ts';
import { type Job, startJob } from './job.ts';
import { createOutcomes } from './outcomes.ts';
import {
  DEFAULT_TIMES,
  type PrinterConfiguration,
  type PrinterPorts,
  type PrintRequest,
  type ReceiptPrinter,
} from './ports.ts';
import { createProcessIds } from './process-ids.ts';
import { discardBytes, type Resync, startResync } from './resync.ts';
import { createStatusRound } from './status-round.ts';

/** Unanswered status rounds in a row until the printer counts as off-line; and until the port is opened anew. */
const MISSES_OFFLINE = 2;
const MISSES_REOPEN = 15;

/**
 * Opens the printer of the site profile and keeps it: finds it again after a replug, watches its state, prints one slip
 * at a time. Returns at once; the state is `offline` until the printer has answered.
 */
export function openReceiptPrinter(config: PrinterConfiguration, ports: PrinterPorts): ReceiptPrinter {
  const { clock, log } = ports;
  const times = { ...DEFAULT_TIMES, ...ports.times };
  const charset = createCharset(config.charset, createRareGlyphs());
  // An automatic status torn by noise leaves bytes that look like answers to GS r, so it is on only beside process ids.
  const automaticStatus = config.acknowledge === 'process-id';
  const nextId = createProcessIds(clock.now());
  const listeners = new Set<(status: PrinterStatus) => void>();
  let status: PrinterStatus = { kind: 'offline' };
  let misses = 0;
  let closed = false;
  let job: Job | null = null;
  let resync: Resync | null = null;
  /** What the printer holds is not known: at start, and after any job whose outcome is unknown. */
  let stale: 'no' | 'unread' | 'unfinished' = 'unread';
  let cancelPoll: () => void = () => undefined;

  const connection = keepConnected(
    config,
    { clock, log, openLine: ports.openLine ?? openSerialLine, times },
    {
      onUp: () => {
        misses = 0;
        if (stale !== 'no') connection.send(discardBytes());
        poll();
      },
      onDown: () => {
        cancelPoll();
        round.cancel();
        setStatus({ kind: 'offline' });
        job?.onLost('offline');
      },
      onReply,
    },
  );
  const round = createStatusRound(clock, times.answer, (bytes) => connection.send(bytes));
  const outcomes = createOutcomes(run);

  function setStatus(next: PrinterStatus): void {
    const changed = JSON.stringify(next) !== JSON.stringify(status);
    status = next;
    job?.onStatus(next);
    if (!changed) return;
    log('printer.status', { status: next.kind });
    for (const listener of listeners) listener(next);
  }

  function onReply(reply: PrinterReply): void {
    if (reply.kind === 'realTime') round.answered(reply.status);
    else if (reply.kind === 'automatic') setStatus(statusOf(factsFromAutomatic(reply.status)));
    else {
      resync?.onReply(reply);
      job?.onReply(reply);
    }
  }

  /** One status round; the printer is off-line only after several unanswered ones. */
  async function refresh(): Promise<void> {
    const facts = await round.ask();
    if (closed || !connection.isUp()) return;
    misses = facts ? 0 : misses + 1;
    if (facts) setStatus(statusOf(facts));
    else if (misses >= MISSES_OFFLINE) setStatus({ kind: 'offline' });
    if (misses >= MISSES_REOPEN) connection.restart('no answer');
  }

  function poll(): void {
    cancelPoll();
    void refresh().then(() => {
      cancelPoll();
      if (!closed && connection.isUp()) cancelPoll = clock.after(job ? times.pollBusy : times.pollIdle, poll);
    });
  }

  async function resynchronised(): Promise<boolean> {
    if (stale === 'no') return true;
    resync = startResync({
      clock,
      send: (bytes) => connection.send(bytes),
      acknowledge: config.acknowledge,
      windowBytes: config.windowBytes,
      id: nextId(),
      cutFirst: stale === 'unfinished',
      timeoutMs: times.silence,
    });
    const done = await resync.done;
    resync = null;
    if (done) stale = 'no';
    return done;
  }

  /** The blocks of a slip, or null where it cannot be printed on this printer at all. */
  function blocksOf(request: PrintRequest): readonly Block[] | null {
    const slip = slipDocumentSchema.safeParse(request.slip);
    if (!slip.success) return null;
    const { columns, windowBytes } = config;
    try {
      const { plan, counts } = encodeSlip(slip.data, { columns, windowBytes, charset, automaticStatus });
      log('printer.encoded', { jobId: request.jobId, ok: plan.ok, ...counts });
      return plan.ok ? plan.blocks : null;
    } catch (error) {
      // A broken installation (no glyph file): the job is told, the host lives on.
      log('printer.encode.failed', { jobId: request.jobId, error: error instanceof Error ? error.name : 'unknown' });
      return null;
    }
  }

  async function run(request: PrintRequest, isAbandoned: () => boolean): Promise<PrintOutcome> {
    const notPrinted = (trouble: PrintTrouble): PrintOutcome => ({ kind: 'notPrinted', trouble });
    const blocks = blocksOf(request);
    if (!blocks) return notPrinted('layout');
    await connection.tried;
    for (let tries = 0; tries < MISSES_OFFLINE && !closed; tries++) {
      await refresh();
      if (misses === 0) break;
    }
    if (!closed && status.kind === 'ready' && !(await resynchronised())) {
      return notPrinted(closed ? 'hostGone' : troubleOf(status));
    }
    if (closed) return notPrinted('hostGone');
    if (status.kind !== 'ready' || isAbandoned()) return notPrinted(troubleOf(status));
    job = startJob({
      ...{ jobId: request.jobId, blocks, patienceMs: request.patienceMs, silenceMs: times.silence, clock, nextId },
      ...{ acknowledge: config.acknowledge, windowBytes: config.windowBytes },
      send: (bytes) => connection.send(bytes),
      onProgress: request.onProgress ?? (() => undefined),
    });
    poll();
    const outcome = await job.outcome;
    job = null;
    if (outcome.kind === 'unknown') {
      stale = 'unfinished';
      // The answers of a status round prove that the printer has read the order to discard.
      if (!closed && connection.send(discardBytes())) await refresh();
    }
    log('printer.job', { jobId: request.jobId, outcome: outcome.kind, blocks: blocks.length });
    return outcome;
  }

  return {
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    print: (request) => outcomes.request(request),
    abandon(jobId) {
      if (outcomes.abandon(jobId) === 'running') job?.abandon();
    },
    async close() {
      if (closed) return outcomes.idle();
      closed = true;
      cancelPoll();
      job?.onLost('hostGone');
      resync?.cancel();
      round.cancel();
      await outcomes.idle();
      connection.close();
    },
  };
}

function troubleOf(status: PrinterStatus): PrintTrouble {
  return status.kind === 'ready' ? 'noAnswer' : status.kind;
}
