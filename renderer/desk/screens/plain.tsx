import type { ReactNode } from 'react';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { KeyCap } from '../keys/cap.tsx';
import { CardScene } from '../parts/card-scene.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { toldAtDesk } from '../told.ts';

/** Why can nothing be settled, and what now? */
export function OutOfService({ screen }: { readonly screen: DeskScreenOf<'outOfService'> }): ReactNode {
  const say = useSay();
  useReadOut(say('desk.out'));
  return (
    <section className="work plain">
      <h1>{say('desk.out')}</h1>
      <p className="big">{say('desk.out.sub')}</p>
      <Trouble failure={screen.failure} />
    </section>
  );
}

/** Who is next? Her card brings her up. */
export function Waiting(): ReactNode {
  const say = useSay();
  const { reader } = useDesk().snapshot.head;
  const left = reader === 'card';
  const title = say(left ? 'desk.waiting.leftIn' : 'desk.waiting');
  useReadOut(title);
  return (
    <>
      <section className="work plain waiting">
        <div>
          <h1>{title}</h1>
          <p className="big">{left ? say('desk.waiting.leftInSub', { key: 'F2' }) : say('desk.waiting.sub')}</p>
          {reader === 'empty' || left ? null : <p className="big ill">{say(`desk.reader.${reader}`)}</p>}
          <p className="hint">
            <KeyCap cap="F7" /> {say('desk.waiting.find')}
          </p>
        </div>
        <CardScene out={left} />
      </section>
      <aside className="side">
        <Queue />
      </aside>
    </>
  );
}

/** The next three of the queue, large enough to be called out. */
function Queue(): ReactNode {
  const say = useSay();
  const { waiting, next } = useDesk().snapshot.head.queue;
  return (
    <>
      <h2>{waiting === 0 ? say('desk.queue.none') : say('desk.queue', { waiting })}</h2>
      <ol className="queue">
        {next.map(({ number, name }, index) => (
          <li key={number} className={index === 0 ? 'first' : ''}>
            {index === 0 ? <span className="soft">{say('desk.waiting.next')}</span> : null}
            <b>{number}</b>
            <span>{name}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is being asked, and for how long. */
export function Reading({ screen }: { readonly screen: DeskScreenOf<'reading'> }): ReactNode {
  const say = useSay();
  useReadOut(say('desk.reading'));
  return (
    <section className="work plain">
      <h1>{say('desk.reading')}</h1>
      <p className="big">{say('desk.reading.sub')}</p>
      <p className="big">
        <Elapsed sinceMs={screen.sinceMs} />
      </p>
    </section>
  );
}

/** Why this card is of no use, and what the person can do. */
export function CardProblem({ screen }: { readonly screen: DeskScreenOf<'cardProblem'> }): ReactNode {
  const say = useSay();
  useReadOut(say('desk.card'));
  return (
    <section className="work plain">
      <h1>{say('desk.card')}</h1>
      <Trouble failure={screen.failure} reason={screen.reason} />
      <div className="tell">
        <b>{say('desk.tell')}</b>
        <p className="big">{toldAtDesk(say, screen.failure)}</p>
      </div>
    </section>
  );
}
