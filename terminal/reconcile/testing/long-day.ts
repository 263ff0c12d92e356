import type { SettlementRow } from '../../../central/core/ledger.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { encounter, holder } from '../../settlement/testing/world.ts';
import { type Bench, DAY } from './bench.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (index: number): string => {
  const second = Math.floor((index * 86_399) / 20_000);
  return `${DAY} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
};

/** Ten digits without a pattern that a zip would make small; distinct for distinct `index`. */
const scattered = (index: number, salt: number): string =>
  String((index * 6_180_339_887 + salt * 1_234_567_891) % 10_000_000_000).padStart(10, '0');

/** Makes the one settlement that both books have into `count`, alike on both sides, without walking each of them. */
export function multiply(bench: Bench, count: number): void {
  const { kit } = bench.sides;
  const { store } = bench.terminal();
  const [own] = kit.ledger.settlements();
  const [row] = store.settlements.list(1);
  const visit = own === undefined ? null : kit.ledger.visit(own.mdtrtId);
  if (own === undefined || visit === null || !row?.splitSettled || !row.scopeSettled)
    throw new Error('settle one first');
  const { splitSettled: split, scopeSettled: scope, splitShown, levels } = row;
  const copies: SettlementRow[] = [];
  store.transaction(() => {
    for (let index = 0; index < count; index++) {
      const id = String(index).padStart(10, '0');
      const nowMs = bench.clock.now();
      const made = store.visits.insert({
        ...{ encounter: encounter(`LONG${id}`), person: holder, psnNo: pii(own.psnNo), insutype: own.insutype },
        ...{ insuplcAdmdvs: '990100', terminal: 'ZZ-07', begunAt: `${DAY} 08:00:00`, nowMs },
      });
      const mdtrtId = `${own.mdtrtId.slice(0, 20)}${scattered(index, 3)}`;
      store.visits.setRegistered(made.id, mdtrtId, nowMs);
      store.visits.setPhase(made.id, 'settled', nowMs);
      const messageId = store.messages.nextId('H99010000001', 7, nowMs);
      const request = new TextEncoder().encode(messageId);
      const messageRow = store.messages.insert({ messageId, infno: '2207', visitId: made.id, request, nowMs });
      const settlement = store.settlements.insert({
        ...{ visitId: made.id, encounterId: `LONG${id}`, messageRow, previousId: null, useAccount: true },
        ...{ splitShown, levels, checkCode: `L${String(index).padStart(15, '0')}`, nowMs },
      });
      const setlId = `${own.setlId.slice(0, 20)}${scattered(index, 7)}`;
      const settled = { split, scope, setlId, setlTime: timeOf(index), foundBy: 'answer' as const, changed: false };
      store.settlements.change(settlement, { state: 'settled', live: false, settled }, nowMs);
      copies.push({ ...own, setlId, mdtrtId, msgid: messageId, settledAt: timeOf(index) });
    }
  });
  kit.ledger.atomically(() => {
    for (const copy of copies) {
      kit.ledger.addVisit({ ...visit, mdtrtId: copy.mdtrtId });
      kit.ledger.addSettlement(copy);
    }
  });
}
