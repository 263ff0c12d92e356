import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import { labMark, type Paper, personFacts } from './paper.ts';

/** What one service puts on paper. */
export interface Information {
  readonly title: string;
  readonly body: readonly SlipBlock[];
  /** Below the identity: insurance, city. */
  readonly facts: readonly SlipBlock[];
  /** `yyyy-MM-dd HH:mm:ss` of the server that answered. */
  readonly asOf: string;
  /** In the place of the words that a slip proves nothing: what makes this one be checked. */
  readonly ending?: readonly SlipBlock[];
}

/** A slip for the person's own eyes. It proves nothing to anybody, so it bears no check code, and says so; but for a certificate. */
export function informationSlip(
  paper: Paper,
  person: MaskedPerson,
  { title, body, facts, asOf, ending }: Information,
): SlipDocument {
  const { site, say } = paper;
  return {
    kind: 'benefits',
    copy: 0,
    blocks: [
      ...labMark(paper),
      { kind: 'title', text: title },
      { kind: 'line', text: site.authority, align: 'centre' },
      { kind: 'rule', style: 'solid' },
      ...body,
      { kind: 'rule', style: 'solid' },
      ...personFacts(paper, person),
      ...facts,
      { kind: 'fact', label: say('benefitsAsOf'), value: asOf },
      { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
      ...(ending ?? [{ kind: 'line', text: say('benefitsNote') } as const]),
      ...labMark(paper),
    ],
  };
}
