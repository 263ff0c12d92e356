/** What a picture of a screen must not have. */
export interface Flaws {
  /** Text that is cut by its box, or stands out of the glass, of its part of it, or of its key. */
  readonly clipped: readonly string[];
  /** Two texts, or a text and a key, in the same place. */
  readonly overlapping: readonly string[];
  /** Keys smaller than 20 mm in either direction, with their size in px. */
  readonly small: readonly string[];
  /** Text smaller than the floor (cap height 7.33 mm), with its size in px. */
  readonly tiny: readonly string[];
  /** The glass is higher or wider than the panel. */
  readonly scrolls: boolean;
  /** Han characters of the screen's own words: the frame, others' words, drawings and the unit of money do not count. */
  readonly han: number;
}

interface Piece {
  readonly element: HTMLElement;
  readonly text: string;
  readonly box: DOMRect;
  /** The first line of its text. */
  readonly first: boolean;
  /** Px of a line box that are air above and below its glyphs. */
  readonly air: number;
}

/** The lines of text on the glass, each with its box and the element that holds it. */
function piecesOf(glass: Element): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const element of glass.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('svg, .hidden-text')) continue;
    const nodes = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    for (const node of nodes) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const air = Number.parseFloat(getComputedStyle(element).fontSize) * 0.22;
      const text = (node.textContent ?? '').trim();
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      lines.forEach((box, line) => {
        pieces.push({ element, text, box, first: line === 0, air });
      });
    }
  }
  return pieces;
}

/** Where a piece may stand: its key, its panel, the part of the glass that it belongs to. */
function roomOf({ element }: Piece): DOMRect {
  const key = element.closest('button');
  if (key !== null) return key.getBoundingClientRect();
  const band = element.closest(
    '.band, .panel, .edge-tab, .beside, .pad-box, .slip-paper, .window-helps, .steps, .head',
  );
  if (band !== null) return band.getBoundingClientRect();
  const part = element.closest('.look, .below');
  const box = part?.getBoundingClientRect();
  return box === undefined || box.width === 0 ? new DOMRect(0, 0, innerWidth, innerHeight) : box;
}

function overlap(a: Piece, b: Piece): boolean {
  const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
  const down = Math.min(a.box.bottom - a.air, b.box.bottom - b.air) - Math.max(a.box.top + a.air, b.box.top + b.air);
  return across > 2 && down > 2;
}

/** Whether the text of `piece` reaches under the key or the tab `other`. */
function under(piece: Piece, other: Element): boolean {
  if (other.contains(piece.element)) return false;
  const box = other.getBoundingClientRect();
  return overlap(piece, { element: piece.element, text: '', box, first: true, air: 0 });
}

/** Looks for flaws in the screen that stands in this page. `pxPerMm` of the panel. */
export function measure(pxPerMm: number): Flaws {
  const clipped: string[] = [];
  const overlapping: string[] = [];
  const small: string[] = [];
  const tiny: string[] = [];
  const words: string[] = [];
  const glass = document.querySelector('[data-screen]');
  if (glass === null) throw new Error('no screen');
  const pieces = piecesOf(glass);
  const solid = [...glass.querySelectorAll('button, .edge-tab')];
  for (const element of glass.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    if (style.overflow === 'visible' || element.closest('svg, .hidden-text, .panels')) continue;
    // The glass itself cuts what stands out of it; its texts are looked at one by one below.
    if (element.matches('.kiosk')) continue;
    const air = Number.parseFloat(style.fontSize) * 0.22;
    const cut = element.scrollHeight > element.clientHeight + air || element.scrollWidth > element.clientWidth + 3;
    if (cut) clipped.push(`box ${element.className}: ${(element.textContent ?? '').slice(0, 30)}`);
  }
  pieces.forEach((piece, index) => {
    const { element, text, box, air } = piece;
    const room = roomOf(piece);
    const out = box.left < room.left - 1 || box.right > room.right + 1;
    if (out || box.top + air < room.top - 1 || box.bottom - air > room.bottom + 1) clipped.push(text);
    const size = air / 0.22;
    if (size * 0.733 < 7.33 * pxPerMm) tiny.push(`${text} ${size}`);
    for (const other of pieces.slice(index + 1)) {
      if (piece.element !== other.element && overlap(piece, other)) overlapping.push(`${text} / ${other.text}`);
    }
    for (const other of solid) if (under(piece, other)) overlapping.push(`${text} / [${other.textContent}]`);
    if (piece.first && !element.closest('[data-frame], [aria-hidden="true"], .unit')) words.push(text);
  });
  for (const key of glass.querySelectorAll('button')) {
    const { width, height } = key.getBoundingClientRect();
    if (Math.min(width, height) < 20 * pxPerMm) small.push(`${key.textContent} ${width}×${height}`);
  }
  const { scrollHeight, scrollWidth } = document.documentElement;
  const scrolls = scrollHeight > innerHeight || scrollWidth > innerWidth;
  const han = [...words.join('')].filter((each) => /\p{Script=Han}/u.test(each)).length;
  return { clipped, overlapping, small, tiny, scrolls, han };
}
