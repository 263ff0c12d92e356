import { formatDateTime } from '../../common/kernel/dates.ts';
import { identityCheckCharacter } from '../../common/kernel/identity.ts';
import { formatMessageId } from '../../common/kernel/message-id.ts';
import { fen } from '../../common/kernel/money.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { createCentre, type Handle, type Handled } from '../core/handle.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  NumberText,
  numberText,
  parseJson,
  writeJson,
} from '../core/json.ts';
import type { PersonRow } from '../core/ledger.ts';
import { defaultSettings, type Settings } from '../core/settings.ts';
import { loadFields } from '../national/load-fields.ts';
import { loadPlan } from '../plans/plan.ts';
import { openLedger, type SqliteLedger } from '../store/ledger.ts';

/** A centre in memory, one person, and the messages of an outpatient visit: for the tests of this room only. */

const START = Date.parse('2026-03-02T09:00:00+08:00');
export const INSTITUTION = 'H99010000001';
export const DIVISION = '990100';
export const OPERATOR = 'KIOSK01';

const first17 = '99010119850317102';
export const PERSON: PersonRow = {
  psnNo: '99010000000000000000000000001',
  certType: '01',
  certNo: first17 + identityCheckCharacter(first17),
  name: '测试乙',
  cardNumber: 'T00000001',
  cardId: '0123456789ABCDEF0123456789ABCDEF',
  sex: '2',
  nation: '01',
  birthDate: '1985-03-17',
};

export interface Line {
  readonly sn: string;
  readonly code: string;
  readonly count: string;
  readonly price: string;
  readonly amount: string;
}

/** Four levels of treatment: 甲, 乙 over its ceiling, 丙, and a consumable whose excess the hospital bears. */
export const LINES: readonly Line[] = [
  { sn: 'L1', code: 'XHC00000000000001', count: '2', price: '35.2415', amount: '70.48' },
  { sn: 'L2', code: 'SHC00000000000002', count: '1', price: '900.00', amount: '900.00' },
  { sn: 'L3', code: 'SHC00000000000004', count: '1', price: '50.00', amount: '50.00' },
  { sn: 'L4', code: 'CHC00000000000002', count: '3', price: '15.00', amount: '45.00' },
];
export const TOTAL = '1065.48';

/** A clock that stands still until told. */
export function stoppedClock(): Clock & { advance(ms: number): void } {
  let now = START;
  return {
    now: () => now,
    monotonic: () => now,
    after: () => () => undefined,
    advance(ms) {
      now += ms;
    },
  };
}

/** An answer, read. */
export interface Reply {
  readonly infcode: string;
  readonly message: string;
  readonly output: JsonObject;
  readonly handled: Handled;
}

export interface Kit {
  readonly ledger: SqliteLedger;
  readonly handle: Handle;
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly random: Random;
  readonly settings: Settings;
  set(changes: Partial<Settings>): void;
  newMsgid(): string;
  message(
    infno: string,
    input: JsonObject,
    changes?: JsonObject,
  ): { readonly msgid: string; readonly bytes: Uint8Array };
  send(infno: string, input: JsonObject, changes?: JsonObject): Reply;
  deliver(bytes: Uint8Array): Reply;
}

