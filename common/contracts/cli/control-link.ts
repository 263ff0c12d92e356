import { z } from 'zod';
import { defineLink } from '../../rpc/link.ts';
import { cardReadingSchema } from '../devices/card.ts';
import { printerStatusSchema, printOutcomeSchema } from '../devices/printer.ts';
import { failureCodeSchema } from '../session/snapshot.ts';
import { auditVerbs } from './audit-verbs.ts';
import { certificateVerbs } from './certificate-verbs.ts';
import { cliQueueListSchema, cliQueueShowSchema } from './outputs.ts';
import { receiptVerbs } from './receipt-verbs.ts';
import { reconcileVerbs } from './reconcile-verbs.ts';
import { selftestVerbs } from './selftest.ts';
import { staffVerbs } from './staff-verbs.ts';
import { storeVerbs } from './store-verbs.ts';

const failed = z.object({ ok: z.literal(false), code: failureCodeSchema });

/** `minka` (client) ↔ a running terminal (server), over a 0600 socket in the run directory. */
export const controlLink = defineLink({
  verbs: {
    hello: {
      in: z.object({}),
      out: z.object({ mode: z.enum(['lab', 'production']), version: z.string(), pid: z.int() }),
    },
    ...staffVerbs,
    ...auditVerbs,
    ...reconcileVerbs,
    ...storeVerbs,
    ...receiptVerbs,
    ...certificateVerbs,
    ...selftestVerbs,
    /** Waits up to `waitMs` for a card. `reveal` takes the ticket of a proof for that act. */
    cardRead: {
      in: z.object({
        reader: z.string().nullable(),
        waitMs: z.int().min(0).max(600_000),
        reveal: z.boolean(),
        ticket: z.string().max(64).nullable().default(null),
      }),
      out: z.union([z.object({ ok: z.literal(true), card: cardReadingSchema }), failed]),
    },
    /** An electronic card's token as a reader of them read it. `taken` false: nobody here waits for one. */
    electronicCard: { in: z.object({ token: z.string().min(1).max(512) }), out: z.object({ taken: z.boolean() }) },
    printerStatus: { in: z.object({}), out: z.object({ printer: printerStatusSchema }) },
    printerTest: { in: z.object({}), out: z.object({ outcome: printOutcomeSchema }) },
    queueList: { in: z.object({ limit: z.int().min(1).max(1000) }), out: z.union([failed, cliQueueListSchema]) },
    queueShow: {
      in: z.object({ id: z.int() }),
      out: z.union([z.object({ ok: z.literal(true), row: cliQueueShowSchema.shape.row }), failed]),
    },
    /** For tests and the demo: resolves when the queue is empty and nothing is unknown, or after `waitMs`. */
    waitIdle: {
      in: z.object({ waitMs: z.int().min(0).max(600_000) }),
      out: z.object({ idle: z.boolean(), open: z.int(), waiting: z.int() }),
    },
    /** The journal's view of one settlement, for the demo's comparison; no personal data. */
    settlements: {
      in: z.object({}),
      out: z.object({
        rows: z.array(
          z.object({
            messageId: z.string(),
            encounterId: z.string(),
            mdtrtId: z.string().nullable(),
            setlId: z.string().nullable(),
            state: z.string(),
            totalFen: z.int(),
            fundsFen: z.int().nullable(),
            hospitalFen: z.int().nullable(),
            accountFen: z.int().nullable(),
            cashFen: z.int().nullable(),
            foundBy: z.string().nullable(),
          }),
        ),
      }),
    },
    /** Durations of the steps of the last sessions, ms: wall, and our own share (DESIGN §4). */
    timings: {
      in: z.object({}),
      out: z.object({ rows: z.array(z.object({ step: z.string(), ms: z.number(), ownMs: z.number() })) }),
    },
  },
  events: {},
});
