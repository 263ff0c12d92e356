import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { labMark, paperOf, personFacts, type SlipSite } from './paper.ts';

/**
 * That the PIN was changed, or that nobody knows which one the card has, and what to do then. `at`: epoch ms. Neither
 * PIN is known to whoever prints this.
 */
export function pinSlip(
  site: SlipSite,
  {
    person,
    outcome,
    at,
  }: { readonly person: MaskedPerson; readonly outcome: 'changed' | 'unknown'; readonly at: number },
): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const notes =
    outcome === 'changed'
      ? (['pinChangedNote', 'pinKeep'] as const)
      : (['pinTryNew', 'pinThenOld', 'pinWindow'] as const);
  return {
    kind: 'benefits',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: say('titlePin') },
      { kind: 'line', text: site.authority, align: 'centre' },
      { kind: 'rule', style: 'solid' },
      { kind: 'line', text: say(`pin.${outcome}`), bold: true },
      ...notes.map((note) => ({ kind: 'line', text: say(note, { window: site.helpWindow }) }) as const),
      { kind: 'rule', style: 'solid' },
      ...personFacts(paper, person),
      { kind: 'fact', label: say('pinAt'), value: formatDateTime(at) },
      { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
      ...labMark(paper),
    ],
  };
}
