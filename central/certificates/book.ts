import { hash } from 'node:crypto';
import type { z } from 'zod';
import { certificateText } from '../../common/contracts/benefits/certificate-text.ts';
import type {
  CertificateContent,
  CertificateIssued,
  CertificateVerified,
  certificateIssueAsk,
  certificateVerifyAsk,
} from '../../common/contracts/benefits/certificates.ts';
import { certificateCode } from '../../common/kernel/certificate-code.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { maskName } from '../../common/kernel/masking.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { People } from '../people/answers/find.ts';
import type { CertificateRow, CertificateStore } from '../store/certificate-store.ts';
import { certificateContent } from './content.ts';
import type { ElectronicSeal } from './seal.ts';

/** How long a certificate may be checked: six months. No rule that could be read says so: illustrative. */
const VALID_MONTHS = 6;

export interface BookParts {
  readonly people: People;
  readonly store: CertificateStore;
  readonly seal: ElectronicSeal;
  readonly clock: Clock;
  readonly random: Random;
}

export interface CertificateBook {
  /** Null for a person who is not known. The same request is answered with the same certificate. */
  issue(ask: z.output<typeof certificateIssueAsk>): CertificateIssued | null;
  /** Throws where a kept row does not fit its own code: what stands in the book then is not what was certified. */
  verify(ask: z.output<typeof certificateVerifyAsk>): CertificateVerified;
}

/** SHA-256, hex. */
export function digestOf(content: CertificateContent): string {
  return hash('sha256', certificateText(content), 'hex');
}

/**
 * The code that belongs to a nonce and a digest: nobody without the nonce can work it out, and a content that was
 * changed afterwards does not fit the code any more.
 */
function codeOf(nonce: string, digest: string): string {
  const bits = BigInt(`0x${hash('sha256', `minka-certificate-code-1\n${nonce}\n${digest}`, 'hex').slice(0, 32)}`);
  return certificateCode(String(bits % 10n ** 18n).padStart(18, '0'));
}

/** The same day of the month `months` later, or that month's last: 31 August + 6 is 28 or 29 February. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export function createCertificateBook({ people, store, seal, clock, random }: BookParts): CertificateBook {
  const told = ({ code, digest, content, seal: sealed, issuedOn, expiresOn }: CertificateRow): CertificateIssued => ({
    certificate: { code, digest, content, seal: sealed, issuedOn, expiresOn },
    asOf: formatDateTime(clock.now()),
  });

  const enter = (ask: z.output<typeof certificateIssueAsk>, content: CertificateContent): CertificateRow => {
    const digest = digestOf(content);
    const nonce = Buffer.from(random.bytes(32)).toString('hex');
    const { request, identityNumber, kind, terminal } = ask;
    const issuedOn = formatDate(clock.now());
    const row: CertificateRow = {
      ...{ code: codeOf(nonce, digest), nonce, digest, content, seal: seal.seal(digest) },
      ...{ request, identityNumber, kind, terminal },
      ...{ issuedOn, expiresOn: monthsLater(issuedOn, VALID_MONTHS) },
    };
    store.add(row);
    return row;
  };

  return {
    issue: (ask) =>
      store.atomically(() => {
        const content = certificateContent(people, clock.now(), ask);
        if (content === 'nobody') return null;
        const before = store.byRequest(ask);
        if (before !== null) return told(before);
        if (content === 'nothing') return { certificate: null, asOf: formatDateTime(clock.now()) };
        return told(enter(ask, content));
      }),
    verify({ code }) {
      const asOf = formatDateTime(clock.now());
      const row = store.byCode(code);
      if (row === null) return { certificate: null, asOf };
      const { content, digest, nonce, kind, issuedOn, expiresOn, seal: sealed } = row;
      if (digestOf(content) !== digest || codeOf(nonce, digest) !== code) {
        throw new Error(`the certificate ${code} is not as it was issued`);
      }
      const state = asOf.slice(0, 10) <= expiresOn ? 'valid' : 'expired';
      const { city, total } = content;
      const maskedName = maskName(content.name);
      const lab = sealed?.lab ?? false;
      return { certificate: { kind, state, city, maskedName, issuedOn, expiresOn, total, digest, lab }, asOf };
    },
  };
}
