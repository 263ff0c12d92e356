import { readFileSync } from 'node:fs';
import { enrolmentApi } from '../../common/contracts/operator/enrolment.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { fingerprintOfFile } from '../provision/identity.ts';
import { callOperator } from '../provision/operator-call.ts';
import { bad, type Finding, good } from './finding.ts';

/**
 * Whether this machine is the one that its operator knows by its slot: two with one slot would make the same message ids.
 * Null: it was not enrolled, or the operator cannot be asked, which another look tells.
 */
export async function slotFinding(profile: SiteProfile, timeoutMs: number): Promise<Finding | null> {
  const { identity, operator, site } = profile;
  if (identity === null) return null;
  const fingerprint = fingerprintOfFile(identity.keyFile);
  if (fingerprint === null) return bad('KEYS_UNREADABLE', 'identity.keyFile');
  const [ca, token] = [readOr(operator.caFile), readOr(operator.tokenFile)];
  if (ca === null || token === null) return null;
  const { institutionCode, terminalSlot } = site;
  const called = await callOperator({
    ...{ url: operator.url, ca, token: token.trim(), timeoutMs },
    ...{ path: enrolmentApi.slot.path, out: enrolmentApi.slot.out },
    body: { institutionCode, terminalSlot, fingerprint },
  });
  if (called.answer === null) return null;
  const place = `site.terminalSlot ${terminalSlot}`;
  if (called.answer.held === 'own') return good(place);
  return bad(called.answer.held === 'other' ? 'SLOT_USED' : 'ENROL_REFUSED', place);
}

function readOr(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
