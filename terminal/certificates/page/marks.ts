/** What stands on a sheet of A4, upright: all in mm from the top left corner. No font and no file format is known here. */
export const SHEET = { width: 210, height: 297, margin: 18 } as const;
/** Left and right edge of what is written. */
export const [LEFT, RIGHT] = [SHEET.margin, SHEET.width - SHEET.margin];

export type Tone = 'ink' | 'soft' | 'faint' | 'paper';

export type Mark =
  | {
      readonly kind: 'text';
      /** Where the line begins, ends or has its middle, by `align`; `y` is its base line. */
      readonly x: number;
      readonly y: number;
      /** Size of the letters. */
      readonly size: number;
      readonly text: string;
      readonly align: 'left' | 'right' | 'centre';
      readonly bold: boolean;
      readonly tone: Tone;
      /** What is wider is set smaller until it fits; null where nothing stands beside it. */
      readonly widest: number | null;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly fill: Tone | null;
      /** Thickness of its edge; 0: none. */
      readonly edge: number;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly thick: number;
    }
  | { readonly kind: 'code'; readonly x: number; readonly y: number; readonly side: number; readonly data: string };

type TextMark = Extract<Mark, { kind: 'text' }>;

/** A line of text; left, ink and not bold where nothing else is said. */
export function text(x: number, y: number, size: number, words: string, more: Partial<TextMark> = {}): TextMark {
  return { kind: 'text', x, y, size, text: words, align: 'left', bold: false, tone: 'ink', widest: null, ...more };
}

export function box(x: number, y: number, w: number, h: number, fill: Tone | null, edge = 0): Mark {
  return { kind: 'box', x, y, w, h, fill, edge };
}

/** A line across what is written. */
export function rule(y: number, thick = 0.2): Mark {
  return { kind: 'line', x1: LEFT, y1: y, x2: RIGHT, y2: y, thick };
}
