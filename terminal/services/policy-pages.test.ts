import { describe, expect, it } from 'vitest';
import {
  type PolicyView,
  policyViewSchema,
  type Situation,
  situations,
} from '../../common/contracts/session/policy.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { loadPolicies } from '../../kiosk-config/policy-pages/load.ts';
import { pageOf, TODAY } from '../../kiosk-config/policy-pages/testing/pages.ts';
import { type PolicyShelf, turnTo } from './policy-pages.ts';
import { parsePlace } from './policy-place.ts';

const here = pageOf('here');
const there = pageOf('there', { cities: '海边市', situations: 'illness, moving', words: '外地 丿' }, { words: 'away' });
const everywhere = pageOf(
  'everywhere',
  { cities: '全国', situations: 'retirement', words: '养老金 丶' },
  { place: null },
);
const past = pageOf('past', { validUntil: '2026-11-21', situations: 'accident' });
const coming = pageOf('coming', { validFrom: '2026-11-23', situations: 'accident' });
const shelf: PolicyShelf = { pages: [here, there, everywhere, past, coming], cities: [] };

function at(to: string | null, asked: { city?: string | null; today?: string; shelf?: PolicyShelf } = {}): PolicyView {
  return turnTo(asked.shelf ?? shelf, { to, city: asked.city ?? null, today: asked.today ?? TODAY }).view;
}

function words(view: PolicyView, lang: 'zh' | 'en' = 'zh'): readonly string[] {
  return view.step === 'choose' ? view.lists[lang].choices.map((choice) => choice.words) : [];
}

/** Every place to which a key of a view leads, in both languages. */
function leadsTo(view: PolicyView): readonly string[] {
  const own =
    view.step === 'read'
      ? [view.previous, view.next]
      : [view.find, ...[view.lists.zh, view.lists.en].flatMap((list) => [list.next, ...live(list.choices)])];
  return own.filter((to): to is string => to !== null);
}

const live = (choices: readonly { readonly to: string; readonly off: boolean }[]): readonly string[] =>
  choices.filter(({ off }) => !off).map(({ to }) => to);

/** Every view that keys lead to from the first question. */
function walked(shelved: PolicyShelf, today: string): ReadonlyMap<string, PolicyView> {
  const first = turnTo(shelved, { to: null, city: null, today }).view;
  const found = new Map([[first.at, first]]);
  for (const view of found.values()) {
    for (const to of leadsTo(view)) {
      if (!found.has(to)) found.set(to, turnTo(shelved, { to, city: null, today }).view);
    }
  }
  return found;
}

describe('what has happened', () => {
  it('is asked first, and only of what there is a page about', () => {
    expect(words(at(null))).toEqual(['生病看病', '要退休了', '到外地去']);
    expect(words(at(null), 'en')).toEqual(['I am ill', 'I retire', 'Moving away']);
  });

  it('leads to the pages about it, or to the only one at once', () => {
    const illness = at('situation:illness');
    expect(illness).toMatchObject({ ask: 'page', chosen: { zh: '生病看病', en: 'I am ill' }, up: 'situations' });
    expect(illness.step === 'choose' && illness.lists.zh.choices.map(({ small }) => small)).toEqual([
      '海川市',
      '海边市',
    ]);
    const first = at(null);
    const [, retirement] = first.step === 'choose' ? first.lists.zh.choices : [];
    expect(retirement).toMatchObject({ words: '要退休了', small: everywhere.zh.title });
    expect(at(retirement?.to ?? null)).toMatchObject({ step: 'read', id: 'everywhere', up: 'situations' });
  });
});

describe('whose pages stand here', () => {
  it('those of the person’s city and of the whole country, wherever the person is known', () => {
    expect(words(at(null, { city: '海边市' }))).toEqual(['生病看病', '要退休了', '到外地去']);
    expect(at('situation:illness', { city: '海边市' })).toMatchObject({
      lists: { zh: { choices: [{ small: '海边市' }] } },
    });
    expect(words(at(null, { city: '无名市' }))).toEqual(['要退休了']);
  });

  it('the site’s otherwise; a page of another city cannot be reached', () => {
    const site = { ...shelf, cities: ['海川市'] };
    expect(words(at(null, { shelf: site }))).toEqual(['生病看病', '要退休了']);
    expect(at('page:there@1/situations', { shelf: site })).toMatchObject({ step: 'choose', ask: 'situation' });
  });
});

