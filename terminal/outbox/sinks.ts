import { hisApi } from '../../common/contracts/his/his.ts';
import type { OperatorRecord } from '../../common/contracts/operator/records.ts';
import { operatorRecordSchema } from '../../common/contracts/operator/records.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { OperatorGateway } from '../gateways/operator/port.ts';
import type { OutboxRow } from '../store/outbox-rows.ts';
import type { Delivery, RowVerdict, Sink } from './sink.ts';

/** The operator's side: whole batches, an answer for each row by its key. */
export function createOperatorSink(
  operator: Pick<OperatorGateway, 'write' | 'post'>,
  site: { readonly terminal: string; readonly institution: string; readonly batch: number },
): Sink {
  /** Null where the row is no record: it can never be sent, and must not keep the others from being sent. */
  const record = (row: OutboxRow): OperatorRecord | null => {
    const parsed = operatorRecordSchema.safeParse({
      key: row.key,
      kind: row.kind,
      terminal: site.terminal,
      institution: site.institution,
      sequence: row.id,
      occurredAt: row.occurredAt,
      body: row.body,
    });
    return parsed.success ? parsed.data : null;
  };
  return {
    batch: site.batch,
    async deliver(rows) {
      const records = rows.map(record);
      const sound = records.filter((one) => one !== null);
      if (sound.length === 0) return { kind: 'answered', verdicts: rows.map(() => UNSOUND) };
      const answer = await operator.post(operator.write(sound));
      if (!answer.ok) return failed(answer.error);
      const byKey = new Map(answer.value.reply.answers.map((one) => [one.key, one]));
      const verdicts = rows.map((row, index): RowVerdict => {
        if (records[index] === null) return UNSOUND;
        const one = byKey.get(row.key);
        if (one === undefined) return { kind: 'later', reason: 'no answer for this row' };
        if (one.result === 'rejected') return { kind: 'dead', reason: one.reason ?? 'rejected' };
        return { kind: 'delivered', answer: one.result };
      });
      return { kind: 'answered', verdicts };
    },
  };
}

/** The HIS's side: one call per row, idempotent by message id (settled) or holder (released). */
export function createHisSink(his: Pick<HisGateway, 'deliver'>): Sink {
  const settled = async (row: OutboxRow): Promise<Delivery> => {
    const body = hisApi.settled.in.safeParse(row.body);
    if (!body.success) return { kind: 'answered', verdicts: [UNSOUND] };
    const answer = await his.deliver('settled', JSON.stringify(body.data));
    if (!answer.ok) return failed(answer.error);
    const { result } = answer.value.reply;
    const taken = result === 'stored' || result === 'duplicate';
    return { kind: 'answered', verdicts: [taken ? { kind: 'delivered', answer: result } : dead(result)] };
  };
  const released = async (row: OutboxRow): Promise<Delivery> => {
    const body = hisApi.released.in.safeParse(row.body);
    if (!body.success) return { kind: 'answered', verdicts: [UNSOUND] };
    const answer = await his.deliver('released', JSON.stringify(body.data));
    if (!answer.ok) return failed(answer.error);
    // Whatever it answers, the encounter is not held by us any more, which is all that was to be said.
    return { kind: 'answered', verdicts: [{ kind: 'delivered', answer: answer.value.reply.result }] };
  };
  const refunded = async (row: OutboxRow): Promise<Delivery> => {
    const body = hisApi.refunded.in.safeParse(row.body);
    if (!body.success) return { kind: 'answered', verdicts: [UNSOUND] };
    const answer = await his.deliver('refunded', JSON.stringify(body.data));
    if (!answer.ok) return failed(answer.error);
    const { result } = answer.value.reply;
    // A HIS that never had the settlement has nothing to take back: that is what was to be said.
    return {
      kind: 'answered',
      verdicts: [result === 'notFound' ? dead(result) : { kind: 'delivered', answer: result }],
    };
  };
  return {
    batch: 1,
    deliver: async ([row]) => {
      if (row === undefined) return { kind: 'answered', verdicts: [] };
      if (row.kind === 'settled') return settled(row);
      return row.kind === 'refunded' ? refunded(row) : released(row);
    },
  };
}

/** What its own contract does not take: kept for a person. */
const UNSOUND: RowVerdict = { kind: 'dead', reason: 'does not fit its contract' };

const dead = (result: string): RowVerdict => ({ kind: 'dead', reason: `HIS: ${result}` });

/** Only "the same bytes will never do" is a row's own fault; a wrong token or address is mended and then it goes. */
function failed(failure: CallFailure): Delivery {
  if (failure.kind === 'refused' && failure.about === 'content') return { kind: 'refused', reason: failure.detail };
  const reached = failure.kind === 'unknown';
  const retryAfterMs = reached ? failure.retryAfterMs : null;
  // Who asks to be left alone (429, 503 with a time) names himself as the reason.
  const suspect = reached && retryAfterMs === null;
  return { kind: 'unavailable', reason: `${failure.kind} ${failure.detail}`, retryAfterMs, suspect };
}
