import type { Paid } from '../../common/contracts/session/services/shared.ts';
import { ZERO_FEN } from '../../common/kernel/money.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { monthText } from '../text/times.ts';
import type { SheetKey } from './face.ts';

/** Payments on one page; each stays large. */
const ROWS = 4;

/** Which payments stand on a page, the newest first, and how many pages there are. */
export function paidOn(payments: readonly Paid[], page: number) {
  const newest = payments.toReversed();
  return {
    shown: newest.slice(page * ROWS, (page + 1) * ROWS),
    pages: Math.max(1, Math.ceil(newest.length / ROWS)),
  };
}

/** What was paid: the sum once, or each month. */
export function paidAmount({ monthly, once }: Paid) {
  return once ?? monthly ?? ZERO_FEN;
}

/** The keys of a sheet of payments. */
export function paidKeys(payments: readonly Paid[], sheet: number, page: number): readonly SheetKey[] {
  const { pages } = paidOn(payments, page);
  return pages < 2 ? [] : [{ words: 'who.more', act: { sheet, page: (page + 1) % pages } }];
}

/** A sheet of payments, for the ear. */
export function paidSaid(voice: Voice, payments: readonly Paid[], page: number): readonly Utterance[] {
  const { say, yuan, named, join } = voice;
  const { shown, pages } = paidOn(payments, page);
  return [
    open(say('paid.title')),
    ...(pages < 2 ? [] : [open(say('who.page', { page: page + 1, pages }))]),
    ...shown.map((one) => secret(named(join(one.what, paidWhen(voice, one)), yuan(paidAmount(one))))),
  ];
}

/** Since when, until when, or in which month. */
export function paidWhen({ say, locale }: Pick<Voice, 'say' | 'locale'>, { from, to, once }: Paid): string {
  const month = monthText(locale, from);
  if (once !== null) return say('paid.once', { month });
  if (to === null) return say('paid.since', { month });
  return say('paid.fromTo', { from: month, to: monthText(locale, to) });
}
