import type { ReactNode } from 'react';
import type { StaffView, StaffViewOf } from '../../../common/contracts/session/staff-view.ts';
import { rolesText } from '../../technician/words.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { CardScene } from '../parts/card-scene.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WorkFacts } from '../parts/work-facts.tsx';
import { DayBooks } from './day-books.tsx';
import { WorkList } from './work-list.tsx';

/** The staff room's own views at the desk: who proves herself, the work-list, the day's books. */
export function StaffScreen({ view }: { readonly view: StaffView }): ReactNode {
  switch (view.kind) {
    case 'proof':
      return <Proof view={view} />;
    case 'granted':
      return <Granted view={view} />;
    case 'refused':
      return <Refused view={view} />;
    case 'list':
      return <WorkList view={view} />;
    case 'recorded':
      return <Recorded view={view} />;
    case 'report':
      return <DayBooks key={view.day} view={view} />;
  }
}

/** Esc on a view of the staff: back to the list where there is one, else the page ends. */
export function useStaffEsc(back: boolean, words: 'back' | 'stop' = 'back'): void {
  const { send } = useDesk();
  useKeys('screen', [
    binding('Esc', words, { key: `desk.act.${words}` }, () => send({ kind: back ? 'staffBack' : 'staffEnd' })),
  ]);
}

/** Whose card is wanted now, and for which act? */
function Proof({ view }: { readonly view: StaffViewOf<'proof'> }): ReactNode {
  const say = useSay();
  const { act, about, person, of, phase, digits, first, roles, mayGoBack } = view;
  useStaffEsc(mayGoBack, 'stop');
  const doing = say(phase === 'card' && person === 2 ? 'staff.card2' : `staff.${phase}`);
  useReadOut(phase === 'pin' ? `${doing}. ${say('staff.digits', { count: digits })}` : doing);
  return (
    <section className="work plain waiting">
      <div>
        <p className="big soft">{say(`staff.act.${act}`)}</p>
        <h1 data-phase={phase} data-person={person}>
          {doing}
        </h1>
        <p className="big">{say('staff.who', { person, of, roles: rolesText(say, roles) })}</p>
        {first === null ? null : <p className="big soft">{say('staff.first', { name: first })}</p>}
        {phase === 'pin' ? <p className="big b">{say('staff.digits', { count: digits })}</p> : null}
        {about === null ? null : (
          <div className="tell">
            <b>{say(`staff.answer.${about.resolution}`)}</b>
            <p>{say(`staff.kind.${about.work.kind}`)}</p>
            <WorkFacts work={about.work} />
          </div>
        )}
      </div>
      {phase === 'card' || phase === 'takeCard' ? <CardScene out={phase === 'takeCard'} /> : null}
    </section>
  );
}

function Granted({ view }: { readonly view: StaffViewOf<'granted'> }): ReactNode {
  const say = useSay();
  useStaffEsc(false, 'stop');
  useReadOut(say('staff.granted'));
  return (
    <section className="work plain">
      <p className="big soft">{say(`staff.act.${view.act}`)}</p>
      <h1>{say(view.act === 'reveal' ? 'staff.grantedReveal' : 'staff.granted')}</h1>
      <p className="big">{say('staff.names', { names: view.names.join(' + ') })}</p>
      <p className="big b">{say('staff.left', { seconds: view.secondsLeft })}</p>
    </section>
  );
}

/** Why not, and what now? */
function Refused({ view }: { readonly view: StaffViewOf<'refused'> }): ReactNode {
  const say = useSay();
  useStaffEsc(view.mayGoBack);
  useReadOut(say(`cause.${view.failure}`));
  return (
    <section className="work plain">
      <h1>{say(`cause.${view.failure}`)}</h1>
      {view.triesLeft === null ? null : <p className="big b">{say('staff.tries', { tries: view.triesLeft })}</p>}
      <Trouble failure={view.failure} />
    </section>
  );
}

/** Is it on record? */
function Recorded({ view }: { readonly view: StaffViewOf<'recorded'> }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  useStaffEsc(true);
  useKeys('screen', [
    binding('Enter', 'toList', { key: 'staff.toList' }, () => send({ kind: 'staffBack' }), { next: true }),
  ]);
  useReadOut(say('staff.recorded'));
  return (
    <section className="work plain">
      <h1>{say('staff.recorded')}</h1>
      <p className="big b">{say(`staff.answer.${view.resolution}`)}</p>
      <p className="big">{say(`staff.next.${view.resolution}`)}</p>
      <WorkFacts work={view.work} />
    </section>
  );
}
