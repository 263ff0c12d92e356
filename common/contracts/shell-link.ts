import { z } from 'zod';
import { defineLink } from '../rpc/link.ts';

/** Terminal (client) ↔ shell (server): the shell alone starts and kills processes. */
export const shellLink = defineLink({
  verbs: {
    /** SIGKILLs the device host by pid and starts a new one; answers when the new one listens. */
    replaceHost: {
      in: z.object({
        reason: z.string().max(80),
        /** It fell silent (a crash of it), or it answers but must be new: then it waits for an open settlement. */
        silent: z.boolean().default(true),
      }),
      out: z.object({ socket: z.string() }),
    },
    /** The terminal's heartbeat, twice a second. A terminal that stops beating is killed and started again. */
    beat: {
      in: z.object({
        /** The terminal's monotonic clock, ms: grows from beat to beat. */
        at: z.number(),
        /** The outcome of a settlement is open in the journal. */
        settlementOpen: z.boolean(),
        /** Since a screen last proved that it draws the present snapshot, ms; null: never in this process's life. */
        renderedAgoMs: z.number().min(0).nullable(),
      }),
      out: z.object({}),
    },
    /** The terminal serves its links. */
    ready: { in: z.object({ pid: z.int() }), out: z.object({}) },
    /** A second use of the screen's one-time token was seen by the shell since the last call (an alarm). */
    alarms: { in: z.object({}), out: z.object({ tokenReuse: z.int() }) },
  },
  events: {
    /** The shell is going down; the terminal finishes what must be finished. */
    stopping: z.object({ withinMs: z.int() }),
    alarm: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('screen-token-reused') }),
      /** A part crashed too often: nothing is restarted any more, the screen shows the quiet page. */
      z.object({ kind: z.literal('quiet'), part: z.enum(['terminal', 'host', 'screen']) }),
    ]),
  },
});
