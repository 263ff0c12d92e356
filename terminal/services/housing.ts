import type { HousingAnswer } from '../../common/contracts/benefits/housing.ts';
import {
  type HousingFundView,
  type HousingView,
  housingViewSchema,
  type RentView,
} from '../../common/contracts/session/services/housing.ts';
import { addFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { larger, minus, ofFen, type Ratio, ratio, times, toFen, ZERO } from '../../common/kernel/ratio.ts';
import { yuan } from '../session/visit-view.ts';
import { exact, percentOf, plain } from './exact.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** S10: the housing fund's account, and the rent subsidy; each where the city has it. */
export const housing: ResidentService<HousingView> = {
  name: 'housing',
  offers: ['housingFund', 'rentSubsidy'],
  ask: (query, benefits, person) => query(benefits.housing(person), housingViewOf),
};

type Fund = NonNullable<HousingAnswer['fund']>;
type Rent = NonNullable<HousingAnswer['rent']>;

/** Null where the month is not its two sides, or the balance not what came in without what was taken out. */
function fundOf({ firmShare, personShare, figures, ...fund }: Fund): HousingFundView | null {
  const years = fund.years.map(({ year, deposited, withdrawn }) => {
    return { year, deposited: yuan(deposited), withdrawn: yuan(withdrawn) };
  });
  const view: HousingFundView = {
    state: fund.state,
    since: fund.since,
    base: yuan(fund.base),
    firmPercent: percentOf(firmShare),
    personPercent: percentOf(personShare),
    firm: yuan(fund.firm),
    person: yuan(fund.person),
    monthly: yuan(fund.monthly),
    opening: yuan(fund.opening),
    years: years.toReversed(),
    balance: yuan(fund.balance),
    illustrative: figures.some(({ illustrative }) => illustrative),
  };
  const came = addFen(view.opening, ...years.map(({ deposited }) => deposited));
  const went = addFen(ZERO_FEN, ...years.map(({ withdrawn }) => withdrawn));
  const holds = view.monthly === addFen(view.firm, view.person) && view.balance === came - went;
  return holds ? view : null;
}

/** m² that the home lacks of the standard. */
function lackingOf({ areaPerHead, people, area }: Rent): Ratio {
  return larger(ZERO, minus(times(exact(areaPerHead), ratio(people)), exact(area)));
}

/** Null where the sum is not what the lacking area gives. */
function rentOf(rent: Rent): RentView | null {
  const { since, people, area, areaPerHead, figures } = rent;
  const [lacking, perSquareMetre, monthly] = [lackingOf(rent), yuan(rent.perSquareMetre), yuan(rent.monthly)];
  if (monthly !== toFen(times(lacking, ofFen(perSquareMetre)))) return null;
  return {
    since,
    people,
    area: plain(exact(area)),
    areaPerHead: plain(exact(areaPerHead)),
    lacking: plain(lacking),
    perSquareMetre,
    monthly,
    illustrative: figures.some(({ illustrative }) => illustrative),
  };
}

/** The answer in fen, or null where a sum of the contract does not hold. */
export function housingViewOf({
  city,
  hasFund,
  hasRent,
  payments,
  asOf,
  ...answer
}: HousingAnswer): HousingView | null {
  const fund = answer.fund === null ? null : fundOf(answer.fund);
  const rent = answer.rent === null ? null : rentOf(answer.rent);
  if ((fund === null) !== (answer.fund === null) || (rent === null) !== (answer.rent === null)) return null;
  const parsed = housingViewSchema.safeParse({
    service: 'housing',
    city,
    hasFund,
    fund,
    hasRent,
    rent,
    payments: payments.map(paidOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
