/** The two languages that everything is said in. */
export type Language = 'zh' | 'en';

/** Chinese where a shell's locale says so (LC_ALL, LC_MESSAGES, LANG in this order), otherwise English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
