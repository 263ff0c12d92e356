import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { CodeRow } from '../national/load-code-tables.ts';
import { type Field, type NodeSpec, nodesOf } from '../national/load-fields.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import type { Plan } from '../plans/plan.ts';
import { baseNumber } from './base-number.ts';
import type { Context, Effect } from './context.ts';
import { type Answer, type Envelope, readEnvelope, refuse, writeAnswer } from './envelope.ts';
import { parseJson } from './json.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import { queryAccumulations } from './transactions/accumulations.ts';
import { checkBenefit } from './transactions/benefit-check.ts';
import { queryDictionary } from './transactions/dictionary.ts';
import { discharge, undoDischarge } from './transactions/discharge.ts';
import { queryDiagnoses, queryFees } from './transactions/encounter-queries.ts';
import { deleteFees, uploadFees } from './transactions/fees.ts';
import { downloadFile, uploadFile } from './transactions/files.ts';
import { queryChosen, queryChronic, queryStays, queryTransfers } from './transactions/filings.ts';
import { personInfo } from './transactions/person.ts';
import { querySettlement, queryVisits } from './transactions/queries.ts';
import { preSettle, settle } from './transactions/settle.ts';
import { signIn, signInFault, signOut } from './transactions/sign-in.ts';
import { detailStatement, totalStatement } from './transactions/statement.ts';
import { admit, cancelAdmission, changeAdmission } from './transactions/stay.ts';
import { deleteStayFees, uploadStayFees } from './transactions/stay-fees.ts';
import { preSettleStay, settleStay } from './transactions/stay-settle.ts';
import { refund, refundStay, reverse } from './transactions/undo.ts';
import { cancelRegistration, describeVisit, register } from './transactions/visit.ts';
import { type Codes, checkNodes } from './validate.ts';

const TRANSACTIONS: Readonly<Record<string, (context: Context) => Answer>> = {
  '1101': personInfo,
  '1901': queryDictionary,
  '2001': checkBenefit,
  '2201': register,
  '2202': cancelRegistration,
  '2203': describeVisit,
  '2204': uploadFees,
  '2205': deleteFees,
  '2206': preSettle,
  '2207': settle,
  '2208': refund,
  '2301': uploadStayFees,
  '2302': deleteStayFees,
  '2303': preSettleStay,
  '2304': settleStay,
  '2305': refundStay,
  '2401': admit,
  '2402': discharge,
  '2403': changeAdmission,
  '2404': cancelAdmission,
  '2405': undoDischarge,
  '2601': reverse,
  '3201': totalStatement,
  '3202': detailStatement,
  '5201': queryVisits,
  '5202': queryDiagnoses,
  '5203': querySettlement,
  '5204': queryFees,
  '5206': queryAccumulations,
  '5301': queryChronic,
  '5302': queryChosen,
  '5303': queryStays,
  '5304': queryTransfers,
  '9001': signIn,
  '9002': signOut,
  '9101': uploadFile,
  '9102': downloadFile,
};

/** These name no person, so the envelope needs no place of insurance (B5.1). */
const WITHOUT_PERSON: readonly string[] = ['1101', '1901', '3201', '3202', '9001', '9002', '9101', '9102'];

/** The answer to one message: HTTP status, body, and what it changed. */
export interface Handled {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly effects: readonly Effect[];
  /** "" where the message is not readable. */
  readonly infno: string;
  readonly msgid: string;
  readonly ok: boolean;
  /** The bytes are a file, no envelope. */
  readonly file?: boolean;
}

/** `expected`: the number that belongs to the address at which the message arrived, where there is one. */
export type Handle = (bytes: Uint8Array, db: Ledger, clock: Clock, random: Random, expected?: string) => Handled;

/** The values of each table, by the name of the field that they belong to. */
function codesOf(rows: readonly CodeRow[]): Codes {
  const codes = new Map<string, Set<string>>();
  for (const { type, value } of rows) codes.set(type, (codes.get(type) ?? new Set()).add(value));
  return codes;
}

