import { beforeAll, expect, it } from 'vitest';
import { booksAfter } from '../testing.ts';
import type { Begun, Drawn, Paper } from '../world/record.ts';
import type { Books } from './books.ts';
import { check } from './check.ts';

/** Who was told of a success: a real run's books, in which screen, slip or a giving back are bent. */
let paid: Books;

beforeAll(async () => {
  paid = await booksAfter([]);
});

const found = (change: Partial<Books['evidence']>): readonly string[] =>
  check({ ...paid, evidence: { ...paid.evidence, ...change } }).map(({ what }) => what.replace(/H\d+/, 'it'));
const drawn = (change: Partial<Drawn>): readonly Drawn[] => paid.evidence.drawn.map((one) => ({ ...one, ...change }));
const paper = (change: Partial<Paper>): readonly Paper[] => paid.evidence.paper.map((one) => ({ ...one, ...change }));

it('a success that was drawn, or lies in the tray, was told; one that was neither was not', () => {
  expect(paid.evidence.drawn.map(({ kept }) => kept)).toEqual([true]);
  expect(found({ drawn: [] })).toEqual([]);
  expect(found({ paper: [] })).not.toContain('it is settled and nobody was told');
  expect(found({ drawn: [], paper: [...paper({ came: false })] })).toContain('it is settled and nobody was told');
});

/** Long after everything. */
const LATER = 10_000_000;

it('what was drawn is not given back behind the person, unless the process that knew it was gone', () => {
  const [row] = paid.journals[0]?.settlements ?? [];
  if (row === undefined) throw new Error('nothing was paid');
  const begun: Begun = { at: LATER, terminal: 0, boot: 1, settlementId: row.id, byItself: true };
  const behind = 'it was shown, and then given back behind the person';
  const slip = 'it was given back behind a slip that may be out';
  const words = (refund: Partial<Begun>, change: Partial<Drawn>, sheet: Partial<Paper>): readonly string[] =>
    found({ refunds: [{ ...begun, ...refund }], drawn: [...drawn(change)], paper: [...paper(sheet)] });
  const not = { came: false, told: 'notPrinted' } as const;
  expect(words({}, {}, not)).toContain(behind);
  expect(words({}, { kept: false }, not)).toContain(behind);
  expect(words({ boot: 2 }, { kept: false }, not)).not.toContain(behind);
  expect(words({ byItself: false }, {}, {}).filter((what) => what === behind || what === slip)).toEqual([]);
  for (const told of ['printed', 'unknown', null] as const) expect(words({}, {}, { told })).toContain(slip);
  expect(words({}, {}, not)).not.toContain(slip);
  expect(words({ at: 0 }, {}, { told: 'unknown' })).toContain('a slip of it was printed while it was given back');
});
