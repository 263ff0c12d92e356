import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { worklistKindSchema } from '../../common/contracts/worklist.ts';
import { atRest, judge, type Meant } from './judge.ts';
import { type Matter, openForSomebody, SAID_ONLY } from './waiting.ts';
import type { LedgerRow, Witnesses } from './witnesses.ts';

const row: LedgerRow = {
  setlId: 'S1',
  msgid: 'M1',
  psnNo: 'P1',
  state: 'settled',
  refundOf: null,
  total: 1000,
  funds: 600,
  account: 300,
  cash: 100,
};
const amounts = { total: 1000, funds: 600, account: 300, cash: 100 };
const matter = (kind: string, more: Partial<Matter> = {}): Matter => ({
  ...{ kind, subject: 'M1', fen: 1000, open: true },
  ...more,
});
const absent = matter('settlement-after-session');
const good: Witnesses = {
  standing: [row],
  refunds: 0,
  his: { state: 'settled', settlement: { messageId: 'M1', cashDue: '1.00' } },
  told: ['M1'],
  givenBack: [],
  faults: [],
  matters: [absent],
  originals: [{ messageId: 'M1', amounts, whole: true }],
};
const undone: Witnesses = {
  ...good,
  standing: [],
  his: { state: 'unpaid', settlement: null },
  told: [],
  faults: ['SETTLEMENT_REVERSED'],
  matters: [],
  originals: [],
};
const givenBack: Witnesses = { ...undone, refunds: 1, told: ['M1'], givenBack: ['M1'], faults: [] };
const denied: Witnesses = {
  ...good,
  his: { state: 'unpaid', settlement: null },
  told: [],
  matters: [matter('difference', { subject: 'S1' })],
  originals: [],
};
const meant: Meant = { sawSuccess: false, givesBack: false, denied: false };
const saw = { ...meant, sawSuccess: true };
const givesBack = { ...meant, givesBack: true };
const denies = { ...meant, denied: true };

const clean = { lost: [], doubled: [], duplicateOriginals: 0, unresolved: [] };

describe('the judge has nothing against', () => {
  it.each<[string, Witnesses, Meant, string]>([
    ['a visit that is paid, told and seen', { ...good, matters: [] }, saw, 'settled'],
    ['one that nobody saw, which the work-list says', { ...good, originals: [] }, meant, 'settled'],
    ['one that is undone and let go', undone, meant, 'undone'],
    ['one that is given back, at the centre and everywhere', givenBack, givesBack, 'given back'],
    ['one that the centre denied and a comparison named', denied, denies, 'named difference'],
  ])('%s', (_what, witnesses, how, end) => {
    expect(judge(witnesses, how)).toEqual({ ...clean, end });
    expect(atRest(witnesses, how)).toBe(true);
  });
});

describe('lost', () => {
  it.each<[string, Partial<Witnesses>]>([
    ['the HIS was told of another', { his: { state: 'settled', settlement: { messageId: 'M2', cashDue: '1.00' } } }],
    [
      'the HIS was told another amount',
      { his: { state: 'settled', settlement: { messageId: 'M1', cashDue: '1.01' } } },
    ],
    ['the HIS has it as unpaid', { his: { state: 'unpaid', settlement: null } }],
    ['the operator was not told', { told: [] }],
    ['the operator has it as given back', { givenBack: ['M1'] }],
    ['the centre has nothing', { standing: [] }],
    ['a receipt of another', { originals: [{ messageId: 'M9', amounts, whole: true }] }],
    [
      'a receipt with other amounts',
      { originals: [{ messageId: 'M1', amounts: { ...amounts, cash: 99 }, whole: true }] },
    ],
  ])('%s', (_what, change) => {
    expect(judge({ ...good, ...change }, meant).lost).not.toEqual([]);
  });

  it('the screen said paid and nothing stands', () => {
    expect(judge(undone, saw).lost).toHaveLength(1);
  });

  it('given back at the centre, and HIS or operator still has it as paid', () => {
    expect(judge({ ...givenBack, givenBack: [] }, givesBack).lost).toHaveLength(1);
    expect(judge({ ...givenBack, his: good.his }, givesBack).lost).toHaveLength(1);
  });

  it.each<[string, Partial<Witnesses>]>([
    ['no difference', { matters: [] }],
    ['the difference has ended', { matters: [matter('difference', { subject: 'S1', open: false })] }],
    ['it names another', { matters: [matter('difference', { subject: 'S2' })] }],
    ['it has another sum', { matters: [matter('difference', { subject: 'S1', fen: 1 })] }],
    ['the operator has it as paid', { told: ['M1'] }],
    ['the centre has it not', { standing: [] }],
  ])('denied, and %s', (_what, change) => {
    expect(judge({ ...denied, ...change }, denies).lost).not.toEqual([]);
  });
});

