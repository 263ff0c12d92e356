import type { ReactNode } from 'react';
import { type DeskStay, infnoOfStay } from '../../../common/contracts/desk/stay.ts';
import { useSay } from '../context.tsx';
import { resolve } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import { useLayers } from '../keys/key-bar.tsx';

/** The cap of a stay's steps, wherever it is spoken of. */
export function StayCap(): ReactNode {
  const found = resolve(useLayers(), 'Z');
  return <KeyCap cap="Z" off={found === null || found.binding.off !== null} />;
}

/** The key of a stay's steps, with the one that most likely comes. */
export function NextStep({ stay }: { readonly stay: DeskStay }): ReactNode {
  const say = useSay();
  const next = stay.acts.find(({ state }) => state === 'next')?.step ?? null;
  return (
    <p className="next-step">
      <StayCap />
      <b>
        {next === null
          ? say('desk.act.stay')
          : say('desk.stay.likely', { step: say(`desk.stay.step.${next}`), infno: infnoOfStay[next] })}
      </b>
    </p>
  );
}
