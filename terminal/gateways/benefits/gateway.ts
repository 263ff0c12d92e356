import { medicalSummaryAsk, medicalSummarySchema } from '../../../common/contracts/benefits/medical-summary.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { createHttpsClient } from '../https.ts';
import { callJson } from '../json-call.ts';
import type { BenefitsGateway } from './port.ts';

export interface BenefitsGatewayOptions {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  readonly connectMs: number;
  readonly answerMs: number;
  readonly clock: Clock;
}

/** Twelve months and seven layers stay far below this. */
const MAX_REPLY_BYTES = 64 * 1024;

/** The client of one benefits server (docs/benefits-openapi.json), over HTTPS with the profile's own authority. */
export function createBenefitsGateway(options: BenefitsGatewayOptions): BenefitsGateway {
  const https = createHttpsClient({ ...options, maxReplyBytes: MAX_REPLY_BYTES });
  return {
    medicalSummary: (person) =>
      callJson(https, {
        method: 'POST',
        path: '/benefits/v1/medical-summary',
        token: options.token,
        body: JSON.stringify(medicalSummaryAsk.parse(unwrapPii(person))),
        out: medicalSummarySchema,
      }),
    close: () => https.close(),
  };
}
