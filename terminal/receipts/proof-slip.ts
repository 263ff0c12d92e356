import type { ProofView } from '../../common/contracts/session/services/proof.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import type { Paper } from './paper.ts';

/** S11: how the proof stands, and until when it holds. */
export function proofInformation({ say }: Paper, answer: ProofView): Information {
  const { city, state, drawing, provenOn, validUntil, atWindow, asOf } = answer;
  const row = (label: string, value: string, bold = false): SlipBlock => ({ kind: 'amount', label, value, bold });
  return {
    title: say('titleProof'),
    body: [
      row(say('proofState'), say(`proof.${state}`), true),
      ...drawing.map((what): SlipBlock => ({ kind: 'line', text: what })),
      ...(provenOn === null ? [] : [row(say('proofOn'), provenOn)]),
      ...(validUntil === null ? [] : [row(say('proofUntil'), validUntil)]),
      ...(atWindow || state === 'notEnough' ? [{ kind: 'line', text: say('proofWindow') } as const] : []),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
