import { createCentre } from '../../../central/core/handle.ts';
import { defaultSettings, type Settings } from '../../../central/core/settings.ts';
import { createHis } from '../../../central/his/his.ts';
import { loadFields } from '../../../central/national/load-fields.ts';
import { createOperator } from '../../../central/operator/operator.ts';
import { loadPlan } from '../../../central/plans/plan.ts';
import { createCentreApp } from '../../../central/server/apps/centre-app.ts';
import { createOperatorApp } from '../../../central/server/apps/operator-app.ts';
import { createGate } from '../../../central/server/gate/switch.ts';
import type { App } from '../../../central/server/message.ts';
import { openHisStore } from '../../../central/store/his-store.ts';
import { openLedger } from '../../../central/store/ledger.ts';
import { openOperatorStore } from '../../../central/store/operator-store.ts';
import { DIVISION } from '../../../central/testing/people.ts';
import { fen, negFen } from '../../../common/kernel/money.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { seededRandom } from '../../../common/kernel/seeded.ts';
import type { Setting, Target } from '../plan/plan.ts';
import { hisApp } from './his-app.ts';
import { PEOPLE } from './people.ts';

export const TOKENS: Readonly<Record<Target, string>> = {
  centre: 'token-of-the-centre',
  his: 'token-of-the-his',
  operator: 'token-of-the-operator',
};

/**
 * Centre, HIS and operator as they are served, without the sockets. One set serves schedule after schedule: each is
 * rolled back at its end.
 */
export interface OtherSides {
  readonly apps: Readonly<Record<Target, App>>;
  readonly ledger: ReturnType<typeof openLedger>;
  readonly hisStore: ReturnType<typeof openHisStore>;
  readonly operatorStore: ReturnType<typeof openOperatorStore>;
  /** Serves a schedule whose time is `clock`; nothing is changed by it alone. */
  serve(setting: Setting, clock: Clock, seed: number): void;
  /** The centre gives this message a second effect, as if it had been asked twice; false where it has none yet. */
  effectTwice(messageId: string): boolean;
  /** The centre takes a settlement back without having been asked to; false where none stands. */
  takeBack(messageId: string): boolean;
  begin(): void;
  /** Everything since `begin` has not been. */
  rewind(): void;
}

/** How long HIS and operator know a key again; the profile says the same. */
export const KEY_LIFETIME_MS = 24 * 3_600_000;

/** Tables that every worker reads once. */
const FIELDS = loadFields();
const PLAN = loadPlan('haichuan');

/** `balance`: fen on every account. */
export function otherSides(balance: number): OtherSides {
  const ledger = openLedger(':memory:');
  const hisStore = openHisStore(':memory:');
  const operatorStore = openOperatorStore(':memory:');
  let settings: Settings = defaultSettings;
  const handle = createCentre({ fields: FIELDS, plan: PLAN, settings: () => settings });
  const apps: { [target in Target]?: App } = {};

  const person = (index: number): void => {
    const one = PEOPLE[index];
    if (one === undefined) return;
    const { reading } = one;
    ledger.putPerson({
      psnNo: one.psnNo,
      certType: '01',
      certNo: one.number,
      name: one.name,
      cardNumber: reading.cardNumber,
      cardId: reading.cardId,
      sex: '2',
      nation: '01',
      birthDate: '1985-03-17',
    });
    for (const encounter of one.encounters) hisStore.put({ identityNumber: one.number, name: one.name, encounter });
  };

  ledger.atomically(() =>
    hisStore.atomically(() => {
      for (const [index, one] of PEOPLE.entries()) {
        person(index);
        ledger.putInsurance({
          psnNo: one.psnNo,
          insutype: '310',
          psnType: '11',
          status: '1',
          balance: fen(balance),
          civilServant: index === 2,
          division: DIVISION,
          employer: '海川市测试单位',
          since: '2010-01-01',
        });
      }
    }),
  );
  const trials = [ledger.trial, hisStore.trial, operatorStore.trial];
  return {
    get apps() {
      const { centre, his, operator } = apps;
      if (centre === undefined || his === undefined || operator === undefined) throw new Error('faults: not begun');
      return { centre, his, operator };
    },
    ledger,
    hisStore,
    operatorStore,
    serve(setting, clock, seed) {
      settings = {
        ...defaultSettings,
        deduplicate: setting.deduplicate,
        infcodeAs: setting.infcodeAs,
        notFoundAs: setting.notFoundAs,
        accountInsideFunds: setting.accountInsideFunds,
        settlementQueryNeedsSetlId: setting.queryNeedsSetlId,
        noFence: setting.noFence,
      };
      const say = (): void => {};
      const random = seededRandom(seed ^ 0x0c3a);
      const gate = createGate({ family: { kind: 'x-tif', token: TOKENS.centre }, sm: null }, () => clock.now());
      apps.centre = createCentreApp({ handle, ledger, clock, random, gate, say });
      const keyLifetimeMs = (): number => KEY_LIFETIME_MS;
      apps.his = hisApp(createHis(hisStore, { now: clock.now, keyLifetimeMs }));
      apps.operator = createOperatorApp(createOperator(operatorStore, clock.now, keyLifetimeMs), TOKENS.operator);
    },
    effectTwice(messageId) {
      const row = ledger.settlementByMessage(messageId, false);
      if (row?.state !== 'settled') return false;
      ledger.atomically(() => {
        ledger.addSettlement({ ...row, setlId: `${row.setlId.slice(0, -1)}X` });
        ledger.changeBalance(row.psnNo, row.insutype, negFen(row.account));
      });
      return true;
    },
    takeBack(messageId) {
      const row = ledger.settlementByMessage(messageId, false);
      if (row?.state !== 'settled') return false;
      ledger.atomically(() => {
        ledger.unbindFees(row.setlId);
        ledger.changeBalance(row.psnNo, row.insutype, row.account);
        ledger.setSettlementState(row.setlId, 'reversed');
      });
      return true;
    },
    begin() {
      for (const one of trials) one.begin();
    },
    rewind() {
      for (const one of trials) one.rewind();
    },
  };
}
