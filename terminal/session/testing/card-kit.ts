import type { CardView } from '../../../common/contracts/session/services/card.ts';
import { ok } from '../../../common/kernel/result.ts';
import { Walk } from './session-kit.ts';

/** The card of whoever walks, in order and with nothing to do but its PIN. */
export const OWN_CARD: CardView = {
  service: 'card',
  state: 'normal',
  since: '2019-06-01',
  withdrawn: false,
  issuer: '测试中心',
  chip: { issuedOn: '2019-06-01', expiresOn: '2099-12-31' },
  centre: { issuedOn: '2019-06-01', expiresOn: '2099-12-31' },
  differs: false,
  application: null,
  acts: ['pinChange'],
  asOf: '2026-11-21 09:00:00',
};

/** At the page of the card. */
export function atCard(answer: CardView = OWN_CARD, policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  const walk = new Walk(policy).toWho();
  walk.want({ kind: 'openHome' });
  const home = { city: '海川市', services: ['card' as const] };
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(home) });
  walk.want({ kind: 'openService', service: 'card' });
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(answer) });
  return walk;
}

/** The acts that were put on the chain, oldest first. */
export const audits = (walk: Walk): string[] => walk.effects.flatMap((e) => (e.kind === 'audit' ? [e.code] : []));
