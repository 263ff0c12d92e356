import { z } from 'zod';
import { faultKinds, faultTargets } from '../fault-kinds.ts';

/** What a person may do at the lab's dock, by its page or by `minka sim`. One command is one hand movement. */

const slot = z.int().min(0).max(1).default(0);

export const padKeySchema = z.enum([
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  ...['enter', 'cancel', 'clear', 'backspace'],
] as const);

export const dockFaultSchema = z.strictObject({
  target: z.enum(faultTargets).default('centre'),
  kind: z.enum(faultKinds),
  /** Only this transaction of the centre, four digits; without it every request. */
  infno: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  /** Only this path, of any but the centre. */
  path: z
    .string()
    .regex(/^\/[a-z0-9/{}-]{1,60}$/)
    .optional(),
  times: z.int().min(1).max(100_000).default(1),
  /** How many fitting requests pass before the first. */
  skip: z.int().min(0).max(1000).default(0),
  /** Of the kinds that take their time; `usualFaultMs` where it is not said. */
  ms: z.int().min(0).max(600_000).optional(),
});

/** How far a clock can be put, seconds: beyond it the lab's certificates end. */
const LONGEST_SHIFT_S = 300 * 86_400;

export const dockCommandSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('card.insert'),
    person: z.string().max(40),
    slot,
    wrongWay: z.boolean().default(false),
  }),
  z.strictObject({ do: z.literal('card.remove'), slot }),
  z.strictObject({ do: z.literal('card.turn'), slot }),
  /** This person's next card is a new one: a card that is blocked stays so otherwise. */
  z.strictObject({ do: z.literal('card.renew'), person: z.string().max(40) }),
  /** Another made-up person with an unpaid visit joins the list. */
  z.strictObject({ do: z.literal('people.draw') }),
  z.strictObject({ do: z.literal('pin.key'), key: padKeySchema }),
  /** Types the digits and presses enter. */
  z.strictObject({ do: z.literal('pin.type'), digits: z.string().regex(/^\d{1,16}$/) }),
  z.strictObject({ do: z.literal('paper.tear') }),
  z.strictObject({
    do: z.literal('printer'),
    paper: z.enum(['plenty', 'nearEnd', 'out']).optional(),
    /** Paper runs out after so many millimetres more. */
    outAfterMm: z.int().min(1).max(1000).optional(),
    coverOpen: z.boolean().optional(),
    cutterJam: z.boolean().optional(),
    cable: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal('pad.cable'), plugged: z.boolean() }),
  z.strictObject({
    do: z.literal('net'),
    state: z.enum(['up', 'down', 'slow']),
    /** With `slow`: how long each piece of data waits, ms. */
    ms: z.int().min(1).max(60_000).default(2000),
  }),
  /** Puts the terminal's clock so many seconds apart from the true time, and with `everyone` the servers' too. */
  z.strictObject({
    do: z.literal('clock'),
    seconds: z.int().min(-LONGEST_SHIFT_S).max(LONGEST_SHIFT_S),
    everyone: z.boolean().default(false),
  }),
  z.strictObject({ do: z.literal('fault.arm'), fault: dockFaultSchema }),
  z.strictObject({ do: z.literal('fault.clear') }),
]);
export type DockCommand = z.output<typeof dockCommandSchema>;
export type DockCommandInput = z.input<typeof dockCommandSchema>;

/** Why a command was not done; each has a sentence and a remedy in strings/dock/errors. */
export const dockErrorCodes = [
  'DOCK_BAD_COMMAND',
  'DOCK_NO_SUCH_PERSON',
  'DOCK_NO_CARD',
  'DOCK_CARD_IS_IN',
  'DOCK_PAD_NOT_ASKING',
  'DOCK_NO_PAPER_THERE',
  'DOCK_STILL_PRINTING',
  'DOCK_NO_NET_CONTROL',
  'DOCK_NO_CLOCK_CONTROL',
  'DOCK_FAULT_NEEDS_CENTRE',
  'DOCK_FAULT_OF_CONNECTION',
  'DOCK_FAULT_NO_INFNO',
  'DOCK_FAULT_NO_PATH',
  'DOCK_FAULT_NO_TIME',
  'DOCK_PART_GONE',
] as const;
export type DockErrorCode = (typeof dockErrorCodes)[number];

export const dockAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.enum(dockErrorCodes), detail: z.string().nullable() }) }),
]);
export type DockAnswer = z.output<typeof dockAnswerSchema>;
