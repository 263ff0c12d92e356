import { hash } from 'node:crypto';
import { certificateText } from '../../common/contracts/benefits/certificate-text.ts';
import type { CertificateIssued, CertificateKind } from '../../common/contracts/benefits/certificates.ts';
import type { PageState } from '../../common/contracts/session/services/certificates.ts';
import { maskName } from '../../common/kernel/masking.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { ok, type Result } from '../../common/kernel/result.ts';
import type { Benefits, WhoAsks } from '../gateways/benefits/port.ts';
import type { Audit, Failure } from '../ports.ts';
import type { Query } from '../services/query.ts';
import type { Store } from '../store/store.ts';
import { certificateHolds, totalOf } from './holds.ts';
import { shownDigest } from './page/sheets.ts';
import type { Pages } from './port.ts';

/** What the centre issued. */
export type Issued = NonNullable<CertificateIssued['certificate']>;

export interface CertificatesParts {
  readonly store: Pick<Store, 'certificates' | 'transaction'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly mode: 'lab' | 'production';
  readonly locale: 'zh-CN' | 'en';
  /** Institution and terminal, as the centre keeps them. */
  readonly terminal: string;
  /** Null: certificates come as slips only. */
  readonly pages: Pages | null;
}

export interface Asked {
  readonly query: Query;
  readonly benefits: Pick<Benefits, 'certificateIssue'>;
  readonly person: Pii<WhoAsks>;
  readonly kind: CertificateKind;
  /** Whether its person still stands before the question. */
  readonly awaited: () => boolean;
}

export interface Certificates {
  /** At a start: what an earlier process asked for, and was not told, has failed. */
  recover(): void;
  /**
   * Has a certificate issued, keeps it in the archive's index and sends its page, where there is a printer and its person
   * is still there: a page bears her name, and must not come out for whoever stands there next. Null where nothing is on
   * record. BENEFITS_BAD_ANSWER where what came is not this person's, or a sum or the digest does not hold,
   * or bears a lab's seal in production. Throws what the store throws.
   */
  issue(
    asked: Asked,
  ): Promise<Result<{ readonly issued: Pii<Issued> | null; readonly page: PageState; readonly asOf: string }, Failure>>;
}

/** Who had it issued: the holder of the card, at the kiosk. */
const RESIDENT = 'resident';

export function createCertificates(parts: CertificatesParts): Certificates {
  const { store, clock, random, audit, mode, locale, terminal, pages } = parts;
  const end = (request: string, what: Parameters<Store['certificates']['end']>[1]): void => {
    store.transaction(() => store.certificates.end(request, what, clock.now()));
  };

  const makePage = async (request: string, issued: Issued, awaited: Asked['awaited']): Promise<PageState> => {
    if (pages === null || !awaited()) return 'off';
    const { code, digest, content, seal, issuedOn, expiresOn } = issued;
    const drawn = await pages.maker.draw({
      ...{ mode, locale, terminal, code, digest, content, seal, issuedOn, expiresOn },
    });
    // Drawing takes its time, in which a card can be pulled.
    if (!awaited()) return 'off';
    const page = drawn.ok
      ? await pages.output.send(drawn.value, `minka-${content.kind}-${shownDigest(digest)}`)
      : 'notMade';
    store.transaction(() => {
      if (drawn.ok) {
        store.certificates.page(request, { digest: hash('sha256', drawn.value, 'hex'), outcome: page }, clock.now());
      }
      audit('certificate.page', { kind: content.kind, digest: shownDigest(digest), page });
    });
    return page;
  };

  return {
    recover: () => void store.transaction(() => store.certificates.failOpen(clock.now())),
    async issue({ query, benefits, person, kind, awaited }) {
      const request = Buffer.from(random.bytes(16)).toString('hex');
      const who = unwrapPii(person);
      const index = { request, kind, issuedBy: RESIDENT, maskedName: maskName(who.name), nowMs: clock.now() };
      store.transaction(() => store.certificates.ask(index));
      const answer = await query(benefits.certificateIssue(pii({ ...who, kind, request, terminal })), (reply) =>
        soundOf(reply, who, kind, mode) ? pii(reply) : null,
      );
      if (!answer.ok) {
        end(request, 'failed');
        return answer;
      }
      const { certificate, asOf } = unwrapPii(answer.value);
      if (certificate === null) {
        end(request, 'none');
        return ok({ issued: null, page: 'off', asOf });
      }
      const { code, digest, content, issuedOn, expiresOn } = certificate;
      store.transaction(() => {
        store.certificates.end(request, { code, digest, total: totalOf(content), issuedOn, expiresOn }, clock.now());
        audit('certificate.issued', { kind, digest: shownDigest(digest), by: RESIDENT, issuedOn, expiresOn });
      });
      return ok({ issued: pii(certificate), page: await makePage(request, certificate, awaited), asOf });
    },
  };
}

/** Whether an answer may be believed: it is of this person and kind, it holds, and no lab sealed it for real use. */
function soundOf(
  { certificate }: CertificateIssued,
  who: WhoAsks,
  kind: CertificateKind,
  mode: 'lab' | 'production',
): boolean {
  if (certificate === null) return true;
  const { content, digest, seal, issuedOn, expiresOn } = certificate;
  return (
    content.kind === kind &&
    content.name === who.name &&
    content.number.toUpperCase() === who.identityNumber.toUpperCase() &&
    hash('sha256', certificateText(content), 'hex') === digest &&
    issuedOn <= expiresOn &&
    !(mode === 'production' && seal?.lab === true) &&
    certificateHolds(content)
  );
}
