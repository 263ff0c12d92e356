import { type Situation, situationSchema } from '../../common/contracts/session/policy.ts';

/**
 * Where somebody stands among the policy pages, as the text that a key carries and brings back. Screens hand it on and
 * never look into it; whatever else comes is refused here.
 */
export type Place =
  | { readonly kind: 'situations'; readonly page: number; readonly at: string }
  | { readonly kind: 'situation'; readonly situation: Situation; readonly page: number; readonly at: string }
  | { readonly kind: 'initials'; readonly page: number; readonly at: string }
  | { readonly kind: 'initial'; readonly group: number; readonly page: number; readonly at: string }
  | { readonly kind: 'word'; readonly word: string; readonly page: number; readonly at: string }
  | { readonly kind: 'page'; readonly id: string; readonly sheet: number; readonly from: string };

/** A page of a list, or a sheet: from 1. */
const NUMBER = /^[1-9]\d{0,2}$/;

/** `page:id@sheet/where it was found` */
export function pagePlace(id: string, sheet: number, from: string): string {
  return `page:${id}@${sheet}/${from}`;
}

/** The place that a text names, or null. */
export function parsePlace(text: string): Place | null {
  const slash = text.indexOf('/');
  if (text.startsWith('page:')) return slash < 0 ? null : parsePage(text.slice(5, slash), text.slice(slash + 1));
  const [bare = '', number = '1', ...more] = text.split('@');
  if (more.length > 0 || !NUMBER.test(number)) return null;
  const page = Number(number);
  const [kind = '', value] = bare.split(/:(.*)/s);
  if (value === undefined || value === '') {
    if (text.includes(':')) return null;
    return kind === 'situations' || kind === 'initials' ? { kind, page, at: text } : null;
  }
  if (kind === 'situation') {
    const situation = situationSchema.safeParse(value);
    return situation.success ? { kind, situation: situation.data, page, at: text } : null;
  }
  if (kind === 'initial') return /^[1-5]$/.test(value) ? { kind, group: Number(value), page, at: text } : null;
  return kind === 'word' && value.length <= 20 ? { kind, word: value, page, at: text } : null;
}

function parsePage(named: string, from: string): Place | null {
  const [id = '', number = '', ...more] = named.split('@');
  const found = parsePlace(from);
  if (more.length > 0 || !NUMBER.test(number) || !/^[a-z0-9-]{1,40}$/.test(id)) return null;
  return found === null || found.kind === 'page' ? null : { kind: 'page', id, sheet: Number(number), from };
}