/** Text of a field: of a JSON number its source. */
export function show(value: JsonValue | undefined): string {
  if (value instanceof NumberText) return value.text;
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A node of an output; throws where it is no object. */
export function node(output: JsonObject, name: string): JsonObject {
  const found = output[name];
  if (!isObject(found)) throw new Error(`output has no object ${name}`);
  return found;
}

/** Reads an answer's envelope. */
export function readReply(handled: Handled): Reply {
  const body = parseJson(handled.bytes);
  if (!isObject(body)) throw new Error('the answer is no JSON object');
  const output = body['output'];
  return {
    infcode: show(body['infcode']),
    message: show(body['err_msg']),
    output: isObject(output) ? output : {},
    handled,
  };
}

/** A fresh centre with `PERSON` insured under 310 with `balance` fen on the account. */
export function makeKit(balance = 30_000): Kit {
  const ledger = openLedger(':memory:');
  ledger.putPerson(PERSON);
  ledger.putInsurance({
    psnNo: PERSON.psnNo,
    insutype: '310',
    psnType: '11',
    status: '1',
    balance: fen(balance),
    civilServant: false,
    division: DIVISION,
    employer: '海川市测试单位',
    since: '2010-01-01',
  });
  let settings = defaultSettings;
  const handle = createCentre({ fields: loadFields(), plan: loadPlan('haichuan'), settings: () => settings });
  const clock = stoppedClock();
  const random = seededRandom(7);
  let counter = 0;
  let signNo = '';
  const kit: Kit = {
    ledger,
    handle,
    clock,
    random,
    get settings() {
      return settings;
    },
    set(changes) {
      settings = { ...settings, ...changes };
    },
    newMsgid() {
      return formatMessageId(INSTITUTION, 0, { second: Math.floor(clock.now() / 1000), counter: counter++ });
    },
    message(infno, input, changes = {}) {
      const msgid = kit.newMsgid();
      const body: JsonObject = {
        infno,
        msgid,
        mdtrtarea_admvs: DIVISION,
        insuplc_admdvs: DIVISION,
        recer_sys_code: 'MBS_LOCAL',
        infver: 'V1.0',
        opter_type: '2',
        opter: OPERATOR,
        opter_name: '自助终端',
        inf_time: formatDateTime(clock.now()),
        fixmedins_code: INSTITUTION,
        fixmedins_name: '海川市测试医院',
        sign_no: infno === '9001' ? '' : signNo,
        input,
        ...changes,
      };
      return { msgid: typeof body['msgid'] === 'string' ? body['msgid'] : msgid, bytes: encode(body) };
    },
    send(infno, input, changes) {
      const reply = kit.deliver(kit.message(infno, input, changes).bytes);
      if (infno === '9001' && reply.infcode === '0') signNo = show(node(reply.output, 'signinoutb')['sign_no']);
      return reply;
    },
    deliver: (bytes) => readReply(handle(bytes, ledger, clock, random)),
  };
  return kit;
}

export function encode(value: JsonValue): Uint8Array {
  return new TextEncoder().encode(writeJson(value));
}

/** The inputs of the chain, as a terminal fills them. */
export const inputs = {
  signIn: (): JsonObject => ({ signIn: { opter_no: OPERATOR, mac: '00-00-00-00-00-00', ip: '127.0.0.1' } }),
  person: (): JsonObject => ({
    data: {
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      card_sn: PERSON.cardId,
      psn_cert_type: '',
      certno: PERSON.certNo,
      psn_name: PERSON.name,
    },
  }),
  register: (encounter = 'OP20260302001'): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      insutype: '310',
      begntime: '2026-03-02 08:30:00',
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      ipt_otp_no: encounter,
      atddr_no: 'D001',
      dr_name: '测试医师',
      dept_code: 'K01',
      dept_name: '内科',
      caty: '03',
    },
  }),
  describe: (mdtrtId: string): JsonObject => ({
    mdtrtinfo: {
      mdtrt_id: mdtrtId,
      psn_no: PERSON.psnNo,
      med_type: '11',
      begntime: '2026-03-02 08:30:00',
      birctrl_type: '',
    },
    diseinfo: [
      {
        diag_type: '1',
        diag_srt_no: numberText('1'),
        diag_code: 'J06.900',
        diag_name: '急性上呼吸道感染',
        diag_dept: 'K01',
        dise_dor_no: 'D001',
        dise_dor_name: '测试医师',
        diag_time: '2026-03-02 08:40:00',
        vali_flag: '1',
      },
    ],
  }),
  fees: (mdtrtId: string, lines = LINES, batch = 'B1'): JsonObject => ({
    feedetail: lines.map((line) => ({
      feedetl_sn: line.sn,
      mdtrt_id: mdtrtId,
      psn_no: PERSON.psnNo,
      chrg_bchno: batch,
      rx_circ_flag: '0',
      fee_ocur_time: '2026-03-02 08:45:00',
      med_list_codg: line.code,
      medins_list_codg: `H-${line.code}`,
      det_item_fee_sumamt: numberText(line.amount),
      cnt: numberText(line.count),
      pric: numberText(line.price),
      bilg_dept_codg: 'K01',
      bilg_dept_name: '内科',
      bilg_dr_codg: 'D001',
      bilg_dr_name: '测试医师',
      hosp_appr_flag: '1',
      tcmdrug_used_way: '0',
      etip_flag: '0',
      dscg_tkdrug_flag: '0',
      matn_fee_flag: '0',
    })),
  }),
  preSettle: (mdtrtId: string, account = '1', total = TOTAL): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      med_type: '11',
      medfee_sumamt: numberText(total),
      psn_setlway: '01',
      mdtrt_id: mdtrtId,
      chrg_bchno: 'B1',
      acct_used_flag: account,
      insutype: '310',
    },
  }),
  /** 2207 with the scope amounts of a 2206 answer. */
  settle: (mdtrtId: string, setlinfo: JsonObject, account = '1'): JsonObject => {
    const scopes = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'];
    const copied = Object.fromEntries(scopes.map((name) => [name, setlinfo[name]]));
    return { data: { ...node(inputs.preSettle(mdtrtId, account), 'data'), ...copied } };
  },
  undoSettle: (mdtrtId: string, setlId: string): JsonObject => ({
    data: { setl_id: setlId, mdtrt_id: mdtrtId, psn_no: PERSON.psnNo },
  }),
  deleteFees: (mdtrtId: string, batch = '0000'): JsonObject => ({
    data: { mdtrt_id: mdtrtId, chrg_bchno: batch, psn_no: PERSON.psnNo },
  }),
  cancel: (mdtrtId: string, encounter = 'OP20260302001'): JsonObject => ({
    data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId, ipt_otp_no: encounter },
  }),
  reverse: (msgid: string, infno = '2207'): JsonObject => ({
    data: { psn_no: PERSON.psnNo, omsgid: msgid, oinfno: infno },
  }),
  query: (mdtrtId: string, setlId?: string): JsonObject => ({
    data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId, setl_id: setlId },
  }),
  visits: (): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      begntime: '2026-03-02 00:00:00',
      endtime: '2026-03-02 23:59:59',
      med_type: '11',
    },
  }),
};

/** 9001 to 2204; the mdtrt_id. */
export function prepareVisit(kit: Kit, encounter?: string): string {
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(kit.send('2201', inputs.register(encounter)).output, 'data')['mdtrt_id']);
  kit.send('2203', inputs.describe(mdtrtId));
  kit.send('2204', inputs.fees(mdtrtId));
  return mdtrtId;
}
