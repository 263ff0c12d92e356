import { PEOPLE } from '../../world/people.ts';
import { type Case, evidence, first, journal } from './doctored.ts';

/** What left for the centre, and what the journal made of the answers. */
export const SENT: readonly Case[] = [
  [
    'I1',
    'two settlements of one message',
    ({ paid }) => ({ ...paid, ledger: [...paid.ledger, { ...first(paid.ledger), setlId: 'other' }] }),
  ],
  [
    'I1',
    'a settlement that no journal knows, in a world that did not come to rest, at a centre without fences',
    ({ paid }) => ({
      ...paid,
      rested: false,
      setting: { ...paid.setting, noFence: true },
      ledger: [...paid.ledger, { ...first(paid.ledger), setlId: 'other', msgid: 'of nobody', mdtrtId: 'other' }],
      registered: new Map([...paid.registered, ['other', PEOPLE[1]?.encounters[0]?.encounterId ?? '']]),
    }),
  ],
  [
    'I1',
    'a settlement of another encounter than the journal says',
    ({ paid }) => ({
      ...paid,
      registered: new Map([...paid.registered.keys()].map((mdtrtId) => [mdtrtId, 'another'])),
    }),
  ],
  [
    'I2',
    'success on the glass before the row was durable',
    ({ paid }) =>
      evidence(paid, {
        shown: paid.evidence.shown.map((one) =>
          one.success === null ? one : { ...one, success: { ...one.success, journal: false } },
        ),
      }),
  ],
  [
    'I2',
    'a slip for something that the centre does not have',
    ({ paid }) =>
      evidence(paid, {
        paper: paid.evidence.paper.map((one) =>
          one.success === null ? one : { ...one, success: { ...one.success, centre: false } },
        ),
      }),
  ],
  [
    'I3',
    'bytes that left before they were committed',
    ({ paid }) =>
      evidence(paid, {
        sent: paid.evidence.sent.map((one) => (one.key === '2207' ? { ...one, durable: false } : one)),
      }),
  ],
  [
    'I3',
    'a 2207 that was sent twice',
    ({ paid }) =>
      evidence(paid, { sent: [...paid.evidence.sent, ...paid.evidence.sent.filter(({ key }) => key === '2207')] }),
  ],
  [
    'I4',
    'a time-out taken for a refusal',
    ({ fenced }) =>
      evidence(fenced, {
        changes: fenced.evidence.changes.map((one) =>
          one.from === 'intended' && one.to === 'unknown' ? { ...one, to: 'refused' } : one,
        ),
      }),
  ],
  [
    'I4',
    'a refused connection taken for unknown',
    ({ paid }) =>
      evidence(paid, {
        changes: paid.evidence.changes.map((one) => ({ ...one, to: 'unknown' })),
        sent: paid.evidence.sent.map((one) => (one.key === '2207' ? { ...one, truth: 'notSent' as const } : one)),
      }),
  ],
  [
    'I4',
    'a refusal that 5203 bore out twice, taken for unknown',
    ({ declined }) =>
      evidence(declined, {
        changes: declined.evidence.changes.map((one) => (one.to === 'refused' ? { ...one, to: 'unknown' } : one)),
      }),
  ],
  [
    'I4',
    'a new settlement beside an open one',
    ({ paid }) =>
      evidence(paid, {
        sent: paid.evidence.sent.map((one) => (one.key === '2207' ? { ...one, openOthers: ['earlier'] } : one)),
      }),
  ],
  [
    'I5',
    'a reversal whose 2601 named another message',
    ({ fenced }) =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) =>
          one.key === '2601' ? { ...one, body: one.body.replace(/"omsgid":"[^"]+"/, '"omsgid":"other"') } : one,
        ),
      }),
  ],
  [
    'I5',
    'a 2601 that was not stored first',
    ({ fenced }) =>
      evidence(fenced, {
        sent: fenced.evidence.sent.map((one) => (one.key === '2601' ? { ...one, durable: false } : one)),
      }),
  ],
  [
    'I6',
    'a final state that changed',
    ({ fenced }) =>
      evidence(fenced, {
        changes: [
          ...fenced.evidence.changes,
          { at: 1, terminal: 0, boot: 1, id: first(fenced.evidence.changes).id, from: 'reversed', to: 'settled' },
        ],
      }),
  ],
  [
    'I6',
    'the setl_id of somebody else',
    ({ paid }) =>
      journal(paid, (one) => ({ ...one, settlements: one.settlements.map((row) => ({ ...row, setlId: 'other' })) })),
  ],
  [
    'I13',
    'a settlement without free space',
    ({ paid }) => evidence(paid, { sent: paid.evidence.sent.map((one) => ({ ...one, roomy: false })) }),
  ],
];
