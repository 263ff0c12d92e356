import type { SettleResult } from '../ports.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { VisitRow } from '../store/visits.ts';
import { failure } from './deps.ts';
import { preparedOf } from './pre-settle.ts';

/** What the journal says of a settlement, as the session is told it. An open one is `unknown`. */
export function resultOf(row: SettlementRow, visit: VisitRow): SettleResult {
  const { messageId, checkCode } = row;
  if (row.state === 'settled') {
    const { splitSettled, setlId, setlTime, foundBy } = row;
    if (!splitSettled || !setlId || !setlTime || !foundBy || visit.mdtrtId === null) {
      throw new Error('settlement: settled without its figures');
    }
    const shown = { useAccount: row.useAccount, split: row.splitShown, levels: row.levels };
    return {
      kind: 'settled',
      settled: {
        id: row.id,
        prepared: preparedOf(visit, visit.mdtrtId, shown),
        messageId,
        setlId,
        settledAt: setlTime,
        split: splitSettled,
        scope: row.scopeSettled,
        changed: row.changed,
        foundBy,
        checkCode,
      },
    };
  }
  if (row.state === 'refused') return { kind: 'refused', failure: row.failure ?? failure('CENTRE_REFUSED') };
  if (row.state === 'notSent') return { kind: 'notSent', failure: row.failure ?? failure('CENTRE_UNREACHABLE') };
  if (row.state === 'reversed' && row.failure !== null) return { kind: 'refused', failure: row.failure };
  if (row.state === 'reversed') return { kind: 'reversed', messageId };
  return { kind: 'unknown', messageId, checkCode };
}
