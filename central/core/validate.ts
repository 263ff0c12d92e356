import { isIsoDate, parseDateTime } from '../../common/kernel/dates.ts';
import type { Field, NodeSpec } from '../national/load-fields.ts';
import { isList, isObject, type JsonObject, type JsonValue, NumberText } from './json.ts';

/** Checks messages against `fields.tsv`. The answer is null, or what is wrong, naming `node.field`. */
export type Fault = string | null;

/** Values of the code tables that the centre has, by the field's name; of a table that it has not, any value is taken. */
export type Codes = ReadonlyMap<string, ReadonlySet<string>>;
const NO_CODES: Codes = new Map();

function checkText(value: string, field: Field): Fault {
  if (field.len !== null && [...value].length > field.len) return `长度超过${field.len}`;
  return null;
}

function checkNumber(value: string, field: Field): Fault {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return '不是数值';
  const places = (match[2] ?? '').replace(/0+$/, '').length;
  const whole = (match[1] ?? '').replace(/^0+/, '').length;
  if (field.places !== null && places > field.places) return `小数位超过${field.places}`;
  if (field.len !== null && whole > field.len - (field.places ?? 0)) return `长度超过${field.len}`;
  return null;
}

function checkDate(value: string, field: Field): Fault {
  const good = parseDateTime(value) !== null || (field.type === 'D' && isIsoDate(value));
  return good ? null : '日期格式不正确';
}

/** A file as base64, which is what the usual JSON libraries make of a byte array, or as the bytes one by one. */
export function fileBytes(value: JsonValue | undefined): Uint8Array | null {
  if (typeof value === 'string') {
    return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && value.length % 4 === 0 ? Buffer.from(value, 'base64') : null;
  }
  if (!isList(value)) return null;
  const numbers = value.map((item) => (item instanceof NumberText ? Number(item.text) : Number.NaN));
  // Java's bytes are signed.
  const good = numbers.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 255);
  return good && numbers.length > 0 ? Uint8Array.from(numbers, (byte) => byte & 255) : null;
}

function isAbsent(value: JsonValue | undefined): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

/** One field: presence, kind of JSON value, shape and length; of a coded one, whether its table has the value. */
export function checkField(value: JsonValue | undefined, field: Field, codes = NO_CODES): Fault {
  if (isAbsent(value)) {
    const allowed = !field.required || (value === '' && field.mayBeEmpty);
    return allowed ? null : '不能为空';
  }
  if (field.type === 'B') return fileBytes(value) === null ? '不是文件数据' : null;
  if (value instanceof NumberText) {
    // Codes and ids are text: a number would lose leading zeros on the way.
    return field.type === 'N' ? checkNumber(value.text, field) : '应为字符型';
  }
  if (typeof value !== 'string') return '类型不正确';
  if (field.type === 'N') return checkNumber(value, field);
  if (field.type !== 'C') return checkDate(value, field);
  const table = field.codeTable ? codes.get(field.field) : undefined;
  return checkText(value, field) ?? (table?.has(value) === false ? '不在字典表内' : null);
}

/** Every field of one object; the first fault is named `node.field（label）`. */
export function checkObject(value: JsonObject, fields: readonly Field[], name: string, codes = NO_CODES): Fault {
  for (const field of fields) {
    const fault = checkField(value[field.field], field, codes);
    if (fault !== null) return `${name}.${field.field}（${field.label}）${fault}`;
  }
  return null;
}

/** Every node of `input` or `output`; extra nodes and fields are let through, as centres do. */
export function checkNodes(body: JsonObject, nodes: readonly NodeSpec[], codes = NO_CODES): Fault {
  for (const node of nodes) {
    const value = body[node.node];
    if (value === undefined || value === null) {
      if (node.required) return `节点${node.node}不能为空`;
      continue;
    }
    if (node.shape === 'object') {
      if (!isObject(value)) return `节点${node.node}应为对象`;
      const fault = checkObject(value, node.fields, node.node, codes);
      if (fault !== null) return fault;
      continue;
    }
    if (!isList(value)) return `节点${node.node}应为数组`;
    for (const [index, item] of value.entries()) {
      if (!isObject(item)) return `节点${node.node}[${index}]应为对象`;
      const fault = checkObject(item, node.fields, `${node.node}[${index}]`, codes);
      if (fault !== null) return fault;
    }
  }
  return null;
}
