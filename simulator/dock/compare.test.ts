import { describe, expect, test } from 'vitest';
import { compare, type Testimony } from './compare.ts';

const id = 'H99010100017202611220759040705';
const amounts = { total: 62016, funds: 26236, account: 0, cash: 35780 };
const whole: Testimony = {
  centre: [{ msgid: id, refundOf: null, state: 'settled', ...amounts }],
  his: [{ encounterId: 'MZ1', state: 'settled', settlement: { messageId: id, amounts } }],
  journal: [
    {
      ...{ messageId: id, encounterId: 'MZ1', state: 'settled', totalFen: 62016 },
      ...{ fundsFen: 26236, accountFen: 0, cashFen: 35780 },
    },
  ],
  paper: [{ kind: 'settlement', messageId: id, amounts, copy: false, cut: true, hanging: false, owner: null }],
  queue: [],
  nameOf: () => '编造人',
};
const [journal] = whole.journal;
const [slip] = whole.paper;
const only = (change: Partial<Testimony>) => {
  const [row] = compare({ ...whole, ...change });
  if (row === undefined) throw new Error('no row');
  return row;
};
const withState = (state: NonNullable<typeof journal>['state']) =>
  journal ? [{ ...journal, state, fundsFen: null, accountFen: null, cashFen: null }] : [];

describe('the four ledgers side by side', () => {
  test('agree', () => {
    expect(only({})).toMatchObject({ verdict: 'agree', words: ['allAgree'], differences: [], originals: 1 });
  });
  test.each(['total', 'funds', 'account', 'cash'] as const)('one fen of %s on the paper is found', (part) => {
    const paper = slip ? [{ ...slip, amounts: { ...amounts, [part]: amounts[part] + 1 } }] : [];
    expect(only({ paper })).toMatchObject({ verdict: 'differ', differences: [`paper.${part}`], words: ['differ'] });
  });
  test('each other witness that differs is named', () => {
    const his = [
      {
        encounterId: 'MZ1',
        state: 'settled' as const,
        settlement: { messageId: id, amounts: { ...amounts, cash: 1 } },
      },
    ];
    const rows = journal ? [{ ...journal, fundsFen: 1 }] : [];
    expect(only({ his, journal: rows }).differences).toEqual(['his.cash', 'journal.funds']);
  });
  test('the same slip twice is never right; a copy is', () => {
    const twice = slip ? [slip, slip] : [];
    expect(only({ paper: twice })).toMatchObject({ verdict: 'differ', originals: 2, words: ['paperTwice'] });
    const copied = slip ? [slip, { ...slip, copy: true }] : [];
    expect(only({ paper: copied })).toMatchObject({ verdict: 'agree', originals: 1 });
  });
  test('the hospital was not told: a row waits, is set aside, or is nowhere', () => {
    const his = [{ encounterId: 'MZ1', state: 'held' as const, settlement: null }];
    expect(only({ his, queue: [{ encounterId: 'MZ1', dead: false }] }).words).toEqual(['hisWaits']);
    expect(only({ his, queue: [{ encounterId: 'MZ1', dead: true }] }).words).toEqual(['hisSetAside']);
    expect(only({ his })).toMatchObject({ verdict: 'differ', words: ['hisUntold'] });
  });
  test('unknown at the terminal: said as unknown, whatever the centre has', () => {
    const paper = slip ? [{ ...slip, kind: 'open' as const, amounts: null }] : [];
    const his = [{ encounterId: 'MZ1', state: 'held' as const, settlement: null }];
    const unknown = only({ journal: withState('unknown'), paper, his });
    expect(unknown).toMatchObject({ verdict: 'waiting', words: ['centreAhead', 'terminalAsks'] });
    expect(unknown.paper.state).toBe('open');
    expect(only({ journal: withState('fencing'), centre: [], paper, his }).words).toEqual(['terminalFences']);
  });
  test.each([
    ['refused', 'refusedCleanly'],
    ['notSent', 'notSentCleanly'],
    ['reversed', 'reversedCleanly'],
  ] as const)('%s with an empty centre is clean; with a settlement there it is not', (state, word) => {
    const his = [{ encounterId: 'MZ1', state: 'unpaid' as const, settlement: null }];
    const clean = { journal: withState(state), centre: [], his, paper: [] };
    expect(only(clean)).toMatchObject({ verdict: 'agree', words: [word] });
    expect(only({ ...clean, centre: whole.centre })).toMatchObject({ verdict: 'differ', words: ['movedWithoutUs'] });
  });
  test('a settlement that the centre does not have', () => {
    expect(only({ centre: [] })).toMatchObject({ verdict: 'differ', words: ['centreLost'] });
  });
  test('a slip that is coming out is being printed, and only while it hangs; half of it is half', () => {
    const coming = slip ? [{ ...slip, messageId: null, amounts: null, cut: false, hanging: true, owner: id }] : [];
    expect(only({ paper: coming })).toMatchObject({ verdict: 'waiting', words: ['paperPrinting'] });
    for (const cut of [false, true]) {
      const half = coming.map((piece) => ({ ...piece, hanging: false, cut }));
      expect(only({ paper: half })).toMatchObject({ verdict: 'waiting', words: ['paperHalf'], originals: 0 });
    }
    expect(only({ paper: [] })).toMatchObject({ verdict: 'waiting', words: ['paperMissing'] });
  });
});
