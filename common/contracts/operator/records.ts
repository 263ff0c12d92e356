import { z } from 'zod';
import { jsonSchema } from '../json.ts';

/**
 * The operator's record API: whoever runs the terminals receives what they did.
 *   POST /operator/v1/records        a batch; header `Idempotency-Key` = SHA-256 of the body, hex
 *   GET  /operator/v1/records/{key}  → { state: "stored" | "unknown" }
 *   POST /operator/v1/records/query  → the same for many keys: a key that the operator may have forgotten as a key is
 *                                      asked for before its record is sent again (records themselves are not forgotten)
 */
export const recordKindSchema = z.enum([
  'settlement',
  'refund',
  'collection',
  'print',
  'his-notified',
  'worklist',
  'reconciliation',
  'fault',
  'audit-checkpoint',
]);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** A record never holds a name or an identity number; the person is the masked pair only. */
export const operatorRecordSchema = z.object({
  /** 32 hex characters, random, made before the first attempt (DESIGN §4, Queue). */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  kind: recordKindSchema,
  terminal: z.string().max(30),
  institution: z.string().max(30),
  /** Sequence of the terminal's queue: order by this, never by the wall clock. */
  sequence: z.int().nonnegative(),
  occurredAt: z.string().length(19),
  body: z.record(z.string(), jsonSchema),
});
export type OperatorRecord = z.infer<typeof operatorRecordSchema>;

export const operatorApi = {
  post: {
    path: '/operator/v1/records',
    in: z.object({ records: z.array(operatorRecordSchema).min(1).max(200) }),
    out: z.object({
      answers: z.array(
        z.object({
          key: z.string(),
          result: z.enum(['stored', 'duplicate', 'rejected']),
          reason: z.string().max(400).optional(),
        }),
      ),
    }),
  },
  query: {
    path: '/operator/v1/records/query',
    in: z.object({ keys: z.array(z.string().min(1).max(100)).min(1).max(200) }),
    out: z.object({ states: z.array(z.object({ key: z.string(), state: z.enum(['stored', 'unknown']) })) }),
  },
  state: { path: '/operator/v1/records/{key}', out: z.object({ state: z.enum(['stored', 'unknown']) }) },
} as const;
