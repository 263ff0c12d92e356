import { z } from 'zod';
import { defineLink } from '../../rpc/link.ts';
import { deskLineSchema } from './bill.ts';
import { dayPageSchema, dayQuerySchema } from './day.ts';
import { deskIntentSchema } from './intents.ts';
import { revealWhatSchema } from './person.ts';
import { deskSnapshotSchema } from './snapshot.ts';

/** Lines of a bill come in windows of at most this many. */
export const LINES_PAGE = 40;

/** Renderer (client) ↔ terminal (server), where the profile's `face` is `desk`. */
export const deskLink = defineLink({
  verbs: {
    /** The first call: the current snapshot; later ones come as events. */
    openDesk: { in: z.object({ userAgent: z.string().max(400) }), out: deskSnapshotSchema },
    intent: {
      in: z.object({ version: z.int(), intent: deskIntentSchema }),
      /** `accepted` false: too late or not offered on this screen; the next snapshot tells what holds. */
      out: z.object({ accepted: z.boolean() }),
    },
    /** A window onto the lines of the bill on the screen, from 0. */
    lines: {
      in: z.object({ from: z.int().min(0).max(10_000), count: z.int().min(1).max(LINES_PAGE) }),
      out: z.object({ total: z.int().nonnegative(), lines: z.array(deskLineSchema).max(LINES_PAGE) }),
    },
    /** A window onto the day list. */
    day: { in: dayQuerySchema, out: dayPageSchema },
    /** Private values in clear for 5 s, at the cashier's own press; on record. */
    reveal: {
      in: z.object({ what: revealWhatSchema }),
      out: z.object({ value: z.string().nullable(), validMs: z.int() }),
    },
    /** As on the kiosk's link: the renderer proves that it draws. */
    rendered: {
      in: z.object({ frames: z.int(), version: z.int(), painted: z.boolean().default(true) }),
      out: z.object({}),
    },
  },
  events: { desk: deskSnapshotSchema },
});
