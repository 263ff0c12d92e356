import type { Client } from './generated/client/index.js';
import { type Encounter, lookUp } from './generated/index.js';

/** 门诊慢特病: the insurance pays it as such only for a disease that was filed before. */
const CHRONIC = '14';

/**
 * Whether a bill is for a chronic illness of which no filing holds: the cashier tells the person, and the doctor bills it
 * as a plain visit. Where it cannot be asked, the bill goes on: the insurance decides when it is prepared.
 */
export async function isNotFiled(
  client: Client,
  person: string,
  { medicalType, disease }: Encounter,
): Promise<boolean> {
  if (medicalType !== CHRONIC) return false;
  const { data } = await lookUp({ client, path: { person }, body: { about: 'chronic' } });
  if (data === undefined) return false;
  return !data.rows.some(({ code, standing }) => standing === 'holds' && (disease == null || code === disease.code));
}
