import { PAAS_ID } from '../../../central/server/xtif.ts';
import type { Clock, Random } from '../../../common/kernel/ports.ts';
import type { SiteProfile } from '../../../kiosk-config/schema.ts';
import type { Gateways } from '../../../terminal/assemble/gateways.ts';
import { createCentreGateway } from '../../../terminal/gateways/centre/gateway.ts';
import { xTifTransport } from '../../../terminal/gateways/centre/transport/x-tif.ts';
import { createHisGateway } from '../../../terminal/gateways/his/gateway.ts';
import { createOperatorGateway } from '../../../terminal/gateways/operator/gateway.ts';
import type { Target } from '../plan/plan.ts';
import { TOKENS } from './other-sides.ts';
import { ANSWER_MS, type Speaker, type Weather } from './weather.ts';

/** Production's clients of centre, HIS and operator, over the network of the schedule. */
export function reach(parts: {
  readonly profile: SiteProfile;
  readonly clock: Clock;
  readonly random: Random;
  readonly weather: Weather;
  readonly speaker: Speaker;
}): Gateways {
  const { profile, clock, random, weather, speaker } = parts;
  const { site, centre } = profile;
  const endpoint = (target: Target) => ({
    url: 'https://127.0.0.1',
    ca: '',
    token: TOKENS[target],
    connectMs: centre.connectMs,
    answerMs: ANSWER_MS[target],
    clock,
  });
  return {
    centre: createCentreGateway(
      {
        ...endpoint('centre'),
        sender: { ...site, ...centre },
        refusals: centre,
        transport: xTifTransport({ paasId: PAAS_ID, token: TOKENS.centre }),
        random,
      },
      weather.client('centre', speaker),
    ),
    his: createHisGateway(endpoint('his'), weather.client('his', speaker)),
    operator: createOperatorGateway(endpoint('operator'), weather.client('operator', speaker)),
    benefits: null,
    cashier: null,
    close() {},
  };
}
