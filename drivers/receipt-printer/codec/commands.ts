/**
 * The ESC/POS commands we send, as bytes. One function per command; nothing else in the project writes such a byte.
 * Names follow Epson's command reference; the sub-set is the one that clones with a Chinese font implement too.
 */

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** ESC @: settings and the unfinished line are reset; the receive buffer is not. */
export const initialise = (): Uint8Array => bytes(ESC, 0x40);

/** FS &: two bytes with the high bit set are one hanzi. Many clones start without it. */
export const kanjiMode = (): Uint8Array => bytes(FS, 0x26);

/** ESC 3 n: distance of two lines in dots (203 dpi: 8 dots are 1 mm). */
export const lineSpacing = (dots: number): Uint8Array => bytes(ESC, 0x33, dots & 0xff);

/** ESC J n: feeds n dots. */
export const feedDots = (dots: number): Uint8Array => bytes(ESC, 0x4a, dots & 0xff);

/** ESC a n: 0 left, 1 centre. */
export const align = (to: 'left' | 'centre'): Uint8Array => bytes(ESC, 0x61, to === 'centre' ? 1 : 0);

/** ESC E n: emphasised. */
export const bold = (on: boolean): Uint8Array => bytes(ESC, 0x45, on ? 1 : 0);

/** GS B n: white on black. */
export const inverse = (on: boolean): Uint8Array => bytes(GS, 0x42, on ? 1 : 0);

/**
 * Double width and height: GS ! for single-byte characters, FS ! and FS W for hanzi, because some clones apply GS !
 * to ASCII only. A printer that knows all three takes the last one; they do not multiply.
 */
export const doubleSize = (on: boolean): Uint8Array =>
  on ? bytes(GS, 0x21, 0x11, FS, 0x21, 0x0c, FS, 0x57, 0x01) : bytes(GS, 0x21, 0x00, FS, 0x21, 0x00, FS, 0x57, 0x00);

/** LF: prints the line. */
export const lineFeed = (): Uint8Array => bytes(0x0a);

/**
 * ESC * 33: an image of 24 dots height inside the line. `columns` holds 3 bytes per column, most significant bit on top.
 * Columns must not hold a real-time sequence: see `withoutRealTime`.
 */
export function inlineBitmap(columns: Uint8Array): Uint8Array {
  const width = columns.length / 3;
  const out = new Uint8Array(5 + columns.length);
  out.set([ESC, 0x2a, 33, width & 0xff, width >> 8]);
  out.set(columns, 5);
  return out;
}

/**
 * A printer obeys DLE EOT, DLE ENQ and DLE DC4 wherever they occur, also inside image data. Where a glyph happens to
 * hold such a pair, one dot is added to its first byte (0x10 becomes 0x18).
 */
export function withoutRealTime(image: Uint8Array): Uint8Array {
  const out = Uint8Array.from(image);
  for (let i = 0; i + 1 < out.length; i++) {
    const next = out[i + 1];
    if (out[i] === DLE && (next === 0x04 || next === 0x05 || next === 0x14)) out[i] = 0x18;
  }
  return out;
}

/** GS ( k: a QR code, model 2, level M, `moduleDots` per module; the data in the byte mode as given. */
export function qrCode(
  data: Uint8Array,
  moduleDots: number,
): { setUp: Uint8Array; store: Uint8Array; print: Uint8Array } {
  const length = data.length + 3;
  const store = new Uint8Array(8 + data.length);
  store.set([GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30]);
  store.set(data, 8);
  return {
    setUp: bytes(
      ...[GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0],
      ...[GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, moduleDots],
      ...[GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31],
    ),
    store,
    print: bytes(GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30),
  };
}

/** GS ( H fn 48: the printer answers with `id` (4 characters 0x20–0x7E) once everything before it is on paper. */
export function processId(id: string): Uint8Array {
  return bytes(GS, 0x28, 0x48, 6, 0, 0x30, 0x30, ...[...id].map((c) => c.charCodeAt(0)));
}

/** GS r 1: answered, in the order of the stream, with the paper sensor's state. */
export const transmitPaperStatus = (): Uint8Array => bytes(GS, 0x72, 1);

/** GS a n: automatic status. On: 0x0E (on-line, errors, paper); each change is sent as four bytes. */
export const automaticStatus = (on: boolean): Uint8Array => bytes(GS, 0x61, on ? 0x0e : 0);

/** GS I n (65 firmware, 66 maker, 67 model, 68 serial number, 69 font). */
export const identify = (what: 65 | 66 | 67 | 68 | 69): Uint8Array => bytes(GS, 0x49, what);

/** GS V 66 n: feeds to the cutter plus n dots and cuts, leaving a bridge. */
export const cut = (dots: number): Uint8Array => bytes(GS, 0x56, 66, dots & 0xff);

/** DLE EOT n: the state now. 1 printer, 2 off-line cause, 3 error cause, 4 paper sensor. Answered at receipt. */
export const realTimeStatus = (what: 1 | 2 | 3 | 4): Uint8Array => bytes(DLE, 0x04, what);

/** DLE ENQ 2: leaves a recoverable error (cutter) and clears the buffers. */
export const recoverAndClear = (): Uint8Array => bytes(DLE, 0x05, 2);

/** DLE DC4 8: clears the buffers, also while the printer waits for paper. The seven bytes are the fixed safeguard. */
export const clearBuffers = (): Uint8Array => bytes(DLE, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8);

/** NUL bytes: ignored as commands, and they complete whatever image or code the printer still waits for. */
export const padding = (count: number): Uint8Array => new Uint8Array(count);

/** One array from many. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
