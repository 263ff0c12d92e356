import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import { fen } from '../../common/kernel/money.ts';
import { aided } from '../../renderer/fixtures/assistance.ts';
import { newCardOnItsWay } from '../../renderer/fixtures/card.ts';
import { record } from '../../renderer/fixtures/contributions.ts';
import { bandedCoverage } from '../../renderer/fixtures/coverage.ts';
import { declared, drafted } from '../../renderer/fixtures/declaration.ts';
import { welfare } from '../../renderer/fixtures/entitlements.ts';
import { housed } from '../../renderer/fixtures/housing.ts';
import { injuredRetired } from '../../renderer/fixtures/injury.ts';
import { mother } from '../../renderer/fixtures/maternity.ts';
import { pensionPaying } from '../../renderer/fixtures/pension.ts';
import { villager } from '../../renderer/fixtures/resident-pension.ts';
import { drawingBenefit } from '../../renderer/fixtures/unemployment.ts';
import { serviceSlip } from '../../terminal/receipts/service-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';

const person = { name: '李*兰', number: '990***********2046', sex: 'female' } as const;
const english = { ...SITE, locale: 'en' } as const;

const answers: Readonly<Record<string, ServiceAnswer>> = {
  pension: pensionPaying,
  'resident-pension': villager,
  coverage: bandedCoverage,
  contributions: record,
  declaration: declared,
  'declaration-under': { ...drafted, draft: { base: fen(167_900), fits: 'under', due: null } },
  unemployment: drawingBenefit,
  injury: injuredRetired,
  maternity: mother,
  assistance: aided,
  housing: housed,
  entitlements: welfare,
  card: newCardOnItsWay,
};

/** The slips of the services that are kept as goldens, beside the medical account's: wide, narrow, and in English. */
export const SERVICE_SLIPS = Object.entries(answers).flatMap(([name, answer]) => [
  { name: `${name}-80mm`, slip: serviceSlip(SITE, person, answer), columns: 48 },
  { name: `${name}-58mm`, slip: serviceSlip(SITE, person, answer), columns: 32 },
  { name: `${name}-en-80mm`, slip: serviceSlip(english, person, answer), columns: 48 },
]);
