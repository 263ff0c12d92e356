import type { MedicalView } from '../../common/contracts/session/services/medical.ts';
import { addFen, type Fen, fen } from '../../common/kernel/money.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { schemeKey } from '../text/schemes.ts';
import type { Face } from './face.ts';

/** What of a deductible or of a ceiling is left. */
export function leftOf({ amount, used }: { readonly amount: Fen; readonly used: Fen }): Fen {
  return fen(Math.max(0, amount - used));
}

function deductibleSaid({ say, yuan, named }: Voice, { deductible }: MedicalView): Utterance {
  const left = leftOf(deductible);
  const words =
    deductible.amount === 0
      ? say('benefits.deductibleNone')
      : left === 0
        ? say('benefits.deductibleMet')
        : say('benefits.deductibleLeft', { amount: yuan(left) });
  return secret(named(say('benefits.deductible'), words));
}

/** The chart, in words: each month in which anything was paid, and by whom. */
function monthsSaid({ say, yuan, named, join }: Voice, { months }: MedicalView): readonly Utterance[] {
  const paid = months.filter(({ funds, account, cash }) => funds + account + cash > 0);
  const rows = paid.map(({ month, funds, account, cash }) => {
    const parts = { funds, account, cash };
    const each = (['funds', 'account', 'cash'] as const)
      .filter((payer) => parts[payer] > 0)
      .map((payer) => `${say(`money.${payer}`)} ${yuan(parts[payer])}`);
    const total = yuan(addFen(funds, account, cash));
    return secret(named(say('speech.month', { month }), join(total, ...each)));
  });
  return rows.length === 0 ? [] : [open(say('benefits.byMonth')), ...rows];
}

function medicalSaid(voice: Voice, summary: MedicalView): readonly Utterance[] {
  const { say, yuan, named } = voice;
  const { poolCeiling, year, visits } = summary;
  const ceiling =
    poolCeiling.amount === null
      ? []
      : [secret(named(say('benefits.ceiling'), yuan(leftOf({ amount: poolCeiling.amount, used: poolCeiling.used }))))];
  const paid =
    visits === 0 ? say('benefits.none') : named(say('benefits.paid', { year, visits }), yuan(summary.totalFees));
  return [
    open(say('benefits.title')),
    secret(say(schemeKey(summary.schemes[0]))),
    secret(named(say('benefits.balance'), yuan(summary.balance))),
    deductibleSaid(voice, summary),
    ...ceiling,
    secret(paid),
    ...monthsSaid(voice, summary),
  ];
}

/** S9 */
export const medicalFace: Face<MedicalView> = { keys: () => [], said: medicalSaid };
