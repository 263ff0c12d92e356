import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../wire/system.ts';
import { openSerialLine } from '../serial/serial-line.ts';
import { findRate } from './driver/find-rate.ts';
import { createPrinterEmulator, type PrinterEmulator } from './emulator/index.ts';

/** A printer whose switches say another rate than the profile, on a real pseudo-terminal. */
let printer: PrinterEmulator | null = null;
afterEach(() => printer?.close());

const ask = (baudRate: number) =>
  findRate({ path: printer?.hostPath ?? '', baudRate }, { clock: systemClock(), openLine: openSerialLine });

it('the rate at which it answers; null where it is off, or answers at the profile’s alone', async () => {
  printer = await createPrinterEmulator({ rateBound: true, baudRate: 19_200 });
  expect(await ask(115_200)).toBe(19_200);
  expect(await ask(19_200)).toBeNull();
  await printer.set({ power: false });
  expect(await ask(115_200)).toBeNull();
});
