import { formatDateTime } from '../../common/kernel/dates.ts';
import { withoutName } from '../../common/kernel/masking.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { Failure } from '../ports.ts';
import type { JsonObject } from '../store/outbox-rows.ts';
import type { RefundRow } from '../store/refunds.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { VisitRow } from '../store/visits.ts';
import type { CoreDeps } from './deps.ts';
import type { Facts } from './facts.ts';

export type ReleaseReason = 'cancelled' | 'refused' | 'notSent' | 'reversed' | 'expired';

/** The rows that the queue gets from here, each in the transaction of its fact. None holds a name or a number. */
export interface Notices {
  settled(visit: VisitRow, settlement: SettlementRow): void;
  /** It was given back. The HIS is told where it was told of the settlement; nobody who was told so before. */
  refunded(visit: VisitRow, settlement: SettlementRow, refund: RefundRow): void;
  /** It counted, and the centre has it no more, by two people's word: for HIS and operator the money is back. */
  takenBack(visit: VisitRow, settlement: SettlementRow, people: NonNullable<Facts['people']>): void;
  /** `failure`: the centre's own words, where it refused. */
  released(visit: VisitRow, reason: ReleaseReason, failure?: Failure | null): void;
  /** Something that staff must know of; `fault` says what. */
  fault(fault: string, visit: VisitRow, settlement: SettlementRow): void;
}

export function createNotices({ outbox, clock }: Pick<CoreDeps, 'outbox' | 'clock'>): Notices {
  const givenBack = (
    { encounterId, origin: client }: VisitRow,
    { messageId, mdtrtId, splitSettled, splitShown }: SettlementRow,
    what: { readonly setlId: string; readonly refundedAt: string },
    how: JsonObject,
    isNew: { readonly toHis: boolean; readonly toOperator: boolean },
  ): void => {
    if (mdtrtId === null) throw new Error('settlement: given back without a visit of the centre');
    const split = splitSettled ?? splitShown;
    const facts = { encounterId, messageId, mdtrtId, ...what, total: formatFen(split.total) };
    const group = encounterId;
    if (isNew.toHis) {
      const body = { ...facts, cashReturned: formatFen(split.cash) };
      outbox.enqueue({ destination: 'his', kind: 'refunded', group, client, body });
    }
    if (isNew.toOperator) {
      outbox.enqueue({ destination: 'operator', kind: 'refund', group, body: { ...facts, ...how } });
    }
  };

  return {
    settled({ encounterId, holder, insutype, origin: client }, settlement) {
      const { splitSettled: split, setlId, setlTime, mdtrtId, messageId } = settlement;
      if (split === null || setlId === null || setlTime === null || mdtrtId === null) {
        throw new Error('settlement: told as settled before it is');
      }
      const amounts = {
        total: formatFen(split.total),
        funds: formatFen(split.funds),
        hospital: formatFen(split.hospital),
        account: formatFen(split.account),
      };
      const facts = { encounterId, messageId, mdtrtId, setlId, settledAt: setlTime };
      const group = encounterId;
      outbox.enqueue({
        destination: 'his',
        kind: 'settled',
        group,
        client,
        body: { ...facts, holder, ...amounts, cashDue: formatFen(split.cash) },
      });
      outbox.enqueue({
        destination: 'operator',
        kind: 'settlement',
        group,
        body: {
          ...facts,
          ...amounts,
          cash: formatFen(split.cash),
          insutype,
          useAccount: settlement.useAccount,
          changed: settlement.changed,
          foundBy: settlement.foundBy,
          checkCode: settlement.checkCode,
        },
      });
    },
    refunded(visit, settlement, refund) {
      const { refundedAt, messageId: refundMessageId, setlId, refundSetlId, foundBy, cause, by, second } = refund;
      if (refundedAt === null) throw new Error('refund: told as given back before it is');
      const how = { refundMessageId, refundSetlId, foundBy, cause, by, second };
      // One that counted and was taken back, and came again, went out of both books when it was taken back.
      const wasTakenBack = settlement.state === 'reversed' && settlement.setlId !== null;
      const isNew = { toHis: settlement.state === 'settled', toOperator: !wasTakenBack };
      givenBack(visit, settlement, { setlId, refundedAt }, how, isNew);
    },
    takenBack(visit, settlement, { by, second }) {
      const { setlId } = settlement;
      if (setlId === null) throw new Error('settlement: taken back before it was settled');
      const how = { refundMessageId: null, refundSetlId: null, foundBy: '5203', cause: 'difference', by, second };
      givenBack(visit, settlement, { setlId, refundedAt: formatDateTime(clock.now()) }, how, {
        toHis: true,
        toOperator: true,
      });
    },
    released(visit, reason, failure) {
      const { encounterId, holder, person, origin: client } = visit;
      const words = failure?.reason ?? null;
      const because = words === null ? null : withoutName(words, unwrapPii(person).name);
      const body = { encounterId, holder, reason, ...(because === null ? {} : { because }) };
      outbox.enqueue({ destination: 'his', kind: 'released', group: encounterId, client, body });
    },
    fault(fault, { encounterId }, settlement) {
      const { messageId, mdtrtId, state } = settlement;
      const body = { fault, encounterId, messageId, mdtrtId, state, at: formatDateTime(clock.now()) };
      outbox.enqueue({ destination: 'operator', kind: 'fault', group: encounterId, body });
    },
  };
}
