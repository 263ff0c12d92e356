import { z } from 'zod';
import { defineLink } from '../rpc/link.ts';

/** Terminal (client) ↔ shell (server): the shell alone starts and kills processes. */
export const shellLink = defineLink({
  verbs: {
    /** SIGKILLs the device host by pid and starts a new one; answers when the new one listens. */
    replaceHost: { in: z.object({ reason: z.string().max(80) }), out: z.object({ socket: z.string() }) },
    /** The terminal serves its links. */
    ready: { in: z.object({ pid: z.int() }), out: z.object({}) },
    /** A second use of the screen's one-time token was seen by the shell since the last call (an alarm). */
    alarms: { in: z.object({}), out: z.object({ tokenReuse: z.int() }) },
  },
  events: {
    /** The shell is going down; the terminal finishes what must be finished. */
    stopping: z.object({ withinMs: z.int() }),
    alarm: z.object({ kind: z.literal('screen-token-reused') }),
  },
});