describe('a page', () => {
  it('is not shown before its first day nor after its last', () => {
    for (const id of ['past', 'coming']) expect(at(`page:${id}@1/situations`)).toMatchObject({ ask: 'situation' });
    expect(at('page:past@1/situations', { today: '2026-11-21' })).toMatchObject({ step: 'read', id: 'past' });
    expect(at('page:coming@1/situations', { today: '2026-11-23' })).toMatchObject({ step: 'read', id: 'coming' });
    expect(words(at(null, { today: '2026-11-21' }))).toContain('上班受了伤');
  });

  it('is read sheet by sheet, the last of which says where it comes from', () => {
    const first = at('page:here@1/situation:illness');
    expect(first).toMatchObject({ sheet: 1, of: 3, previous: null, next: 'page:here@2/situation:illness' });
    expect(first).toMatchObject({
      sheets: { zh: { heading: '先自己付一段' }, en: { heading: 'First a part of your own' } },
    });
    const last = at('page:here@3/situation:illness');
    expect(last).toMatchObject({ sheet: 3, next: null, sheets: { zh: { heading: null, blocks: [] } } });
    expect(last).toMatchObject({ from: '2026-01-01', until: '2026-12-31', checked: '2026-11-01', illustrative: true });
    expect(at('page:here@99/situation:illness')).toMatchObject({ sheet: 3 });
    expect(turnTo(shelf, { to: 'page:here@1/initials', city: null, today: TODAY }).page).toBe(here);
    expect(turnTo(shelf, { to: 'initials', city: null, today: TODAY }).page).toBeNull();
  });
});

describe('a word', () => {
  it('is found by its first stroke, or its first letter', () => {
    const strokes = at('initials');
    expect(words(strokes)).toEqual(['一 横', '丨 竖', '丿 撇', '丶 点、捺', '乛 折']);
    expect(words(strokes, 'en')).toEqual(['A–D', 'E–I', 'J–N', 'O–R', 'S–Z']);
    expect(strokes.step === 'choose' && strokes.lists.zh.choices.map(({ off }) => off)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(words(at('initial:4'))).toEqual(['门诊', '养老金']);
    expect(words(at('initial:1'), 'en')).toEqual(['away', 'clinic']);
  });

  it('leads to every page that has it, and back to the words beside it', () => {
    const two = { ...shelf, pages: [here, pageOf('second', { words: '门诊 丶' })] };
    expect(at('initial:4', { shelf: two })).toMatchObject({
      lists: { zh: { choices: [{ to: 'word:门诊', small: '2 份' }] } },
    });
    expect(at('word:门诊', { shelf: two })).toMatchObject({ ask: 'page', up: 'initial:4' });
    expect(words(at('word:门诊', { shelf: two }))).toHaveLength(2);
  });
});

describe('a long list', () => {
  const many: PolicyShelf = {
    pages: situations.map((one: Situation) =>
      pageOf(`a-${one.toLowerCase()}`, { situations: one, cities: '全国' }, { place: null }),
    ),
    cities: [],
  };

  it('is turned page by page, round and round; back leads to the page that it was left from', () => {
    const pages = [null, 'situations@2', 'situations@3', 'situations@4'].map((to) => at(to, { shelf: many }));
    expect(pages.map((view) => words(view).length)).toEqual([3, 3, 3, 2]);
    expect(pages.flatMap((view) => words(view))).toHaveLength(situations.length);
    expect(pages.map((view) => view.step === 'choose' && view.lists.zh.next)).toEqual([
      'situations@2',
      'situations@3',
      'situations@4',
      'situations@1',
    ]);
    expect(at('situations@99', { shelf: many })).toMatchObject({ lists: { zh: { page: 4 } } });
    const service = at('situation:service', { shelf: many });
    expect(service).toMatchObject({ up: 'situations@4' });
  });
});

describe('the pages that are shipped', () => {
  const today = formatDate(Date.now());
  const { pages } = loadPolicies(new URL('../../kiosk-config/policy', import.meta.url).pathname, today);

  it.each([
    ['today', today],
    ['in the days of Beijing’s plan', '2011-06-01'],
    ['in the days of Tianjin’s', '2005-06-01'],
  ])('%s: every key leads somewhere, every page that is in force is reached, back always leads out', (_name, day) => {
    const views = walked({ pages, cities: [] }, day);
    const inForce = pages.filter((page) => page.validFrom <= day && (page.validUntil ?? '9999') >= day);
    expect(inForce.length).toBeGreaterThan(0);
    const reached = new Set([...views.values()].flatMap((view) => (view.step === 'read' ? [view.id] : [])));
    expect([...reached].sort()).toEqual(inForce.map(({ id }) => id).sort());
    for (const [to, view] of views) {
      expect(policyViewSchema.parse(view)).toEqual(view);
      expect(view.step === 'read' ? view.at : to).toBe(to);
      let [up, steps] = [view.up, 0];
      while (up !== null && steps < 5)
        [up, steps] = [turnTo({ pages, cities: [] }, { to: up, city: null, today: day }).view.up, steps + 1];
      expect(up, to).toBeNull();
    }
  });
});

it.each([
  '',
  'situation:nothing',
  'situations@0',
  'situations@-1',
  'situations@1@2',
  'initial:6',
  'initial:',
  'word:',
  `word:${'长'.repeat(21)}`,
  'page:here',
  'page:../../etc/passwd@1/situations',
  'page:here@1/page:there@1/situations',
  'page:here@x/situations',
  '__proto__',
  'constructor',
])('%s is nowhere', (to) => {
  expect(parsePlace(to)).toBeNull();
  expect(at(to)).toMatchObject({ ask: 'situation', at: 'situations' });
});
