import * as escpos from '../codec/commands.ts';
import type { LineStyle, SlipLine } from '../layout/line.ts';

/** Dots per QR module: 0.75 mm at 203 dpi, read by any telephone. */
const QR_MODULE_DOTS = 6;
/** Line distances in dots: 24-dot text with a third of air, double size, rules. */
const PITCH = { normal: 32, double: 60, rule: 30 } as const;
/** Lines of a black bar leave no white between them. */
const BAR_PITCH = { normal: 24, double: 48 } as const;
const SPACE_DOTS = 12;
/** Four modules of white above and below a QR code, as its standard asks. */
const QUIET_DOTS = 4 * QR_MODULE_DOTS;
/** Below the last line, before the cutter. */
const TAIL_DOTS = 24;

/** A piece that must not be cut: the printer would take its rest for text. */
export type Atom = Uint8Array;
/** One printed line: it leaves the printer's settings as it found them. */
export type EncodedLine = readonly Atom[];

/** Settings at the start of every job; automatic status must follow ESC @, which may switch it off. */
export function opening(automaticStatus: boolean): EncodedLine {
  return [
    escpos.initialise(),
    escpos.kanjiMode(),
    escpos.lineSpacing(PITCH.normal),
    escpos.automaticStatus(automaticStatus),
  ];
}

/** Feeds and cuts. */
export function closing(): EncodedLine {
  return [escpos.feedDots(TAIL_DOTS), escpos.cut(0)];
}

function switches(style: LineStyle): { on: Atom[]; off: Atom[] } {
  const on: Atom[] = [];
  const off: Atom[] = [];
  if (style.bold) {
    on.push(escpos.bold(true));
    off.push(escpos.bold(false));
  }
  if (style.double) {
    on.push(escpos.doubleSize(true));
    off.push(escpos.doubleSize(false));
  }
  if (style.inverse) {
    on.push(escpos.inverse(true));
    off.push(escpos.inverse(false));
  }
  const pitch = (style.inverse ? BAR_PITCH : PITCH)[style.double ? 'double' : 'normal'];
  if (pitch !== PITCH.normal) {
    on.push(escpos.lineSpacing(pitch));
    off.push(escpos.lineSpacing(PITCH.normal));
  }
  return { on, off };
}

/** GS B does not reach images: a rare character on a black bar is sent in negative. */
function inverted(bitmap: Uint8Array): Uint8Array {
  return escpos.inlineBitmap(escpos.withoutRealTime(bitmap.map((byte) => ~byte & 0xff)));
}

/** The bytes of one line, as pieces. */
export function encodeLine(line: SlipLine): EncodedLine {
  switch (line.kind) {
    case 'space':
      return [escpos.feedDots(SPACE_DOTS)];
    case 'rule':
      return [
        escpos.lineSpacing(PITCH.rule),
        ...line.cells.map((cell) => cell.bytes),
        escpos.lineFeed(),
        escpos.lineSpacing(PITCH.normal),
      ];
    case 'qr': {
      const code = escpos.qrCode(new TextEncoder().encode(line.data), QR_MODULE_DOTS);
      return [
        escpos.feedDots(QUIET_DOTS),
        escpos.align('centre'),
        code.setUp,
        code.store,
        code.print,
        escpos.align('left'),
        escpos.feedDots(QUIET_DOTS),
      ];
    }
    case 'text': {
      const { on, off } = switches(line.style);
      const cells = line.cells.map((cell) => (cell.bitmap && line.style.inverse ? inverted(cell.bitmap) : cell.bytes));
      return [...on, ...cells, escpos.lineFeed(), ...off];
    }
  }
}
