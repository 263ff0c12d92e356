import { type SlipString, slipStrings } from '../../common/strings/slips.ts';

export type SlipLocale = 'zh-CN' | 'en';
export type Say = (key: SlipString, values?: Readonly<Record<string, string>>) => string;

/** Speaks the slips' texts in one language; `{name}` stands for a value. */
export function sayer(locale: SlipLocale): Say {
  return (key, values = {}) => {
    const { zh, en } = slipStrings[key];
    return (locale === 'zh-CN' ? zh : en).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}

/** A text of the table by a code that comes from outside ("scheme310"), or null where there is none. */
export function sayCode(say: Say, prefix: 'scheme' | 'psn' | 'med' | 'way', code: string): string | null {
  const key = `${prefix}${code}`;
  return isSlipString(key) ? say(key) : null;
}

function isSlipString(key: string): key is SlipString {
  return Object.hasOwn(slipStrings, key);
}