/** Builds the centre from its tables. Settings are read anew at each message. */
export function createCentre(input: {
  readonly fields: readonly Field[];
  readonly plan: Plan;
  readonly cityPlans?: readonly MedicalPlan[];
  readonly codeTables?: readonly CodeRow[];
  /** Codes of the catalogue beside the plan's own; without it there is no catalogue, and any code may be charged. */
  readonly catalogue?: readonly string[];
  readonly settings: () => Settings;
}): Handle {
  const envelopeSpecs = nodesOf(input.fields, 'envelope', 'in');
  const specs = new Map<string, NodeSpec[]>(
    Object.keys(TRANSACTIONS).map((infno) => [infno, nodesOf(input.fields, infno, 'in')]),
  );

  const codes = codesOf(input.codeTables ?? []);
  const catalogue =
    input.catalogue === undefined ? null : new Set([...input.catalogue, ...input.plan.items.map(({ code }) => code)]);

  function decide(context: Context): Answer {
    const { envelope } = context;
    const number = baseNumber(envelope.infno);
    const transaction = TRANSACTIONS[number];
    if (transaction === undefined || !Object.hasOwn(TRANSACTIONS, number))
      return refuse(`不支持的交易编号${envelope.infno}`);
    if (!context.settings.noFence && context.db.isFenced(envelope.msgid)) return refuse('该报文ID已冲正，不能再次使用');
    const fault = checkNodes(envelope.input, specs.get(number) ?? [], codes);
    if (fault !== null) return refuse(fault);
    if (number !== '9001') {
      const signFault = signInFault(context);
      if (signFault !== null) return refuse(signFault);
    }
    if (envelope.insuplcAdmdvs === '' && !WITHOUT_PERSON.includes(number)) {
      return refuse('envelope.insuplc_admdvs（参保地医保区划）不能为空');
    }
    return transaction(context);
  }

  function answerTo(envelope: Envelope, bytes: Uint8Array, db: Ledger, clock: Clock, random: Random): Handled {
    const settings = input.settings();
    const receivedAt = clock.now();
    const { infno, msgid } = envelope;
    const stored = settings.deduplicate ? db.storedAnswer(msgid, infno) : null;
    if (stored !== null && Buffer.from(bytes).equals(stored.request)) {
      return { status: 200, bytes: stored.answer, effects: [], infno, msgid, ok: true };
    }
    return db.atomically(() => {
      const effects: Effect[] = [];
      const { plan, cityPlans = [], codeTables = [] } = input;
      const context: Context = {
        envelope,
        db,
        now: receivedAt,
        random,
        plan,
        cityPlans,
        codeTables,
        catalogue,
        settings,
        effects,
      };
      const answer = stored === null ? decide(context) : refuse('发送方报文ID重复且内容不同');
      const at = { receivedAt, now: clock.now(), division: input.plan.division };
      const reply = writeAnswer(answer, at, random, settings);
      if (settings.deduplicate && stored === null) db.storeAnswer(msgid, infno, bytes, reply);
      return { status: 200, bytes: reply, effects, infno, msgid, ok: answer.ok, file: 'file' in answer };
    });
  }

  /** One message in, one answer out: all of its effects are committed when it returns, or none. */
  return function handle(bytes, db, clock, random, expected) {
    const read = readEnvelope(parseJson(bytes), envelopeSpecs);
    const misplaced = typeof read !== 'string' && expected !== undefined && read.infno !== expected;
    const envelope = misplaced ? '交易编号与服务地址不符' : read;
    if (typeof envelope !== 'string') return answerTo(envelope, bytes, db, clock, random);
    const now = clock.now();
    const at = { receivedAt: now, now, division: input.plan.division };
    const reply = writeAnswer(refuse(envelope), at, random, input.settings());
    return { status: 200, bytes: reply, effects: [], infno: '', msgid: '', ok: false };
  };
}
