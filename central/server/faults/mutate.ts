import { addFen, fen, formatFen, parseFen } from '../../../common/kernel/money.ts';
import {
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  NumberText,
  numberText,
  parseJson,
  writeJson,
} from '../../core/json.ts';
import type { Reply } from '../message.ts';
import type { Fault } from './fault.ts';

/** Answers that lie: the centre's true answer, changed on its way out. The ledger keeps the truth. */

function encode(reply: Reply, body: JsonObject): Reply {
  return { ...reply, body: new TextEncoder().encode(writeJson(body)) };
}

/** `change` applied to every object inside `value` that has the field `name`. */
function change(value: JsonValue, name: string, to: (old: JsonValue) => JsonValue): JsonValue {
  if (isList(value)) return value.map((item) => change(item, name, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (member === undefined) return [key, member];
      return [key, key === name ? to(member) : change(member, name, to)];
    }),
  );
}

/** One yuan more in the pool's payment; where there is none, in the account's: some identity breaks in any case. */
function breakMoney(body: JsonObject): JsonObject {
  const oneMore = (old: JsonValue): JsonValue => {
    const amount = parseFen(old instanceof NumberText ? old.text : '0');
    return numberText(formatFen(addFen(amount.ok ? amount.value : fen(0), fen(100))));
  };
  const changed = change(body, 'hifp_pay', oneMore);
  return isObject(changed) ? changed : body;
}

function changed(body: JsonObject, fault: Fault): JsonObject {
  const output = body['output'] ?? null;
  switch (fault.kind) {
    case 'nullOutput':
      return { ...body, output: null };
    case 'infcodeNumber':
      return {
        ...body,
        infcode: body['infcode'] instanceof NumberText ? body['infcode'] : numberText(String(body['infcode'])),
      };
    case 'businessRefusal':
      return { ...body, infcode: '-1', err_msg: fault.err_msg ?? '该人员待遇已冻结，请到经办窗口处理', output: null };
    case 'systemError':
      return {
        ...body,
        infcode: '-1',
        err_msg: fault.err_msg ?? '系统异常：java.lang.NullPointerException',
        output: null,
      };
    case 'wrongPerson': {
      const other = change(
        change(output, 'psn_no', () => '99010000000000000000000099999'),
        'psn_name',
        () => '另一人',
      );
      return { ...body, output: other };
    }
    case 'wrongMsgid':
      return { ...body, output: change(output, 'medins_setl_id', () => 'H9901000000120200101000000ZZZZ') };
    case 'wrongAmounts':
      return breakMoney(body);
    default:
      return body;
  }
}

/** The reply as this fault makes it; unchanged where it is no envelope. */
export function mutate(reply: Reply, fault: Fault): Reply {
  const body = parseJson(reply.body);
  return isObject(body) ? encode(reply, changed(body, fault)) : reply;
}

/** The envelope of a centre that did not handle the message. */
export function refusedEnvelope(fault: Fault): Reply {
  const body: JsonObject = {
    infcode: '-1',
    inf_refmsgid: '',
    refmsg_time: '',
    respond_time: '',
    err_msg: '',
    output: null,
  };
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return encode({ status: 200, headers, body: new Uint8Array() }, changed(body, fault));
}
