import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Paid } from '../../common/contracts/session/services/shared.ts';
import type { Fen } from '../../common/kernel/money.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import type { TextKey } from '../text/texts.ts';
import type { Face, Place, SheetKey } from './face.ts';
import { type Fact, factsSaid, type Words } from './facts.ts';
import { formulaSaid } from './formula.ts';
import { paidKeys, paidSaid } from './paid.ts';

/** Where one stands · each sum worked out, a page each · what was paid out. */
export const WORKED_SHEETS = { now: 0, worked: 1, payments: 2 } as const;

/** The first sheet: what it is about, one sum that stands out, the facts, and what else is to be known. */
export interface Summary {
  readonly title: Words;
  readonly big: { readonly name: TextKey; readonly fen: Fen } | null;
  readonly facts: readonly Fact[];
  readonly notes: readonly Words[];
  /** A figure that no readable source states is among them. */
  readonly illustrative: boolean;
}

/** A sum with its formula and every value in it, so that it can be worked out again. */
export interface Worked {
  readonly name: TextKey;
  readonly fen: Fen;
  readonly formula: TextKey;
  readonly terms: readonly Fact[];
}

/** What a service with such sums shows; its drawing and its voice are both made from this. */
export interface WorkedService<A extends ServiceAnswer> {
  summaryOf(answer: A): Summary;
  workedOf(answer: A): readonly Worked[];
}

type Paying = ServiceAnswer & { readonly payments: readonly Paid[] };

function summarySaid(voice: Voice, { title, big, facts, notes, illustrative }: Summary): readonly Utterance[] {
  const { say, yuan, named } = voice;
  return [
    secret(say(title.words, title.values)),
    ...(big === null ? [] : [secret(named(say(big.name), yuan(big.fen)))]),
    ...factsSaid(voice, facts),
    ...notes.map(({ words, values }) => secret(say(words, values))),
    ...(illustrative ? [open(say('service.illustrative'))] : []),
  ];
}

function workedSaid(voice: Voice, { name, fen, formula, terms }: Worked): readonly Utterance[] {
  const { say, yuan } = voice;
  return [secret(say(name)), secret(yuan(fen)), open(formulaSaid(voice, say(formula))), ...factsSaid(voice, terms)];
}

/** The keypad's and the voice's side of such a service. */
export function workedFace<A extends Paying>({ summaryOf, workedOf }: WorkedService<A>): Face<A> {
  const { worked, payments } = WORKED_SHEETS;
  function keys(answer: A, { sheet, page }: Place): readonly SheetKey[] {
    if (sheet === payments) return paidKeys(answer.payments, sheet, page);
    const parts = workedOf(answer).length;
    if (sheet === worked) {
      return parts < 2 ? [] : [{ words: 'worked.next', act: { sheet, page: (page + 1) % parts } }];
    }
    return [
      ...(parts === 0 ? [] : [{ words: 'worked.how', act: { sheet: worked, page: 0 } } as const]),
      ...(answer.payments.length === 0 ? [] : [{ words: 'paid.open', act: { sheet: payments, page: 0 } } as const]),
    ];
  }
  return {
    keys,
    said(voice, answer, { sheet, page }) {
      if (sheet === payments) return paidSaid(voice, answer.payments, page);
      const part = sheet === worked ? workedOf(answer)[page] : undefined;
      return part === undefined ? summarySaid(voice, summaryOf(answer)) : workedSaid(voice, part);
    },
  };
}
