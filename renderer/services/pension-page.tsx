import type { ReactNode } from 'react';
import type { PensionPart, PensionView } from '../../common/contracts/session/services/pension.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { monthText } from '../text/times.ts';
import { inYears } from '../text/years.ts';
import { paidAmount } from './paid.ts';
import { PaidSheet } from './paid-sheet.tsx';
import { drawnNow, isMoney, PENSION_SHEETS, partOn, plainNumber, termKey } from './pension.ts';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** How many months, how much in the account, and when may I retire? */
function Now({ answer }: { readonly answer: PensionView }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { lastBase, retirement, deemedMonths, missedMonths } = answer;
  const { years, months, laterByMonths, month } = retirement;
  const drawn = drawnNow(answer);
  const inAll = inYears(answer.paidMonths + deemedMonths);
  return (
    <>
      <h1 className="t3 b">{t(`pension.${answer.state}`)}</h1>
      {drawn === undefined ? null : (
        <>
          <p className="t2 i2">
            <span className="part">{t('pension.eachMonth')}</span>
            <span className="part">{drawn.what}</span>
          </p>
          <p className="t4 b" data-service="drawn">
            <Amount fen={paidAmount(drawn)} />
          </p>
        </>
      )}
      <p className="t2 i2 gap1">{t('pension.months')}</p>
      <p className="t4 b" data-service="months">
        {t('unit.months', { months: answer.paidMonths + deemedMonths })}
      </p>
      <p className="i2">
        {[
          ...(inAll === null ? [] : [t(inAll.words, inAll.values)]),
          ...(deemedMonths === 0 ? [] : [t('pension.deemed', { months: deemedMonths })]),
          ...(missedMonths === 0 ? [] : [t('pension.missed', { months: missedMonths })]),
        ].map((words) => (
          <span key={words} className="part">
            {words}
          </span>
        ))}
      </p>
      <Rows
        rows={[
          { name: t('pension.account'), value: <Amount fen={answer.account} />, mark: 'account' },
          ...(lastBase === null || drawn !== undefined
            ? []
            : [{ name: t('pension.lastBase'), value: <Amount fen={lastBase} />, mark: 'base', minor: true }]),
          {
            name: t('pension.age'),
            value: t(months === 0 ? 'pension.ageYears' : 'pension.ageIs', { years, months }),
            small: [
              monthText(locale, month),
              ...(laterByMonths === 0 ? [] : [t('pension.later', { months: laterByMonths })]),
            ],
            mark: 'age',
          },
        ]}
      />
    </>
  );
}

/** How much would it be? */
function Estimate({ answer }: { readonly answer: PensionView }): ReactNode {
  const t = useText();
  const { estimate } = answer;
  if (estimate === null) return null;
  return (
    <>
      <h1 className="t3 b">{t('pension.estimateTitle')}</h1>
      <p data-service="total">
        <Amount fen={estimate.total} size="t5" />
      </p>
      <Rows
        rows={estimate.parts.map(({ part, amount }) => ({
          name: t(`pension.part.${part}`),
          value: <Amount fen={amount} />,
          mark: part,
        }))}
      />
      {estimate.futureMonths === 0 ? null : (
        <p className="gap1">{t('pension.future', { months: estimate.futureMonths })}</p>
      )}
      <p className="i2 gap1">{t('pension.noPromise')}</p>
      {estimate.illustrative ? <p className="b">{t('service.illustrative')}</p> : null}
    </>
  );
}

/** How is this part worked out? */
function Formula({ part: { part, amount, formula, terms } }: { readonly part: PensionPart }): ReactNode {
  const t = useText();
  return (
    <>
      <h1 className="t3 b">{t(`pension.part.${part}`)}</h1>
      <p className="t3 b" data-service="part">
        <Amount fen={amount} />
      </p>
      <p className="t2 gap1 formula" role="math">
        {formula}
      </p>
      <Rows
        rows={terms.map(({ name, value }) => ({
          name: `${name} ${t(termKey(name))}`,
          value: isMoney(name) ? t('pension.yuan', { amount: value }) : plainNumber(value),
          mark: name,
        }))}
      />
    </>
  );
}

/** S8 */
export const PensionSheet: SheetView<PensionView> = ({ answer, place }) => {
  if (place.sheet === PENSION_SHEETS.payments) return <PaidSheet payments={answer.payments} page={place.page} />;
  if (place.sheet !== PENSION_SHEETS.estimate) return <Now answer={answer} />;
  const part = partOn(answer, place);
  return part === undefined ? <Estimate answer={answer} /> : <Formula part={part} />;
};
