import { type Fault, fault } from './problem.ts';

/** The lines between the two `---` at the head of a page, as `name: value`, and what stands below them. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, string>>;
  /** The line, from 1, on which a value stands. */
  readonly lineOf: Readonly<Record<string, number>>;
  readonly body: readonly string[];
  /** The line, from 1, of the first line of the body. */
  readonly bodyLine: number;
}

const FENCE = '---';

/** Splits a page's text. One value a line, no nesting, no quotes: a page is edited by people, not by programs. */
export function readFrontMatter(text: string): { readonly matter: FrontMatter; readonly faults: readonly Fault[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end < 0) {
    const matter = { values: {}, lineOf: {}, body: [], bodyLine: 1 };
    return { matter, faults: [fault(1, 'The page has no head', `${FENCE}, lines "name: value", ${FENCE}`)] };
  }
  const values: Record<string, string> = {};
  const lineOf: Record<string, number> = {};
  const faults: Fault[] = [];
  for (const [index, line] of lines.slice(1, end).entries()) {
    if (line.trim() === '') continue;
    const at = index + 2;
    const found = /^([A-Za-z]+):\s*(.*?)\s*$/.exec(line);
    const [, name = '', value = ''] = found ?? [];
    if (found === null) faults.push(fault(at, 'This is not a line of the head', 'name: value'));
    else if (Object.hasOwn(values, name)) faults.push(fault(at, `"${name}" stands here twice`, 'each name once'));
    else {
      values[name] = value;
      lineOf[name] = at;
    }
  }
  return { matter: { values, lineOf, body: lines.slice(end + 1), bodyLine: end + 2 }, faults };
}
