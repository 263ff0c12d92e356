import type { ReactNode } from 'react';
import { DoNotPull } from '../components/scenes/card-scenes.tsx';

/** The card stays in: said where it matters, on an amber counter without a key while money moves. */
export function HandsOff({ words, small, foot }: HandsOffProps): ReactNode {
  return (
    <div className="aux">
      <div className="hands-off">
        <DoNotPull />
        <div>
          <p className="t4 b nw">{words}</p>
          {small === undefined ? null : <p className="t1">{small}</p>}
        </div>
      </div>
      {foot === undefined ? null : <p className="hands-foot">{foot}</p>}
    </div>
  );
}

interface HandsOffProps {
  readonly words: string;
  readonly small?: string;
  readonly foot?: string;
}
