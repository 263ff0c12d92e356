import type { z } from 'zod';
import { hisApi } from '../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { HisGateway, HisNotice } from '../gateways/his/port.ts';
import type { CallFailure, CallReply } from '../gateways/json-call.ts';
import type { ClientBillRow } from '../store/client-bills.ts';
import { storeFailure } from '../store/open.ts';
import type { OriginsDeps } from './origins.ts';

type Out<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['out']>;
type In<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['in']>;

/** Every notice names its encounter. */
const aboutSchema = hisApi.hold.in.pick({ encounterId: true });

/** Nobody outside was asked, so no time was theirs. */
const HERE = { wallMs: 0, serverMs: 0 } as const;

/**
 * The hospital's system as the money core knows it, chosen by where an encounter comes from. One that a client of the HIS
 * API brought has its books here: holding it is our own row, and what the HIS is told becomes a notice that the client
 * reads and acknowledges. Anything else goes to the outside HIS, as ever. The queue and its rows are the same.
 */
export function hisByOrigin<H extends HisGateway>(
  outside: H,
  deps: OriginsDeps,
  /** A notice was written for a client; called after its commit. */
  onNotice: (client: string, encounterId: string) => void = () => {},
): H {
  const { store, clock } = deps;

  /** The journal's trouble is like a HIS that does not answer: the queue tries again, byte for byte. */
  const here = <T>(work: () => T): Result<CallReply<T>, CallFailure> => {
    try {
      return ok({ reply: store.transaction(work), timing: HERE });
    } catch (cause) {
      if (storeFailure(cause) === null) throw cause;
      return err({
        kind: 'unknown',
        reason: 'status',
        status: null,
        retryAfterMs: null,
        detail: 'the journal refused',
      });
    }
  };

  const change = ({ encounterId, holder, settledBy }: ClientBillRow, to: Partial<ClientBillRow>): void =>
    store.clientBills.change(encounterId, { holder, settledBy, ...to }, clock.now());

  const tell = (row: ClientBillRow, kind: HisNotice, subject: string, body: object): boolean => {
    const { client, encounterId } = row;
    const facts = { client, kind, encounterId, subject, body: JSON.stringify(body), nowMs: clock.now() };
    const isNew = store.clientNotices.insert(facts);
    if (isNew) store.onEnd((committed) => committed && onNotice(client, encounterId));
    return isNew;
  };

  const hold = (row: ClientBillRow, { holder }: In<'hold'>): Out<'hold'> => {
    if (row.settledBy !== null) return { result: 'alreadySettled' };
    if (row.holder !== null && row.holder !== holder) return { result: 'heldElsewhere' };
    change(row, { holder });
    return { result: 'held' };
  };

  const told: { readonly [K in HisNotice]: (row: ClientBillRow, body: unknown) => Out<K> } = {
    settled(row, body) {
      const { holder: _, ...report } = hisApi.settled.in.parse(body);
      const { messageId } = report;
      if (store.clientNotices.has('settled', messageId)) return { result: 'duplicate' };
      if (row.settledBy !== null && row.settledBy !== messageId) return { result: 'conflict' };
      change(row, { settledBy: messageId, holder: null });
      tell(row, 'settled', messageId, report);
      return { result: 'stored' };
    },
    released(row, body) {
      const { holder, ...report } = hisApi.released.in.parse(body);
      tell(row, 'released', holder, report);
      if (row.settledBy !== null) return { result: 'alreadySettled' };
      if (row.holder !== holder) return { result: 'notHeld' };
      change(row, { holder: null });
      return { result: 'released' };
    },
    refunded(row, body) {
      const report = hisApi.refunded.in.parse(body);
      const { messageId } = report;
      if (store.clientNotices.has('refunded', messageId)) return { result: 'duplicate' };
      if (row.settledBy === messageId) change(row, { settledBy: null });
      tell(row, 'refunded', messageId, report);
      return { result: 'stored' };
    },
  };

  const query = (row: ClientBillRow, { messageId, holder }: In<'query'>): Out<'query'> => {
    const { has } = store.clientNotices;
    const given = messageId !== null && has('refunded', messageId);
    const settlement = given ? 'refunded' : messageId !== null && has('settled', messageId) ? 'settled' : 'unknown';
    return { settlement, held: holder !== null && row.holder === holder };
  };

  return {
    ...outside,
    async hold(input) {
      const row = store.clientBills.get(input.encounterId);
      return row === null ? outside.hold(input) : here(() => hold(row, hisApi.hold.in.parse(input)));
    },
    async deliver(notice, text) {
      const body: unknown = JSON.parse(text);
      const { encounterId } = aboutSchema.parse(body);
      const row = store.clientBills.get(encounterId);
      return row === null ? outside.deliver(notice, text) : here(() => told[notice](row, body));
    },
    async query(input) {
      const row = store.clientBills.get(input.encounterId);
      return row === null ? outside.query(input) : here(() => query(row, hisApi.query.in.parse(input)));
    },
  };
}
