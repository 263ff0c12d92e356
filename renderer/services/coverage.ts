import type { CoverageView, LevelView } from '../../common/contracts/session/services/coverage.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { monthText } from '../text/times.ts';
import type { Face, Place, SheetKey } from './face.ts';
import type { Words } from './facts.ts';

export type VisitKind = LevelView['kind'];

/** The clinic · a stay in hospital. */
const KINDS: readonly VisitKind[] = ['outpatient', 'inpatient'];

/** The kinds of visit that the scheme has terms for; a sheet each. */
export function kindsOf({ scheme }: CoverageView): readonly VisitKind[] {
  return KINDS.filter((kind) => scheme?.levels.some((one) => one.kind === kind));
}

/** The terms of a sheet, level by level; none where nothing is in force. */
export function levelsOn(answer: CoverageView, { sheet }: Place): readonly LevelView[] {
  const kind = kindsOf(answer)[sheet];
  return answer.scheme?.levels.filter((one) => one.kind === kind) ?? [];
}

/** What the fund pays at one level: one share, a span of shares, or nothing. */
export function shareWords({ bands }: LevelView): Words {
  const [first, ...more] = bands.map(({ percent }) => percent);
  if (first === undefined) return { words: 'coverage.nothing' };
  const sorted = [first, ...more].toSorted((a, b) => Number(a) - Number(b));
  const [least = first, most = first] = [sorted[0], sorted.at(-1)];
  if (least === most) return { words: 'unit.percent', values: { percent: first } };
  return { words: 'coverage.fromTo', values: { least, most } };
}

/** The deductible that all levels share, or null where it differs or there is none. */
export function sharedDeductible(levels: readonly LevelView[]): LevelView['deductible'] | null {
  const [first] = levels;
  if (first === undefined || first.deductible.how === 'none') return null;
  return levels.every(({ deductible }) => deductible.amount === first.deductible.amount) ? first.deductible : null;
}

/** The deductible that a level has for itself, in whole yuan; null where all have the same one, or none. */
export function ownDeductible({ deductible, bands }: LevelView, levels: readonly LevelView[]): string | null {
  const own = deductible.how !== 'none' && sharedDeductible(levels) === null && bands.length > 0;
  return own ? whole(deductible.amount) : null;
}

/** What is to be said below a level's share: a deductible of its own, and its bands where there are several. */
export function levelNotes(level: LevelView, levels: readonly LevelView[]): readonly Words[] {
  const amount = ownDeductible(level, levels);
  return [
    ...(amount === null ? [] : [{ words: 'coverage.deductibleAt', values: { amount } } as const]),
    ...bandNotes(level),
  ];
}

/** The bands of a level, where it has several. */
export function bandNotes({ bands }: LevelView): readonly Words[] {
  const banded = bands.length < 2 ? [] : bands;
  return banded.map(({ to, percent }) => {
    if (to === null) return { words: 'coverage.bandAbove', values: { percent } };
    return { words: 'coverage.band', values: { to: whole(to), percent } };
  });
}

/** The highest sum of a year that some level names. */
export function ceilingOf(levels: readonly LevelView[]): Fen | null {
  return levels.find(({ ceiling, bands }) => ceiling !== null && bands.length > 0)?.ceiling ?? null;
}

/** "30000": plan figures are whole yuan; one that is not keeps its fen. */
export function whole(amount: Fen): string {
  return formatFen(amount).replace(/\.00$/u, '');
}

function keys(answer: CoverageView, { sheet }: Place): readonly SheetKey[] {
  const kinds = kindsOf(answer);
  if (kinds.length < 2) return [];
  const next = (sheet + 1) % kinds.length;
  const words = kinds[next] === 'inpatient' ? 'coverage.seeInpatient' : 'coverage.seeOutpatient';
  return [{ words, act: { sheet: next, page: 0 } }];
}

const LEVEL_KEYS = ['coverage.level.0', 'coverage.level.1', 'coverage.level.2', 'coverage.level.3'] as const;

/** What a hospital of a level is called. */
export function levelKey({ level }: LevelView): (typeof LEVEL_KEYS)[number] {
  return LEVEL_KEYS[level] ?? 'coverage.level.3';
}

const SHORT_KEYS = ['coverage.short.0', 'coverage.short.1', 'coverage.short.2', 'coverage.short.3'] as const;

/** The same in a column that is headed "hospital". */
export function shortLevelKey({ level }: LevelView): (typeof SHORT_KEYS)[number] {
  return SHORT_KEYS[level] ?? 'coverage.short.3';
}

function levelsSaid(voice: Voice, levels: readonly LevelView[]): readonly Utterance[] {
  const { say, yuan, named, join } = voice;
  const shared = sharedDeductible(levels);
  const ceiling = ceilingOf(levels);
  return [
    ...levels.map((level) => {
      const { words, values } = shareWords(level);
      const notes = levelNotes(level, levels).map((note) => say(note.words, note.values));
      return secret(join(named(say(levelKey(level)), say(words, values)), ...notes));
    }),
    ...(shared === null || shared.how === 'none'
      ? []
      : [secret(named(say(`coverage.deductible.${shared.how}`), yuan(shared.amount)))]),
    ...(ceiling === null ? [] : [secret(named(say('coverage.ceiling'), yuan(ceiling)))]),
  ];
}

/** S8: rules are nobody's own, but which of them hold for somebody is. */
export const coverageFace: Face<CoverageView> = {
  keys,
  said(voice, answer, place) {
    const { say, locale } = voice;
    const { scheme } = answer;
    const kind = kindsOf(answer)[place.sheet];
    if (scheme === null || kind === undefined) return [secret(say('coverage.none'))];
    const levels = levelsOn(answer, place);
    return [
      open(say(`coverage.${kind}`)),
      secret(scheme.name),
      secret(say('coverage.until', { month: monthText(locale, scheme.to.slice(0, 7)) })),
      ...levelsSaid(voice, levels),
      open(say('coverage.basic')),
      ...(levels.some(({ illustrative }) => illustrative) ? [open(say('service.illustrative'))] : []),
    ];
  },
};
