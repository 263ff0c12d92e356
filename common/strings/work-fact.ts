import { failureCauses } from './failures/cause.ts';
import { kioskStrings } from './kiosk.ts';
import type { Language } from './language.ts';
import { reconcileStrings } from './reconcile.ts';
import type { Sentence } from './sentence.ts';

type KeyOf<Table> = keyof Table & string;
const isKey = <Table extends object>(table: Table, key: string): key is KeyOf<Table> => Object.hasOwn(table, key);

/** The key under which the screen's texts have the name of a fact of a work-list row, or null where it has none. */
export function factNameKey(name: string): KeyOf<typeof kioskStrings> | null {
  const key = `staff.fact.${name}`;
  return isKey(kioskStrings, key) ? key : null;
}

type ValueKey =
  | KeyOf<typeof kioskStrings>
  | `cause.${KeyOf<typeof failureCauses>}`
  | `reconcile.${KeyOf<typeof reconcileStrings>}`;

/** The same for its value: verdicts, states, causes and failures; null for numbers, days and others' words. */
export function factValueKey(name: string, value: string): ValueKey | null {
  if (name === 'why' && isKey(failureCauses, value)) return `cause.${value}`;
  const own = `staff.value.${name}.${value}`;
  if (isKey(kioskStrings, own)) return own;
  const verdict = `${name}.${value}`;
  return isKey(reconcileStrings, verdict) ? `reconcile.${verdict}` : null;
}

function sentenceOf(key: ValueKey): Sentence | undefined {
  if (isKey(kioskStrings, key)) return kioskStrings[key];
  const [table, ...rest] = key.split('.');
  const name = rest.join('.');
  if (table === 'cause') return isKey(failureCauses, name) ? failureCauses[name] : undefined;
  return isKey(reconcileStrings, name) ? reconcileStrings[name] : undefined;
}

/** One fact of a row in words, for a line of text; null where nothing is known of it. */
export function workFact(name: string, value: string | number | boolean | null, language: Language): string | null {
  if (value === null || value === '') return null;
  const nameKey = factNameKey(name);
  const valueKey = factValueKey(name, `${value}`);
  const words = nameKey === null ? name : kioskStrings[nameKey][language];
  const said = valueKey === null ? undefined : sentenceOf(valueKey)?.[language];
  // A sentence of a failure becomes part of a line.
  const told = said?.replace(/[。.]$/, '') ?? `${value}`;
  return language === 'zh' ? `${words}：${told}` : `${words}: ${told}`;
}
