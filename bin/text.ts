import { type CliKey, cliStrings } from '../common/strings/cli.ts';
import type { Language } from '../common/strings/language.ts';

export { type Language, languageOf } from '../common/strings/language.ts';

/** A sentence of the command line with its values put in. */
export function say(language: Language, key: CliKey, values: Readonly<Record<string, string>> = {}): string {
  return cliStrings[key][language].replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}
