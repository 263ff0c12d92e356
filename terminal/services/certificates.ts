import { certificateKindSchema } from '../../common/contracts/benefits/certificates.ts';
import { type CertificatesView, certificatesViewSchema } from '../../common/contracts/session/services/certificates.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Issued } from '../certificates/certificates.ts';
import { totalOf } from '../certificates/holds.ts';
import { shownDigest } from '../certificates/page/sheets.ts';
import { yuan } from '../session/visit-view.ts';
import type { ResidentService } from './resident-service.ts';

const BAD = { code: 'BENEFITS_BAD_ANSWER', reason: null } as const;

/** S12, S21: certificates with a check code. Opened, it names which there are; its parts have one issued. */
export const certificates: ResidentService<CertificatesView> = {
  name: 'certificates',
  offers: ['pension', 'medical', 'unemployment', 'injury', 'maternity'],
  async ask(query, benefits, person, part, _chip, papers) {
    const view = (city: string, asOf: string, more: Partial<CertificatesView> = {}) =>
      certificatesViewSchema.safeParse({ service: 'certificates', city, issued: null, nothing: null, asOf, ...more });
    if (part === null) {
      return query(benefits.entitlements(person), ({ city, asOf }) => view(city, asOf).data ?? null);
    }
    const kind = certificateKindSchema.safeParse(part);
    if (!kind.success) return err(BAD);
    if (papers === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
    const { awaited } = papers;
    const answer = await papers.certificates.issue({ query, benefits, person, kind: kind.data, awaited });
    if (!answer.ok) return answer;
    const { issued, page, asOf } = answer.value;
    if (issued === null) {
      return query(benefits.entitlements(person), ({ city }) => view(city, asOf, { nothing: kind.data }).data ?? null);
    }
    const certificate = unwrapPii(issued);
    const shown = view(certificate.content.city, asOf, { issued: { ...issuedView(certificate), page } });
    return shown.success ? ok(shown.data) : err(BAD);
  },
};

/** What a screen may know of it: no name, no number, and of its months the sums. */
function issuedView({ code, digest, content, issuedOn, expiresOn }: Issued) {
  const { kind, from, to, insurances } = content;
  const sums = insurances.map(({ insurance, months, firm, person }) => {
    return { insurance, months, firm: yuan(firm), person: yuan(person) };
  });
  return {
    kind,
    code,
    digest: shownDigest(digest),
    from,
    to,
    insurances: sums,
    total: totalOf(content),
    issuedOn,
    expiresOn,
  };
}
