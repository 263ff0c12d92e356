import { seededRandom } from '../../../common/kernel/seeded.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { openStore } from '../../store/open.ts';
import { createAudience } from '../audience.ts';
import type { CoreDeps, CoreSettings } from '../deps.ts';
import { virtualClock } from './virtual-clock.ts';

const notHere = () => {
  throw new Error('not asked here');
};

export const coreSettings: CoreSettings = {
  site: {
    institutionCode: 'H99010000001',
    terminalSlot: 7,
    terminalLabel: 'ZZ-07',
    operatorNumber: 'OP1',
    messageIdPattern: 'base36',
  },
  centre: {
    accountInsideFunds: false,
    mutualAidInsideAccount: true,
    settlementQueryNeedsSetlId: false,
    reversalDoneTexts: [],
    reversalNothingTexts: [],
    strayMs: 300_000,
    balanceChangedTexts: ['余额发生变化'],
  },
  schemes: ['310', '390'],
  foundAfterSession: 'keep',
  hasHisApi: false,
};

/** What a part of the money core is given, over a store in memory; what it audits and tells is kept. */
export function coreDeps(changes: Partial<CoreDeps> = {}) {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const clock = virtualClock();
  const audited: object[] = [];
  const told: object[] = [];
  const timings: { readonly step: string; readonly ms: number; readonly ownMs: number }[] = [];
  let kicks = 0;
  const outbox: Pick<Outbox, 'enqueue' | 'kick'> = {
    enqueue: (row) => void told.push(row),
    kick: () => {
      kicks += 1;
    },
  };
  const deps: CoreDeps = {
    store: opened.value,
    clock,
    random: seededRandom(1),
    outbox: outbox as Outbox,
    centre: { build: notHere, send: notHere, close: () => undefined },
    his: { hold: notHere },
    audit: (act, facts) => void audited.push({ act, ...facts }),
    timing: (step, ms, ownMs) => void timings.push({ step, ms, ownMs }),
    settings: coreSettings,
    audience: createAudience(),
    ...changes,
  };
  return { deps, store: opened.value, clock, audited, told, timings, kicks: () => kicks };
}
