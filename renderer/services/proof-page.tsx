import type { ProofView } from '../../common/contracts/session/services/proof.ts';
import { useLocale, useText } from '../kiosk/context.tsx';
import { cardDayText } from '../text/card-days.ts';
import { proofNote } from './proof.ts';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** Have I proven this year that I am still here? (S11) */
export const ProofSheet: SheetView<ProofView> = ({ answer }) => {
  const t = useText();
  const locale = useLocale();
  const { state, drawing, provenOn, validUntil, illustrative } = answer;
  const note = proofNote(answer);
  return (
    <>
      <h1 className="t3 b" data-service="state">
        {t(`proof.${state}`)}
      </h1>
      {note === null ? null : <p className="t2 gap1">{t(note)}</p>}
      <Rows
        rows={[
          ...drawing.map((what, index) => ({ name: t('proof.drawing'), value: what, mark: `drawing${index}` })),
          {
            name: t('proof.provenOn'),
            value: provenOn === null ? t('proof.never') : cardDayText(locale, provenOn),
            mark: 'provenOn',
          },
          ...(validUntil === null
            ? []
            : [{ name: t('proof.validUntil'), value: cardDayText(locale, validUntil), mark: 'validUntil' }]),
        ]}
      />
      {illustrative ? <p className="i2 gap1">{t('service.illustrative')}</p> : null}
    </>
  );
};