it('doubled, printed twice, given back twice', () => {
  expect(judge({ ...good, standing: [row, { ...row, msgid: 'M2' }] }, saw).doubled).not.toEqual([]);
  expect(judge({ ...good, told: ['M1', 'M1'] }, saw).doubled).not.toEqual([]);
  expect(judge({ ...givenBack, refunds: 2 }, givesBack).doubled).not.toEqual([]);
  expect(judge({ ...givenBack, givenBack: ['M1', 'M1'] }, givesBack).doubled).not.toEqual([]);
  const named = matter('difference', { subject: 'S1' });
  expect(judge({ ...denied, matters: [named, named] }, denies).doubled).not.toEqual([]);
  expect(judge({ ...good, originals: [...good.originals, ...good.originals] }, saw).duplicateOriginals).toBe(1);
});

describe('unresolved', () => {
  it('the HIS still holds it, or lost it', () => {
    expect(judge({ ...undone, his: { state: 'held', settlement: null } }, meant).unresolved).toHaveLength(1);
    expect(judge({ ...undone, his: { state: 'absent', settlement: null } }, meant).unresolved).toHaveLength(1);
  });

  it('nobody was shown it, and nobody is told so, or it was to be given back', () => {
    const unseen = { ...good, matters: [], originals: [] };
    expect(judge(unseen, meant).unresolved).toHaveLength(1);
    expect(judge({ ...good, originals: [] }, givesBack).unresolved).toHaveLength(1);
    // Half a slip tells nobody.
    expect(judge({ ...unseen, originals: [{ messageId: '', amounts: null, whole: false }] }, meant).unresolved).toEqual(
      ['nobody was shown it, and nobody is told so'],
    );
    expect(judge(unseen, saw).unresolved).toEqual([]);
  });

  const informs: readonly string[] = ['settlement-after-session', 'print-unknown'];
  it.each(worklistKindSchema.options)('an open row of the work-list: %s', (kind) => {
    const { unresolved } = judge({ ...good, matters: [absent, matter(kind)] }, saw);
    expect(unresolved).toEqual(informs.includes(kind) ? [] : [`on the work-list: ${kind}`]);
    expect(judge({ ...good, matters: [absent, matter(kind, { open: false })] }, saw).unresolved).toEqual([]);
  });

  it('a kind or a fault that this judge has never heard of', () => {
    expect(openForSomebody([matter('something-new')], ['SOMETHING_NEW'])).toHaveLength(2);
    expect(openForSomebody([], ['SETTLEMENT_REVERSED'])).toEqual([]);
  });

  it('knows every fault that production tells of a visit, and no other', () => {
    const dir = join(import.meta.dirname, '../../terminal/settlement');
    const sources = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const told = sources.flatMap((file) =>
      [...readFileSync(join(dir, file), 'utf8').matchAll(/notices\.fault\(\s*'(\w+)'/g)].map(([, fault]) => fault),
    );
    expect(new Set(told)).toEqual(SAID_ONLY);
  });
});
