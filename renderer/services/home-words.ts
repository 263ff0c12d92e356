import type { ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { TextKey, Values } from '../text/texts.ts';
import type { HomeEntry } from './home.ts';

/** What an answer of the home page says: large, and small below. */
export interface EntryWords {
  readonly words: string;
  readonly small: string;
}

/** In one language, as it is read or as it is said. */
export function entryWords(say: (key: TextKey, values?: Values) => string, entry: HomeEntry): EntryWords {
  if (entry.kind === 'service') return { words: say(`home.${entry.service}`), small: say(`home.${entry.service}.sub`) };
  if (entry.kind === 'more') return { words: say('who.more'), small: '' };
  const [first, second] = entry.services;
  const name = (service: ServiceName | undefined): string => (service === undefined ? '' : say(`home.${service}`));
  // Of three and more one is named. The group's own words say "pension"; who looks for the record must find it too.
  const lead = entry.services.includes('contributions') ? 'contributions' : first;
  const small =
    entry.services.length > 2
      ? say('home.andMore', { a: name(lead) })
      : say('home.and', { a: name(first), b: name(second) });
  return { words: say(`home.group.${entry.group}`), small };
}
