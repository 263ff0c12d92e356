import { type KioskKey, kioskStrings } from '../../common/strings/kiosk.ts';
import type { TextKey, Values } from './texts.ts';

/** 普通门诊: what everybody expects is not said. */
export const USUAL_CASE = '11';

interface Worded {
  readonly key: KioskKey;
  readonly values: Values;
}

function worded(prefix: 'case' | 'way', code: string): Worded {
  const key = `${prefix}.${code}`;
  return Object.hasOwn(kioskStrings, key)
    ? { key: key as KioskKey, values: {} }
    : { key: `${prefix}.other`, values: { code } };
}

/** The name of a kind of case (医疗类别); one that we do not know is shown by its code. */
export const caseWords = (code: string): Worded => worded('case', code);

/** The name of a way of clearing (清算方式); its codes differ by place. */
export const wayWords = (code: string): Worded => worded('way', code);

/** The kind of case in the language that `t` speaks. */
export function caseText(t: (key: TextKey, values?: Values) => string, code: string): string {
  const { key, values } = caseWords(code);
  return t(key, values);
}
