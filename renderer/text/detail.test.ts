import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { addFen, fen } from '../../common/kernel/money.ts';
import { feePage } from '../fixtures/fee-lines.ts';
import { hallHears } from '../fixtures/heard.ts';
import { fixtures } from '../fixtures/index.ts';
import { splitFull, terms, termsFull } from '../fixtures/parts.ts';
import { firstView } from '../keypad/offer.ts';
import { offersOf } from '../keypad/offers.ts';
import { transcriptOf } from '../speech/transcript.ts';
import { voiceOf } from '../speech/voice.ts';
import { detailPages, layerRows, sheetsOf, termRows } from './detail.ts';

const LAYERS = ['pool', 'major', 'largeAmount', 'enterprise', 'civilServant', 'assistance', 'other'] as const;
const part = fc.integer({ min: 0, max: 10_000_000 }).map(fen);

/** Any split whose parts sum to its total. */
const splits = fc
  .record({ layers: fc.tuple(...LAYERS.map(() => part)), hospital: part, account: part, family: part, cash: part })
  .map(({ layers, hospital, account, family, cash }): Split => {
    const funds = addFen(fen(0), ...layers);
    return {
      total: addFen(funds, hospital, account, cash),
      funds,
      layers: LAYERS.map((layer, index) => ({ layer, amount: layers[index] ?? fen(0) })),
      hospital,
      account,
      accountMutualAid: fen(Math.min(family, account)),
      accountBalanceAfter: null,
      cash,
      deductible: null,
    };
  });

describe('the sheets behind "who pays"', () => {
  it('name every layer that the centre gave, and sum to the total, whatever the split', () => {
    fc.assert(
      fc.property(splits, (split) => {
        const rows = layerRows(split).flatMap((row) => (row.kind === 'amount' ? [row] : []));
        const sum = rows
          .filter(({ name }) => name !== 'money.total' && name !== 'detail.family')
          .reduce((so, { amount }) => so + amount, 0);
        expect(sum).toBe(split.total);
        const named = rows.flatMap(({ name }) => LAYERS.filter((layer) => name === `payer.${layer}`));
        expect(named).toEqual(split.layers.filter(({ amount }) => amount > 0).map(({ layer }) => layer));
      }),
    );
  });

  it('hold few rows each, and lead on to the single items', () => {
    for (const name of ['split', 'split-full', 'confirm', 'confirm-full', 'confirm-cash-zero']) {
      const screen = fixtures[name]?.screen;
      if (screen?.kind !== 'split' && screen?.kind !== 'confirm') throw new Error(name);
      const sheets = sheetsOf(screen);
      expect(sheets.every(({ rows }) => rows.length > 0 && rows.length <= 6)).toBe(true);
      expect(sheets.flatMap(({ rows }) => rows)).toEqual([
        ...layerRows(screen.split),
        ...termRows(screen.terms, screen.split),
      ]);
      expect(detailPages(screen)).toBe(sheets.length + Math.ceil(screen.visit.lineCount / 4));
    }
  });

  it('say where somebody is insured only where that is elsewhere, and the centre’s words as they are', () => {
    const names = (rows: ReturnType<typeof termRows>) => rows.map(({ name }) => name);
    expect(names(termRows(terms, splitFull))).not.toContain('detail.insuredAt');
    const away = termRows(termsFull, splitFull);
    expect(names(away)).toContain('detail.insuredAt');
    expect(away.at(-1)).toEqual({ kind: 'quote', name: 'detail.words', text: termsFull.words[0] });
    expect(names(termRows({ ...terms, clearingWay: null, scope: null, words: [] }, splitFull))).toEqual([
      'detail.scheme',
      'detail.case',
      'detail.deductible',
    ]);
  });
});

describe.each(['zh-CN', 'en'] as const)('the sheets in %s', (locale) => {
  const snapshot = { ...(fixtures['split-full'] ?? expect.fail()), locale };
  const { screen } = snapshot;
  if (screen.kind !== 'split') throw new Error(screen.kind);
  const pages = detailPages(screen);
  const voice = voiceOf(locale);

  it.each(Array.from({ length: pages }, (_, page) => page))(
    'sheet %i is heard whole, and its keys are told',
    (page) => {
      const view = { ...firstView, lines: page };
      const rows = sheetsOf(screen)[page]?.rows ?? [];
      const said = transcriptOf({ snapshot, view, lines: feePage.lines.slice(0, 4) });
      const words = said.map(({ text }) => text).join('\n');
      for (const row of rows) {
        expect(words).toContain(voice.say(row.name));
        if (row.kind === 'amount') expect(words).toContain(voice.yuan(row.amount));
      }
      if (rows.length === 0)
        expect(words).toContain(voice.say('lines.over', { limit: '50.00', amount: voice.yuan(fen(570)) }));
      const hall = hallHears(said, locale);
      expect(hall.join('\n')).not.toMatch(/\d+ 元|\d+ yuan|992300/);
      const offers = offersOf(voice, snapshot, view).filter(({ name }) => name === 'view');
      expect(offers.map(({ pad, off }) => [pad, off])).toEqual([
        ['1', page === 0],
        ['2', page === pages - 1],
        ['green', false],
      ]);
    },
  );
});
