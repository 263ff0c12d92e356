import type { ReactNode } from 'react';
import { type DeskStay, infnoOfStay } from '../../../common/contracts/desk/stay.ts';
import { useSay } from '../context.tsx';
import { KeyCap } from '../keys/cap.tsx';
import { useOff } from './course-line.tsx';

/** The key of a stay's steps, with the one that most likely comes. */
export function NextStep({ stay }: { readonly stay: DeskStay }): ReactNode {
  const say = useSay();
  const isOff = useOff('Z');
  const next = stay.acts.find(({ state }) => state === 'next')?.step ?? null;
  return (
    <p className="next-step">
      <KeyCap cap="Z" off={isOff} />
      <b>
        {next === null
          ? say('desk.act.stay')
          : say('desk.stay.likely', { step: say(`desk.stay.step.${next}`), infno: infnoOfStay[next] })}
      </b>
    </p>
  );
}
