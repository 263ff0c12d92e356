import type { Step } from '../../central/benefits/medical/outcome.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { formatRatio, over, type Ratio, ratio, times } from '../../common/kernel/ratio.ts';

/** How a computation is written on the page. */

function grouped(text: string): string {
  const [whole = '', places] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${places === undefined ? '' : `.${places}`}`;
}

/** "1,234.56" */
export function yuan(amount: Fen): string {
  return grouped(formatFen(amount));
}

/** A fraction of fen in yuan: two places where it is whole fen, else four. */
export function exactYuan(amount: Ratio): string {
  const text = formatRatio(over(amount, ratio(100)), 4);
  return grouped(text.replace(/00$/, ''));
}

/** A fraction of fen in yuan, rounded half up to the fen. */
export function roundedYuan(amount: Ratio): string {
  return grouped(formatRatio(over(amount, ratio(100)), 2));
}

/** "85 %", "7.8 %" */
export function percent(share: Ratio): string {
  return `${formatRatio(times(share, ratio(100)), 2).replace(/\.?0+$/, '')} %`;
}

/** One step of the engine in words. */
export function stepInWords(step: Step): string {
  switch (step.step) {
    case 'first':
      return `账户 this year's account money pays first: ${yuan(step.amount)}`;
    case 'deductible':
      return `起付线 deductible ${yuan(step.whole)}, used before ${yuan(step.before)}: **${yuan(step.amount)}**`;
    case 'band': {
      const width = `${exactYuan(step.from)} to ${exactYuan(step.to)}`;
      return `${step.layer}: cost from ${width} at ${percent(step.share)}: fund ${exactYuan(step.fund)}, person ${exactYuan(step.self)}`;
    }
    case 'ceiling':
      return `${step.layer}: the ceiling leaves ${yuan(step.left)}, which is reached at cost ${exactYuan(step.cut)}`;
    case 'layer':
      return `${step.layer}: fund **${yuan(step.fund)}**, person ${yuan(step.self)} (the ${step.rounded}'s side rounded half up, the other by difference)`;
    case 'remainder':
      return `${step.layer}: ${percent(step.share)} of the person's ${yuan(step.base)}: **${yuan(step.fund)}**`;
    case 'tier':
      return `${step.layer}: burden from ${exactYuan(step.from)} to ${exactYuan(step.to)} at ${percent(step.share)}`;
    case 'burden': {
      const capped = step.capped ? ', as much as the ceiling leaves' : '';
      return `${step.layer}: the person's burden ${yuan(step.now)} (before it this year ${yuan(step.before)}): **${yuan(step.fund)}**${capped}`;
    }
    case 'fixed':
      return `单病种 fixed sums: fund **${yuan(step.fund)}**, person **${yuan(step.person)}**, hospital **${yuan(step.hospital)}**`;
    case 'nothing':
      return 'the scheme pays nothing for this kind of visit: the whole bill is the person’s';
    case 'account':
      return `账户 (${step.purse}) pays ${yuan(step.amount)}`;
  }
}
