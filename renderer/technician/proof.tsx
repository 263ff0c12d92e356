import type { ReactNode } from 'react';
import type { StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { MainKey } from '../components/keys.tsx';
import { useText } from '../kiosk/context.tsx';
import { StaffCode } from '../kiosk/failure-words.tsx';
import { StaffStrip } from './strip.tsx';
import { rolesText } from './words.ts';
import { WorkFacts } from './work-facts.tsx';

/** Whose card, for which act? One sentence says what to do now; below stands what is being signed for. */
export function Proof({ view }: { readonly view: StaffViewOf<'proof'> }): ReactNode {
  const t = useText();
  const { phase, person, of, about } = view;
  const doing = phase === 'card' && person === 2 ? 'staff.card2' : (`staff.${phase}` as const);
  return (
    <Frame
      edge="low"
      strip={<StaffStrip act={view.act} />}
      below={
        <MainKey act={{ kind: view.mayGoBack ? 'staffBack' : 'staffEnd' }} sign="back">
          {t('staff.stop')}
        </MainKey>
      }
      tabs={phase === 'card' ? <EdgeTab slot="card">{t('tab.insert')}</EdgeTab> : null}
    >
      <h1 className="t4 b" data-phase={phase} data-person={person}>
        {t(doing)}
      </h1>
      <p className="t3 gap1">{t('staff.who', { person, of, roles: rolesText(t, view.roles) })}</p>
      {view.first === null ? null : <p className="t2 i2 gap1">{t('staff.first', { name: view.first })}</p>}
      {phase === 'pin' ? (
        <p className="t3 b gap2" role="status">
          {t('staff.digits', { count: view.digits })}
        </p>
      ) : null}
      {about === null ? null : (
        <>
          <div className="sp" />
          <p className="t3 b">{t(`staff.answer.${about.resolution}`)}</p>
          <p className="t2">{t(`staff.kind.${about.work.kind}`)}</p>
          <WorkFacts work={about.work} />
        </>
      )}
    </Frame>
  );
}

/** May I? Yes, and until when. */
export function Granted({ view }: { readonly view: StaffViewOf<'granted'> }): ReactNode {
  const t = useText();
  return (
    <Frame
      edge="low"
      strip={<StaffStrip act={view.act} />}
      below={
        <MainKey act={{ kind: 'staffEnd' }} sign="back">
          {t('staff.stop')}
        </MainKey>
      }
    >
      <h1 className="t4 b">{t(view.act === 'reveal' ? 'staff.grantedReveal' : 'staff.granted')}</h1>
      <p className="t3 gap1">{t('staff.names', { names: view.names.join(' + ') })}</p>
      {view.act === 'reveal' ? null : <p className="t3 gap1">{t('staff.goOn')}</p>}
      <p className="t3 b gap2">{t('staff.left', { seconds: view.secondsLeft })}</p>
    </Frame>
  );
}

/** Why not, and what now? */
export function Refused({ view }: { readonly view: StaffViewOf<'refused'> }): ReactNode {
  const t = useText();
  return (
    <Frame
      edge="low"
      strip={<StaffStrip />}
      below={
        <MainKey act={{ kind: view.mayGoBack ? 'staffBack' : 'staffEnd' }}>
          {t(view.mayGoBack ? 'staff.toList' : 'staff.end')}
        </MainKey>
      }
    >
      <h1 className="t3 b">{t(`cause.${view.failure}`)}</h1>
      {view.triesLeft === null ? null : <p className="t3 b gap2">{t('staff.tries', { tries: view.triesLeft })}</p>}
      <p className="t2 gap2" data-frame="remedy">
        {t(`remedy.${view.failure}`)}
      </p>
      <div className="sp" />
      <StaffCode failure={view.failure} />
    </Frame>
  );
}
