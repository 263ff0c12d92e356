/**
 * Frames of the `minka-lab` pad: STX LEN SEQ CMD DATA… LRC ETX, and the single bytes ACK and NAK between them.
 * LEN counts SEQ, CMD and DATA; LRC is the XOR of everything from LEN to the last byte of DATA. See README.md.
 */
const STX = 0x02;
const ETX = 0x03;
const ACK = 0x06;
const NAK = 0x15;
const MOST_DATA = 32;

/** What the two ends say. `identity` is also the sign of life; its frames bear SEQ 0 and are never duplicates. */
export const commands = {
  identity: 0x49,
  begin: 0x42,
  cancel: 0x43,
  count: 0x4e,
  digits: 0x50,
  cancelled: 0x58,
  timeout: 0x54,
} as const;
export type Command = keyof typeof commands;

const names = new Map(Object.entries(commands).map(([name, byte]) => [byte as number, name as Command]));

/** One thing that came over the line. `noise` is anything that is no frame; it is counted, never fatal. */
export type PadToken =
  | { readonly kind: 'frame'; readonly sequence: number; readonly command: Command; readonly data: Uint8Array }
  | { readonly kind: 'ack' }
  | { readonly kind: 'nak' }
  /** A frame with a wrong check byte, end or command: to be asked for again. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'noise' };

export const ackByte: Uint8Array = Uint8Array.of(ACK);
export const nakByte: Uint8Array = Uint8Array.of(NAK);

/** A whole frame. The caller wipes it when its data is secret. */
export function encodeFrame(sequence: number, command: Command, data: Uint8Array): Uint8Array {
  if (data.length > MOST_DATA) throw new RangeError('a pad frame carries at most 32 bytes');
  const out = new Uint8Array(data.length + 6);
  out.set([STX, data.length + 2, sequence & 0xff, commands[command]]);
  out.set(data, 4);
  let lrc = 0;
  for (let i = 1; i < 4 + data.length; i++) lrc ^= out[i] ?? 0;
  out[4 + data.length] = lrc;
  out[5 + data.length] = ETX;
  return out;
}

/** Cuts a byte stream into tokens. Its buffer and the chunks it was given are wiped as they are used up. */
export class PadDecoder {
  readonly #buffer = new Uint8Array(MOST_DATA + 6);
  #used = 0;

  push(chunk: Uint8Array): PadToken[] {
    const tokens: PadToken[] = [];
    for (const byte of chunk) {
      const token = this.#take(byte);
      if (token) tokens.push(token);
    }
    chunk.fill(0);
    return tokens;
  }

  /** Forgets what is half received. */
  reset(): void {
    this.#buffer.fill(0);
    this.#used = 0;
  }

  #take(byte: number): PadToken | null {
    if (this.#used === 0 && byte !== STX) {
      return byte === ACK ? { kind: 'ack' } : byte === NAK ? { kind: 'nak' } : { kind: 'noise' };
    }
    this.#buffer[this.#used++] = byte;
    const length = this.#buffer[1] ?? 0;
    if (this.#used < 2) return null;
    if (length < 2 || length > MOST_DATA + 2) return this.#end({ kind: 'broken' });
    if (this.#used < length + 4) return null;
    let lrc = 0;
    for (let i = 1; i < length + 2; i++) lrc ^= this.#buffer[i] ?? 0;
    const command = names.get(this.#buffer[3] ?? 0);
    if (lrc !== this.#buffer[length + 2] || byte !== ETX || !command) return this.#end({ kind: 'broken' });
    return this.#end({
      kind: 'frame',
      sequence: this.#buffer[2] ?? 0,
      command,
      data: this.#buffer.slice(4, length + 2),
    });
  }

  #end(token: PadToken): PadToken {
    this.reset();
    return token;
  }
}
