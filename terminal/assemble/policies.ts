import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { sitePolicies } from '../../kiosk-config/policy-pages/check.ts';
import { notInForce } from '../../kiosk-config/policy-pages/load.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { PolicyShelf } from '../services/policy-pages.ts';
import type { Alarm } from './alarm.ts';

export interface PolicyParts {
  readonly profile: Pick<SiteProfile, 'mode' | 'policyPages'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Whether the operator can be told by now. */
  readonly ready: () => boolean;
}

export interface PolicyLibrary {
  readonly shelf: PolicyShelf;
  start(): void;
  stop(): void;
}

/** How often it is looked whether a page has come to its last day, ms. */
const LOOK_MS = 3_600_000;
/** The first look: the journal is open by then. */
const FIRST_MS = 30_000;
const MOST_NAMES = 20;

/**
 * The site's policy pages, read once at the start. What is not in order or not in force is not shown; the operator hears
 * of each such page once, by its name, and a technician from `minka config check`.
 */
export function createPolicies({ profile, clock, alarm, ready }: PolicyParts): PolicyLibrary {
  const today = (): string => formatDate(clock.now());
  const { policyPages } = profile;
  const { pages, problems } = sitePolicies(profile, today());
  const told = new Set<string>();
  let cancel = (): void => {};

  const names = (all: readonly string[]): string => all.slice(0, MOST_NAMES).join(' ');
  const look = (): void => {
    cancel = clock.after(LOOK_MS, look);
    if (!ready()) return;
    const refused = [...new Set(problems.map(({ file }) => `${file}!`))].filter((file) => !told.has(file));
    const expired = notInForce(pages, today())
      .map(({ id }) => id)
      .filter((id) => !told.has(id));
    for (const one of [...refused, ...expired]) told.add(one);
    const files = refused.map((file) => file.slice(0, -1));
    if (files.length > 0) alarm('policy.refused', { count: files.length, files: names(files) }, 'policy-refused');
    if (expired.length > 0) alarm('policy.expired', { count: expired.length, pages: names(expired) }, 'policy-expired');
  };

  return {
    shelf: { pages, cities: policyPages?.cities ?? [] },
    start() {
      if (policyPages !== null) cancel = clock.after(FIRST_MS, look);
    },
    stop: () => cancel(),
  };
}
