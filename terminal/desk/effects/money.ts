import type { PrintOutcome } from '../../../common/contracts/devices/printer.ts';
import type { CollectionResult } from '../../../common/contracts/session/collection.ts';
import { maskName, maskNumber } from '../../../common/kernel/masking.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import type { MoneyAnswer, SettledBill } from '../../billing/port.ts';
import { collectionOf } from '../../cashier/collection-of.ts';
import { printSlip } from '../../services/print-slip.ts';
import type { Visitor } from '../../session/stage-facts.ts';
import { resultOf } from '../../settlement/results.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { Store } from '../../store/store.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { DeskEffect } from '../events.ts';
import type { EffectDeps } from './deps.ts';

type Of<K extends DeskEffect['kind']> = Extract<DeskEffect, { kind: K }>;

const REFUSED = { kind: 'refused', next: 'again' } as const;

/** Settles in the shift that is open: that it belongs to it is durable before the first byte. */
export async function settle(deps: EffectDeps, { op, quote }: Of<'settle'>): Promise<void> {
  const { billing, shifts, dispatch } = deps;
  if (!shifts.beginSettlement(quote.prepared.id)) {
    dispatch({ kind: 'settled', op, answer: { ...REFUSED, failure: { code: 'SHIFT_NONE', reason: null } } });
    return;
  }
  const onStep = (step: Parameters<Parameters<typeof billing.settle>[1]>[0]): void =>
    dispatch({ kind: 'step', op, step });
  const answer = await billing
    .settle(quote.id, onStep)
    .catch((cause: unknown) => afterThrow(deps, quote.encounterId, cause));
  dispatch({ kind: 'settled', op, answer });
}

/** The journal failed under it: "refused" is said only where it can be read, and has no settlement on its way. */
function afterThrow({ store, failureOf }: EffectDeps, encounterId: string, cause: unknown): MoneyAnswer<SettledBill> {
  const code = failureOf(cause);
  try {
    const open = store();
    if (open === null) return { kind: 'unknown', messageId: '', next: 'wait' };
    const live = open.settlements.live(encounterId);
    if (live === null) return { ...REFUSED, failure: { code, reason: null } };
    return { kind: 'unknown', messageId: live.messageId, next: 'wait' };
  } catch {
    return { kind: 'unknown', messageId: '', next: 'wait' };
  }
}

function rowOf(store: Store, messageId: string): { readonly row: SettlementRow; readonly visit: VisitRow } | null {
  const row = store.settlements.byMessageId(messageId);
  const visit = row === null ? null : store.visits.get(row.visitId);
  return row === null || visit === null ? null : { row, visit };
}

function visitorOf({ person }: VisitRow): Visitor {
  const { name, identityNumber } = unwrapPii(person);
  return {
    generation: 0,
    person: { name: maskName(name), number: maskNumber(identityNumber), sex: null },
    holder: person,
  };
}

/** The slip of a settlement, from what the journal has of it. */
export async function print(deps: EffectDeps, { slip, messageId, psnType }: Of<'print'>): Promise<PrintOutcome> {
  const nothing = { kind: 'notPrinted', trouble: 'fault' } as const;
  const [store, core] = [deps.store(), deps.core()];
  const found = store === null ? null : rowOf(store, messageId);
  if (store === null || core === null || found === null) return nothing;
  const { row, visit } = found;
  const visitor = visitorOf(visit);
  const { clock, devices, timings, report } = deps;
  const parts = { ...core.prints, devices, timings, clock, report };
  const moment = { sentAt: row.createdAt, psnType };
  const result = resultOf(row, visit);
  if (slip === 'unknown') {
    if (result.kind !== 'unknown') return nothing;
    const prepared = preparedOf(row, visit);
    const { checkCode } = row;
    return printSlip(parts, { kind: 'unknown', visitor, prepared, messageId, checkCode }, moment, () => {});
  }
  if (result.kind !== 'settled') return nothing;
  const collection = collectionOf(store.collections.ofSettlement(row.id));
  return printSlip(parts, { kind: 'settlement', visitor, settled: result.settled, collection }, moment, () => {});
}

/** What a slip of an open settlement says of its bill. */
function preparedOf(row: SettlementRow, visit: VisitRow) {
  return {
    ...{ id: visit.id, encounter: visit.encounter, mdtrtId: visit.mdtrtId ?? '', insutype: visit.insutype },
    ...{ useAccount: row.useAccount, split: row.splitShown, levels: row.levels },
    terms: { insuredAt: visit.insuplcAdmdvs, scope: null, clearingWay: null, words: [] },
  };
}

/** The external cashier's word on the cash part; without one nothing was asked. Answers how to stop it. */
export function collect(deps: EffectDeps, { op, messageId }: Of<'collect'>, ended: () => void): () => void {
  const tell = (collection: CollectionResult): void => {
    ended();
    deps.dispatch({ kind: 'collection', op, collection });
  };
  const nobody = { state: 'notCollected', because: 'unreachable' } as const;
  const [store, collections] = [deps.store(), deps.core()?.collections ?? null];
  const found = store === null ? null : rowOf(store, messageId);
  const result = found === null ? null : resultOf(found.row, found.visit);
  if (collections === null || deps.collectMs === null || result?.kind !== 'settled') {
    tell(nobody);
    return () => {};
  }
  const collecting = collections.collect(result.settled, deps.collectMs);
  void collecting.result.then(tell);
  return () => {
    deps.dispatch({ kind: 'collection', op, collection: { state: 'stopping' } });
    collecting.stop();
  };
}
