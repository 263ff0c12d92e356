import type { SlipBlock } from '../../common/contracts/slip.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { type Paper, withUnit } from './paper.ts';
import type { Say } from './say.ts';

/** A line of an information slip: the label left, the value at the right edge. */
export function row(label: string, value: string): SlipBlock {
  return { kind: 'amount', label, value };
}

/** A sum that stands out, with its unit. */
export function sumRow(say: Say, label: string, amount: Fen): SlipBlock {
  return { kind: 'amount', label, value: withUnit(say, amount), bold: true };
}

/** What a sum above it was worked out from. */
export function termRow(label: string, value: Fen | string): SlipBlock {
  return { kind: 'amount', label, value: typeof value === 'number' ? formatFen(value) : value, indent: true };
}

/** 含示例数据: where a figure that no readable source states is among those above. */
export function illustrativeRow({ say }: Paper, illustrative: boolean): readonly SlipBlock[] {
  return illustrative ? [{ kind: 'line', text: say('slipIllustrative'), bold: true }] : [];
}
