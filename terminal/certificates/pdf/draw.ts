import type PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
import type { Mark, Tone } from '../page/marks.ts';

/** A point is 1/72 inch. */
const POINTS_PER_MM = 72 / 25.4;
export const pt = (mm: number): number => mm * POINTS_PER_MM;

const TONES: Readonly<Record<Tone, string>> = { ink: '#1a1a1a', soft: '#6b6b6b', faint: '#ececec', paper: '#ffffff' };

type Drawn<K extends Mark['kind']> = Extract<Mark, { kind: K }>;

/** What is wider than its place is set smaller. */
function drawText(document: PDFDocument, mark: Drawn<'text'>): void {
  document.font(mark.bold ? 'bold' : 'regular').fontSize(pt(mark.size));
  const natural = document.widthOfString(mark.text);
  const most = mark.widest === null ? natural : pt(mark.widest);
  const shrunk = natural > most ? most / natural : 1;
  const width = natural * shrunk;
  const before = { left: 0, centre: width / 2, right: width }[mark.align];
  const how = { lineBreak: false, baseline: 'alphabetic' } as const;
  document.fontSize(pt(mark.size) * shrunk).fillColor(TONES[mark.tone]);
  document.text(mark.text, pt(mark.x) - before, pt(mark.y), how);
}

function drawBox(document: PDFDocument, { x, y, w, h, fill, edge }: Drawn<'box'>): void {
  const shape = document.rect(pt(x), pt(y), pt(w), pt(h));
  if (fill !== null) shape.fill(TONES[fill]);
  else shape.lineWidth(pt(edge)).stroke(TONES.ink);
}

/** A QR of error correction M, without its quiet zone: the page leaves that. */
function drawCode(document: PDFDocument, { x, y, side, data }: Drawn<'code'>): void {
  const code = qrcode(0, 'M');
  code.addData(data);
  code.make();
  const count = code.getModuleCount();
  const module = side / count;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column))
        document.rect(pt(x + column * module), pt(y + row * module), pt(module), pt(module));
    }
  }
  document.fill(TONES.ink);
}

/** One mark on the page that is open. */
export function drawMark(document: PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      drawText(document, mark);
      return;
    case 'box':
      drawBox(document, mark);
      return;
    case 'line':
      document.moveTo(pt(mark.x1), pt(mark.y1)).lineTo(pt(mark.x2), pt(mark.y2));
      document.lineWidth(pt(mark.thick)).stroke(TONES.ink);
      return;
    case 'code':
      drawCode(document, mark);
  }
}
