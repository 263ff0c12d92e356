import type { EntitlementsView } from '../../common/contracts/session/services/entitlements.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import type { Face, Place, SheetKey } from './face.ts';
import { paidAmount, paidKeys, paidSaid } from './paid.ts';

/** What is paid now · all that was paid · the sums of the city. */
export const ENTITLEMENT_SHEETS = { now: 0, payments: 1, standards: 2 } as const;

/** Rows on one page; what goes on beyond the first sheet's is on the sheet of payments. */
const ROWS = 4;

/** What goes on each month, the newest first, as many as the first sheet has room for. */
export function ongoing({ payments }: EntitlementsView) {
  return payments
    .filter(({ to, monthly }) => to === null && monthly !== null)
    .toReversed()
    .slice(0, ROWS);
}

/** Which sums stand on a page, and how many pages there are. */
export function standardsOn({ standards }: EntitlementsView, page: number) {
  return {
    shown: standards.slice(page * ROWS, (page + 1) * ROWS),
    pages: Math.max(1, Math.ceil(standards.length / ROWS)),
  };
}

function keys(answer: EntitlementsView, { sheet, page }: Place): readonly SheetKey[] {
  if (sheet === ENTITLEMENT_SHEETS.payments) return paidKeys(answer.payments, sheet, page);
  if (sheet === ENTITLEMENT_SHEETS.standards) {
    const { pages } = standardsOn(answer, page);
    return pages < 2 ? [] : [{ words: 'who.more', act: { sheet, page: (page + 1) % pages } }];
  }
  const { payments, standards } = ENTITLEMENT_SHEETS;
  return [
    ...(answer.payments.length === 0 ? [] : [{ words: 'paid.open', act: { sheet: payments, page: 0 } } as const]),
    ...(answer.standards.length === 0
      ? []
      : [{ words: 'entitlements.standards', act: { sheet: standards, page: 0 } } as const]),
  ];
}

function nowSaid(voice: Voice, answer: EntitlementsView): readonly Utterance[] {
  const { say, yuan, named } = voice;
  const now = ongoing(answer);
  if (now.length === 0) return [secret(say('entitlements.none'))];
  return [secret(say('entitlements.now')), ...now.map((one) => secret(named(one.what, yuan(paidAmount(one)))))];
}

function standardsSaid(voice: Voice, answer: EntitlementsView, page: number): readonly Utterance[] {
  const { say, yuan, named, join } = voice;
  const { shown, pages } = standardsOn(answer, page);
  return [
    open(say('entitlements.standardsTitle')),
    ...(pages < 2 ? [] : [open(say('who.page', { page: page + 1, pages }))]),
    ...shown.map(({ name, per, amount, kind, illustrative }) => {
      const words = [say(`entitlements.per.${per}`), say(`entitlements.kind.${kind}`)];
      const sample = illustrative ? say('entitlements.illustrative') : '';
      return secret(named(join(name, ...words, sample), yuan(amount)));
    }),
  ];
}

/** S9 */
export const entitlementsFace: Face<EntitlementsView> = {
  keys,
  said(voice, answer, { sheet, page }) {
    if (sheet === ENTITLEMENT_SHEETS.payments) return paidSaid(voice, answer.payments, page);
    return sheet === ENTITLEMENT_SHEETS.standards ? standardsSaid(voice, answer, page) : nowSaid(voice, answer);
  },
};
