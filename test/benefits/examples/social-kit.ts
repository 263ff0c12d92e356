import type { PensionEstimate } from '../../../central/benefits/social/pension.ts';
import type { Figure } from '../../../central/plans/figures/figure.ts';
import { formatRatio, type Ratio } from '../../../common/kernel/ratio.ts';
import type { Example, Worked } from '../example.ts';
import { exactYuan, yuan } from '../words.ts';

type Fields = Pick<Example, 'id' | 'title' | 'origin' | 'given'>;

/** An example that is no medical settlement: names with what must come out, and the work. */
export function example(fields: Fields, expected: Example['expected'], work: () => Worked): Example {
  return { ...fields, expected, work };
}

/** Letters that stand for money, in fen; all others are plain numbers. */
const MONEY = new Set(['C', 'W', 'A']);

function termText(name: string, value: Ratio): string {
  return `${name} = ${MONEY.has(name) ? exactYuan(value) : formatRatio(value, 4).replace(/\.?0+$/, '')}`;
}

const PART = {
  base: '基础养老金',
  account: '个人账户养老金',
  deemed: '过渡性养老金(视同缴费)',
  early: '过渡性养老金(1992-10 至 1998-06)',
};

/** A pension, part by part, as the page shows it. */
export function workedPension(estimate: PensionEstimate, results: Worked['results']): Worked {
  const steps = estimate.parts.map(({ part, formula, terms, amount }) => {
    const values = Object.entries(terms).map(([name, value]) => termText(name, value));
    return `${PART[part]}: ${formula}, with ${values.join(', ')}: **${yuan(amount)}**`;
  });
  const figures = estimate.parts.flatMap((part): readonly Figure<unknown>[] => part.figures);
  return { results, steps: [...steps, `together **${yuan(estimate.total)}** a month`], figures };
}

/** The parts of a pension by name, for an expectation. */
export function partsOf({ parts, total }: PensionEstimate): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(parts.map(({ part, amount }) => [part, yuan(amount)])), total: yuan(total) };
}
