import { join } from 'node:path';
import type { ConfigProblem } from '../problems.ts';
import type { SiteProfile } from '../schema.ts';
import { loadPolicies } from './load.ts';
import type { PolicyPage } from './page.ts';

/** Something that a technician should know of a page that is in order. */
export interface PolicyRemark {
  /** The page's name in its folder. */
  readonly path: string;
  readonly key: 'policyExpired' | 'policyEnds' | 'policyNotYet';
  readonly values: Readonly<Record<'from' | 'until', string>>;
}

/** A page that ends within so many days is told of, so that another one can be written. */
const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

/** What `config check` says of the policy pages that a profile names, on a day, `yyyy-MM-dd`. */
export function checkPolicies(
  { policyPages }: Pick<SiteProfile, 'policyPages'>,
  today: string,
): { readonly problems: readonly ConfigProblem[]; readonly remarks: readonly PolicyRemark[] } {
  if (policyPages === null) return { problems: [], remarks: [] };
  const { pages, problems } = loadPolicies(policyPages.folder, today);
  return {
    problems: problems.map(({ file, line, message, allowed }) => ({
      code: 'CONFIG_INVALID',
      path: `${join(policyPages.folder, file)}${line === 0 ? '' : `:${line}`}`,
      message,
      allowed,
    })),
    remarks: pages.flatMap((page) => remarkOf(page, today)),
  };
}

function remarkOf({ id, validFrom, validUntil }: PolicyPage, today: string): readonly PolicyRemark[] {
  const values = { from: validFrom, until: validUntil ?? '' };
  if (validFrom > today) return [{ path: id, key: 'policyNotYet', values }];
  if (validUntil === null) return [];
  if (validUntil < today) return [{ path: id, key: 'policyExpired', values }];
  const left = (Date.parse(validUntil) - Date.parse(today)) / DAY_MS;
  return left <= SOON_DAYS ? [{ path: id, key: 'policyEnds', values }] : [];
}
