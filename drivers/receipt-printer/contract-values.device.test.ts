import { afterEach, describe, expect, it } from 'vitest';
import {
  type PrintOutcome,
  type PrintTrouble,
  printOutcomeSchema,
  printTroubleSchema,
} from '../../common/contracts/devices/printer.ts';
import { type Bench, type BenchOptions, createBench } from './fixtures/bench.ts';
import { qrTooLongForWindow, settlementSlip } from './fixtures/sample-slips.ts';

/** That each trouble and outcome of the contract can come about, on a real pseudo-terminal under the real serialport. */

let bench: Bench;
async function open(options: BenchOptions = {}): Promise<Bench> {
  bench = await createBench(options);
  return bench;
}
afterEach(() => bench.close());

/** How each trouble of a print is brought about; a trouble without a way here does not compile. */
const troubles: Record<PrintTrouble, { given: BenchOptions; print?: (on: Bench) => Promise<PrintOutcome> }> = {
  offline: { given: { emulator: { power: false } } },
  paperOut: { given: { emulator: { paper: 'out' } } },
  coverOpen: { given: { emulator: { coverOpen: true } } },
  cutterJam: { given: { emulator: { cutterJam: true } } },
  fault: { given: { emulator: { fault: true } } },
  noAnswer: { given: { emulator: { acknowledges: false }, times: { silence: 300 } } },
  layout: { given: { config: { windowBytes: 128 } }, print: (on) => on.print(qrTooLongForWindow) },
  hostGone: {
    given: {},
    async print(on) {
      await on.printer.close();
      return on.print();
    },
  },
};

/** And each outcome. */
const outcomes: Record<PrintOutcome['kind'], BenchOptions> = {
  printed: {},
  notPrinted: { emulator: { paper: 'out' } },
  unknown: { emulator: { paperLeftMm: 20 } },
};

describe('every value of the unions', () => {
  it.each(printTroubleSchema.options)('trouble %s', async (trouble) => {
    const { given, print } = troubles[trouble];
    const on = await open(given);
    expect(await (print?.(on) ?? on.print())).toEqual({ kind: 'notPrinted', trouble });
  });

  it.each(printOutcomeSchema.options.map((option) => option.shape.kind.value))('outcome %s', async (kind) => {
    const { print } = await open(outcomes[kind]);
    const outcome = await print(settlementSlip(), { patienceMs: 200 });
    expect(printOutcomeSchema.parse(outcome).kind).toBe(kind);
  });
});
