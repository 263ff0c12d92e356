import { compactDateTime } from '../../common/kernel/dates.ts';
import { formatMessageId, type MessageIdCursor, nextCursor } from '../../common/kernel/message-id.ts';
import { fen } from '../../common/kernel/money.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { medicalSummary } from '../core/benefit-year.ts';
import { USUAL } from '../core/entitlement.ts';
import { createCentre } from '../core/handle.ts';
import { isList, isObject, type JsonObject, numberText } from '../core/json.ts';
import { defaultSettings } from '../core/settings.ts';
import { loadFields } from '../national/load-fields.ts';
import { loadMedicalPlans } from '../plans/medical/load.ts';
import { loadPlan } from '../plans/plan.ts';
import { openLedger } from '../store/ledger.ts';
import { inputs, node } from './inputs.ts';
import { encode, type Reply, readReply, show } from './kit.ts';
import { INSTITUTION, OPERATOR, PERSON } from './people.ts';

export { inputs, node } from './inputs.ts';
export { type Reply, show } from './kit.ts';
export { PERSON } from './people.ts';

/** A centre in memory with one person insured in a city whose plan is kept here, and her mother's account: for tests. */

const FIELDS = loadFields();
const PLANS = loadMedicalPlans();
const PLAN = loadPlan('haichuan');
const MOTHER = '99010000000000000000000000002';

export interface CityKitOptions {
  readonly division: string;
  readonly day: string;
  readonly level: number;
  readonly balance: number;
  /** Account money of earlier years, fen. */
  readonly earlier?: number;
  readonly insutype?: string;
  readonly psnType?: string;
  /** 就医地; the division of insurance where it is not given. */
  readonly area?: string;
}

export function makeCityKit(options: CityKitOptions) {
  const { division, day, insutype = '310', psnType = '11' } = options;
  const now = Date.parse(`${day}T10:00:00+08:00`);
  const clock = { now: () => now, monotonic: () => now, after: () => () => undefined };
  const ledger = openLedger(':memory:');
  const insured = { insutype, psnType, status: '1', civilServant: false, division, employer: null, since: null };
  ledger.putPerson(PERSON);
  ledger.putInsurance({ ...insured, psnNo: PERSON.psnNo, balance: fen(options.balance) });
  ledger.putPerson({ ...PERSON, psnNo: MOTHER, certNo: '990101195803171028', cardNumber: 'T00000002', name: '测试母' });
  ledger.putInsurance({ ...insured, insutype: '310', psnType: '12', psnNo: MOTHER, balance: fen(7_000) });
  ledger.putEntitlement(PERSON.psnNo, insutype, { ...USUAL, earlier: fen(options.earlier ?? 0) });
  ledger.putFamily(PERSON.psnNo, [MOTHER]);
  const settings = { ...defaultSettings, hospitalLevels: { [INSTITUTION]: options.level } };
  const handle = createCentre({
    fields: FIELDS,
    plan: PLAN,
    cityPlans: PLANS,
    settings: () => settings,
  });
  const random = seededRandom(11);
  let cursor: MessageIdCursor | null = null;
  let signNo = '';
  let lines: readonly JsonObject[] = [];

  function sendWith(infno: string, input: JsonObject): { readonly msgid: string; readonly reply: Reply } {
    cursor = nextCursor(cursor, now);
    const msgid = formatMessageId(INSTITUTION, 0, cursor);
    const body: JsonObject = {
      infno,
      msgid,
      mdtrtarea_admvs: options.area ?? division,
      insuplc_admdvs: division,
      recer_sys_code: 'MBS_LOCAL',
      infver: 'V1.0',
      opter_type: '2',
      opter: OPERATOR,
      opter_name: '自助终端',
      inf_time: `${day} 10:00:00`,
      fixmedins_code: INSTITUTION,
      fixmedins_name: '海川市测试医院',
      sign_no: infno === '9001' ? '' : signNo,
      input,
    };
    return { msgid, reply: readReply(handle(encode(body), ledger, clock, random)) };
  }
  const send = (infno: string, input: JsonObject): Reply => sendWith(infno, input).reply;
  signNo = show(node(send('9001', inputs.signIn()).output, 'signinoutb')['sign_no']);

  /** The data node of an input, changed. */
  const changed = (input: JsonObject, changes: JsonObject, name = 'data'): JsonObject => ({
    ...input,
    [name]: { ...node(input, name), ...changes },
  });
  const priced = (mdtrtId: string, total: string, account: string): JsonObject =>
    changed(inputs.preSettle(mdtrtId, account, total), { insutype });

  return {
    ledger,
    send,
    sendWith,
    /** 2201 to 2204: one line inside the scope, or the one that is given; the mdtrt_id. */
    visit(
      amount: string,
      encounter = `OP${compactDateTime(now)}`,
      line = { code: 'XHC0001', count: '1', price: amount },
    ) {
      const registered = send('2201', changed(inputs.register(encounter), { insutype, begntime: `${day} 08:30:00` }));
      const mdtrtId = show(node(registered.output, 'data')['mdtrt_id']);
      send('2203', inputs.describe(mdtrtId));
      const uploaded = send('2204', inputs.fees(mdtrtId, [{ sn: `${encounter}-1`, ...line, amount }]));
      const result = uploaded.output['result'];
      lines = isList(result) ? result.filter(isObject) : [];
      return mdtrtId;
    },
    /** What 2204 answered for the last visit, as text. */
    lastLines: () =>
      lines.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, show(value)]))),
    preSettle: (mdtrtId: string, total: string, account: string): Reply =>
      send('2206', priced(mdtrtId, total, account)),
    settle(mdtrtId: string, total: string, account: string): Reply {
      const info = node(send('2206', priced(mdtrtId, total, account)).output, 'setlinfo');
      return send(
        '2207',
        changed(inputs.settle(mdtrtId, info, account), { insutype, medfee_sumamt: numberText(total) }),
      );
    },
    settleWith(mdtrtId: string, total: string) {
      const info = node(send('2206', priced(mdtrtId, total, '1')).output, 'setlinfo');
      return sendWith(
        '2207',
        changed(inputs.settle(mdtrtId, info, '1'), { insutype, medfee_sumamt: numberText(total) }),
      );
    },
    summary: () => medicalSummary(ledger, PLAN, now, { identityNumber: PERSON.certNo, name: PERSON.name }, PLANS),
    /** Every account and accumulator of the two people. */
    books: () => ({
      own: ledger.insurances(PERSON.psnNo).map(({ balance }) => balance),
      earlier: ledger.entitlement(PERSON.psnNo, insutype)?.earlier,
      family: ledger.family(PERSON.psnNo),
      year: ledger.yearUse(PERSON.psnNo, insutype, day.slice(0, 4)),
      sums: ledger.accumulators(PERSON.psnNo, insutype, day.slice(0, 4)),
    }),
  };
}
