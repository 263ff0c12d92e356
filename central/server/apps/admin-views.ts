import { addFen } from '../../../common/kernel/money.ts';
import type { HisStore } from '../../store/his-store.ts';
import type { SqliteLedger } from '../../store/ledger.ts';
import type { RequestLog } from '../log.ts';

/** What the admin API shows; amounts are integer fen. Personal data stays out of it, but for the psn_no. */

export function ledgerView(ledger: SqliteLedger): unknown {
  return {
    settlements: ledger.settlements().map((row) => ({
      setlId: row.setlId,
      refundOf: row.refundOf,
      msgid: row.msgid,
      mdtrtId: row.mdtrtId,
      psnNo: row.psnNo,
      insutype: row.insutype,
      state: row.state,
      settledAt: row.settledAt,
      total: row.total,
      funds: addFen(...row.funds.map((fund) => fund.amount)),
      hospital: row.hospital,
      account: row.account,
      cash: row.cash,
      deductible: row.used.deductible,
      byFund: Object.fromEntries(row.funds.map((fund) => [fund.field, fund.amount])),
      balanceAfter: row.balanceAfter,
    })),
    people: ledger.people().map((person) => ({
      psnNo: person.psnNo,
      insurances: ledger
        .insurances(person.psnNo)
        .map(({ insutype, status, balance }) => ({ insutype, status, balance })),
    })),
    fences: ledger.fences(),
  };
}

export function hisView(store: HisStore): unknown {
  return {
    encounters: store.all().map((row) => ({
      encounterId: row.encounterId,
      state: row.settlement !== null ? 'settled' : row.holder !== null ? 'held' : 'unpaid',
      holder: row.holder,
      total: row.encounter.total,
      ...(row.encounter.stay === undefined ? {} : { discharged: row.encounter.stay.discharge !== null }),
      settlement: row.settlement,
    })),
  };
}

export function logView(log: RequestLog): unknown {
  const entries = log.entries();
  const byInfno: Record<string, { count: number; handled: number; msgids: string[] }> = {};
  for (const entry of entries) {
    if (entry.target !== 'centre') continue;
    const kind = byInfno[entry.key] ?? { count: 0, handled: 0, msgids: [] };
    byInfno[entry.key] = kind;
    kind.count++;
    if (entry.handled) kind.handled++;
    if (entry.messageId !== null) kind.msgids.push(entry.messageId);
  }
  return { byInfno, entries };
}
