import { z } from 'zod';
import { faultKinds, faultTargets } from '../fault-kinds.ts';
import { ledgersSchema } from './ledgers.ts';

/** What the dock shows, whole: the page draws it, `minka sim status --json` prints it. All people in it are made up. */

export const dockPersonSchema = z.object({
  /** What `card.insert` takes: a number for a drawn person, the file's name for a card with a peculiarity. */
  id: z.string(),
  kind: z.enum(['visitor', 'special']),
  name: z.string().nullable(),
  /** Null: the card has no PIN to try. */
  pin: z.string().nullable(),
  age: z.int().nullable(),
  scheme: z.enum(['310', '390']).nullable(),
  visit: z
    .object({
      encounterId: z.string(),
      department: z.string(),
      totalFen: z.int(),
      state: z.enum(['unpaid', 'held', 'settled', 'unknown']),
    })
    .nullable(),
});
export type DockPerson = z.output<typeof dockPersonSchema>;

const slotStateSchema = z.object({
  /** Null: empty. */
  person: z.string().nullable(),
  wrongWay: z.boolean(),
  triesLeft: z.int().nullable(),
});

export const dockStateSchema = z.object({
  /** Grows with every change. */
  version: z.int(),
  /** The emulated devices do not answer: all the rest is how it was before. */
  gone: z.boolean(),
  people: z.array(dockPersonSchema),
  slots: z.tuple([slotStateSchema, slotStateSchema]),
  pad: z.object({ asking: z.boolean(), cable: z.boolean() }),
  printer: z.object({
    paper: z.enum(['plenty', 'nearEnd', 'out']),
    outAfterMm: z.number().nullable(),
    coverOpen: z.boolean(),
    cutterJam: z.boolean(),
    cable: z.boolean(),
    /** Bytes of the paper that hangs out; its picture changes with them. 0: nothing hangs out. */
    hangingBytes: z.int(),
    hangingMm: z.int(),
    hangingCuts: z.int(),
    /** Paper moved within the last moment. */
    moving: z.boolean(),
    /** Pieces that were torn off, oldest first. */
    torn: z.array(z.object({ number: z.int(), messageId: z.string().nullable() })),
  }),
  net: z.object({ control: z.boolean(), state: z.enum(['up', 'down', 'slow']), ms: z.int() }),
  /** Seconds that each side's clock is apart from the true time. */
  clock: z.object({ control: z.boolean(), terminalSeconds: z.int(), othersSeconds: z.int() }),
  faults: z.array(
    z.object({
      id: z.int(),
      target: z.enum(faultTargets),
      kind: z.enum(faultKinds),
      infno: z.string().nullable(),
      path: z.string().nullable(),
      /** How long, of kinds that take their time, ms. */
      ms: z.int().nullable(),
      timesLeft: z.int(),
    }),
  ),
  ledgers: ledgersSchema,
  /** What a guided tour says just now. */
  caption: z.object({ zh: z.string(), en: z.string() }).nullable(),
});
export type DockState = z.output<typeof dockStateSchema>;
