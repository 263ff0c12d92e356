import { z } from 'zod';
import type { SimClient } from '../lab/sim-client.ts';

/** What the emulator process says of its devices, checked on arrival. */

const cardSchema = z.object({ inserted: z.boolean(), triesLeft: z.int().nullable().optional() });
const padSchema = z.object({ entering: z.boolean(), cable: z.boolean() });
const printerSchema = z.object({
  settings: z.object({
    paper: z.enum(['plenty', 'nearEnd', 'out']),
    paperLeftMm: z.number().nullable(),
    coverOpen: z.boolean(),
    cutterJam: z.boolean(),
    cable: z.boolean(),
  }),
  extent: z.object({ bytes: z.int(), rows: z.int(), waiting: z.int(), moving: z.boolean() }),
});
const paperSchema = z.object({ cuts: z.int(), png: z.string(), bytes: z.string() });

export interface Devices {
  readonly cards: readonly [z.output<typeof cardSchema>, z.output<typeof cardSchema>];
  readonly pad: z.output<typeof padSchema>;
  readonly printer: z.output<typeof printerSchema>;
}
export interface HangingPaper {
  readonly png: Buffer;
  readonly bytes: Buffer;
  readonly cuts: number;
}

/** All devices at one moment. Rejects when the emulators are gone. */
export async function readDevices(sim: SimClient): Promise<Devices> {
  const [first, second, pad, printer] = await Promise.all([
    sim.command('card.status', { slot: 0 }),
    sim.command('card.status', { slot: 1 }),
    sim.command('pin.status'),
    sim.command('printer.status'),
  ]);
  return {
    cards: [cardSchema.parse(first), cardSchema.parse(second)],
    pad: padSchema.parse(pad),
    printer: printerSchema.parse(printer),
  };
}

/** Picture and bytes of what hangs out of the printer. */
export async function readPaperNow(sim: SimClient): Promise<HangingPaper> {
  const { cuts, png, bytes } = paperSchema.parse(await sim.command('printer.paper'));
  return { cuts, png: Buffer.from(png, 'base64'), bytes: Buffer.from(bytes, 'base64') };
}
