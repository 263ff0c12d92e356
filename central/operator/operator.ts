import { z } from 'zod';
import type { checkpointsApi } from '../../common/contracts/operator/checkpoints.ts';
import {
  type OperatorRecord,
  type operatorApi,
  operatorRecordSchema,
} from '../../common/contracts/operator/records.ts';
import { formatDateTime, parseDateTime } from '../../common/kernel/dates.ts';
import { parseIdentityNumber } from '../../common/kernel/identity.ts';
import type { OperatorStore } from '../store/operator-store.ts';
import { takeCheckpoint } from './checkpoints.ts';

type Answers = z.output<typeof operatorApi.post.out>;
type Answer = Answers['answers'][number];

/** The batch as far as it must be sound to answer per row: each row has a key. */
export const batchSchema = z.object({
  records: z
    .array(z.looseObject({ key: z.string().min(1).max(100) }))
    .min(1)
    .max(200),
});

/** The operator's rules behind `/operator/v1/records`; no HTTP here. */
export interface Operator {
  /** `hash`: SHA-256 of the body, hex. A batch that was answered before gets the same answers again. */
  post(hash: string, batch: z.output<typeof batchSchema>): Answers;
  state(key: string): { readonly state: 'stored' | 'unknown' };
  /** What the terminals told of their audit chains: the witness of `minka audit verify --against`. */
  /** The same for many; forgets nothing. */
  query(keys: readonly string[]): z.output<typeof operatorApi.query.out>;
  checkpoints(): z.output<typeof checkpointsApi.out>;
}

/** Whether a citizen number stands anywhere in the record: the operator must not hold one. */
function holdsIdentityNumber(record: OperatorRecord): boolean {
  const candidates = JSON.stringify(record.body).match(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g) ?? [];
  return candidates.some((candidate) => parseIdentityNumber(candidate).ok);
}

/**
 * `keyLifetimeMs`: how long a key is known again, null: for ever. A record that comes again after it is taken for a new
 * one, as at a real server that prunes its keys, and then stands in the books twice.
 */
export function createOperator(
  store: OperatorStore,
  now: () => number,
  keyLifetimeMs: () => number | null = () => null,
): Operator {
  const isForgotten = (key: string): boolean => {
    const lifetime = keyLifetimeMs();
    const received = lifetime === null ? null : parseDateTime(store.receivedAt(key) ?? '');
    return lifetime !== null && received !== null && now() - received > lifetime;
  };
  const state = (key: string): 'stored' | 'unknown' => (store.find(key) === null ? 'unknown' : 'stored');

  function one(row: { readonly key: string }): Answer {
    const { key } = row;
    const parsed = operatorRecordSchema.safeParse(row);
    if (!parsed.success) {
      const paths = parsed.error.issues.map((issue) => issue.path.join('.'));
      return { key, result: 'rejected', reason: `not a record: ${paths.join(', ')}`.slice(0, 400) };
    }
    if (holdsIdentityNumber(parsed.data)) return { key, result: 'rejected', reason: 'holds an identity number' };
    const known = store.find(key);
    if (known === null) {
      const receivedAt = formatDateTime(now());
      const refused =
        parsed.data.kind === 'audit-checkpoint' ? takeCheckpoint(store.checkpoints, parsed.data, receivedAt) : null;
      if (refused !== null) return { key, result: 'rejected', reason: refused };
      store.add(parsed.data, receivedAt);
      return { key, result: 'stored' };
    }
    if (isForgotten(key)) {
      store.addAgain(parsed.data);
      return { key, result: 'stored' };
    }
    if (known === JSON.stringify(parsed.data)) return { key, result: 'duplicate' };
    return { key, result: 'rejected', reason: 'the key belongs to another record' };
  }

  return {
    post: (hash, batch) =>
      store.atomically(() => {
        const before = store.batch(hash);
        const forgotten = batch.records.some(({ key }) => isForgotten(key));
        if (before !== null && !forgotten) return JSON.parse(before) as Answers;
        const answers: Answers = { answers: batch.records.map(one) };
        if (before === null) store.addBatch(hash, JSON.stringify(answers));
        return answers;
      }),
    checkpoints: () => ({ checkpoints: [...store.checkpoints.all()], alarms: [...store.checkpoints.alarms()] }),
    query: (keys) => ({ states: keys.map((key) => ({ key, state: state(key) })) }),
    state: (key) => ({ state: state(key) }),
  };
}
