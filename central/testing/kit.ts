import { formatDateTime } from '../../common/kernel/dates.ts';
import { formatMessageId, type MessageIdCursor, nextCursor } from '../../common/kernel/message-id.ts';
import { fen } from '../../common/kernel/money.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { createCentre, type Handle, type Handled } from '../core/handle.ts';
import { isObject, type JsonObject, type JsonValue, NumberText, parseJson, writeJson } from '../core/json.ts';
import { defaultSettings, type Settings } from '../core/settings.ts';
import { loadCatalogue } from '../national/load-catalogue.ts';
import { loadCodeTables } from '../national/load-code-tables.ts';
import { loadFields } from '../national/load-fields.ts';
import { loadPlan } from '../plans/plan.ts';
import { openLedger, type SqliteLedger } from '../store/ledger.ts';
import { inputs, node } from './inputs.ts';
import { DIVISION, INSTITUTION, OPERATOR, PERSON } from './people.ts';

export { inputs, LINES, type Line, node, TOTAL } from './inputs.ts';
export { DIVISION, INSTITUTION, OPERATOR, PERSON } from './people.ts';

/** A centre in memory, one person, and the messages of an outpatient visit: for tests only. */

const START = Date.parse('2026-03-02T09:00:00+08:00');

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

/** Reads an answer's envelope. */
export function readReply(handled: Handled): Reply {
  // A file has no envelope.
  if (handled.file === true) return { infcode: '0', message: '', output: {}, handled };
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

// Read once: properties make hundreds of centres.
const [FIELDS, PLAN] = [loadFields(), loadPlan('haichuan')];
const [CODE_TABLES, CATALOGUE] = [loadCodeTables(), loadCatalogue()];

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
  const handle = createCentre({
    fields: FIELDS,
    plan: PLAN,
    codeTables: CODE_TABLES,
    catalogue: CATALOGUE,
    settings: () => settings,
  });
  const clock = stoppedClock();
  const random = seededRandom(7);
  let cursor: MessageIdCursor | null = null;
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
      cursor = nextCursor(cursor, clock.now());
      return formatMessageId(INSTITUTION, 0, cursor);
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

/** 9001 to 2204; the mdtrt_id. */
export function prepareVisit(kit: Kit, encounter?: string): string {
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(kit.send('2201', inputs.register(encounter)).output, 'data')['mdtrt_id']);
  kit.send('2203', inputs.describe(mdtrtId));
  kit.send('2204', inputs.fees(mdtrtId));
  return mdtrtId;
}
