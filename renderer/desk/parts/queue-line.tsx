import type { ReactNode } from 'react';
import { useDesk, useSay } from '../context.tsx';

/** Who comes next, masked, and how many wait. */
export function QueueLine(): ReactNode {
  const say = useSay();
  const { waiting, next } = useDesk().snapshot.head.queue;
  return (
    <div className="queue-line">
      <b>{waiting === 0 ? say('desk.queue.none') : say('desk.queue', { waiting })}</b>
      {next.map(({ number, name }) => (
        <span key={number} className="nw">
          {number} {name}
        </span>
      ))}
      <span className="sp" />
      <span className="soft">{say('desk.queue.next')}</span>
    </div>
  );
}
