import type { Locale } from '../../common/contracts/session/locale.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { feePage } from '../../renderer/fixtures/fee-lines.ts';
import { person, split, terms } from '../../renderer/fixtures/parts.ts';
import { settlementSlip } from '../../terminal/receipts/settlement-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { encounter, prepared, settled } from '../../terminal/testing/people.ts';

const lines = feePage.lines;
const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const bare = encounter(
  'MZ2611180319',
  lines.map(({ amount }) => yuan(amount)),
);

/** The visit of the screens in the manual, with the items that they name. */
const visit = {
  ...bare,
  visitedAt: '2026-11-18 09:12:00',
  lines: bare.lines.map((line, index) => ({
    ...line,
    name: lines[index]?.name ?? line.name,
    count: lines[index]?.count ?? '1',
  })),
};

/** 甲, 乙, 丙 in the centre's codes. */
const LEVELS: Readonly<Record<string, '01' | '02' | '03'>> = { A: '01', B: '02', C: '03' };
const levels = new Map(
  visit.lines.map(({ lineId }, index) => [lineId, { level: LEVELS[lines[index]?.level ?? ''] ?? '01' }] as const),
);

/** The slip that belongs to the screens of the manual: the same person, visit, split and terms. */
export function slipOf(locale: Locale): SlipDocument {
  const done = settled(
    { ...prepared(visit, true), split, levels },
    {
      messageId: 'H99010100017202611180944310701',
      setlId: 'JS2026111809444201',
      settledAt: '2026-11-18 09:44:31',
      scope: terms.scope,
    },
  );
  const paid = { person, settled: done, collection: null, psnType: '12', copy: 0 };
  return settlementSlip({ ...SITE, locale }, paid);
}
