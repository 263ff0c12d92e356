import { z } from 'zod';
import { failureSchema, personRef } from './fields.ts';

const deviceState = (states: readonly [string, ...string[]]) => z.enum(states);

export const terminalStateSchema = z.object({
  mode: z.enum(['lab', 'production']),
  version: z.string().max(40),
  label: z.string().max(20),
  institution: z.string().length(12),
  now: z.string().length(19),
  /** Why nothing can be settled here, or null. */
  outOfService: failureSchema.nullable(),
  card: deviceState(['serviceDown', 'noReader', 'empty', 'present', 'mute', 'tooMany']),
  pinPad: deviceState(['none', 'offline', 'ready', 'entering']),
  printer: z.string().max(30),
  /** A resident's session or the staff have reader and pad. */
  inUse: z.boolean(),
  /** Settlements whose outcome is open. */
  open: z.int().min(0),
});

/** What `GET /events` sends, each as one `data:` line of JSON; `event:` repeats the kind. */
export const apiEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), version: z.string().max(40) }),
  z.object({ kind: z.literal('card'), card: terminalStateSchema.shape.card }),
  z.object({ kind: z.literal('pinPad'), pinPad: terminalStateSchema.shape.pinPad, digits: z.int().min(0).max(16) }),
  z.object({ kind: z.literal('printer'), printer: terminalStateSchema.shape.printer }),
  /** The reference is no longer good. */
  z.object({ kind: z.literal('personGone'), person: personRef }),
  /** Something about a bill of this client's changed: read it. */
  z.object({ kind: z.literal('bill'), encounterId: z.string().max(30) }),
  /** There is a new notice. */
  z.object({ kind: z.literal('notice'), encounterId: z.string().max(30) }),
  z.object({ kind: z.literal('step'), encounterId: z.string().max(30), step: z.string().max(20) }),
]);
export type ApiEvent = z.output<typeof apiEventSchema>;
