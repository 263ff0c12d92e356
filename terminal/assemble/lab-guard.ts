import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteProfile } from '../../kiosk-config/schema.ts';

/** Production does not run from a tree that holds the simulator (DESIGN §4, Mode): null where all is well. */
export function simulatorPresent({ mode }: Pick<SiteProfile, 'mode'>, root: string): boolean {
  return mode === 'production' && existsSync(join(root, 'simulator'));
}
