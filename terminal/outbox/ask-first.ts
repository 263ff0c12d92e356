import type { Clock } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { OperatorGateway } from '../gateways/operator/port.ts';
import type { Audit } from '../ports.ts';
import type { OutboxRow } from '../store/outbox-rows.ts';
import type { Delivery, RowVerdict, Sink } from './sink.ts';

/** Which of these rows the other side already has, by their ids. Changes nothing there. */
export type AskWhich = (rows: readonly OutboxRow[]) => Promise<Result<ReadonlySet<number>, CallFailure>>;

export interface AskFirstDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  /** How long the other side is sure to know a key again. */
  readonly keyLifetimeHours: number;
  /** How long one call may take until we give it up, ms: connecting and the answer. */
  readonly callMs: number;
  /** Up to this row's id the clock has gone back since: see `OutboxRows`. */
  readonly ageUnknownUpTo: () => number;
  readonly ask: AskWhich;
}

/**
 * A row that is older than the other side's memory of keys would be taken for a new one: it is asked for before it is
 * sent (risks I11). Its age counts from when it was written, which is before it can have been sent. Where the clock has
 * gone back since then, as far as anybody noticed (set while we ran, earlier than what the journal has seen, or behind
 * the centre's), its age is unknown and it is asked for too.
 */
export function askFirst(sink: Sink, deps: AskFirstDeps): Sink {
  const { clock, audit, keyLifetimeHours, callMs, ask } = deps;
  // A young row may have to wait for the question about an old one, and then be on its way when its key's life ends.
  const longest = keyLifetimeHours * 3_600_000 - 2 * callMs;
  const isOld = ({ id, createdAt }: OutboxRow): boolean => {
    const age = clock.now() - createdAt;
    return id <= deps.ageUnknownUpTo() || age < 0 || age > longest;
  };
  return {
    batch: sink.batch,
    async deliver(rows) {
      const old = rows.filter(isOld);
      if (old.length === 0) return sink.deliver(rows);
      const found = await ask(old);
      if (!found.ok) return notAsked(found.error);
      for (const row of old.filter(({ id }) => found.value.has(id))) {
        audit('queue.found', { row: row.id, kind: row.kind, destination: row.destination });
      }
      const rest = rows.filter(({ id }) => !found.value.has(id));
      if (rest.length === rows.length) return sink.deliver(rows);
      if (rest.length === 0) return { kind: 'answered', verdicts: rows.map(() => THERE) };
      const sent = await sink.deliver(rest);
      const verdictOf = (row: OutboxRow): RowVerdict => {
        if (found.value.has(row.id)) return THERE;
        if (sent.kind !== 'answered') return { kind: 'later', reason: sent.reason };
        return sent.verdicts[rest.indexOf(row)] ?? { kind: 'later', reason: 'no answer for this row' };
      };
      return { kind: 'answered', verdicts: rows.map(verdictOf) };
    },
  };
}

const THERE: RowVerdict = { kind: 'delivered', answer: 'found' };

function notAsked(failure: CallFailure): Delivery {
  const retryAfterMs = failure.kind === 'unknown' ? failure.retryAfterMs : null;
  return { kind: 'unavailable', reason: `query: ${failure.kind} ${failure.detail}`, retryAfterMs };
}

/** By the record's key. */
export function askOperator(operator: Pick<OperatorGateway, 'query'>): AskWhich {
  return async (rows) => {
    const states = await operator.query(rows.map((row) => row.key));
    if (!states.ok) return states;
    const held = rows.filter((row) => states.value.get(row.key) === 'stored');
    return { ok: true, value: new Set(held.map((row) => row.id)) };
  };
}

/** By message id (settled, refunded) or holder (released). */
export function askHis(his: Pick<HisGateway, 'query'>): AskWhich {
  const has = async (row: OutboxRow): Promise<Result<boolean, CallFailure>> => {
    const [messageId, holder] = [textOf(row.body['messageId']), textOf(row.body['holder'])];
    const answer = await his.query({ encounterId: row.group, messageId, holder });
    if (!answer.ok) return answer;
    const { settlement, held } = answer.value.reply;
    // A settlement that was given back since was told of once.
    if (row.kind === 'settled') return { ok: true, value: settlement !== 'unknown' };
    return { ok: true, value: row.kind === 'refunded' ? settlement === 'refunded' : !held };
  };
  return async (rows) => {
    const found = new Set<number>();
    for (const row of rows) {
      const one = await has(row);
      if (!one.ok) return one;
      if (one.value) found.add(row.id);
    }
    return { ok: true, value: found };
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
