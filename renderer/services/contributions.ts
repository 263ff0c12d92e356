import type { ContributionsView, Insurance } from '../../common/contracts/session/services/contributions.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { monthText } from '../text/times.ts';
import { inYears } from '../text/years.ts';
import type { Face, Place, SheetKey } from './face.ts';

type InsuranceRow = ContributionsView['insurances'][number];
type MonthRow = ContributionsView['rows'][number];

/** What stands at a place: the chart of an insurance, or half a year of its months. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'chart'; readonly own: InsuranceRow }
  | { readonly kind: 'months'; readonly own: InsuranceRow; readonly half: 0 | 1; readonly rows: readonly MonthRow[] };

/** The insurances, the one whose months were asked for first. */
function ordered({ insurances, insurance }: ContributionsView): readonly InsuranceRow[] {
  const from = Math.max(
    0,
    insurances.findIndex((one) => one.insurance === insurance),
  );
  return [...insurances.slice(from), ...insurances.slice(0, from)];
}

/** Who asked for the months of a year sees them first; who only opened the record, its chart. */
function sheetsOf({ insurance }: ContributionsView) {
  return insurance === null ? { chart: 0, months: 1 } : { chart: 1, months: 0 };
}

/** What stands at a place. A page of the months is half a year of an insurance. */
export function shownAt(answer: ContributionsView, { sheet, page }: Place): Shown {
  const all = ordered(answer);
  if (sheet === sheetsOf(answer).chart) {
    const own = all[page];
    return own === undefined ? { kind: 'nothing' } : { kind: 'chart', own };
  }
  const own = all[Math.floor(page / 2)];
  if (own === undefined) return { kind: 'nothing' };
  const half = page % 2 === 0 ? 0 : 1;
  const rows = answer.rows.filter(
    ({ insurance, month }) => insurance === own.insurance && (Number(month.slice(5)) > 6 ? 1 : 0) === half,
  );
  return { kind: 'months', own, half, rows };
}

/** The nearest year before or after `year` in which something was due, or null. */
export function yearBeside({ spans }: InsuranceRow, year: string, way: -1 | 1): string | null {
  const [now, years] = [Number(year), new Set<number>()];
  for (const { from, to } of spans) {
    for (let one = Number(from.slice(0, 4)); one <= Number(to.slice(0, 4)); one++) years.add(one);
  }
  const beside = [...years].filter((one) => (way < 0 ? one < now : one > now));
  if (beside.length === 0) return null;
  return String(way < 0 ? Math.max(...beside) : Math.min(...beside));
}

function turnKey(answer: ContributionsView, own: InsuranceRow, way: -1 | 1): SheetKey {
  const to = yearBeside(own, answer.year ?? '', way);
  const none = way < 0 ? 'contributions.first' : 'contributions.last';
  if (to === null) return { words: none, act: { sheet: 0, page: 0 }, off: true };
  const words = way < 0 ? 'contributions.yearBefore' : 'contributions.yearAfter';
  return { words, values: { year: to }, act: { kind: 'turnService', to: `${to} ${own.insurance}` } };
}

function keys(answer: ContributionsView, place: Place): readonly SheetKey[] {
  const shown = shownAt(answer, place);
  const { sheet, page } = place;
  const { months } = sheetsOf(answer);
  const count = answer.insurances.length;
  switch (shown.kind) {
    case 'nothing':
      return [];
    case 'chart':
      return [
        { words: 'contributions.months', act: { sheet: months, page: page * 2 } },
        { words: 'contributions.other', act: { sheet, page: (page + 1) % count }, off: count < 2 },
      ];
    case 'months':
      return shown.half === 0
        ? [turnKey(answer, shown.own, -1), { words: 'contributions.secondHalf', act: { sheet, page: page + 1 } }]
        : [{ words: 'contributions.firstHalf', act: { sheet, page: page - 1 } }, turnKey(answer, shown.own, 1)];
  }
}

/** The name of an insurance. */
export function insuranceKey(insurance: Insurance): `insurance.${Insurance}` {
  return `insurance.${insurance}`;
}

/** What the months are called: where some are only deemed, the words of the pension page, which counts the same ones. */
export function countedKey({ deemed }: InsuranceRow): 'pension.months' | 'contributions.allPaid' {
  return deemed === 0 ? 'contributions.allPaid' : 'pension.months';
}

function chartSaid({ locale, say, yuan, named }: Voice, own: InsuranceRow): readonly Utterance[] {
  const { insurance, months, deemed, missed, first, last, firm, person } = own;
  const inAll = inYears(months);
  return [
    secret(say(insuranceKey(insurance))),
    secret(named(say(countedKey(own)), say('unit.months', { months }))),
    ...(inAll === null ? [] : [secret(say(inAll.words, inAll.values))]),
    ...(deemed === 0 ? [] : [secret(say('contributions.deemedMonths', { months: deemed }))]),
    ...(missed === 0 ? [] : [secret(say('contributions.missedMonths', { months: missed }))]),
    secret(spanText({ say, locale }, first, last)),
    open(say('contributions.chart')),
    // Each span by itself: one utterance has its limit.
    ...own.spans.map(({ from, to, kind }) =>
      secret(named(say(`contributions.${kind}`), spanText({ say, locale }, from, to))),
    ),
    secret(named(say('contributions.person'), yuan(person))),
    secret(named(say('contributions.firm'), yuan(firm))),
  ];
}

/** "1998 年 3 月 到 2006 年 5 月"; of a single month, that month. */
export function spanText({ say, locale }: Pick<Voice, 'say' | 'locale'>, from: string, to: string): string {
  if (from === to) return monthText(locale, from);
  return say('contributions.fromTo', { from: monthText(locale, from), to: monthText(locale, to) });
}

function monthsSaid(
  { say, yuan, named, join }: Voice,
  { year }: ContributionsView,
  { own, half, rows }: Extract<Shown, { kind: 'months' }>,
): readonly Utterance[] {
  const title = join(say(insuranceKey(own.insurance)), say('contributions.year', { year: year ?? '' }));
  const columns = (['month', 'base', 'firm', 'person'] as const).map((one) => say(`contributions.column.${one}`));
  const said = rows.map(({ month, kind, base, firm, person }) => {
    const paid = join(...[base, firm, person].map(yuan));
    const words = kind === 'paid' ? paid : say(`contributions.${kind}`);
    return secret(named(say('speech.month', { month: Number(month.slice(5)) }), words));
  });
  return [
    secret(title),
    open(say(half === 0 ? 'contributions.half.0' : 'contributions.half.1')),
    ...(rows.length === 0 ? [secret(say('contributions.noneThen'))] : [open(join(...columns)), ...said]),
  ];
}

/** S12 */
export const contributionsFace: Face<ContributionsView> = {
  keys,
  before(answer, place) {
    const { chart, months } = sheetsOf(answer);
    if (place.sheet === months) return { sheet: chart, page: Math.floor(place.page / 2) };
    return place.page > 0 ? { sheet: chart, page: 0 } : null;
  },
  said(voice, answer, place) {
    const shown = shownAt(answer, place);
    if (shown.kind === 'nothing') return [secret(voice.say('contributions.nothing'))];
    return shown.kind === 'chart' ? chartSaid(voice, shown.own) : monthsSaid(voice, answer, shown);
  },
};
