import { afterEach, describe, expect, it } from 'vitest';
import { printerStatusSchema, printOutcomeSchema } from '../../common/contracts/devices/printer.ts';
import type { EmulatorSettings } from './emulator/index.ts';
import { type Bench, type BenchOptions, createBench } from './fixtures/bench.ts';
import { qrTooLongForWindow, settlementSlip, shortSlip } from './fixtures/sample-slips.ts';

/** The contract of a receipt printer, on a real pseudo-terminal under the real serialport. */

let bench: Bench;
async function open(options: BenchOptions = {}): Promise<Bench> {
  bench = await createBench(options);
  return bench;
}
afterEach(() => bench.close());

/** How each value of the status union is brought about. A value without a way here does not compile. */
type StatusKind = (typeof printerStatusSchema.options)[number]['shape']['kind']['value'];
const ways: Record<StatusKind, Partial<EmulatorSettings>> = {
  ready: {},
  offline: { power: false },
  paperOut: { paper: 'out' },
  coverOpen: { coverOpen: true },
  cutterJam: { cutterJam: true },
  fault: { fault: true },
};
const kinds = printerStatusSchema.options.map((option) => option.shape.kind.value);
const MENDED = { power: true, paper: 'plenty', coverOpen: false, cutterJam: false, fault: false } as const;

describe.each(['process-id', 'status'] as const)('a printer that confirms by %s', (acknowledge) => {
  it('shows every value of the status union, and tells when it changes', async () => {
    const { emulator, printer, status } = await open({ config: { acknowledge } });
    const heard: string[] = [];
    printer.onStatus((next) => heard.push(next.kind));
    await status('ready');
    for (const kind of kinds) {
      await emulator.set({ ...MENDED, ...ways[kind] });
      await status(kind);
      expect(heard.at(-1)).toBe(kind);
      await emulator.set(MENDED);
      await status('ready');
    }
    await emulator.set({ paper: 'nearEnd' });
    await bench.until(() => JSON.stringify(printer.status()) === '{"kind":"ready","nearEnd":true}');
  });

  it('prints: every block confirmed, everything on paper, one cut', async () => {
    const { emulator, print, progress } = await open({ config: { acknowledge } });
    const outcome = await print(settlementSlip());
    expect(printOutcomeSchema.parse(outcome).kind).toBe('printed');
    const last = progress.at(-1);
    expect(last?.acknowledged).toBe(last?.blocks);
    expect(progress.map((step) => step.acknowledged)).toEqual(progress.map((_, i) => i + 1));
    expect(emulator.paper().cuts).toBe(1);
  });

  it.each(['paperOut', 'coverOpen', 'cutterJam', 'fault', 'offline'] as const)(
    'sends nothing and says notPrinted when it is %s before the job',
    async (kind) => {
      const { emulator, print } = await open({ emulator: ways[kind], config: { acknowledge } });
      expect(await print()).toEqual({ kind: 'notPrinted', trouble: kind });
      await emulator.set(MENDED);
      expect(emulator.paper().bytes).toHaveLength(0);
    },
  );

  it('waits for paper that ends in the middle, and the printer completes the slip by itself', async () => {
    const { emulator, print, waiting } = await open({ emulator: { paperLeftMm: 60 }, config: { acknowledge } });
    const outcome = print(settlementSlip());
    await waiting('paperOut');
    await emulator.set({ paper: 'plenty' });
    expect((await outcome).kind).toBe('printed');
    expect(emulator.paper().cuts).toBe(1);
  });

  it('loses no byte to a printer with 512 bytes of buffer and no flow control', async () => {
    const { emulator, print } = await open({
      emulator: { paced: true, bufferBytes: 512, mmPerSecond: 250 },
      config: { acknowledge },
    });
    expect((await print(settlementSlip())).kind).toBe('printed');
    expect(emulator.counts.lost).toBe(0);
    expect(emulator.counts.maxBuffered).toBeLessThanOrEqual(256 + 32);
  });
});

