import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import { createFamilyGate, type Family } from './families.ts';
import type { Gate } from './gate.ts';
import { createSmGate, type SmKeys } from './sm.ts';

/** The form in which the reference centre is spoken to; the switch of `main.ts`. */
export interface GateSettings {
  readonly family: Family;
  /** Null: bodies in the clear. */
  readonly sm: SmKeys | null;
}

/** The switch's words: a family, `/apikey` or `/none` behind single-url, and `+sm2` or `+sm3`, `-header` where it is not in the envelope. */
const SPOKEN = /^(x-tif|csb|single-url(?:\/(?:x-tif|apikey|none))?)(?:\+(sm2|sm3)(-header)?)?$/;

/** Builds the gate of `settings`. */
export function createGate({ family, sm }: GateSettings, now: () => number): Gate {
  const gate = createFamilyGate(family, now);
  return sm === null ? gate : createSmGate(gate, sm);
}

/**
 * What `--transport` asks for, with keys from files in `dir` (0600, made where they are missing): `api-key`,
 * `csb-secret`, `sm4-key`, `sm3-secret`, and the SM2 pairs of both sides, of which the lab's terminal reads
 * `sm2-institution-key` and `sm2-centre-public`. Null: the words are none of the switch's.
 */
export function gateSettings(words: string, dir: string, xtifToken: string): GateSettings | null {
  const parts = SPOKEN.exec(words);
  if (parts === null) return null;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const [, familyWords = '', proof, header] = parts;
  return {
    family: familyOf(familyWords, dir, xtifToken),
    sm: proof === undefined ? null : smOf(proof, header === undefined ? 'envelope' : 'header', dir),
  };
}

function familyOf(words: string, dir: string, token: string): Family {
  if (words === 'x-tif') return { kind: 'x-tif', token };
  if (words === 'csb') return { kind: 'csb', secret: kept(dir, 'csb-secret', hex(32)) };
  const access = words.slice('single-url/'.length);
  const apiKey = kept(dir, 'api-key', hex(24));
  return { kind: 'single-url', access: access === 'apikey' || access === 'none' ? access : 'x-tif', token, apiKey };
}

function smOf(proof: string, place: SmKeys['place'], dir: string): SmKeys {
  const key = kept(dir, 'sm4-key', hex(16));
  if (proof === 'sm3') return { place, key, proof: { type: 'SM3', secret: kept(dir, 'sm3-secret', hex(32)) } };
  const newKey = (): string => sm2.generateKeyPairHex().privateKey;
  const [ownKey, theirs] = [kept(dir, 'sm2-centre-key', newKey), kept(dir, 'sm2-institution-key', newKey)];
  kept(dir, 'sm2-centre-public', () => sm2.getPublicKeyFromPrivateKey(ownKey));
  return { place, key, proof: { type: 'SM2', ownKey, institutionKey: sm2.getPublicKeyFromPrivateKey(theirs) } };
}

const hex = (bytes: number) => (): string => randomBytes(bytes).toString('hex');

/** The one line of `name`, made by `make` where there is none yet. */
function kept(dir: string, name: string, make: () => string): string {
  const file = join(dir, name);
  try {
    writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  return readFileSync(file, 'utf8').trim();
}
