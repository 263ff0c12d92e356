import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintProgress } from '../../../common/contracts/devices/printer.ts';
import type { PrinterReply } from '../codec/replies.ts';
import type { Block } from '../encode/blocks.ts';
import { createFakeClock } from '../fixtures/fake-clock.ts';
import { type Job, type JobOptions, startJob } from './job.ts';
import { createProcessIds } from './process-ids.ts';

const block = (size: number, endsLine = true): Block => ({ bytes: new Uint8Array(size), endsLine });

interface Run {
  readonly job: Job;
  readonly sent: Uint8Array[];
  readonly progress: PrintProgress[];
  readonly clock: ReturnType<typeof createFakeClock>;
  /** The printer's answer to the n-th block that was sent. */
  answer(n: number): PrinterReply;
}

function start(blocks: readonly Block[], given: Partial<JobOptions> = {}): Run {
  const clock = createFakeClock();
  const sent: Uint8Array[] = [];
  const progress: PrintProgress[] = [];
  const job = startJob({
    jobId: 'j',
    blocks,
    acknowledge: 'process-id',
    windowBytes: 256,
    patienceMs: 5000,
    silenceMs: 1000,
    clock,
    nextId: createProcessIds(0),
    send: (bytes) => sent.push(bytes) > 0,
    onProgress: (step) => progress.push(step),
    ...given,
  });
  const answer = (n: number): PrinterReply => {
    const bytes = sent[n] ?? new Uint8Array();
    if (bytes.at(-3) === 0x1d && bytes.at(-2) === 0x72) return { kind: 'paper', status: 0 };
    return { kind: 'processId', id: String.fromCharCode(...bytes.slice(-4)) };
  };
  return { job, sent, progress, clock, answer };
}

describe('a job', () => {
  it('never has more bytes unacknowledged than the window, and sends every block once, in order', async () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 245 }), fc.boolean()), { minLength: 1, maxLength: 40 });
    const modes = fc.constantFrom('process-id' as const, 'status' as const);
    await fc.assert(
      fc.asyncProperty(sizes, modes, fc.integer({ min: 256, max: 1024 }), async (given, acknowledge, windowBytes) => {
        const run = start(
          given.map(([size, endsLine]) => block(size, endsLine)),
          { acknowledge, windowBytes },
        );
        for (let n = 0; n < given.length; n++) {
          const open = run.sent.slice(n).reduce((sum, bytes) => sum + bytes.length, 0);
          expect(open).toBeLessThanOrEqual(windowBytes);
          expect(run.sent.length).toBeGreaterThan(n);
          run.job.onReply(run.answer(n));
        }
        expect((await run.job.outcome).kind).toBe('printed');
        expect(run.sent).toHaveLength(given.length);
      }),
    );
  });

  it('is not printed by the last answer alone: a gap in the answers is unknown at once', async () => {
    const run = start([block(50), block(50), block(50)]);
    run.job.onReply(run.answer(0));
    run.job.onReply(run.answer(2));
    expect(await run.job.outcome).toEqual({ kind: 'unknown', trouble: 'noAnswer', acknowledged: 1, blocks: 3 });
  });

  it('does not take an earlier job’s answer, or a second one, for its own', () => {
    const run = start([block(50), block(50)]);
    run.job.onReply({ kind: 'processId', id: 'old!' });
    run.job.onReply({ kind: 'paper', status: 0 });
    run.job.onReply(run.answer(0));
    run.job.onReply(run.answer(0));
    expect(run.progress.map((step) => step.acknowledged)).toEqual([1]);
  });

  it('asks a part of a line by GS r 1: a process id would wait for the line', () => {
    const run = start([block(50, false), block(50)]);
    expect([...(run.sent[0]?.slice(-3) ?? [])]).toEqual([0x1d, 0x72, 1]);
    expect([...(run.sent[1]?.slice(-11, -8) ?? [])]).toEqual([0x1d, 0x28, 0x48]);
  });

  it('sends nothing more while it waits, and its patience runs on when one trouble follows another', async () => {
    const run = start(
      Array.from({ length: 9 }, () => block(100)),
      { windowBytes: 128 },
    );
    run.job.onStatus({ kind: 'paperOut' });
    run.job.onReply(run.answer(0));
    expect(run.sent).toHaveLength(1);
    run.clock.pass(4000);
    run.job.onStatus({ kind: 'coverOpen' });
    run.clock.pass(999);
    expect(run.progress.map((step) => step.waiting)).toEqual(['paperOut', 'paperOut', 'coverOpen']);
    run.clock.pass(1);
    expect(await run.job.outcome).toMatchObject({ kind: 'unknown', trouble: 'coverOpen', acknowledged: 1 });
  });

  it('forgets its patience when the trouble is mended, and then expects answers again', async () => {
    const run = start([block(50)]);
    run.job.onStatus({ kind: 'coverOpen' });
    run.clock.pass(4999);
    run.job.onStatus({ kind: 'ready', nearEnd: false });
    run.clock.pass(999);
    expect(run.progress.at(-1)?.waiting).toBeNull();
    run.clock.pass(1);
    expect(await run.job.outcome).toMatchObject({ kind: 'unknown', trouble: 'noAnswer' });
  });

  it('stays as it ended, whatever comes later', async () => {
    const run = start([block(50)]);
    run.job.onLost('offline');
    run.job.onReply(run.answer(0));
    run.job.onStatus({ kind: 'paperOut' });
    run.job.abandon();
    run.clock.pass(60_000);
    expect(await run.job.outcome).toMatchObject({ kind: 'unknown', trouble: 'offline', acknowledged: 0 });
    expect(run.progress).toEqual([]);
  });

  it('is unknown, not unprinted, when the port fails at the first byte', async () => {
    const run = start([block(50)], { send: () => false });
    expect((await run.job.outcome).kind).toBe('unknown');
  });
});

describe('process ids', () => {
  it('are four printable characters and do not repeat', () => {
    const next = createProcessIds(94 ** 4 - 3);
    const ids = Array.from({ length: 10_000 }, next);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[!-~]{4}$/);
  });
});
