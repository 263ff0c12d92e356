import type { HisLine } from '../../common/contracts/his/his.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { LineRuling, Prepared } from '../ports.ts';
import type { Paper } from './paper.ts';
import { type Say, sayCode } from './say.ts';

/** Under which terms: scheme and kind of case, method, where the person is insured if elsewhere, the centre's own words. */
export function termsFacts({ say, site }: Paper, prepared: Prepared, psnType: string | null): readonly SlipBlock[] {
  const { insutype, encounter, terms } = prepared;
  const { clearingWay, insuredAt, words } = terms;
  const away = insuredAt !== site.division;
  const fact = (label: Parameters<Say>[0], value: string): SlipBlock => ({ kind: 'fact', label: say(label), value });
  const { disease } = encounter;
  return [
    fact('scheme', schemeText(say, insutype, psnType)),
    fact('category', codeText(say, 'med', encounter.medicalType)),
    ...(disease ? [fact('disease', disease.name)] : []),
    ...(clearingWay === null ? [] : [fact('clearingWay', codeText(say, 'way', clearingWay))]),
    ...(away ? [fact('insuredAt', say('insuredAway', { code: insuredAt })), fact('careAt', site.division)] : []),
    ...words.map((text) => fact('centreSays', text)),
  ];
}

function schemeText(say: Say, insutype: string, psnType: string | null): string {
  const scheme = codeText(say, 'scheme', insutype);
  const kind = psnType === null ? null : sayCode(say, 'psn', psnType.slice(0, 2));
  return kind === null ? scheme : `${scheme}　${kind}`;
}

function codeText(say: Say, prefix: 'scheme' | 'med' | 'way', code: string): string {
  return [code, sayCode(say, prefix, code)].filter((part) => part !== null).join(' ');
}

/** A line's name, with what of it is the person's own before any fund is asked, and why. */
export function lineName(say: Say, line: HisLine, ruling: LineRuling | undefined): string {
  if (ruling?.parts === undefined) return line.name;
  const { overLimit, advanceSelfPay, ownExpense } = ruling.parts;
  const { limit = '', share = '' } = ruling;
  const why = [
    ...(overLimit > 0
      ? [say(limit === '' ? 'lineOver' : 'lineOverLimit', { limit, amount: formatFen(overLimit) })]
      : []),
    ...(advanceSelfPay > 0
      ? [say(share === '' ? 'lineFirst' : 'lineFirstShare', { share, amount: formatFen(advanceSelfPay) })]
      : []),
    ...(ownExpense > 0 ? [say('lineOwn', { amount: formatFen(ownExpense) })] : []),
  ];
  return why.length === 0 ? line.name : say('lineWhy', { name: line.name, why: why.join(say('lineAnd')) });
}
