import type { SlipDocument } from '../../common/contracts/slip.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { fen } from '../../common/kernel/money.ts';
import { labMark, paperOf, type SlipSite } from './paper.ts';

/** What a technician prints to see that the printer prints: every kind of block, and glyphs that its ROM lacks. */
export function testSlip(site: SlipSite, columns: number, now: number): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const one = fen(100);
  return {
    kind: 'test',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: say('titleTest') },
      { kind: 'line', text: site.institutionName, align: 'centre' },
      { kind: 'rule', style: 'solid' },
      { kind: 'line', text: say('testGlyphs') },
      { kind: 'line', text: '1234567890'.repeat(7).slice(0, columns) },
      { kind: 'fact', label: say('testColumns'), value: String(columns) },
      { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
      ...(site.place ? [{ kind: 'fact', label: say('testPlace'), value: site.place.join('·') } as const] : []),
      { kind: 'fact', label: say('printedAt'), value: formatDateTime(now) },
      { kind: 'amount', label: say('pool'), value: '1628.50', mark: 'pool' },
      { kind: 'amount', label: say('account'), value: '0.01', mark: 'account' },
      {
        kind: 'bar',
        parts: (['pool', 'major', 'aid', 'account', 'cash', 'hospital'] as const).map((mark) => ({
          mark,
          amount: one,
        })),
      },
      { kind: 'rule', style: 'dashed' },
      { kind: 'code', data: `minka:1:${site.institutionCode}:test`, lines: [say('titleTest'), site.terminalLabel] },
      ...labMark(paper),
    ],
  };
}
