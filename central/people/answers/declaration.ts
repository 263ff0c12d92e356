import type { z } from 'zod';
import {
  type Declaration,
  type Declare,
  type DeclareRequest,
  type declarationAsk,
  declaredInsuranceSchema,
} from '../../../common/contracts/benefits/declaration.ts';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import { type Fen, formatFen, parseFen } from '../../../common/kernel/money.ts';
import {
  type DeclarationRule,
  type Due,
  declarationRuleOn,
  duesOf,
  fitOf,
  totalOf,
} from '../../benefits/social/declaration.ts';
import type { DeclarationRow, DeclarationStore } from '../../store/declaration-store.ts';
import type { Career } from '../career.ts';
import { ratesFor } from '../records.ts';
import { type Found, find, type People } from './find.ts';
import { monthlyOf } from './shared.ts';

type Closed = NonNullable<Declaration['because']>;

/** The person, what the city allows now, and what was declared of this month. */
interface Desk extends Found {
  readonly people: People;
  readonly rule: DeclarationRule | null;
  readonly declared: DeclarationRow | null;
}

function deskOf(
  people: People,
  store: Pick<DeclarationStore, 'of'>,
  now: number,
  ask: z.output<typeof whoAsks>,
): Desk | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { city, career, asOf, month } = found;
  const declared = store.of(career.identityNumber, month);
  return { ...found, people, rule: declarationRuleOn(city, asOf.slice(0, 10)), declared };
}

/** The terms in which a person pays now: those of the newest span that has begun. */
function newestSpan({ spans }: Career, month: string): Career['spans'][number] | undefined {
  return spans.findLast(({ from, kind }) => from <= month && kind !== 'deemed');
}

/** Why nothing can be declared, or null. A pension that is drawn ends the paying. */
function closedBecause({ rule, career, month, records }: Desk): Closed | null {
  if (rule === null) return 'noRule';
  if (monthlyOf(career, 'pension', month) > 0) return 'drawing';
  if (newestSpan(career, month)?.group !== 'flexible') return 'notFlexible';
  return records.some((record) => record.month === month && record.kind === 'paid') ? 'paid' : null;
}

/** What a month costs on a base, of the insurances that the person pays. */
function duesFor({ city, people, career, month, asOf }: Desk, base: Fen): readonly Due[] {
  const insurances = newestSpan(career, month)?.insurances ?? [];
  const rates = ratesFor(city, people.national, month, 'flexible').filter(({ insurance }) =>
    insurances.includes(insurance),
  );
  return duesOf(city, asOf.slice(0, 10), rates, base);
}

type Sums = NonNullable<NonNullable<Declaration['draft']>['due']>;

const sumsOf = (dues: readonly Due[]): Sums => ({
  lines: dues.map(({ insurance, fund, base, rate, amount }) => {
    const declared = declaredInsuranceSchema.parse(insurance);
    return { insurance: declared, fund, base: formatFen(base), rate: rate.rate.text, amount: formatFen(amount) };
  }),
  total: formatFen(totalOf(dues)),
});

function standingOf(desk: Desk, asked: Fen | null): Declaration {
  const { city, month, rule, declared, asOf } = desk;
  const because = closedBecause(desk);
  const open = because === null && rule !== null && declared === null;
  const fits = rule === null || asked === null ? 'fits' : fitOf(asked, rule);
  // The rates are the same whatever is chosen: what would be due at the floor says which figures are taken.
  const dues = rule === null ? [] : duesFor(desk, asked !== null && fits === 'fits' ? asked : rule.floor);
  const figures = [
    ...(rule?.figures ?? []),
    ...dues.flatMap(({ rate }) => [rate.rate, ...(rate.base ? [rate.base] : [])]),
  ];
  return {
    city: city.city,
    month,
    state: declared !== null ? 'declared' : open ? 'open' : 'closed',
    because: declared === null ? because : null,
    limits: rule === null || because !== null ? null : limitsOf(rule),
    choices: open ? rule.choices.map(({ share, base }) => ({ share, base: formatFen(base) })) : [],
    draft:
      !open || asked === null ? null : { base: formatFen(asked), fits, due: fits === 'fits' ? sumsOf(dues) : null },
    declared: declared === null ? null : declaredOf(declared),
    illustrative: figures.some(({ illustrative }) => illustrative),
    asOf,
  };
}

function limitsOf({ average, since, floor, ceiling }: DeclarationRule): NonNullable<Declaration['limits']> {
  return { average: formatFen(average), since, floor: formatFen(floor), ceiling: formatFen(ceiling) };
}

function declaredOf({ number, key, base, on, lines, total }: DeclarationRow): NonNullable<Declaration['declared']> {
  return { number, key, base, on, lines, total };
}

function fenOf(text: string): Fen | null {
  const amount = parseFen(text);
  return amount.ok ? amount.value : null;
}

/** How it stands, and what a base would cost; null for a person who is not known. */
export function declarationAnswer(
  people: People,
  store: Pick<DeclarationStore, 'of'>,
  now: number,
  ask: z.output<typeof declarationAsk>,
): Declaration | null {
  const { base, ...who } = ask;
  const desk = deskOf(people, store, now, who);
  return desk === null ? null : standingOf(desk, base === undefined ? null : fenOf(base));
}

/** What a request may declare, or why it declares nothing. */
function judge(
  desk: Desk,
  { month, base, total }: DeclareRequest,
): { readonly due: Sums } | { readonly because: NonNullable<Declare['because']> } {
  if (desk.declared !== null) return { because: 'already' };
  if (month !== desk.month) return { because: 'otherMonth' };
  const { draft } = standingOf(desk, fenOf(base));
  if (draft === null) return { because: 'closed' };
  if (draft.fits !== 'fits') return { because: draft.fits };
  return draft.due?.total === total ? { due: draft.due } : { because: 'otherSum' };
}

/** The same key again: what it declared, also when its month has passed meanwhile; with other content nothing. */
function again(desk: Desk, known: DeclarationRow, { key, month, base }: DeclareRequest): Declare {
  const standing = standingOf(desk, null);
  if (known.identityNumber !== desk.career.identityNumber || known.month !== month || known.base !== base) {
    return { key, result: 'refused', because: 'already', standing };
  }
  const own = { month, state: 'declared', because: null, declared: declaredOf(known) } as const;
  return { key, result: 'declared', because: null, standing: { ...standing, ...own } };
}

/** Declares, once for a person and month; the same key again is answered with what it declared. Null: not known. */
export function declareAnswer(
  people: People,
  store: DeclarationStore,
  now: number,
  ask: DeclareRequest,
): Declare | null {
  const { key, month, base, total, terminal, identityNumber, name, cardNumber } = ask;
  const who = { identityNumber, name, ...(cardNumber === undefined ? {} : { cardNumber }) };
  return store.atomically(() => {
    const desk = deskOf(people, store, now, who);
    if (desk === null) return null;
    const known = store.byKey(key);
    if (known !== null) return again(desk, known, ask);
    const verdict = judge(desk, ask);
    if ('because' in verdict) {
      return { key, result: 'refused', because: verdict.because, standing: standingOf(desk, null) };
    }
    const own = { identityNumber: desk.career.identityNumber, month, base, total, lines: verdict.due.lines };
    store.add({ key, ...own, on: desk.asOf, terminal });
    const declared = store.byKey(key);
    return { key, result: 'declared', because: null, standing: standingOf({ ...desk, declared }, null) };
  });
}
