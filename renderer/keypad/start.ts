import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { homeStart } from '../services/home.ts';
import { firstView, type View } from './offer.ts';

/** Where somebody stands in a screen that was just entered. */
export function startView(screen: Screen): View {
  return screen.kind === 'home' ? { ...firstView, ...homeStart(screen) } : firstView;
}
