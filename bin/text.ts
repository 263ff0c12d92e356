import { type CliKey, cliStrings } from '../common/strings/cli.ts';

export type Language = 'zh' | 'en';

/** Chinese where the locale says so (LC_ALL, LC_MESSAGES, LANG in this order), otherwise English. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** A sentence of the command line with its values put in. */
export function say(language: Language, key: CliKey, values: Readonly<Record<string, string>> = {}): string {
  return cliStrings[key][language].replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}
