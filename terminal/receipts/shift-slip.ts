import { denominations, type ShiftReport, type ShiftSums } from '../../common/contracts/desk/shift.ts';
import type { SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { type DeskShiftPaper, deskShiftPaper } from '../../common/strings/desk/shift-paper.ts';
import { labMark, paperOf, type SlipSite } from './paper.ts';

type Tell = (key: DeskShiftPaper, values?: Readonly<Record<string, string>>) => string;

const yuan = (amount: number): string => formatFen(fen(amount));

function side(tell: Tell, what: 'paper.settled' | 'paper.refunded', sums: ShiftSums): readonly SlipBlock[] {
  const of = (key: DeskShiftPaper, amount: number): SlipBlock => ({
    ...{ kind: 'amount', label: tell(key), value: yuan(amount), indent: true },
  });
  return [
    { kind: 'rule', style: 'dashed' },
    {
      kind: 'amount',
      label: tell('paper.countOf', { what: tell(what), count: String(sums.count) }),
      value: yuan(sums.total),
    },
    of('paper.funds', sums.funds),
    of('paper.hospital', sums.hospital),
    of('paper.account', sums.account),
    of('paper.mutual', sums.accountMutualAid),
    of('paper.cash', sums.cash),
    of('paper.external', sums.external),
  ];
}

function pieces(tell: Tell, { count }: ShiftReport): readonly SlipBlock[] {
  if (count === null) return [];
  return count.flatMap((number, place): SlipBlock[] => {
    const each = denominations[place] ?? 0;
    if (number === 0) return [];
    const label = tell('paper.pieces', { yuan: yuan(each), pieces: String(number) });
    return [{ kind: 'amount', label, value: yuan(each * number), indent: true }];
  });
}

/** 交接班报表: what should lie in the drawer and what does, first; then the sums, and a line for two hands. */
export function shiftSlip(site: SlipSite, report: ShiftReport): SlipDocument {
  const paper = paperOf(site);
  const language = site.locale === 'zh-CN' ? 'zh' : 'en';
  const tell: Tell = (key, values = {}) =>
    deskShiftPaper[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const closed = report.closedAt === null ? tell('paper.notClosed') : formatDateTime(report.closedAt);
  const counted: readonly SlipBlock[] =
    report.counted === null || report.difference === null
      ? []
      : [
          { kind: 'amount', label: tell('paper.counted'), value: yuan(report.counted), bold: true },
          ...pieces(tell, report),
          { kind: 'amount', label: tell('paper.difference'), value: yuan(report.difference), bold: true },
        ];
  return {
    kind: 'reconcile',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: tell('paper.title') },
      { kind: 'line', text: site.institutionName, align: 'centre' },
      { kind: 'rule', style: 'solid' },
      { kind: 'amount', label: tell('paper.float'), value: yuan(report.float) },
      { kind: 'amount', label: tell('paper.expected'), value: yuan(report.expected), bold: true },
      ...counted,
      ...side(tell, 'paper.settled', report.settled),
      ...side(tell, 'paper.refunded', report.refunded),
      { kind: 'rule', style: 'solid' },
      { kind: 'fact', label: tell('paper.shift'), value: String(report.shiftId) },
      { kind: 'fact', label: tell('paper.staff'), value: report.staffId },
      { kind: 'fact', label: tell('paper.terminal'), value: site.terminalLabel },
      { kind: 'fact', label: tell('paper.openedAt'), value: formatDateTime(report.openedAt) },
      { kind: 'fact', label: tell('paper.closedAt'), value: closed },
      { kind: 'fact', label: tell('paper.unknown'), value: String(report.unknown) },
      { kind: 'fact', label: tell('paper.work'), value: String(report.work) },
      { kind: 'space' },
      { kind: 'line', text: tell('paper.hands') },
      { kind: 'space' },
      ...labMark(paper),
    ],
  };
}
