import { expect, it } from 'vitest';
import { createEscPosSim } from './escpos-sim.ts';
import { createPaper } from './paper.ts';
import { DEFAULT_SETTINGS, DOTS_PER_COLUMN, type EmulatorSettings } from './settings.ts';

const START = [0x1b, 0x40];
const LINE = [0x41, 0x0a];
const CUT = [0x1d, 0x56, 0x00];
const ASKED = [0x1d, 0x72, 0x01];
const SLIP = [...START, ...LINE, ...LINE, ...CUT, ...ASKED];

function makePrinter(given: Partial<EmulatorSettings> = {}) {
  const settings = { ...DEFAULT_SETTINGS, ...given };
  const sim = createEscPosSim(settings, createPaper(settings.columns * DOTS_PER_COLUMN), () => undefined);
  const send = (bytes: readonly number[]): void => {
    for (const byte of bytes) sim.receive(byte);
    while (sim.step() !== null);
  };
  return { settings, sim, send };
}

it('a slip that was cut off is whole; two are two', () => {
  const { sim, send } = makePrinter();
  send([...SLIP, ...SLIP]);
  expect(sim.record.slips).toEqual([
    { whole: true, confirmed: true, stillMs: 0 },
    { whole: true, confirmed: true, stillMs: 0 },
  ]);
});

it('one that the paper ended in is torn, also where a hand mends it and the next job cuts it off', () => {
  const { settings, sim, send } = makePrinter({ paperLeftMm: 1 });
  send(SLIP);
  sim.restart();
  Object.assign(settings, { paper: 'plenty' });
  send([...START, ...CUT, ...ASKED]);
  expect(sim.record.slips).toEqual([{ whole: false, confirmed: true, stillMs: 0 }]);
});

it('one that came out and was never acknowledged is whole and not confirmed', () => {
  const { sim, send } = makePrinter({ acknowledges: false });
  send(SLIP);
  expect(sim.record.slips).toEqual([{ whole: true, confirmed: false, stillMs: 0 }]);
});

it('a job of which nothing came out leaves no slip, whatever the printer says', () => {
  const out = makePrinter({ paper: 'out' });
  const liar = makePrinter({ lies: true });
  out.send(SLIP);
  liar.send(SLIP);
  expect([out.sim.record.slips, liar.sim.record.slips]).toEqual([[], []]);
});

it('what it stood still is the slip’s under its hands', () => {
  const { sim, send } = makePrinter();
  sim.record.still(900);
  send([...START, ...LINE]);
  sim.record.still(12_000.4);
  sim.record.still(3);
  send([...LINE, ...CUT]);
  sim.record.still(20_000);
  expect(sim.record.slips).toEqual([{ whole: true, confirmed: true, stillMs: 12_000 }]);
});
