import { compactDateTime } from '../../common/kernel/dates.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import type { NodeSpec } from '../national/load-fields.ts';
import { isObject, type JsonObject, type JsonValue, numberText, writeJson } from './json.ts';
import type { Settings } from './settings.ts';
import { checkObject } from './validate.ts';

/** The parts of a request that the centre works with. */
export interface Envelope {
  readonly infno: string;
  readonly msgid: string;
  readonly insuplcAdmdvs: string;
  /** 就医地; the standard spells the field so. */
  readonly mdtrtareaAdmvs: string;
  readonly signNo: string;
  readonly opter: string;
  readonly opterName: string;
  readonly institution: string;
  readonly institutionName: string;
  readonly input: JsonObject;
}

/** What a transaction answers: its output, or a business refusal in words. */
export type Answer =
  | { readonly ok: true; readonly output: JsonObject | null }
  /** The answer is this file, with no envelope around it (9102). */
  | { readonly ok: true; readonly file: Uint8Array }
  | { readonly ok: false; readonly message: string };

/** A business refusal. */
export function refuse(message: string): Answer {
  return { ok: false, message };
}

/** Text of a checked C field, "" where it is absent. */
export function textOf(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/** Reads the envelope, or says what is wrong with it. */
export function readEnvelope(body: JsonValue, specs: readonly NodeSpec[]): Envelope | string {
  if (!isObject(body)) return '报文不是合法的JSON对象';
  const input = body['input'];
  if (!isObject(input)) return 'envelope.input（交易输入）应为对象';
  const fields = (specs[0]?.fields ?? []).filter((field) => field.field !== 'input');
  const fault = checkObject(body, fields, 'envelope');
  if (fault !== null) return fault;
  return {
    infno: textOf(body, 'infno'),
    msgid: textOf(body, 'msgid'),
    insuplcAdmdvs: textOf(body, 'insuplc_admdvs'),
    mdtrtareaAdmvs: textOf(body, 'mdtrtarea_admvs'),
    signNo: textOf(body, 'sign_no'),
    opter: textOf(body, 'opter'),
    opterName: textOf(body, 'opter_name'),
    institution: textOf(body, 'fixmedins_code'),
    institutionName: textOf(body, 'fixmedins_name'),
    input,
  };
}

function stamp(ms: number): string {
  return `${compactDateTime(ms)}${String(Math.floor(ms) % 1000).padStart(3, '0')}`;
}

/** The answer as bytes. `receivedAt` and `now` are ms since the epoch; `division` is the centre's own 区划. */
export function writeAnswer(
  answer: Answer,
  at: { readonly receivedAt: number; readonly now: number; readonly division: string },
  random: Random,
  settings: Settings,
): Uint8Array {
  if ('file' in answer) return answer.file;
  const code = answer.ok ? '0' : '-1';
  const sequence = String(randomInt(random, 1_000_000_000)).padStart(10, '0');
  const body: JsonObject = {
    infcode: settings.infcodeAs === 'number' ? numberText(code) : code,
    inf_refmsgid: `${at.division}${compactDateTime(at.now)}${sequence}`,
    refmsg_time: stamp(at.receivedAt),
    respond_time: stamp(at.now),
    enctype: null,
    signtype: null,
    err_msg: answer.ok ? '' : answer.message,
    output: answer.ok ? answer.output : null,
  };
  return new TextEncoder().encode(writeJson(body));
}
