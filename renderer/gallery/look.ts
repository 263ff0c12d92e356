import type { measure } from './measure.ts';

/** The gallery's languages: those of the screens, and one 40 % longer than English. */
export type Language = 'zh-CN' | 'en' | 'pseudo';

export interface Look {
  readonly name: string | null;
  readonly lang: Language;
}

/** What the gallery's page offers a test. */
export interface GalleryWindow {
  /** Intents that keys sent. */
  readonly sent: unknown[];
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

/** CSS pixels that stand for one mm on it; the nearly square one shows the drawn glass smaller. */
export function pxPerMmOf(panel: Panel): number {
  return panel === 'square' ? 2.689 : 4.0331;
}
