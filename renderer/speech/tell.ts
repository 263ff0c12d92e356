import type { View } from '../keypad/offer.ts';
import type { FeeLine } from '../link/screen-client.ts';

/** Tells whoever reads the screen out where it stands; called by the screens that have pages of their own. */
export type Tell = (part: Partial<View>, lines?: readonly FeeLine[] | null) => void;
