import type { ReactNode } from 'react';
import { useSay } from '../context.tsx';
import { yuanText } from './yuan.ts';

interface ApartProps {
  /** Integer fen. */
  readonly counted: number;
  /** counted − expected. */
  readonly difference: number;
}

/** What was counted, and whether it is what should be there. */
export function Apart({ counted, difference }: ApartProps): ReactNode {
  const say = useSay();
  const amount = yuanText(Math.abs(difference));
  const words =
    difference === 0
      ? say('desk.shift.even')
      : say(difference > 0 ? 'desk.shift.over' : 'desk.shift.short', { amount });
  return (
    <p className={difference === 0 ? 'apart-line ok' : 'apart-line tag'} role="status" data-apart={difference}>
      <span>
        {say('desk.shift.counted')} {yuanText(counted)}
      </span>
      <b>{words}</b>
    </p>
  );
}
