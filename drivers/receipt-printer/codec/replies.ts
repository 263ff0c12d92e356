/**
 * Everything a printer says comes back in one byte stream without framing; only fixed bits tell the kinds apart
 * (Epson's reference, "identification of transmitted status"):
 * DLE EOT 0xx1xx10 · automatic status 0xx1xx00 and three bytes with bits 4 and 7 clear · GS r 0000xxxx ·
 * GS ( H 37 22 id id id id 00 · GS I 5F text 00.
 */
export type PrinterReply =
  | { readonly kind: 'realTime'; readonly status: number }
  | { readonly kind: 'automatic'; readonly status: readonly [number, number, number, number] }
  | { readonly kind: 'paper'; readonly status: number }
  | { readonly kind: 'processId'; readonly id: string }
  | { readonly kind: 'identity'; readonly text: string };

export interface ReplyParser {
  /** Takes any piece of the stream; returns the replies that it completes. Never throws. */
  push(chunk: Uint8Array): PrinterReply[];
  /** Forgets a half-read reply (after a reconnect). */
  reset(): void;
  /** Bytes that belong to no reply. */
  readonly junk: number;
}

const MAX_IDENTITY = 80;
const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;
const isAutomaticTail = (byte: number): boolean => (byte & 0x90) === 0;

type Fit = 'more' | 'done' | 'no';

/** Whether `held` can still become a reply. Its first byte decides the kind. */
function fits(held: readonly number[]): Fit {
  const first = held[0] ?? 0;
  const last = held[held.length - 1] ?? 0;
  const n = held.length;
  if (first === 0x37) {
    if (n === 1) return 'more';
    if (n === 2) return last === 0x22 ? 'more' : 'no';
    if (n <= 6) return isPrintable(last) ? 'more' : 'no';
    return last === 0 ? 'done' : 'no';
  }
  if (first === 0x5f) {
    if (n === 1) return 'more';
    if (last === 0) return 'done';
    return isPrintable(last) && n <= MAX_IDENTITY ? 'more' : 'no';
  }
  if ((first & 0x93) === 0x12 || (first & 0xf0) === 0) return 'done';
  if ((first & 0x93) === 0x10) {
    if (n === 1) return 'more';
    if (!isAutomaticTail(last)) return 'no';
    return n === 4 ? 'done' : 'more';
  }
  return 'no';
}

function toReply(held: readonly number[]): PrinterReply {
  const [a = 0, b = 0, c = 0, d = 0] = held;
  if (a === 0x37) return { kind: 'processId', id: String.fromCharCode(...held.slice(2, 6)) };
  if (a === 0x5f) return { kind: 'identity', text: String.fromCharCode(...held.slice(1, -1)) };
  if ((a & 0x93) === 0x12) return { kind: 'realTime', status: a };
  if ((a & 0xf0) === 0) return { kind: 'paper', status: a };
  return { kind: 'automatic', status: [a, b, c, d] };
}

/** A parser that survives any split of the stream and any junk between replies: a byte that breaks a reply is read anew. */
export function createReplyParser(): ReplyParser {
  let held: number[] = [];
  let junk = 0;

  function take(byte: number, replies: PrinterReply[]): void {
    held.push(byte);
    const fit = fits(held);
    if (fit === 'more') return;
    if (fit === 'done') {
      replies.push(toReply(held));
      held = [];
      return;
    }
    // The first byte was no reply's start; what follows it may be.
    const again = held.slice(1);
    held = [];
    junk += 1;
    for (const next of again) take(next, replies);
  }

  return {
    push(chunk) {
      const replies: PrinterReply[] = [];
      for (const byte of chunk) take(byte, replies);
      return replies;
    },
    reset() {
      held = [];
    },
    get junk() {
      return junk;
    },
  };
}
