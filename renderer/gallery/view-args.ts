import type { Look } from '../../common/contracts/session/look.ts';
import { panels, type View } from './look.ts';

export const VIEW_USAGE =
  '[--en|--pseudo] [--landscape|--square] [--elder|--contrast] [--large|--largest] [--reach] [--keypad]';

/** The view that command line flags describe; what they do not say is the plain one. */
export function parseView(flags: readonly string[]): View {
  const has = (flag: string): boolean => flags.includes(`--${flag}`);
  const theme: Look['theme'] = has('elder') ? 'elder' : has('contrast') ? 'contrast' : 'standard';
  const textSize: Look['textSize'] = has('largest') ? 'largest' : has('large') ? 'large' : 'normal';
  return {
    lang: has('en') ? 'en' : has('pseudo') ? 'pseudo' : 'zh-CN',
    size: panels[has('landscape') ? 'landscape' : has('square') ? 'square' : 'portrait'],
    look: { theme, textSize, reach: has('reach') },
    keypad: has('keypad'),
  };
}
