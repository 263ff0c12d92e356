import iconv from 'iconv-lite';
import { concatBytes, fromHex } from '../codec/bytes.ts';
import type { Persona } from './persona.ts';

/** The records of one EF in the order in which a card holds them: tag → value without header. */
export type CardFile = ReadonlyMap<number, Uint8Array>;

const NAME_BYTES = 30;
const EXTENSION_BYTES = 20;

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function padded(value: Uint8Array, length: number, padding: number): Uint8Array {
  const out = new Uint8Array(Math.max(length, value.length)).fill(padding);
  out.set(value);
  return out;
}

function date(text: string, encoding: 'bcd' | 'ascii'): Uint8Array {
  return encoding === 'ascii' ? ascii(text) : fromHex(text.padEnd(8, '0'));
}

/** Builds EF05 and EF06 of a persona (domain-facts A2.1, A2.2, appendix 3). */
export function cardFiles(persona: Persona): { readonly EF05: CardFile; readonly EF06: CardFile } {
  const EF05 = new Map<number, Uint8Array>();
  const EF06 = new Map<number, Uint8Array>();
  const { holder, encoding } = persona;
  if (holder) {
    const padding = Number.parseInt(encoding.padding, 16);
    const name = new Uint8Array(iconv.encode(holder.name, encoding.name));
    const isFirstGeneration = holder.specVersion.startsWith('1');
    EF05.set(0x01, fromHex(holder.cardId));
    EF05.set(0x02, ascii('3'));
    EF05.set(0x03, padded(ascii(holder.specVersion), 4, 0x00));
    EF05.set(0x04, fromHex('990000000000000000000001'));
    EF05.set(0x05, date(holder.issuedOn, encoding.dates));
    EF05.set(0x06, date(holder.expiresOn, encoding.dates));
    EF05.set(0x07, padded(ascii(holder.cardNumber), 9, padding));
    EF06.set(0x08, padded(ascii(holder.socialSecurityNumber), 18, padding));
    EF06.set(0x09, padded(name.subarray(0, NAME_BYTES), NAME_BYTES, padding));
    if (!isFirstGeneration) EF06.set(0x4e, padded(name.subarray(NAME_BYTES), EXTENSION_BYTES, padding));
    EF06.set(0x0a, ascii(holder.sex));
    EF06.set(0x0b, fromHex(holder.nation));
    EF06.set(0x0c, fromHex(holder.birthPlace));
    EF06.set(0x0d, date(holder.birthDate, encoding.dates));
  }
  for (const [file, changes] of [
    [EF05, persona.records.EF05],
    [EF06, persona.records.EF06],
  ] as const) {
    for (const [tag, value] of Object.entries(changes)) {
      if (value === null) file.delete(Number.parseInt(tag, 16));
      else file.set(Number.parseInt(tag, 16), fromHex(value));
    }
  }
  return { EF05, EF06 };
}

/** A record as the card sends it: tag, length, value. */
export function recordBytes(tag: number, value: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(tag, value.length), value);
}
