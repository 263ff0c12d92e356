import type { CentreOutput, Infno } from '../../../common/contracts/centre/transactions.ts';
import { fen } from '../../../common/kernel/money.ts';
import { ok } from '../../../common/kernel/result.ts';
import type { CentreGateway, CentreOutcome } from '../../gateways/centre/port.ts';
import type { Origin } from '../../ports.ts';
import type { SettlementChange } from '../../store/settlements.ts';
import { createWorklist } from '../../worklist/worklist.ts';
import { createCentreCalls } from '../centre-calls.ts';
import type { CoreSettings } from '../deps.ts';
import type { Confirmed } from '../facts.ts';
import { createNotices } from '../notices.ts';
import { createStaffCalls } from '../staff-calls.ts';
import { done, silent } from './calls.ts';
import { coreDeps, coreSettings } from './core-deps.ts';
import { visitRow } from './visit.ts';
import { encounter, holder } from './world.ts';

export const TOTAL = fen(106_548);
/** Nothing is paid by others. */
export const SPLIT = {
  total: TOTAL,
  funds: fen(0),
  layers: [],
  hospital: fen(0),
  account: fen(6548),
  accountMutualAid: fen(0),
  accountBalanceAfter: fen(1),
  cash: fen(100_000),
  deductible: null,
};
export const SCOPE = { ownExpense: fen(0), overLimit: fen(0), advanceSelfPay: fen(0), inScope: TOTAL };
export const CONFIRMED: Confirmed = {
  split: SPLIT,
  scope: SCOPE,
  setlId: 'S1',
  setlTime: '2026-03-02 09:00:05',
  foundBy: 'answer',
};
export const WAITS = { queryGapMs: 1000, baseMs: 1000, capMs: 20_000, hedgeMs: 8000, verifyMs: 90_000 };

type Answer = (infno: Infno, text: string, call: number) => CentreOutcome<unknown>;

/** One settlement in a journal in memory, with the real way to a centre that answers as it is told, after 40 ms. */
export function settlementKit(
  answer: Answer = () => silent,
  settings: Partial<CoreSettings> = {},
  origin: Origin = null,
) {
  const sent: { readonly infno: Infno; readonly text: string }[] = [];
  const centre: CentreGateway = {
    build: (infno, messageId, input) =>
      ok({ infno, bytes: new TextEncoder().encode(`${messageId} ${JSON.stringify(input)}`) }),
    send: (async ({ infno, bytes }: { infno: Infno; bytes: Uint8Array }) => {
      const text = new TextDecoder().decode(bytes);
      const call = sent.push({ infno, text });
      await new Promise<void>((resolve) => void made.clock.after(40, () => resolve()));
      if (infno !== '9001') return answer(infno, text, call);
      const signinoutb = { sign_no: 'N1', sign_time: '' };
      return done<'9001'>({ signinoutb } as CentreOutput<'9001'>);
    }) as CentreGateway['send'],
    close: () => undefined,
  };
  const made = coreDeps({ centre, waits: WAITS, settings: { ...coreSettings, ...settings } });
  const { deps, store, clock, told } = made;
  const { psnNo, insutype, insuplcAdmdvs, begunAt } = visitRow();
  store.transaction(() => {
    const person = { encounter: encounter(), person: holder, psnNo, insutype, insuplcAdmdvs };
    store.visits.insert({ ...person, terminal: 'ZZ-07', begunAt, nowMs: 0, origin });
    store.visits.setRegistered(1, 'M1', 0);
    store.visits.setUploading(1, encounter(), 'B1', 0);
    store.visits.setReady(1, { useAccount: true, levels: {}, split: SPLIT, scope: SCOPE }, 0);
  });
  let settlements = 0;
  /** A settlement of the visit, as its intent leaves it, and then with these columns. */
  const intend = (change: SettlementChange = {}) =>
    store.transaction(() => {
      const messageId = store.messages.nextId('H99010000001', 7, clock.now());
      const messageRow = store.messages.insert({
        messageId,
        infno: '2207',
        visitId: 1,
        request: new Uint8Array(),
        nowMs: 0,
      });
      const shown = {
        useAccount: true,
        splitShown: SPLIT,
        levels: new Map(),
        checkCode: `${settlements++}`.padStart(16, 'C'),
      };
      const place = { visitId: 1, encounterId: 'OP20260302001', previousId: null, nowMs: 0 };
      const id = store.settlements.insert({ ...place, ...shown, messageRow });
      store.settlements.change(id, change, 0);
      return row(id);
    });
  const row = (id = 1) => {
    const found = store.settlements.get(id);
    if (found === null) throw new Error(`no settlement ${id}`);
    return found;
  };
  const visit = () => {
    const found = store.visits.get(1);
    if (found === null) throw new Error('no visit');
    return found;
  };
  const calls = createCentreCalls({ ...deps, network: { mac: '', ip: '' } });
  const worklist = createWorklist({
    store,
    clock,
    audit: deps.audit,
    tell: (record) => deps.outbox.enqueue({ destination: 'operator', ...record }),
  });
  const staff = createStaffCalls(worklist);
  const notices = createNotices(deps);
  const work = () => store.worklist.list('open', 99);
  const toldOf = (kind: string) => told.filter((one) => Reflect.get(one, 'kind') === kind);
  const infnos = () => sent.map(({ infno }) => infno);
  return { ...made, calls, worklist, staff, notices, intend, row, visit, work, toldOf, sent, infnos };
}
