import type { Look as ScreenLook } from '../../common/contracts/session/look.ts';
import type { measure } from './measure.ts';

/** The gallery's languages: those of the screens, and one 40 % longer than English. */
export type Language = 'zh-CN' | 'en' | 'pseudo';

export interface Look {
  /** A fixture; "NAME+KEY": that key of it has been pressed, by its name or by its digit; more keys one after the other. */
  readonly name: string | null;
  readonly lang: Language;
  readonly look: Partial<ScreenLook>;
  readonly keypad: boolean;
}

/** What the gallery's page offers a test. */
export interface GalleryWindow {
  /** Intents that keys sent. */
  readonly sent: unknown[];
  /** What was to be said, one list for each time. */
  readonly heard: string[][];
  /** Shows a fixture without loading the page anew, and resolves when it is drawn. */
  readonly show: (name: string) => Promise<void>;
  readonly measure: typeof measure;
}

/** Panels of 21.5", FHD, both ways round, and an old one that is nearly square. */
export const panels = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  square: { width: 1280, height: 1024 },
} as const;
export type Panel = keyof typeof panels;

/** Physical px per mm of it; a nearly square panel of 19" shows the drawn glass smaller, and its text not. */
export function pxPerMmOf(panel: Panel): number {
  return panel === 'square' ? 1024 / 301.1 : 1920 / 476.1;
}

/** What the site profile of such a panel says. */
export function panelOf(panel: Panel): { widthMm: number; heightMm: number } {
  if (panel === 'square') return { widthMm: 376.3, heightMm: 301.1 };
  return panel === 'portrait' ? { widthMm: 267.8, heightMm: 476.1 } : { widthMm: 476.1, heightMm: 267.8 };
}

/** The address of a view in the gallery. */
export function queryOf(name: string, view: ViewQuery): string {
  const query = new URLSearchParams({ f: name, lang: view.lang ?? 'zh-CN' });
  for (const [key, value] of Object.entries(view.look ?? {})) query.set(key, String(value));
  if (view.keypad === true) query.set('keypad', '1');
  return query.toString();
}

/** A view on a panel of a size, portrait where none is said. */
export interface View extends ViewQuery {
  readonly size?: { readonly width: number; readonly height: number };
}

export interface ViewQuery {
  readonly lang?: Language;
  readonly look?: Partial<ScreenLook>;
  readonly keypad?: boolean;
}

/** A view from an address; what it does not say is the site's. */
export function lookOf(query: URLSearchParams): Look {
  const flags = ['reach', 'calm', 'sound'] as const;
  const look: Record<string, unknown> = {};
  for (const key of ['theme', 'textSize'] as const) if (query.has(key)) look[key] = query.get(key);
  for (const key of flags) if (query.has(key)) look[key] = query.get(key) === 'true';
  const lang = (query.get('lang') ?? 'zh-CN') as Language;
  return { name: query.get('f'), lang, look: look as Partial<ScreenLook>, keypad: query.has('keypad') };
}
