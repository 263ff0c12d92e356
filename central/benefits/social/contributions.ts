import { addFen, type Fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { ofFen, times, toFen } from '../../../common/kernel/ratio.ts';
import type { City, Rate } from '../../plans/social/schema.ts';

/** One line of what is paid for a month. */
export interface Contribution {
  readonly insurance: Rate['insurance'];
  readonly fund: string;
  readonly who: Rate['who'];
  readonly amount: Fen;
  readonly rate: Rate;
}

/** base × rate, half up to the fen, and the fixed sum beside it where there is one. */
export function contributionOf(base: Fen, rate: Rate): Contribution {
  const share = toFen(times(ofFen(base), rate.rate.value));
  const { insurance, fund, who } = rate;
  return { insurance, fund, who, rate, amount: addFen(share, rate.fixed?.value ?? ZERO_FEN) };
}

/** The rates in force on a day for a group; none where the city's file has none. */
export function ratesOn(city: Pick<City, 'rates'>, day: string, group: Rate['group']): readonly Rate[] {
  const term = city.rates.find(({ from, to }) => from <= day && day <= to);
  return (term?.rates ?? []).filter((rate) => rate.group === group);
}

/** Everything that is paid on a base for the month of a day. */
export function contributionsOf(
  city: City,
  day: string,
  group: Rate['group'],
  base: (rate: Rate) => Fen,
): readonly Contribution[] {
  return ratesOn(city, day, group).map((rate) => contributionOf(base(rate), rate));
}
