import { beforeAll, expect, it } from 'vitest';
import { booksAtCounter } from '../testing.ts';
import type { Sent } from '../world/record.ts';
import type { Books } from './books.ts';
import { checkQuotes } from './quotes.ts';

let stay: Books;
beforeAll(async () => {
  stay = await booksAtCounter([{ stay: true, byDays: true }]);
});

const found = (sent: readonly Sent[]): readonly string[] => {
  const all: string[] = [];
  checkQuotes({ ...stay, evidence: { ...stay.evidence, sent: [...sent] } }, (_, what) => all.push(what));
  return all.map((what) => what.replace(/H\d[0-9A-Z]+/, 'it'));
};
const place = (key: string): number => stay.evidence.sent.findIndex((one) => one.key === key);
const bent = (key: string, change: (one: Sent) => Partial<Sent>): readonly Sent[] =>
  stay.evidence.sent.map((one) => (one.key === key ? { ...one, ...change(one) } : one));

it('a real stay is settled as it was priced', () => {
  expect(place('2304')).toBeGreaterThan(place('2303'));
  expect(found(stay.evidence.sent)).toEqual([]);
});

it('finds what left about the stay after its 2303, also while its 2304 is on its way', () => {
  const settle = stay.evidence.sent[place('2304')];
  if (settle === undefined) throw new Error('nothing was settled');
  const { at, handledAt } = settle;
  for (const when of [at - 1, at, handledAt ?? at])
    expect(found(bent('2402', () => ({ at: when })))).toEqual(['it settles what a 2402 has changed since its 2303']);
  expect(found(bent('2402', () => ({ at: (handledAt ?? at) + 1 })))).toEqual([]);
});

it('a 2304 that comes after its own 2601 holds nothing up any more', () => {
  const settle = stay.evidence.sent[place('2304')];
  if (settle === undefined) throw new Error('nothing was settled');
  const [fenced, later] = [settle.at + 100, settle.at + 9000];
  const late = bent('2304', () => ({ handledAt: later }));
  const fence = { ...settle, key: '2601', body: `"omsgid":"${settle.msgid}"`, at: fenced, handledAt: fenced };
  const between = (at: number): readonly Sent[] =>
    [...late, fence].map((one) => (one.key === '2402' ? { ...one, at } : one));
  expect(found(between(fenced - 1))).toHaveLength(1);
  expect(found(between(fenced + 1))).toEqual([]);
});

it('does not take another stay’s messages for this one’s, and wants a price', () => {
  const other = bent('2402', ({ body }) => ({
    at: 1e9,
    body: body.replaceAll(/"mdtrt_id":"[^"]+"/g, '"mdtrt_id":"x"'),
  }));
  expect(found(other)).toEqual([]);
  expect(found(stay.evidence.sent.filter(({ key }) => key !== '2303'))).toEqual(['it settles what no 2303 has priced']);
});
