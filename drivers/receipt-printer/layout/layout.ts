import type { PayerMark, SlipBlock, SlipDocument } from '../../../common/contracts/slip.ts';
import { unreachable } from '../../../common/kernel/result.ts';
import type { Charset } from '../codec/charset.ts';
import { items } from './items.ts';
import { BOLD, PLAIN, type SlipLine } from './line.ts';
import { big, fact, factLabelColumns, inverseBar, labelValue, paragraph, type Setting, textLine } from './rows.ts';
import { shareCells } from './share.ts';
import { createTypesetter, type TextCounts } from './typesetter.ts';

/** Solid is paid by others, hollow by the person; all six are in every GB 2312 ROM. */
const MARKS: Readonly<Record<PayerMark, string>> = {
  pool: '■',
  major: '◆',
  aid: '●',
  account: '○',
  cash: '□',
  hospital: '▲',
};

/** Rows without a mark stand under the text of those with one: mark (2) and blank (1). */
const INDENT = '   ';

export interface LaidOutSlip {
  readonly lines: readonly SlipLine[];
  readonly counts: Readonly<TextCounts>;
}

/**
 * Lays a slip out for a printer of `columns` half-width columns (24–64) and a charset. Pure: the same slip gives the
 * same lines. Widths are those of the bytes that will be sent, not of Unicode.
 */
export function layOut(slip: SlipDocument, columns: number, charset: Charset): LaidOutSlip {
  const type = createTypesetter(charset);
  const set: Setting = { type, columns };
  const labels = factLabels(set, slip.blocks);
  const lines = slip.blocks.flatMap((block, index) => layOutBlock(set, block, labels[index] ?? 0));
  return { lines, counts: type.counts };
}

/** The label column of every fact: neighbours share one. */
function factLabels(set: Setting, blocks: readonly SlipBlock[]): number[] {
  const out: number[] = blocks.map(() => 0);
  let group: number[] = [];
  const close = (): void => {
    if (group.length === 0) return;
    const labels = group.flatMap((i) => (blocks[i]?.kind === 'fact' ? [blocks[i].label] : []));
    const width = factLabelColumns(set, labels);
    for (const i of group) out[i] = width;
    group = [];
  };
  blocks.forEach((block, i) => {
    if (block.kind === 'fact') group.push(i);
    else close();
  });
  close();
  return out;
}

function layOutBlock(set: Setting, block: SlipBlock, labelColumns: number): SlipLine[] {
  switch (block.kind) {
    case 'title':
      return paragraph(set, block.text, { ...BOLD, double: true }, true);
    case 'inverse':
      return inverseBar(set, block.text, block.size !== 'normal');
    case 'line':
      return paragraph(set, block.text, block.bold ? BOLD : PLAIN, block.align === 'centre');
    case 'big':
      return big(set, block.label, block.value);
    case 'amount': {
      const lead = block.mark ? `${MARKS[block.mark]} ` : block.indent ? INDENT : '';
      return labelValue(set, lead, block.label, block.value, block.bold ? BOLD : PLAIN);
    }
    case 'fact':
      return fact(set, block.label, block.value, labelColumns);
    case 'bar':
      return bar(set, block);
    case 'rule': {
      const text = block.style === 'solid' ? '━'.repeat(Math.floor(set.columns / 2)) : '-'.repeat(set.columns);
      return [{ kind: 'rule', cells: set.type.cells(text) }];
    }
    case 'items':
      return items(set, block);
    case 'code':
      return [{ kind: 'qr', data: block.data }, ...block.lines.flatMap((text) => paragraph(set, text, PLAIN, true))];
    case 'space':
      return [{ kind: 'space' }];
    default:
      return unreachable(block);
  }
}

function bar(set: Setting, block: Extract<SlipBlock, { kind: 'bar' }>): SlipLine[] {
  const shares = shareCells(
    block.parts.map((part) => part.amount),
    Math.floor(set.columns / 2),
  );
  const marks = block.parts.map((part, i) => MARKS[part.mark].repeat(shares[i] ?? 0)).join('');
  return marks === '' ? [] : [textLine(set.type.cells(marks), PLAIN)];
}
