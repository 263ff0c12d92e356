import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { z } from 'zod';
import {
  type EnrolmentRequest,
  type enrolmentApi,
  enrolmentText,
} from '../../../common/contracts/operator/enrolment.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { EnrolmentStore } from '../../store/enrolment-store.ts';
import type { TerminalAuthority } from './authority.ts';

export type EnrolmentRefusal = 'ENROL_REFUSED' | 'SLOT_USED';
type Enrolled = z.output<typeof enrolmentApi.enrol.out>;
type SlotQuery = z.output<typeof enrolmentApi.slot.in>;

/** The operator's rules of enrolment; no HTTP here. */
export interface Enrolment {
  enrol(request: EnrolmentRequest): Result<Enrolled, EnrolmentRefusal>;
  held(query: SlotQuery): z.output<typeof enrolmentApi.slot.out>['held'];
}

export interface EnrolmentParts {
  readonly store: EnrolmentStore;
  readonly authority: TerminalAuthority;
  readonly atomically: <T>(work: () => T) => T;
  readonly now: () => number;
  readonly operatorToken: string;
}

/**
 * A code is good once, for one key, in its time and its institution. A slot belongs to the key that had it first until the
 * operator retires that machine: a second machine with the same slot would make the same message ids. The same key with
 * the same code gets the same certificate again; with a new code a new one, before or after the old one's last day.
 */
export function createEnrolment({ store, authority, atomically, now, operatorToken }: EnrolmentParts): Enrolment {
  const answer = (certificate: string): Result<Enrolled, EnrolmentRefusal> => ok({ certificate, operatorToken });
  return {
    enrol: (request) =>
      atomically(() => {
        const { institutionCode: institution, terminalSlot: slot, code, terminalLabel: label, place } = request;
        const key = provenKey(request);
        const known = store.code(code);
        if (key === null || known === null || known.institution !== institution) return err('ENROL_REFUSED');
        const fingerprint = fingerprintOf(key);
        const holder = store.slot(institution, slot);
        const again = known.usedBy === fingerprint && holder?.fingerprint === fingerprint;
        if (again) return answer(holder.certificate);
        if (known.usedBy !== null || known.expiresAt < now()) return err('ENROL_REFUSED');
        if (holder !== null && holder.fingerprint !== fingerprint) return err('SLOT_USED');
        const certificate = authority.issue(request.publicKey, { institution, slot });
        if (certificate === null) return err('ENROL_REFUSED');
        store.spendCode(code, fingerprint);
        const where = place === null ? null : JSON.stringify(place);
        const row = { institution, slot, fingerprint, certificate, label, place: where, enrolledAt: now() };
        if (holder === null) store.addSlot(row);
        else store.renewSlot(row);
        return answer(certificate);
      }),
    held({ institutionCode, terminalSlot, fingerprint }) {
      const holder = store.slot(institutionCode, terminalSlot);
      if (holder === null) return 'free';
      return holder.fingerprint === fingerprint ? 'own' : 'other';
    },
  };
}

/** SHA-256 of the key itself, however its PEM is wrapped. */
function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** The key, where the request proves that its sender has the other half; else null. */
function provenKey(request: EnrolmentRequest): KeyObject | null {
  try {
    const key = createPublicKey(request.publicKey);
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return null;
    const text = Buffer.from(enrolmentText(request), 'utf8');
    return verify('sha256', text, key, Buffer.from(request.proof, 'base64')) ? key : null;
  } catch {
    return null;
  }
}
