/**
 * The first letters of a command's Chinese name in pinyin, as everybody types them: 退费 is "tf". By the name of what is
 * done; written by hand, because there are few and a dictionary of all characters would be larger than the desk.
 */
export const initialsOf: Readonly<Record<string, string>> = {
  help: 'bz',
  readCard: 'dk',
  details: 'mx',
  reread: 'azxghl',
  reload: 'cqzd',
  reupload: 'ccmx',
  quote: 'yjs',
  settle: 'js',
  toggleAccount: 'zhfbf',
  tenderCash: 'sxj',
  tenderCashier: 'smf',
  refund: 'tf',
  dayList: 'cr',
  work: 'db',
  copy: 'bd',
  shift: 'jjb',
  lookups: 'cba',
  stay: 'zybz',
  'stay.admit': 'bry',
  'stay.addFees': 'cmx',
  'stay.clearFees': 'qkmx',
  'stay.change': 'bbg',
  'stay.discharge': 'bcy',
  'stay.undoDischarge': 'cxcy',
  'stay.cancel': 'cxry',
  reconcile: 'dz',
  next: 'xyw',
  letGo: 'fxzw',
  back: 'fh',
  revealName: 'kqm5m',
  revealNumber: 'kzjh5m',
  contrast: 'hdlz',
  plain: 'bdhz',
  english: 'yw',
  count: 'dxj',
  print: 'dy',
  save: 'cwj',
  openShift: 'kb',
  closeShift: 'jb',
  state: 'zkyz',
};

/** A command as it is found: its name in both languages, and the letters of it. */
export interface Findable {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** How well `typed` fits a command: 0 not at all; the beginning of a name or of its letters is best. */
export function fitness(typed: string, { name, zh, en }: Findable): number {
  const text = typed.trim().toLowerCase();
  if (text === '') return 1;
  const letters = initialsOf[name] ?? '';
  const names = [zh.toLowerCase(), en.toLowerCase()];
  if (letters.startsWith(text) || names.some((each) => each.startsWith(text))) return 3;
  if (names.some((each) => each.split(/\s+/).some((word) => word.startsWith(text)))) return 2;
  return letters.includes(text) || names.some((each) => each.includes(text)) ? 1 : 0;
}

/** The commands that `typed` finds, the best first; those that fit alike keep their order. */
export function found<T extends Findable>(typed: string, all: readonly T[]): readonly T[] {
  return all
    .map((each) => ({ each, fits: fitness(typed, each) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ each }) => each);
}
