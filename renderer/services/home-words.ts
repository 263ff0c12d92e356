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
  const [a = '', b = ''] = entry.services.map((service) => say(`home.${service}`));
  const small = entry.services.length > 2 ? say('home.andMore', { a }) : say('home.and', { a, b });
  return { words: say(`home.group.${entry.group}`), small };
}
