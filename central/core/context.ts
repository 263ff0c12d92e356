import { compactDateTime, formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { type Fen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import type { CodeRow } from '../national/load-code-tables.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import type { Plan } from '../plans/plan.ts';
import { type Envelope, textOf } from './envelope.ts';
import { isList, isObject, type JsonObject, NumberText } from './json.ts';
import type { InsuranceRow, Ledger, PersonRow } from './ledger.ts';
import type { Settings } from './settings.ts';

/** Something that a message changed for good; for logs and tests. */
export type Effect =
  | { readonly kind: 'signedIn' | 'signedOut'; readonly signNo: string }
  | { readonly kind: 'registered' | 'registrationCancelled' | 'described'; readonly mdtrtId: string }
  | {
      readonly kind: 'admitted' | 'admissionChanged' | 'admissionCancelled' | 'discharged' | 'dischargeUndone';
      readonly mdtrtId: string;
    }
  | { readonly kind: 'feesAdded' | 'feesDeleted'; readonly mdtrtId: string; readonly lines: number }
  | { readonly kind: 'settled' | 'refunded' | 'reversed' | 'refundReversed'; readonly setlId: string }
  | { readonly kind: 'fenced'; readonly msgid: string }
  | { readonly kind: 'fileStored' | 'compared'; readonly file: string };

/** What a transaction works with. */
export interface Context {
  readonly envelope: Envelope;
  readonly db: Ledger;
  /** ms since the epoch, one instant for the whole message */
  readonly now: number;
  readonly random: Random;
  readonly plan: Plan;
  /** Plans of the cities, for people who are insured there. */
  readonly cityPlans: readonly MedicalPlan[];
  /** Code tables that 1901 answers. */
  readonly codeTables: readonly CodeRow[];
  /** 医疗目录编码 that may be charged; null: this centre has no catalogue, and takes any. */
  readonly catalogue: ReadonlySet<string> | null;
  readonly settings: Settings;
  readonly effects: Effect[];
}

/** `yyyy-MM-dd HH:mm:ss` of the message. */
export function timeOf(context: Context): string {
  return formatDateTime(context.now);
}

/** `yyyy-MM-dd` of the message. */
export function dayOf(context: Context): string {
  return formatDate(context.now);
}

/** The node `name` of the input; its presence and shape were checked against the table. */
export function nodeOf(context: Context, name = 'data'): JsonObject {
  const node = context.envelope.input[name];
  return isObject(node) ? node : {};
}

/** The items of a list node. */
export function itemsOf(context: Context, name: string): readonly JsonObject[] {
  const node = context.envelope.input[name];
  return isList(node) ? node.filter(isObject) : [];
}

/** Decimal text of an N field, "0" where it is absent. */
export function decimalText(object: JsonObject, name: string): string {
  const value = object[name];
  return value instanceof NumberText ? value.text : textOf(object, name) || '0';
}

/** Fen of a checked N16,2 field. */
export function moneyOf(object: JsonObject, name: string): Fen {
  const amount = parseFen(decimalText(object, name));
  return amount.ok ? amount.value : ZERO_FEN;
}

/** A new id of 30 characters: 区划 6 + yyyyMMddHHmmss 14 + 10 random digits. */
export function newId(context: Context): string {
  const digits = Array.from({ length: 10 }, () => randomInt(context.random, 10)).join('');
  return `${context.plan.division}${compactDateTime(context.now)}${digits}`;
}

/** The person that the input names, if the place of insurance in the envelope is theirs; else the words of a refusal. */
export function insuredPerson(context: Context, psnNo: string): PersonRow | string {
  const person = context.db.personByNumber(psnNo);
  if (person === null) return '未查询到该人员编号';
  const divisions = context.db.insurances(psnNo).map((insurance) => insurance.division);
  return divisions.includes(context.envelope.insuplcAdmdvs) ? person : '参保地医保区划与参保信息不符';
}

/** The insurance of this type, if it is in force; else the words of a refusal. */
export function insuranceInForce(context: Context, psnNo: string, insutype: string): InsuranceRow | string {
  const found = context.db.insurances(psnNo).find((insurance) => insurance.insutype === insutype);
  if (found === undefined) return `该人员未参加险种${insutype}`;
  return found.status === '1' ? found : `该人员险种${insutype}参保状态不正常`;
}

/** Whether the credential (就诊凭证) is this person's: 02 identity number, 03 card number. */
export function ownsCredential(person: PersonRow, type: string, number: string): boolean {
  if (type === '02') return number.toUpperCase() === person.certNo.toUpperCase();
  return type === '03' && person.cardNumber !== null && number === person.cardNumber;
}
