import type { LossCard } from '../../common/contracts/session/loss.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { labMark, paperOf, type SlipSite } from './paper.ts';

/** 挂失: that the bureau has the card as lost, by what it knew who asked, and how the report is withdrawn. */
export function lossSlip(site: SlipSite, { name, cardTail, since, number, asOf }: LossCard): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  return {
    kind: 'benefits',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: say('titleLoss') },
      { kind: 'line', text: site.authority, align: 'centre' },
      { kind: 'rule', style: 'solid' },
      { kind: 'line', text: say('lossStands'), bold: true },
      { kind: 'line', text: say('lossWithdraw') },
      { kind: 'line', text: say('lossNewCard', { window: site.helpWindow }) },
      { kind: 'rule', style: 'solid' },
      { kind: 'fact', label: say('name'), value: name },
      { kind: 'fact', label: say('lossTail'), value: cardTail },
      { kind: 'fact', label: say('cardSince'), value: since },
      ...(number === null ? [] : [{ kind: 'fact', label: say('lossNumber'), value: number } as const]),
      { kind: 'fact', label: say('lossBy'), value: say('lossByElectronic') },
      { kind: 'fact', label: say('benefitsAsOf'), value: asOf },
      { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
      ...labMark(paper),
    ],
  };
}
