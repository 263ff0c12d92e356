import { readFileSync } from 'node:fs';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { createBenefitsGateway } from '../gateways/benefits/gateway.ts';
import type { BenefitsGateway } from '../gateways/benefits/port.ts';
import { createCashierGateway } from '../gateways/cashier/gateway.ts';
import type { CashierGateway } from '../gateways/cashier/port.ts';
import { createCentreGateway } from '../gateways/centre/gateway.ts';
import type { CentreGateway } from '../gateways/centre/port.ts';
import { transportOf } from '../gateways/centre/transport/of-profile.ts';
import { createHisGateway } from '../gateways/his/gateway.ts';
import type { HisDay, HisGateway } from '../gateways/his/port.ts';
import type { ServerTime } from '../gateways/https.ts';
import { createOperatorGateway } from '../gateways/operator/gateway.ts';
import type { OperatorGateway } from '../gateways/operator/port.ts';

export interface Gateways {
  readonly centre: CentreGateway;
  readonly his: HisGateway & HisDay;
  readonly operator: OperatorGateway;
  /** Null where the profile has none, or its files cannot be read: nobody's payment waits for that. */
  readonly benefits: BenefitsGateway | null;
  /** The same of the external cashier; without it the cash part is paid at the window. */
  readonly cashier: CashierGateway | null;
  close(): void;
}

/** A file of one secret or certificate, without the line end that editors leave, or null. */
function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

function openBenefits({ benefits, centre }: SiteProfile, clock: Clock): BenefitsGateway | null {
  if (benefits === null) return null;
  const [ca, token] = [read(benefits.caFile), read(benefits.tokenFile)];
  if (ca === null || token === null) return null;
  const { url, answerMs } = benefits;
  return createBenefitsGateway({ url, ca, token, connectMs: centre.connectMs, answerMs, clock });
}

function openCashier({ cashier, centre }: SiteProfile, clock: Clock): CashierGateway | null {
  if (cashier === null) return null;
  const [ca, token] = [read(cashier.caFile), read(cashier.tokenFile)];
  if (ca === null || token === null) return null;
  const { url, answerMs } = cashier;
  return createCashierGateway({ url, ca, token, connectMs: centre.connectMs, answerMs, clock });
}

/**
 * The clients of centre, HIS and operator as the profile names them. CONFIG_MISSING where a certificate or a token
 * cannot be read, CONFIG_INVALID where a key is none: nothing may then be sent, and above all nothing under another
 * authority than the profile's.
 */
export function openGateways(
  profile: SiteProfile,
  clock: Clock,
  random: Random,
  onCentreTime: (time: ServerTime) => void,
): Result<Gateways, 'CONFIG_MISSING' | 'CONFIG_INVALID'> {
  const { centre, his, operator, site } = profile;
  const secrets = {
    centreCa: read(centre.caFile),
    hisCa: read(his.caFile),
    hisToken: read(his.tokenFile),
    operatorCa: read(operator.caFile),
    operatorToken: read(operator.tokenFile),
  };
  const { centreCa, hisCa, hisToken, operatorCa, operatorToken } = secrets;
  if (!centreCa || !hisCa || !hisToken || !operatorCa || !operatorToken) return err('CONFIG_MISSING');
  const transport = transportOf(centre, read);
  if (!transport.ok) return transport;
  const { connectMs } = centre;
  const gateways = {
    centre: createCentreGateway({
      url: centre.url,
      ca: centreCa,
      connectMs,
      answerMs: centre.answerMs,
      sender: {
        ...site,
        recerSysCode: centre.recerSysCode,
        interfaceVersion: centre.interfaceVersion,
        numbersAs: centre.numbersAs,
        infnos: centre.infnos,
      },
      refusals: { refusalCodes: centre.refusalCodes, systemErrorTexts: centre.systemErrorTexts },
      transport: transport.value,
      clock,
      random,
      onServerTime: onCentreTime,
    }),
    his: createHisGateway({ url: his.url, ca: hisCa, token: hisToken, connectMs, answerMs: his.answerMs, clock }),
    operator: createOperatorGateway({
      url: operator.url,
      ca: operatorCa,
      token: operatorToken,
      connectMs,
      answerMs: operator.answerMs,
      clock,
    }),
    benefits: openBenefits(profile, clock),
    cashier: openCashier(profile, clock),
  };
  return ok({
    ...gateways,
    close() {
      gateways.centre.close();
      gateways.his.close();
      gateways.operator.close();
      gateways.benefits?.close();
      gateways.cashier?.end();
    },
  });
}
