import type { ReconcilePart, ReconcileReport, ReconcileRow, StatementSums } from '../../common/contracts/reconcile.ts';
import type { SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { type ReconcileString, reconcileStrings } from '../../common/strings/reconcile.ts';
import { labMark, type Paper, paperOf, type SlipSite } from './paper.ts';
import { sayCode } from './say.ts';

type Tell = (key: ReconcileString, values?: Readonly<Record<string, string>>) => string;

/** Differences that a slip lists; the file has all. */
const MOST_ROWS = 20;

const yuan = (amount: number): string => formatFen(fen(amount));

function side(tell: Tell, label: 'ours' | 'theirs', sums: StatementSums, cash: number | null): readonly SlipBlock[] {
  return [
    { kind: 'amount', label: tell(label, { count: String(sums.count) }), value: yuan(sums.total) },
    { kind: 'amount', label: tell('funds'), value: yuan(sums.funds), indent: true },
    { kind: 'amount', label: tell('account'), value: yuan(sums.account), indent: true },
    ...(cash === null ? [] : [{ kind: 'amount', label: tell('cash'), value: yuan(cash), indent: true } as const]),
  ];
}

function partBlocks({ say }: Paper, tell: Tell, part: ReconcilePart): readonly SlipBlock[] {
  const scheme = [part.insutype, sayCode(say, 'scheme', part.insutype)].filter((text) => text !== null).join(' ');
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: `${scheme}　${tell(`state.${part.state}`)}`, bold: true },
    { kind: 'line', text: tell('clearing', { clrType: part.clrType }) },
    ...side(tell, 'ours', part.ours, part.ours.cash),
    // The interface does not tell the centre's cash (domain-facts B6.2, 3201).
    ...side(tell, 'theirs', part.theirs, null),
    { kind: 'amount', label: tell('difference'), value: yuan(part.difference.total), bold: true },
  ];
}

function rowBlocks(tell: Tell, row: ReconcileRow): readonly SlipBlock[] {
  const difference = (row.theirs?.total ?? 0) - (row.ours?.total ?? 0);
  const call = row.worklist === null ? '' : `　${tell('worklist', { id: String(row.worklist) })}`;
  return [
    { kind: 'line', text: `${tell(`verdict.${row.verdict}`)}${call}` },
    { kind: 'line', text: row.setlId },
    { kind: 'amount', label: tell('rowDifference'), value: yuan(difference), indent: true },
  ];
}

function answer(tell: Tell, { state, open }: ReconcileReport): SlipBlock {
  if (state !== 'open') return { kind: 'line', text: tell(state), bold: true };
  return { kind: 'line', text: tell('open', { rows: String(open.rows), amount: yuan(open.fen) }), bold: true };
}

/**
 * 医保对账单: first whether the day agrees, then each insurance type with our sums, theirs and the difference, then what
 * differs and why, and two lines for the hands of two people. Nobody's name is on it.
 */
export function reconcileSlip(site: SlipSite, report: ReconcileReport): SlipDocument {
  const paper = paperOf(site);
  const language = site.locale === 'zh-CN' ? 'zh' : 'en';
  const tell: Tell = (key, values = {}) =>
    reconcileStrings[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const rows = report.rows.slice(0, MOST_ROWS);
  const more = report.rows.length - rows.length + report.rowsLeftOut;
  return {
    kind: 'reconcile',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: tell('title') },
      { kind: 'line', text: report.institutionName, align: 'centre' },
      { kind: 'rule', style: 'solid' },
      answer(tell, report),
      { kind: 'fact', label: tell('day'), value: report.day },
      { kind: 'fact', label: tell('institution'), value: report.institutionCode },
      { kind: 'fact', label: tell('terminal'), value: report.terminal },
      { kind: 'fact', label: tell('run'), value: String(report.run) },
      { kind: 'fact', label: tell('by'), value: report.by ?? tell('byItself') },
      { kind: 'fact', label: tell('finishedAt'), value: report.finishedAt },
      ...report.parts.flatMap((part) => partBlocks(paper, tell, part)),
      ...(report.others.length === 0 ? [] : [{ kind: 'rule', style: 'dashed' } as const]),
      ...report.others.map(({ sender, count, total }): SlipBlock => {
        const values = { sender: sender === '' ? tell('elsewhere') : sender, count: String(count) };
        return { kind: 'amount', label: tell('others', values), value: yuan(total) };
      }),
      ...(rows.length === 0 ? [] : [{ kind: 'rule', style: 'dashed' } as const]),
      ...rows.flatMap((row) => rowBlocks(tell, row)),
      ...(more === 0 ? [] : [{ kind: 'line', text: tell('more', { rows: String(more) }) } as const]),
      { kind: 'rule', style: 'solid' },
      { kind: 'space' },
      { kind: 'line', text: tell('handled') },
      { kind: 'space' },
      ...labMark(paper),
    ],
  };
}
