import { parseJson } from '../../../central/core/json.ts';
import { statementRows, sumRows } from '../../../central/core/statement/rows.ts';
import { INSTITUTION } from '../../../central/testing/kit.ts';
import type { AuditCode } from '../../../common/contracts/audit.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import type { ReconcileReport } from '../../../common/contracts/reconcile.ts';
import { encounter, holder, makeWorld, type Switch, type Terminal } from '../../settlement/testing/world.ts';
import type { ReconcileSettings } from '../deps.ts';
import { createReconcile, type Reconcile } from '../reconcile.ts';

export const DAY = '2026-03-02';

export const SETTINGS: ReconcileSettings = {
  mode: 'lab',
  locale: 'zh-CN',
  site: {
    institutionCode: INSTITUTION,
    institutionName: '海川市测试医院',
    terminalSlot: 7,
    terminalLabel: 'ZZ-07',
    division: '990100',
    messageIdPattern: 'base36',
  },
  centre: { accountInsideFunds: false, mutualAidInsideAccount: true, detailClearingType: true },
  schemes: ['310', '390'],
  reconcile: { at: '02:30', clearingType: '11', stayClearingType: '21', office: null },
};

/** A terminal in a world of its own, its reconciliation, and what a test asks of both. */
export function makeBench(seed = 1, settings: ReconcileSettings = SETTINGS) {
  const world = makeWorld(seed, { balance: 1_000_000 });
  let terminal: Terminal;
  let reconcile: Reconcile;
  const audited: AuditCode[] = [];
  const boot = (killSwitch?: Switch): void => {
    terminal = world.boot(killSwitch);
    const { store, outbox, settlements } = terminal;
    const audit = (code: AuditCode): void => void audited.push(code);
    reconcile = createReconcile({ ...settlements.books, store, outbox, audit, clock: world.clock, settings });
  };
  boot();

  const settle = async (bill: string | HisEncounter, useAccount = true) => {
    const asked = typeof bill === 'string' ? encounter(bill) : bill;
    world.sides.hisStore.put({ identityNumber: '11010519491231002X', name: '李秀兰', encounter: asked });
    const insured = await world.identify(terminal);
    const input = { holder, insured, encounter: asked, useAccount, onStep: () => {} };
    const prepared = await world.clock.until(terminal.settlements.prepare(input));
    if (!prepared.ok) throw new Error(prepared.error.code);
    const done = await world.clock.until(terminal.settlements.settle(prepared.value, 45_000, () => {}));
    return done;
  };

  return {
    ...world,
    boot,
    settle,
    audited,
    terminal: () => terminal,
    reconcile: () => reconcile,
    /** Compares `DAY`; throws where it could not be. */
    async compare(day: string | null = DAY): Promise<ReconcileReport> {
      const done = await world.clock.until(reconcile.run(day, null));
      if (!done.ok) throw new Error(`${done.error.code} ${done.error.reason ?? ''}`);
      return done.value;
    },
    /** Message ids of what reached the centre. */
    sent: (infno: string): readonly string[] =>
      world.sides.arrived
        .filter((message) => message.infno === infno)
        .map(({ text }) => String((parseJson(new TextEncoder().encode(text)) as Record<string, unknown>)['msgid'])),
    worklist: () => terminal.store.worklist.list('open', 100).filter(({ kind }) => kind === 'difference'),
    /** The reference centre's own sums of `DAY`, with whatever it is switched to disagree by. */
    centreSums() {
      const { kit } = world.sides;
      return sumRows(
        statementRows(kit.ledger.statement(INSTITUTION, `${DAY} 00:00:00`, `${DAY} 23:59:59`), kit.settings),
      );
    },
    end: () => terminal.kill(),
  };
}
export type Bench = ReturnType<typeof makeBench>;
