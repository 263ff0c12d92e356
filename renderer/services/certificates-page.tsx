import type { ReactNode } from 'react';
import type { CertificatesView } from '../../common/contracts/session/services/certificates.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { cardDayText } from '../text/card-days.ts';
import { certificateKinds, choiceHeading, shownAt } from './certificates.ts';
import type { Place } from './face.ts';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** Which certificate do I want? */
function Choice({ answer, place }: { readonly answer: CertificatesView; readonly place: Place }): ReactNode {
  const t = useText();
  return (
    <>
      <h1 className="t3 b">{t(choiceHeading(answer, place))}</h1>
      <Rows
        rows={certificateKinds.map((kind) => {
          return { name: t(`certificates.${kind}`), value: t(`certificates.${kind}.sub`), mark: kind };
        })}
      />
    </>
  );
}

type IssuedView = NonNullable<CertificatesView['issued']>;

/** What was issued, until when can it be checked, and where is the paper? */
function Issued({ issued }: { readonly issued: IssuedView }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { kind, total, issuedOn, expiresOn, page } = issued;
  return (
    <>
      <h1 className="t3 b" data-service="issued">
        {t(`certificates.issued.${kind}`)}
      </h1>
      <Rows
        rows={[
          { name: t('certificates.total'), value: <Amount fen={total} />, mark: 'total' },
          { name: t('certificates.issuedOn'), value: cardDayText(locale, issuedOn), mark: 'issuedOn' },
          { name: t('certificates.expiresOn'), value: cardDayText(locale, expiresOn), mark: 'expiresOn' },
          { name: t('certificates.page'), value: t(`certificates.page.${page}`), mark: 'page' },
        ]}
      />
    </>
  );
}

/** Where each group of four digits of a code ends. */
const GROUP_ENDS = [4, 8, 12, 16, 20] as const;

/** By what can others check it? */
function Code({ issued }: { readonly issued: IssuedView }): ReactNode {
  const t = useText();
  return (
    <>
      <h1 className="t3 b">{t('certificates.code')}</h1>
      <p className="t4 b gap1 code-groups" data-service="code">
        {GROUP_ENDS.map((end) => (
          <span key={end}>{issued.code.slice(end - 4, end)}</span>
        ))}
      </p>
      <p className="i2 gap1">{t('certificates.codeNote')}</p>
    </>
  );
}

/** S12, S21 */
export const CertificatesSheet: SheetView<CertificatesView> = ({ answer, place }) => {
  const shown = shownAt(answer, place);
  if (answer.issued === null || shown === 'choice') return <Choice answer={answer} place={place} />;
  return shown === 'code' ? <Code issued={answer.issued} /> : <Issued issued={answer.issued} />;
};
