import type { ReactNode } from 'react';
import type { DeclarationView, Dues } from '../../common/contracts/session/services/declaration.ts';
import { Amount } from '../components/amount.tsx';
import { Sign } from '../components/sign.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { monthText } from '../text/times.ts';
import { DECLARATION_SHEETS, headingOf, headingValues, lineKey, plainYuan } from './declaration.ts';
import { type Row, Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** Between what may I choose? `own`: a base that lies outside. */
function Limits({ limits, own = [] }: { readonly own?: readonly Row[] } & Pick<DeclarationView, 'limits'>): ReactNode {
  const t = useText();
  const locale = useLocale();
  if (limits === null) return null;
  const { average, since, floor, ceiling } = limits;
  const small = [t('declaration.since', { month: monthText(locale, since.slice(0, 7)) })];
  return (
    <Rows
      rows={[
        ...own,
        { name: t('declaration.floor'), value: <Amount fen={floor} />, mark: 'floor' },
        { name: t('declaration.ceiling'), value: <Amount fen={ceiling} />, mark: 'ceiling' },
        { name: t('declaration.average'), value: <Amount fen={average} />, small, mark: 'average', minor: true },
      ]}
    />
  );
}

/** What does a month cost, and how is it worked out? */
function DuesOf({ dues: { lines, total } }: { readonly dues: Dues }): ReactNode {
  const t = useText();
  return (
    <>
      <p className="t4 b" data-service="total">
        <Amount fen={total} />
      </p>
      <Rows
        rows={lines.map((line) => ({
          name: t(lineKey(line)),
          value: <Amount fen={line.amount} />,
          small: [t('declaration.of', { yuan: plainYuan(line.base), percent: line.percent })],
          mark: `${line.insurance}${line.fund}`,
        }))}
      />
    </>
  );
}

/** What was declared, and how do I pay it? */
function Declared({ declared }: { readonly declared: NonNullable<DeclarationView['declared']> }): ReactNode {
  const t = useText();
  const { number, base, total } = declared;
  return (
    <>
      <Rows
        rows={[
          { name: t('declaration.number'), value: number, mark: 'number' },
          { name: t('declaration.base'), value: <Amount fen={base} />, mark: 'base' },
          { name: t('declaration.total'), value: <Amount fen={total} />, mark: 'total' },
        ]}
      />
      <p className="t2 gap1">{t('declaration.pay')}</p>
    </>
  );
}

function Body({ answer, typed }: { readonly answer: DeclarationView; readonly typed: number }): ReactNode {
  const t = useText();
  const { step, because, limits, draft, declared } = answer;
  if (step === 'closed') return <p className="t2 gap1">{t(`declaration.closed.${because ?? 'noRule'}.note`)}</p>;
  if (step === 'typing') {
    return (
      <>
        <p className="t4 b gap1" data-service="typed">
          {t('declaration.typed', { yuan: typed })}
        </p>
        <Limits limits={limits} />
      </>
    );
  }
  if (declared !== null) return <Declared declared={declared} />;
  if (draft === null) return <Limits limits={limits} />;
  if (draft.due !== null) return <DuesOf dues={draft.due} />;
  const yours = { name: t('declaration.yours'), value: <Amount fen={draft.base} />, mark: 'yours' };
  return <Limits limits={limits} own={[yours]} />;
}

/** S15 */
export const DeclarationSheet: SheetView<DeclarationView> = ({ answer, place: { sheet, page } }) => {
  const t = useText();
  const locale = useLocale();
  const { declared, refused, illustrative } = answer;
  const lines = sheet === DECLARATION_SHEETS.lines && declared !== null;
  const heading = lines ? 'declaration.monthly' : headingOf(answer);
  return (
    <>
      {refused && !lines ? (
        <p className="warn-band bleed" role="alert">
          <Sign name="warn" size={18} />
          {t('declaration.refused')}
        </p>
      ) : null}
      <h1 className="t3 b" data-service="state" data-declaration={answer.step}>
        {t(heading, headingValues(locale, answer))}
      </h1>
      {lines ? <DuesOf dues={declared} /> : <Body answer={answer} typed={page} />}
      {illustrative ? <p className="i2 gap1">{t('service.illustrative')}</p> : null}
    </>
  );
};
