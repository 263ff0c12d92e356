import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INSTITUTION, OPERATOR } from '../../central/testing/kit.ts';
import { fen } from '../../common/kernel/money.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { Sink } from '../outbox/sink.ts';
import { createAudience } from '../settlement/audience.ts';
import type { CoreDeps } from '../settlement/deps.ts';
import type { Facts } from '../settlement/facts.ts';
import { createLife, createSerial } from '../settlement/life.ts';
import { createNotices } from '../settlement/notices.ts';
import { createParts } from '../settlement/parts.ts';
import { type SettlementEvent, transitions } from '../settlement/reducer.ts';
import { type RefundEvent, refundTransitions } from '../settlement/refund/reducer.ts';
import { createApplyRefund, type RefundFacts } from '../settlement/refund/transition.ts';
import { createStaffCalls } from '../settlement/staff-calls.ts';
import { Killed, makeWorld } from '../settlement/testing/world.ts';
import { createWork } from '../settlement/work.ts';
import { openStore } from '../store/open.ts';
import type { RefundState } from '../store/refunds.ts';
import type { SettlementState } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import { openChain } from './chain.ts';
import { createAuditLog } from './log.ts';
import { chainProblems } from './testing/agrees.ts';

/**
 * Risks I17: every move of both tables has its row of the audit chain in its own transaction. The process dies at the
 * last moment before the commit, and right after it; what is on the disk then has both, or neither.
 */
type Death = 'before' | 'after';
const SITE = { institutionCode: INSTITUTION, terminalSlot: 7, terminalLabel: 'ZZ-07', operatorNumber: OPERATOR };

/** A prepared visit in a database file; each case works on a copy. */
async function begin() {
  const file = join(mkdtempSync(join(tmpdir(), 'minka-moves-')), 'begun.db');
  const world = makeWorld(7, { place: { file } });
  const terminal = world.boot();
  const ready = await world.prepare(terminal);
  terminal.kill();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return { world, ready, file };
}

const begun = begin();
let cases = 0;

async function prepared() {
  const { world, ready, file: original } = await begun;
  const file = `${original}-${++cases}`;
  copyFileSync(original, file);
  const open = (): Store => {
    const opened = openStore({ file }, () => world.key, { lockMs: 0 });
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };
  const real = open();
  let death: Death | null = null;
  const store: Store = {
    ...real,
    transaction(work) {
      if (real.inTransaction() || death === null) return real.transaction(work);
      const result = real.transaction(() => {
        const done = work();
        if (death === 'before') throw new Killed();
        return done;
      });
      if (death === 'after') throw new Killed();
      return result;
    },
  };
  const { clock, random, sides } = world;
  const log = createAuditLog({ clock, line: () => {}, report: () => {} });
  log.attach({ store, chain: openChain(real, SITE, random, clock.now()) });
  const none: Sink = {
    batch: 1,
    deliver: async () => ({ kind: 'unavailable', reason: 'none', retryAfterMs: null }),
  };
  const outbox = createOutbox({ store, clock, random, audit: log.audit, sinks: { operator: none, his: none } });
  const deps: CoreDeps = {
    ...{ store, outbox, centre: sides.centre, his: sides.his, clock, random, audit: log.audit, timing: () => {} },
    audience: createAudience(),
    settings: {
      site: { ...SITE, messageIdPattern: 'base36' },
      centre: {
        accountInsideFunds: false,
        mutualAidInsideAccount: true,
        settlementQueryNeedsSetlId: false,
        reversalDoneTexts: [],
        reversalNothingTexts: [],
        strayMs: 300_000,
        balanceChangedTexts: ['余额发生变化'],
      },
      schemes: ['310'],
      foundAfterSession: 'keep',
      hasHisApi: false,
    },
  };
  const life = createLife(clock);
  const work = createWork(life, log.audit);
  const parts = createParts(deps, { life, serial: createSerial(), work, attended: () => true });
  const intent = parts.intend(ready);
  if (!intent.ok) throw new Error(intent.error.code);
  const { id, messageId } = intent.value.row;

  /** Runs `move` with a death in its commit; what a new process then finds. */
  const dieAt = (when: Death, move: () => void): Store => {
    death = when;
    expect(move).toThrow(Killed);
    real.close();
    return open();
  };
  const scope = { ownExpense: fen(0), advanceSelfPay: fen(0), overLimit: fen(0), inScope: ready.split.total };
  const facts: Facts = {
    confirmed: { split: ready.split, scope, setlId: 'S1', setlTime: '2026-03-02 09:00:00', foundBy: '5203' },
    seen: { setlId: 'S1', total: ready.split.total, why: null },
    refund: { setlId: 'S1', cause: 'staff', by: 'A1', second: 'B2' },
    people: { by: 'A1', second: 'B2' },
  };
  return { store, deps, parts, id, messageId, facts, dieAt };
}