describe('a job that is interrupted', () => {
  it('is unknown after the patience, and its rest never comes out', async () => {
    const { emulator, print, status } = await open({ emulator: { paperLeftMm: 30 } });
    const outcome = await print(settlementSlip(), { patienceMs: 300 });
    expect(outcome).toMatchObject({ kind: 'unknown', trouble: 'paperOut' });
    const before = emulator.paper().bytes.length;
    await emulator.set({ paper: 'plenty' });
    await status('ready');
    expect(emulator.paper().bytes.length).toBe(before);
    // The next slip begins on a fresh piece and is whole.
    expect((await print(shortSlip())).kind).toBe('printed');
    expect(emulator.paper().cuts).toBe(2);
  });

  it.each([
    ['coverOpen', { coverOpen: true }],
    ['fault', { fault: true }],
  ] as const)('waits while %s and goes on when it is mended', async (trouble, patch) => {
    const { emulator, print, waiting, until, progress } = await open({ emulator: { paced: true, mmPerSecond: 60 } });
    const outcome = print(settlementSlip());
    await until(() => progress.length > 2);
    await emulator.set(patch);
    await waiting(trouble);
    await emulator.set({ ...MENDED, paced: false });
    expect((await outcome).kind).toBe('printed');
  });

  it('waits at a stuck cutter; freed, the slip is cut and confirmed', async () => {
    const { emulator, print, waiting } = await open({ emulator: { jamAtCut: true } });
    const outcome = print();
    await waiting('cutterJam');
    await emulator.set({ cutterJam: false });
    expect((await outcome).kind).toBe('printed');
  });

  it('ends unknown at once when it is abandoned while it waits, and not while it prints', async () => {
    const { emulator, printer, print, waiting } = await open({ emulator: { paperLeftMm: 30 } });
    const outcome = print(settlementSlip(), { jobId: 'left' });
    printer.abandon('somebody else’s');
    await waiting('paperOut');
    printer.abandon('left');
    expect(await outcome).toMatchObject({ kind: 'unknown', trouble: 'paperOut' });
    await emulator.set({ paper: 'plenty' });
    await bench.status('ready');
    const going = print(shortSlip(), { jobId: 'going' });
    printer.abandon('going');
    expect((await going).kind).not.toBe('unknown');
  });

  it('is unknown when the cable is pulled; replugged, the printer is found again and prints', async () => {
    const { emulator, print, until, progress, status } = await open({ emulator: { paced: true, mmPerSecond: 60 } });
    const outcome = print(settlementSlip());
    await until(() => progress.length > 2);
    await emulator.set({ cable: false });
    expect(await outcome).toMatchObject({ kind: 'unknown', trouble: 'offline' });
    await status('offline');
    await emulator.set({ cable: true, paced: false });
    await status('ready');
    emulator.tear();
    expect((await print(shortSlip())).kind).toBe('printed');
  });

  it('is unknown when the printer is switched off', async () => {
    const { emulator, print, until, progress } = await open({ emulator: { paced: true, mmPerSecond: 60 } });
    const outcome = print(settlementSlip());
    await until(() => progress.length > 2);
    await emulator.set({ power: false });
    expect(await outcome).toMatchObject({ kind: 'unknown', trouble: 'offline' });
  });

  it('is unknown when the printer answers but confirms nothing', async () => {
    const { print } = await open({ emulator: { acknowledges: false }, times: { silence: 400 } });
    // The very first job finds no confirmation while it makes sure of the line: nothing of it was sent.
    expect(await print()).toEqual({ kind: 'notPrinted', trouble: 'noAnswer' });
    await bench.emulator.set({ acknowledges: true });
    expect((await print()).kind).toBe('printed');
    await bench.emulator.set({ acknowledges: false });
    expect(await print()).toMatchObject({ kind: 'unknown', trouble: 'noAnswer', acknowledged: 0 });
  });

  it('is unknown when the host ends, and a job behind it is not printed', async () => {
    const { printer, print, until, progress } = await open({ emulator: { paced: true, mmPerSecond: 60 } });
    const first = print(settlementSlip());
    const second = print(shortSlip());
    await until(() => progress.length > 2);
    await printer.close();
    expect(await first).toMatchObject({ kind: 'unknown', trouble: 'hostGone' });
    expect(await second).toEqual({ kind: 'notPrinted', trouble: 'hostGone' });
    await printer.close();
  });
});

describe('what else can go wrong', () => {
  it('closes at once, also while it waits for a printer that does not answer', async () => {
    const silence = 20_000;
    const { printer, print, status } = await open({ emulator: { acknowledges: false }, times: { silence } });
    await status('ready');
    const outcome = print();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const from = performance.now();
    await printer.close();
    expect(performance.now() - from).toBeLessThan(silence / 4);
    expect(await outcome).toEqual({ kind: 'notPrinted', trouble: 'hostGone' });
  });

  it('notices bytes that were lost although the end was confirmed', async () => {
    // A window far larger than the printer's buffer: the wrong profile for this printer.
    const { emulator, print } = await open({
      emulator: { paced: true, bufferBytes: 256, mmPerSecond: 60 },
      config: { windowBytes: 4096 },
    });
    expect((await print(settlementSlip())).kind).toBe('unknown');
    expect(emulator.counts.lost).toBeGreaterThan(0);
  });

  it('prints through line noise between the answers', async () => {
    const { print } = await open({ emulator: { junk: true } });
    expect((await print(settlementSlip())).kind).toBe('printed');
  });

  it('says layout where the slip cannot be printed on this printer, and prints the next', async () => {
    const { print } = await open({ config: { windowBytes: 128 } });
    expect(await print(qrTooLongForWindow)).toEqual({ kind: 'notPrinted', trouble: 'layout' });
    expect((await print()).kind).toBe('printed');
  });

  it('finds a printer that is plugged in later', async () => {
    const { emulator, print, status } = await open({ emulator: { cable: false } });
    expect(await print()).toEqual({ kind: 'notPrinted', trouble: 'offline' });
    await emulator.set({ cable: true });
    await status('ready');
    expect((await print()).kind).toBe('printed');
  });

  it('never prints a job id twice', async () => {
    const { emulator, print } = await open();
    const [first, second] = await Promise.all([
      print(shortSlip(), { jobId: 'one' }),
      print(shortSlip(), { jobId: 'one' }),
    ]);
    expect(second).toBe(first);
    expect(await print(shortSlip(), { jobId: 'one' })).toBe(first);
    expect(emulator.paper().cuts).toBe(1);
  });

  it('cannot know of a printer that lies: it confirms and prints nothing', async () => {
    const { emulator, print } = await open({ emulator: { lies: true } });
    expect((await print()).kind).toBe('printed');
    expect(emulator.paper().cuts).toBe(0);
  });

  it('lives with a printer that does not know GS a and cannot clear its buffer', async () => {
    const { emulator, print } = await open({
      emulator: { automaticStatus: false, clearsBuffers: false, paperLeftMm: 30 },
    });
    expect((await print(settlementSlip(), { patienceMs: 300 })).kind).toBe('unknown');
    await emulator.set({ paper: 'plenty' });
    await bench.status('ready');
    expect((await print(shortSlip())).kind).toBe('printed');
    // What slept in the buffer came out before it, and was cut off.
    expect(emulator.paper().cuts).toBe(2);
  });
});
