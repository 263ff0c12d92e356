import type { ServiceName } from '../../common/contracts/session/services/answer.ts';
import { groupsOf, type ServiceGroup } from '../../common/contracts/session/services/groups.ts';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { visitsOn } from '../keypad/choices.ts';
import { firstPlace, type Place } from './face.ts';

type HomeScreen = Extract<Screen, { kind: 'home' }>;

/** So many answers stand on one page without groups. */
const DIRECT = 4;

/** One answer of the home page; its digit is its place in the list. */
export type HomeEntry =
  | { readonly kind: 'service'; readonly service: ServiceName }
  | {
      readonly kind: 'group';
      readonly group: ServiceGroup;
      readonly services: readonly ServiceName[];
      readonly to: Place;
    }
  | { readonly kind: 'more'; readonly to: Place };

const single = (service: ServiceName): HomeEntry => ({ kind: 'service', service });

/**
 * What stands at a place of the home page. Few services stand there themselves; of many, their groups (sheet 0), and the
 * services of the nth group (sheet n), page by page. A group of one is that one.
 */
export function homeEntries(services: readonly ServiceName[], { sheet, page }: Place): readonly HomeEntry[] {
  const groups = groupsOf(services);
  const listed = services.length <= DIRECT ? services : groups[sheet - 1]?.services;
  if (listed === undefined) {
    return groups.map((each, index): HomeEntry => {
      const [only, ...more] = each.services;
      if (only !== undefined && more.length === 0) return single(only);
      return { kind: 'group', ...each, to: { sheet: index + 1, page: 0 } };
    });
  }
  const { shown, pages } = visitsOn(listed, false, page);
  const more: readonly HomeEntry[] = pages < 2 ? [] : [{ kind: 'more', to: { sheet, page: (page + 1) % pages } }];
  return [...shown.map(single), ...more];
}

/** Which group is open, or null where the first page stands. */
export function groupAt(services: readonly ServiceName[], { sheet }: Place): ServiceGroup | null {
  return groupsOf(services)[sheet - 1]?.group ?? null;
}

/** Where "back" leads within the home page; null where it leaves it. */
export function homeBefore({ sheet, page }: Place): Place | null {
  if (page > 0) return { sheet, page: page - 1 };
  return sheet === 0 ? null : firstPlace;
}

/** Whether the key to the policy pages stands here: on the first page alone. */
export function offersPages({ pages }: { readonly pages?: boolean | undefined }, place: Place): boolean {
  return pages === true && homeBefore(place) === null;
}

/** Where the page opens: at the service that was left just now, in its group; else at its beginning. */
export function homeStart({ services, left }: Pick<HomeScreen, 'services' | 'left'>): Place {
  if (left === undefined || services.length <= DIRECT) return firstPlace;
  const sheet = 1 + groupsOf(services).findIndex((each) => each.services.includes(left) && each.services.length > 1);
  for (let page = 0; sheet > 0 && page < services.length; page++) {
    const entries = homeEntries(services, { sheet, page });
    if (entries.some((entry) => entry.kind === 'service' && entry.service === left)) return { sheet, page };
  }
  return firstPlace;
}
