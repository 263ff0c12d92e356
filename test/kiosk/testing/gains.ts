import { difference } from './x-screen.ts';

/**
 * What an attacker could have won: one window more (or none left), something else on the glass (a menu, a bubble, a dialog), another
 * document, another server reached, a file written, another zoom, the browser ended.
 */
export type Gain = 'window' | 'glass' | 'page' | 'elsewhere' | 'file' | 'zoom' | 'gone';

/** How a kiosk stands, as seen from outside the browser and, for the hostile page, as the page says. */
export interface Look {
  readonly windows: readonly string[];
  readonly picture: Buffer;
  /** Names the document that is shown; another name is another document. */
  readonly document: string;
  readonly hits: number;
  readonly files: readonly string[];
  /** 0: not known. */
  readonly zoom: number;
  readonly alive: boolean;
}

/** More changed pixels than a focus ring or a clock makes; a menu, a bubble or a dialog makes many more. */
export const SEEN_PX = 1500;

export function gainsBetween(before: Look, after: Look): readonly Gain[] {
  const gains: Gain[] = [];
  if (before.windows.length !== after.windows.length) gains.push('window');
  if (difference(before.picture, after.picture) > SEEN_PX) gains.push('glass');
  if (after.document !== before.document) gains.push('page');
  if (after.hits > before.hits) gains.push('elsewhere');
  if (after.files.join('\n') !== before.files.join('\n')) gains.push('file');
  if (after.zoom !== before.zoom) gains.push('zoom');
  if (!after.alive) gains.push('gone');
  return gains;
}
