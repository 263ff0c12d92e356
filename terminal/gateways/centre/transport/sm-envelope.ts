import { z } from 'zod';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import { parseSourceText } from '../json-amounts.ts';
import { sm4Decrypt, sm4Encrypt } from './sm-crypto.ts';
import { isProved, prove, type SmEnvelope } from './sm-keys.ts';
import { JSON_TYPE, type MessageParts, messageText, readUtf8, type TransportProfile, utf8 } from './transport.ts';

/** Header names where the signature travels beside the body; the envelope's own field names, as it has no others. */
const [PROOF_HEADER, TYPE_HEADER, ENCRYPTION_HEADER] = ['cainfo', 'signtype', 'enctype'] as const;

/**
 * A family whose bodies are encrypted by SM4 and proved by SM2 or SM3 (B5.4: Heilongjiang encrypts, then signs). Path
 * and access headers stay those of `base`. What is stored is what goes out: encrypted, and the same at each send; a
 * signature in a header is made anew, over the same bytes. An answer that the centre did not prove is no answer.
 */
export function smTransport(base: TransportProfile, sm: SmEnvelope): TransportProfile {
  return sm.place === 'envelope' ? inEnvelope(base, sm) : inHeader(base, sm);
}

/**
 * What is signed of an envelope: every field but `cainfo` that has text or a number, which the reader hands over by its
 * text, sorted, as `name=value` joined by &.
 */
export function signedText(fields: Readonly<Record<string, unknown>>): string {
  return Object.keys(fields)
    .filter((name) => name !== PROOF_HEADER && typeof fields[name] === 'string' && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${String(fields[name])}`)
    .join('&');
}

const encrypt = (text: string, key: string): string => Buffer.from(sm4Encrypt(utf8(text), key)).toString('base64');

function decrypt(text: string, key: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const plain = sm4Decrypt(Buffer.from(text, 'base64'), key);
  const read = plain === null ? null : readUtf8(plain);
  return read?.ok === true ? read.value : null;
}

function inEnvelope(base: TransportProfile, sm: SmEnvelope): TransportProfile {
  return {
    path: base.path,
    headers: base.headers,
    encode: ({ envelope, input }: MessageParts) => {
      const sealed = { ...envelope, enc_type: 'SM4', signtype: sm.proof.type, input: encrypt(input, sm.key) };
      return utf8(JSON.stringify({ ...sealed, cainfo: prove(sm.proof, utf8(signedText(sealed))) }));
    },
    decode: (body) => {
      const text = readUtf8(body);
      const value = text.ok ? parseSourceText(text.value) : text;
      const fields = z.record(z.string(), z.unknown()).safeParse(value.ok ? value.value : null);
      if (!fields.success) return err('unparsable');
      return openEnvelope(fields.data, sm);
    },
  };
}

/** The answer with its output in the clear again; `output` is text only where it is encrypted. */
function openEnvelope(fields: Readonly<Record<string, unknown>>, sm: SmEnvelope): Result<string, 'unparsable'> {
  const { output, cainfo, ...rest } = fields;
  if (typeof cainfo !== 'string' || fields['signtype'] !== sm.proof.type) return err('unparsable');
  if (!isProved(sm.proof, utf8(signedText(fields)), cainfo)) return err('unparsable');
  const head = JSON.stringify(rest).slice(0, -1);
  if (output === null || output === undefined || output === '') return ok(`${head}}`);
  const plain = typeof output === 'string' ? decrypt(output, sm.key) : null;
  return plain === null ? err('unparsable') : ok(`${head},"output":${plain}}`);
}

function inHeader(base: TransportProfile, sm: SmEnvelope): TransportProfile {
  return {
    path: base.path,
    encode: (message) => utf8(encrypt(messageText(message), sm.key)),
    headers: (sending) => ({
      ...base.headers(sending),
      // JSON by what is inside; gateways look at it before anybody decrypts.
      ...JSON_TYPE,
      [ENCRYPTION_HEADER]: 'SM4',
      [TYPE_HEADER]: sm.proof.type,
      [PROOF_HEADER]: prove(sm.proof, sending.body),
    }),
    decode: (body, headers) => {
      const given = headers[PROOF_HEADER];
      const type = headers[TYPE_HEADER];
      if (typeof given !== 'string' || type !== sm.proof.type) return err('unparsable');
      if (!isProved(sm.proof, body, given)) return err('unparsable');
      const text = readUtf8(body);
      const plain = text.ok ? decrypt(text.value, sm.key) : null;
      return plain === null ? err('unparsable') : ok(plain);
    },
  };
}
