import { join } from 'node:path';
import type { ConfigProblem } from '../problems.ts';
import type { SiteProfile } from '../schema.ts';
import { loadPolicies, type Policies } from './load.ts';
import { fileOf, type PolicyPage } from './page.ts';

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

type Site = Pick<SiteProfile, 'mode' | 'policyPages'>;

/**
 * The policy pages of a site on a day, `yyyy-MM-dd`. In production a page with figures that no readable source states is
 * not shown: people would act on them.
 */
export function sitePolicies({ mode, policyPages }: Site, today: string): Policies {
  if (policyPages === null) return { pages: [], problems: [] };
  const { pages, problems } = loadPolicies(policyPages.folder, today);
  if (mode === 'lab') return { pages, problems };
  const guessed = pages.filter(({ illustrative }) => illustrative).map(({ id }) => fileOf(id, 'zh-CN'));
  const refused = guessed.map((file) => ({
    file,
    line: 0,
    message: 'The page has sample figures, which production does not show',
    allowed: 'figures with a source, and illustrative: no',
  }));
  return { pages: pages.filter(({ illustrative }) => !illustrative), problems: [...problems, ...refused] };
}

/** What `config check` says of the policy pages that a profile names, on a day, `yyyy-MM-dd`. */
export function checkPolicies(
  site: Site,
  today: string,
): { readonly problems: readonly ConfigProblem[]; readonly remarks: readonly PolicyRemark[] } {
  const { pages, problems } = sitePolicies(site, today);
  const folder = site.policyPages?.folder ?? '';
  return {
    problems: problems.map(({ file, line, message, allowed }) => ({
      code: 'CONFIG_INVALID',
      path: `${join(folder, file)}${line === 0 ? '' : `:${line}`}`,
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
