/** A line of text on the glass. */
export interface Piece {
  readonly element: HTMLElement;
  readonly text: string;
  readonly box: DOMRect;
  /** The first line of its text. */
  readonly first: boolean;
  /** Px of a line box that are air above and below its glyphs. */
  readonly air: number;
}

/** Air above and below the glyphs of a line, em. */
export const AIR_EM = 0.22;

/** The lines of text on the glass, each with its box and the element that holds it. */
export function piecesOf(glass: Element): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const element of glass.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('svg, .hidden-text')) continue;
    const nodes = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    for (const node of nodes) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const air = Number.parseFloat(getComputedStyle(element).fontSize) * AIR_EM;
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

/** Whether a line stands out of its room. */
export function standsOut(piece: Piece): boolean {
  const { box, air } = piece;
  const room = roomOf(piece);
  if (box.left < room.left - 1 || box.right > room.right + 1) return true;
  return box.top + air < room.top - 1 || box.bottom - air > room.bottom + 1;
}

/** Whether two lines stand in the same place. */
export function overlap(a: Piece, b: Piece): boolean {
  if (a.element === b.element) return false;
  const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
  const down = Math.min(a.box.bottom - a.air, b.box.bottom - b.air) - Math.max(a.box.top + a.air, b.box.top + b.air);
  return across > 2 && down > 2;
}

/** Keys, tabs, and the drawings that are more than pictures: no text may stand under them. */
export function solidsOf(glass: Element): readonly Element[] {
  return [...glass.querySelectorAll('button, .edge-tab, .into-slot, .slip-paper')].filter(
    (each) => each.getBoundingClientRect().width > 0,
  );
}

/** Whether the text of `piece` reaches under the key or the tab `other`. */
export function under(piece: Piece, other: Element): boolean {
  if (other.contains(piece.element)) return false;
  const box = other.getBoundingClientRect();
  const across = Math.min(piece.box.right, box.right) - Math.max(piece.box.left, box.left);
  // Glyphs that touch a key look as if they belonged to it.
  const air = piece.air / 2;
  const down = Math.min(piece.box.bottom - air, box.bottom) - Math.max(piece.box.top + air, box.top);
  return across > 2 && down > 2;
}

/** Drawings: keys and tabs keep out of their way by the layout. */
const DRAWN = 'svg, .slip-paper';

/** The least room between two keys, mm of the drawing: the lower edge of one, and a line of air. */
const LEAST_GAP_MM = 2.8;

/** Whether two keys or tabs stand in the same place, or so close that a finger takes one for the other. */
export function collide(a: Element, b: Element): boolean {
  if (a.matches(DRAWN) || b.matches(DRAWN)) return false;
  const gap = Number.parseFloat(document.documentElement.style.getPropertyValue('--mm')) * LEAST_GAP_MM;
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > -gap && down > -gap && (across > 2 || down > 2);
}

/** Whether a key stands, in part, outside the glass or its column. */
export function offGlass(key: Element): boolean {
  const { left, top, right, bottom } = key.getBoundingClientRect();
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) return true;
  // On a glass that lies, the keys' column is a part of its own.
  const column = key.closest('.below')?.getBoundingClientRect();
  return column !== undefined && column.height > 0 && (top < column.top - 1 || bottom > column.bottom + 1);
}

/** Keys whose middle is in the upper half of the glass. */
export function highKeys(glass: Element): readonly Element[] {
  return [...glass.querySelectorAll('button')].filter((key) => {
    const { top, height } = key.getBoundingClientRect();
    return height > 0 && top + height / 2 < innerHeight / 2;
  });
}

/** Boxes that cut what they hold. */
export function cutBoxes(glass: Element): readonly HTMLElement[] {
  return [...glass.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const style = getComputedStyle(element);
    if (style.overflow === 'visible' || element.closest('svg, .hidden-text, .panels')) return false;
    // The glass itself cuts what stands out of it; its texts are looked at one by one.
    if (element.matches('.kiosk')) return false;
    const air = Number.parseFloat(style.fontSize) * AIR_EM;
    return element.scrollHeight > element.clientHeight + air || element.scrollWidth > element.clientWidth + 3;
  });
}
