import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { isObject, type JsonObject, NumberText, parseJson, writeJson } from '../../core/json.ts';
import { problem, type Reply, type Request } from '../message.ts';
import { sameSecret } from '../secrets.ts';
import { type Gate, headerOf } from './gate.ts';

/** What a centre that encrypts knows: hex keys, and how a message is proved. */
export interface SmKeys {
  readonly place: 'envelope' | 'header';
  /** SM4, 16 bytes. */
  readonly key: string;
  readonly proof:
    | { readonly type: 'SM2'; readonly ownKey: string; readonly institutionKey: string }
    | { readonly type: 'SM3'; readonly secret: string };
}

/** SM4 and SM3 come from OpenSSL here, so that the terminal's are proved by another hand; SM2 it cannot do as wanted. */
function sm4(direction: 'encrypt' | 'decrypt', bytes: Uint8Array, key: string): Uint8Array | null {
  const make = direction === 'encrypt' ? createCipheriv : createDecipheriv;
  const cipher = make('sm4-ecb', Buffer.from(key, 'hex'), null);
  try {
    return Buffer.concat([cipher.update(bytes), cipher.final()]);
  } catch {
    return null;
  }
}

function prove({ proof }: SmKeys, text: string): string {
  if (proof.type === 'SM3') return createHmac('sm3', proof.secret).update(text, 'utf8').digest('hex');
  return sm2.doSignature(Buffer.from(text, 'utf8'), proof.ownKey, { hash: true });
}

function isProved({ proof }: SmKeys, text: string, given: string): boolean {
  if (proof.type === 'SM3')
    return sameSecret(given, createHmac('sm3', proof.secret).update(text, 'utf8').digest('hex'));
  if (!/^[0-9a-f]{128}$/i.test(given)) return false;
  try {
    return sm2.doVerifySignature(Buffer.from(text, 'utf8'), given, proof.institutionKey, { hash: true });
  } catch {
    return false;
  }
}

/** A field as it is signed: text, or a number's own text; "" for what is neither. */
const signed = (value: JsonObject[string]): string =>
  value instanceof NumberText ? value.text : typeof value === 'string' ? value : '';

/** `name=value` of every field but cainfo that holds text or a number, sorted by name, joined by &. */
function signedText(fields: JsonObject): string {
  return Object.keys(fields)
    .filter((name) => name !== 'cainfo' && signed(fields[name]) !== '')
    .sort()
    .map((name) => `${name}=${signed(fields[name])}`)
    .join('&');
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A gate that decrypts what comes in and encrypts what goes out; address and credentials stay `gate`'s. */
export function createSmGate(gate: Gate, keys: SmKeys): Gate {
  // Log, faults and answer each look at the same request.
  const opened = new WeakMap<Request, { readonly plain: Uint8Array | null }>();
  const open = (request: Request): Uint8Array | null => {
    const known = opened.get(request);
    if (known !== undefined) return known.plain;
    const plain = keys.place === 'envelope' ? openEnvelope(request, keys) : openBody(request, keys);
    opened.set(request, { plain });
    return plain;
  };
  return {
    ...gate,
    open,
    admit(request) {
      const refused = gate.admit(request);
      if (refused !== null) return refused;
      return open(request) === null ? problem(401, 'SM_REFUSED', 'not encrypted or not proved as agreed') : null;
    },
    seal: (reply) => (keys.place === 'envelope' ? sealEnvelope(reply, keys) : sealBody(reply, keys)),
  };
}

function openEnvelope({ body }: Request, keys: SmKeys): Uint8Array | null {
  const fields = parseJson(body);
  if (!isObject(fields) || typeof fields['input'] !== 'string' || typeof fields['cainfo'] !== 'string') return null;
  if (fields['signtype'] !== keys.proof.type || fields['enc_type'] !== 'SM4') return null;
  if (!isProved(keys, signedText(fields), fields['cainfo'])) return null;
  const plain = sm4('decrypt', Buffer.from(fields['input'], 'base64'), keys.key);
  const input = plain === null ? null : parseJson(plain);
  if (!isObject(input)) return null;
  return bytesOf(writeJson({ ...fields, input }));
}

function openBody({ body, headers }: Request, keys: SmKeys): Uint8Array | null {
  const text = Buffer.from(body).toString('utf8');
  if (headerOf(headers, 'signtype') !== keys.proof.type || headerOf(headers, 'enctype') !== 'SM4') return null;
  if (!isProved(keys, text, headerOf(headers, 'cainfo'))) return null;
  return sm4('decrypt', Buffer.from(text, 'base64'), keys.key);
}

/** An answer's envelope; a file, and a page of somebody in between, go out as they are. */
function sealEnvelope(reply: Reply, keys: SmKeys): Reply {
  const fields = parseJson(reply.body);
  if (!isObject(fields) || fields['infcode'] === undefined) return reply;
  const { output } = fields;
  const empty = output === null || output === undefined;
  const plain = empty ? null : sm4('encrypt', bytesOf(writeJson(output)), keys.key);
  const sealed: JsonObject = {
    ...fields,
    enctype: 'SM4',
    signtype: keys.proof.type,
    output: plain === null ? null : Buffer.from(plain).toString('base64'),
  };
  return { ...reply, body: bytesOf(writeJson({ ...sealed, cainfo: prove(keys, signedText(sealed)) })) };
}

function sealBody(reply: Reply, keys: SmKeys): Reply {
  const fields = parseJson(reply.body);
  if (!isObject(fields) || fields['infcode'] === undefined) return reply;
  const text = Buffer.from(sm4('encrypt', reply.body, keys.key) ?? []).toString('base64');
  const headers = { ...reply.headers, enctype: 'SM4', signtype: keys.proof.type, cainfo: prove(keys, text) };
  return { ...reply, headers, body: bytesOf(text) };
}