const refundFacts: RefundFacts = {
  order: { setlId: 'S1', cause: 'difference', by: 'C3', second: 'D4' },
  refunded: { refundSetlId: 'R1', refundedAt: '2026-03-02 09:00:00', foundBy: '5203' },
};

const movesOf = <S extends string, E extends string>(table: object) =>
  Object.entries(table as Record<S, Record<E, { to: S; audit: string }>>).flatMap(([state, events]) =>
    Object.entries(events as Record<E, { to: S; audit: string }>).map(
      ([event, move]) => [state, event, move] as [S, E, { to: S; audit: string }],
    ),
  );
const settlementMoves = movesOf<SettlementState, SettlementEvent>(transitions);
const refundMoves = movesOf<RefundState, RefundEvent>(refundTransitions);

const newest = (store: Store) => store.audit.newest(50);
const told = (store: Store, above: number) =>
  newest(store)
    .filter(({ seq }) => seq > above)
    .map(({ code, facts: text }) => ({ code, ...(JSON.parse(text) as object) }));

describe('every move of a settlement', () => {
  it('is in the table, and the table is not empty', () => {
    expect(settlementMoves.length).toBeGreaterThan(15);
    expect(refundMoves.length).toBeGreaterThan(15);
  });

  it.each(settlementMoves)('%s: %s', async (from, event, { to, audit }) => {
    for (const when of ['before', 'after'] as const) {
      const { store, deps, parts, id, messageId, facts, dieAt } = await prepared();
      if (from === 'settled') parts.apply(id, 'answeredSettled', facts);
      store.transaction(() => {
        store.settlements.change(id, { state: from }, 0);
        deps.audit('settlement.intent', { messageId, to: from });
      });
      const above = store.audit.head().seq;
      const found = dieAt(when, () => void parts.apply(id, event, facts));
      const state = found.settlements.get(id)?.state;
      const rows = told(found, above);
      if (when === 'before') expect([state, rows]).toEqual([from, []]);
      else {
        expect(state).toBe(to);
        expect(rows).toContainEqual(expect.objectContaining({ code: audit, event, from, to }));
        expect(chainProblems(found)).toEqual([]);
      }
      found.close();
    }
  });
});

describe('every move of a refund', () => {
  it.each(refundMoves)('%s: %s', async (from, event, { to, audit }) => {
    for (const when of ['before', 'after'] as const) {
      const { store, deps, parts, id, facts, dieAt } = await prepared();
      const settlement = parts.apply(id, 'answeredSettled', facts);
      const apply = createApplyRefund(deps, {
        calls: parts.calls,
        notices: createNotices(deps),
        staff: createStaffCalls(parts.worklist),
        worklist: parts.worklist,
      });
      const refund = store.transaction(() => {
        const { encounterId } = settlement;
        return store.refunds.insert({
          ...{ settlementId: id, encounterId, setlId: 'S1', cause: 'staff', by: 'A1', second: 'B2', nowMs: 0 },
        });
      });
      // A fence needs the 2208 that it makes void.
      if (from !== 'ready') apply(refund, 'queryStanding');
      if (from === 'fencing') {
        apply(refund, 'answeredUnknown');
        apply(refund, 'queryStanding');
      }
      store.transaction(() => {
        store.refunds.change(refund, { state: from, ...(from === 'refunded' ? refundFacts : {}) }, 0);
        deps.audit('refund.intent', { setlId: 'S1', to: from });
      });
      const above = store.audit.head().seq;
      const found = dieAt(when, () => void apply(refund, event, refundFacts));
      const state = found.refunds.get(refund)?.state;
      const rows = told(found, above);
      if (when === 'before') expect([state, rows]).toEqual([from, []]);
      else {
        expect(state).toBe(to);
        expect(rows).toContainEqual(expect.objectContaining({ code: audit, event, from, to }));
        expect(chainProblems(found)).toEqual([]);
      }
      found.close();
    }
  });
});
