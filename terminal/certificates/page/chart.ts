import { parseFen } from '../../../common/kernel/money.ts';
import type { Block } from './flow.ts';
import { box, LEFT, type Mark, RIGHT, rule, text } from './marks.ts';

/** One bar: a year and who paid how much, as yuan text. */
export interface Bar {
  readonly year: string;
  readonly firm: string;
  readonly person: string;
}

const HEIGHT = 34;
/** mm: the tallest bar, clear of the title above it, and the widest. */
const [BARS, WIDEST_BAR] = [21, 9];

const yuanOf = (amount: string): number => {
  const parsed = parseFen(amount);
  return parsed.ok ? parsed.value / 100 : 0;
};

/** Contributions over the years: what the person paid below, the employer above. Years between that have none are gaps. */
export function yearChart(bars: readonly Bar[], title: string, most: (amount: string) => string): readonly Block[] {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined || bars.length < 2) return [];
  const sums = bars.map(({ firm, person }) => ({ firm: yuanOf(firm), person: yuanOf(person) }));
  const top = Math.max(...sums.map(({ firm, person }) => firm + person));
  if (top === 0) return [];
  const years = Number(last.year) - Number(first.year) + 1;
  const step = Math.min(WIDEST_BAR, (RIGHT - LEFT) / years);
  const marks = (y: number): readonly Mark[] => {
    const ground = y + HEIGHT - 5;
    return [
      text(LEFT, y + 4, 3.3, title, { bold: true }),
      text(RIGHT, y + 4, 2.8, most(top.toFixed(2)), { align: 'right', tone: 'soft' }),
      ...bars.flatMap(({ year }, index): Mark[] => {
        const sum = sums[index] ?? { firm: 0, person: 0 };
        const x = LEFT + (Number(year) - Number(first.year)) * step;
        const [own, theirs] = [(sum.person / top) * BARS, (sum.firm / top) * BARS];
        const w = step * 0.75;
        const bar = [box(x, ground - own, w, own, 'ink'), box(x, ground - own - theirs, w, theirs, 'soft')];
        const named = years <= 12 || Number(year) % 5 === 0;
        return named ? [...bar, text(x + w / 2, ground + 3.4, 2.4, year, { align: 'centre' })] : bar;
      }),
      rule(ground),
    ];
  };
  return [{ height: HEIGHT + 2, marks }];
}
