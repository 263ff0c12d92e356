import { SSSE_NAME } from '../codec/apdu.ts';
import { concatBytes, toHex } from '../codec/bytes.ts';
import { type CardFile, cardFiles, recordBytes } from './card-files.ts';
import { disturb } from './garbage.ts';
import type { Persona } from './persona.ts';

const NONE = new Uint8Array();

function status(sw: number, data: Uint8Array = NONE): Uint8Array {
  return concatBytes(data, Uint8Array.of(sw >> 8, sw & 0xff));
}

/** Tags of EF05 that a third-generation card shows without authentication (domain-facts A6). */
const OPEN_TAGS = new Set([0x01, 0x02, 0x03, 0x04, 0x07]);

/**
 * The card's side of the APDUs, without any transport: one call, one reply. Power (`reset`) clears the selection
 * and a waiting response, but not the tries that are left, as on a real card.
 */
export class VirtualCard {
  readonly persona: Persona;
  readonly #files: { readonly EF05: CardFile; readonly EF06: CardFile };
  #triesLeft: number;
  /** The PIN as it came in its command: packed BCD, in hex. */
  #pin: string;
  #inApplication = false;
  #file: 'EF05' | 'EF06' | null = null;
  #waiting: Uint8Array | null = null;
  #verifies = 0;
  #changes = 0;

  constructor(persona: Persona) {
    this.persona = persona;
    this.#files = cardFiles(persona);
    this.#triesLeft = persona.pin.tries;
    const { digits } = persona.pin;
    this.#pin = digits.length % 2 === 0 ? digits : `${digits}F`;
  }

  get triesLeft(): number {
    return this.#triesLeft;
  }

  /** How many VERIFY commands arrived: a PIN must never be sent twice. */
  get verifies(): number {
    return this.#verifies;
  }

  /** How many CHANGE PIN commands were done or refused. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the card has this PIN now. */
  hasPin(digits: string): boolean {
    return this.#pin === (digits.length % 2 === 0 ? digits : `${digits}F`);
  }

  reset(): void {
    this.#inApplication = false;
    this.#file = null;
    this.#waiting = null;
  }

  /** Answers one command APDU, data and status word. */
  answer(apdu: Uint8Array): Uint8Array {
    return disturb(this.persona.behaviour.garbage, apdu, this.#plain(apdu));
  }

  #plain(apdu: Uint8Array): Uint8Array {
    const [cla, ins, p1 = 0, p2 = 0, p3 = 0] = apdu;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (cla === 0x80 && ins === 0x5e) return this.#change(toHex(apdu.subarray(5, 5 + p3)));
    if (cla !== 0x00) return status(0x6e00);
    switch (ins) {
      case 0xa4:
        return p1 === 0x04
          ? this.#selectName(apdu.subarray(5, 5 + p3))
          : this.#selectFile(p1, apdu.subarray(5, 5 + p3));
      case 0xc0:
        return waiting ? this.#withLe(waiting, p3) : status(0x6985);
      case 0xb2:
        return this.#readRecord(p1, p2, apdu.length > 4 ? p3 : 0);
      case 0x20:
        return this.#verify(toHex(apdu.subarray(5, 5 + p3)));
      default:
        return status(0x6d00);
    }
  }

  #selectName(name: Uint8Array): Uint8Array {
    this.#inApplication = false;
    this.#file = null;
    const { application, needsHsm, surface } = this.persona.behaviour;
    if (application === 'foreign' || toHex(name) !== toHex(SSSE_NAME)) return status(0x6a82);
    if (application === 'locked') return status(0x6283);
    this.#inApplication = true;
    const extra = needsHsm ? [0x9f, 0x0c, 0x03, 0x86, 0x01, 0x03] : [];
    const proprietary = Uint8Array.of(0xa5, 3 + extra.length, 0x88, 0x01, 0x1e, ...extra);
    const body = concatBytes(recordBytes(0x84, SSSE_NAME), proprietary);
    const fci = recordBytes(0x6f, body);
    if (surface === 't1') return status(0x9000, fci);
    this.#waiting = fci;
    return status(0x6100 | fci.length);
  }

  #selectFile(p1: number, id: Uint8Array): Uint8Array {
    const form = p1 === 0x00 ? '00' : p1 === 0x02 ? '02' : null;
    const { selectFile } = this.persona.behaviour;
    const file = toHex(id);
    if (!this.#inApplication || form === null || (selectFile !== 'both' && selectFile !== form)) return status(0x6a86);
    if (file !== 'EF05' && file !== 'EF06') return status(0x6a82);
    this.#file = file;
    return status(0x9000);
  }

  #readRecord(p1: number, p2: number, le: number): Uint8Array {
    const sfi = p2 >> 3;
    const mode = p2 & 0x07;
    const name = sfi === 0 ? this.#file : sfi === 5 ? 'EF05' : sfi === 6 ? 'EF06' : null;
    if (!this.#inApplication || name === null) return status(0x6986);
    const file = this.#files[name];
    const { records, needsHsm } = this.persona.behaviour;
    const byNumber = mode === 0x04;
    if (!byNumber && (mode !== 0x00 || records === 'number')) return status(0x6a86);
    const tag = byNumber ? [...file.keys()][p1 - 1] : p1;
    if (tag !== undefined && needsHsm && (name === 'EF06' || !OPEN_TAGS.has(tag))) return status(0x6982);
    const value = tag === undefined ? undefined : file.get(tag);
    if (tag === undefined || !value) return status(0x6a83);
    return this.#withLe(this.persona.behaviour.bareValues ? value : recordBytes(tag, value), le);
  }

  #withLe(data: Uint8Array, le: number): Uint8Array {
    const all = le === 0 || le === data.length;
    if (!all && this.persona.behaviour.surface === 't0') return status(0x6c00 | data.length);
    return status(0x9000, le === 0 ? data : data.subarray(0, Math.min(le, data.length)));
  }

  #verify(packed: string): Uint8Array {
    this.#verifies++;
    return this.#check(packed) ?? status(0x9000);
  }

  /** 80 5E 01 00: the old PIN, FF, the new one (domain-facts A5). */
  #change(data: string): Uint8Array {
    this.#changes++;
    const [, old, next] = /^((?:\d\d)+)FF((?:\d\d)+)$/.exec(data) ?? [];
    if (old === undefined || next === undefined) return status(0x6700);
    const refusal = this.#check(old);
    if (refusal !== null) return refusal;
    this.#pin = next;
    return status(0x9000);
  }

  /** Null where it is the PIN; what the card answers to any other, with one try less. */
  #check(packed: string): Uint8Array | null {
    if (!this.#inApplication) return status(0x6985);
    if (this.#triesLeft === 0) return status(0x6983);
    if (packed === this.#pin) {
      this.#triesLeft = this.persona.pin.tries;
      return null;
    }
    this.#triesLeft--;
    return status(0x63c0 | this.#triesLeft);
  }
}
