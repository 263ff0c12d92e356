import { type ReactNode, useState } from 'react';
import type { Visit } from '../../common/contracts/session/snapshot.ts';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { Sign, type SignName } from '../components/sign.tsx';
import { caseText, USUAL_CASE } from '../text/codes.ts';
import { momentText } from '../text/times.ts';
import { type ScreenOf, useKiosk, useLocale, useText } from './context.tsx';
import { FeeLines } from './fee-lines.tsx';

const signs: Readonly<Record<Visit['groups'][number]['group'], SignName>> = {
  examination: 'tests',
  medicine: 'pill',
  consultation: 'doctor',
  other: 'box',
};

/** What was it for? */
export function VisitScreen({ screen }: { readonly screen: ScreenOf<'visit'> }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { snapshot } = useKiosk();
  const [open, setOpen] = useState(screen.page !== null);
  const { visit } = screen;
  if (open) return <FeeLines lineCount={visit.lineCount} start={screen.page ?? 0} onClose={() => setOpen(false)} />;
  return (
    <Frame
      edge="mid"
      steps={{ now: 1 }}
      below={
        <>
          <div className="aux">
            <Key act={() => setOpen(true)} sign="list" digit={1}>
              {t('visit.lines')}
            </Key>
          </div>
          <MainKey act={{ kind: 'acceptFees' }} after="next">
            {t('visit.next')}
          </MainKey>
          <Foot back={{ kind: 'back' }} />
        </>
      }
    >
      <h1 className="t3 b">{t('visit.title')}</h1>
      <p className="gap1">
        <Amount fen={visit.total} kind="total" size={visit.total >= 100_000_000 ? 'long' : 't5'} />
      </p>
      <p className="i2 gap1 two-lines">
        {momentText(locale, visit.at, snapshot.at)} · {visit.department} {visit.doctor}
        {visit.caseKind === USUAL_CASE ? null : (
          <>
            {' '}
            · <b>{caseText(t, visit.caseKind)}</b>
          </>
        )}
      </p>
      <ul className="list gap2 visit-groups">
        {visit.groups.map(({ group, lines, amount }) => (
          <li key={group} style={{ minHeight: 'calc(var(--mm) * 28)' }}>
            <Sign name={signs[group]} size={17} />
            <span className="t3 b">{t(`group.${group}`)}</span>
            <span className="i2">{t(`count.${group}`, { count: lines })}</span>
            <span className="sp" />
            <span className="t3">
              <Amount fen={amount} />
            </span>
          </li>
        ))}
      </ul>
      <p className="i2 gap2">{t('visit.wrong', { window: snapshot.site.helpWindow })}</p>
    </Frame>
  );
}
