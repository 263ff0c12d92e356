import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicies } from '../../kiosk-config/policy-pages/load.ts';
import { fileOf, type PolicyPage } from '../../kiosk-config/policy-pages/page.ts';

const SOURCES = 'kiosk-config/policy';
/** All pages, for a bureau to begin from; a terminal does not read here. */
const EXAMPLES = 'usr/share/minka/policy-examples';
/** Those that a new terminal shows. */
const SHOWN = 'etc/minka/policy';
/** The build has held the pages against its own day; which of them ship must not depend on that day. */
const ANY_DAY = '9999-12-31';

/**
 * Whether every bureau may show a page from the first day: it holds in the whole country, and each of its figures has a
 * source. A city's own page is for its bureau to put there, and production shows no page with sample figures.
 */
export const holdsEverywhere = ({ cities, illustrative }: PolicyPage): boolean => cities.length === 0 && !illustrative;

/** Lays the policy pages out in `root` as they will lie on the terminal. */
export function stagePolicyPages(root: string): void {
  cpSync(SOURCES, join(root, EXAMPLES), { recursive: true });
  const { pages } = loadPolicies(SOURCES, ANY_DAY);
  const files = pages.filter(holdsEverywhere).flatMap(({ id }) => [fileOf(id, 'zh-CN'), fileOf(id, 'en')]);
  for (const file of files) cpSync(join(SOURCES, file), join(root, SHOWN, file));
}
