import { err, ok, type Result } from '../../../common/kernel/result.ts';

/** The Internet Printing Protocol as bytes (RFC 8010), as far as one page needs it. Pure; no network here. */

/** Operations and their numbers (RFC 8011 §5.4.15). */
export const OPERATION = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  jobAttributes: 0x0009,
  printerAttributes: 0x000b,
} as const;

const TAG = { operation: 0x01, end: 0x03, integer: 0x21, enum: 0x23, name: 0x42, keyword: 0x44, uri: 0x45 } as const;
const [CHARSET, LANGUAGE, MIME] = [0x47, 0x48, 0x49];
/** Below this a tag begins a group, from it on a value. */
const FIRST_VALUE_TAG = 0x10;
const VERSION = [2, 0];

export type IppValue = string | number;
/** What an attribute is asked with: its name, its kind and its values, of which a list has more than one. */
export interface IppAttribute {
  readonly name: string;
  readonly kind: 'uri' | 'name' | 'keyword' | 'mime' | 'integer';
  readonly values: readonly IppValue[];
}

const KIND: Readonly<Record<IppAttribute['kind'], number>> = {
  uri: TAG.uri,
  name: TAG.name,
  keyword: TAG.keyword,
  mime: MIME,
  integer: TAG.integer,
};

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** One value; the further ones of a list bear no name. */
function encoded(tag: number, name: string, value: IppValue): Buffer {
  const [named, bytes] = [Buffer.from(name), typeof value === 'number' ? long(value) : Buffer.from(value)];
  return Buffer.concat([Buffer.from([tag]), short(named.length), named, short(bytes.length), bytes]);
}

/** A request: charset and language first, as RFC 8011 has it, then the attributes, then the document. */
export function ippRequest(
  operation: number,
  requestId: number,
  attributes: readonly IppAttribute[],
  document: Uint8Array = new Uint8Array(),
): Uint8Array {
  return Buffer.concat([
    Buffer.from(VERSION),
    short(operation),
    long(requestId),
    Buffer.from([TAG.operation]),
    encoded(CHARSET, 'attributes-charset', 'utf-8'),
    encoded(LANGUAGE, 'attributes-natural-language', 'en'),
    ...attributes.flatMap(({ name, kind, values }) =>
      values.map((value, index) => encoded(KIND[kind], index === 0 ? name : '', value)),
    ),
    Buffer.from([TAG.end]),
    document,
  ]);
}

export interface IppReply {
  /** Below 0x0100: done. */
  readonly status: number;
  readonly requestId: number;
  /** The first attribute of each name, whatever its group; values of kinds that are not used here are left out. */
  readonly attributes: ReadonlyMap<string, readonly IppValue[]>;
}

function readValue(tag: number, bytes: Buffer): IppValue | null {
  if (tag === TAG.integer || tag === TAG.enum) return bytes.length === 4 ? bytes.readInt32BE() : null;
  return tag >= 0x41 && tag <= 0x49 ? bytes.toString() : null;
}

/** A reply, or what is wrong with it. Never reads past its end. */
export function ippReply(bytes: Uint8Array): Result<IppReply, 'unparsable'> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 9) return err('unparsable');
  const attributes = new Map<string, IppValue[]>();
  let [at, current]: [number, IppValue[]] = [8, []];
  const take = (): Buffer | null => {
    if (at + 2 > buffer.length) return null;
    const length = buffer.readUInt16BE(at);
    const from = at + 2;
    at = from + length;
    return at > buffer.length ? null : buffer.subarray(from, at);
  };
  for (;;) {
    const tag = buffer[at++];
    if (tag === undefined) return err('unparsable');
    if (tag === TAG.end) break;
    if (tag < FIRST_VALUE_TAG) continue;
    const [name, bytesOfValue] = [take(), take()];
    if (name === null || bytesOfValue === null) return err('unparsable');
    if (name.length > 0) {
      current = [];
      if (!attributes.has(name.toString())) attributes.set(name.toString(), current);
    }
    const value = readValue(tag, bytesOfValue);
    if (value !== null) current.push(value);
  }
  return ok({ status: buffer.readUInt16BE(2), requestId: buffer.readInt32BE(4), attributes });
}
