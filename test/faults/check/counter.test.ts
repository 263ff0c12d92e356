import { beforeAll, expect, it } from 'vitest';
import { booksAtCounter } from '../testing.ts';
import type { CounterEvidence, Told } from '../world/told.ts';
import type { Books } from './books.ts';
import { check } from './check.ts';

/** One bill of a client, settled; and one that was settled and given back: real runs, whose counter is bent here. */
let paid: Books;
let back: Books;
beforeAll(async () => {
  paid = await booksAtCounter([{}]);
  back = await booksAtCounter([{ refunds: 'admission' }]);
});

const bent = (books: Books, change: Partial<CounterEvidence>): Books => {
  const counter = { ...books.evidence.counter, ...change };
  return { ...books, evidence: { ...books.evidence, counter } };
};
const found = (books: Books, change: Partial<CounterEvidence>): readonly string[] =>
  check(bent(books, change)).map(({ invariant, what }) => `${invariant} ${what.replace(/H\d[0-9A-Z]+/, 'it')}`);
const told = (books: Books, change: (one: Told) => Partial<Told>): Told[] =>
  books.evidence.counter.told.map((one) => ({ ...one, ...change(one) }));
const without = (books: Books, what: Told['what']): Told[] =>
  books.evidence.counter.told.filter((one) => one.what !== what);

it('a client that is told so collects once, and its books are right', () => {
  expect(check(paid)).toEqual([]);
  expect(check(back)).toEqual([]);
  expect(paid.evidence.counter.told.map(({ how, what }) => `${how} ${what}`)).toEqual([
    'answer settled',
    'notice settled',
    'reading shown',
  ]);
  expect(back.evidence.counter.told.map(({ what }) => what)).toContain('refunded');
  expect(paid.his.every(({ settlement }) => settlement === null)).toBe(true);
});

it('the cash of one settlement is in one drawer', () => {
  const [first] = paid.evidence.counter.told;
  if (first === undefined) throw new Error('nobody was told');
  const twice = [...paid.evidence.counter.told, { ...first, caller: 'his-b' } as const];
  expect(found(paid, { told: twice })).toContain('cash the cash of it is collected by his-a and his-b');
});

it('nothing is collected for what goes back', () => {
  const gone = told(paid, () => ({ stands: false }));
  expect(found(paid, { told: gone })).toEqual(['cash his-a collects for it, which is given back']);
});

it('a client books what the centre has, under its own encounter', () => {
  expect(found(paid, { told: told(paid, () => ({ cash: '0.01' })) })).toContain(
    'caller his-a books it in figures that the centre does not have',
  );
  expect(found(paid, { told: told(paid, () => ({ encounterId: 'another' })) })).toContain(
    'caller his-a books it under another',
  );
});

it('hears of nothing that is another’s', () => {
  const others = paid.evidence.counter.made.map((one) => ({ ...one, caller: 'desk' }) as const);
  const words = found(paid, { made: others });
  for (const how of ['answer', 'notice', 'reading'])
    expect(words).toContain(`caller his-a hears by ${how} of it, which is desk’s`);
});

it('is not refused under a key under which money moved', () => {
  const refused = told(paid, ({ what }) => (what === 'settled' ? { what: 'refused', messageId: null } : {}));
  const words = found(paid, { told: refused });
  expect(words.some((what) => /^caller his-a is refused under .* and it stands$/.test(what))).toBe(true);
});

it('hears the end: of what was paid, of what went back, of every key', () => {
  expect(found(paid, { told: without(paid, 'settled') })).toContain(
    'caller it stands, and his-a’s book has nothing of it',
  );
  expect(found(back, { told: without(back, 'refunded') })).toContain(
    'caller it is back, and his-a’s book still has it for paid',
  );
  const open = { caller: 'his-a', key: 'k', people: false } as const;
  expect(found(paid, { open: [open] })).toEqual(['caller his-a hears no end under k']);
  expect(found(paid, { open: [{ ...open, people: true }] })).toEqual([]);
});

it('a registration is in the hands of one caller', () => {
  const [mine] = paid.evidence.counter.done;
  if (mine === undefined) throw new Error('nothing was prepared');
  const done = [...paid.evidence.counter.done, { ...mine, caller: 'his-b', verb: 'cancel' } as const];
  expect(found(paid, { done }).some((what) => /^caller his-b does cancel to .* which is his-a’s$/.test(what))).toBe(
    true,
  );
});
