import type { ReactNode } from 'react';
import { Sign } from './sign.tsx';

/** Stands on the lower edge of the glass right above the real slot; where that is comes from the site profile. */
export function EdgeTab({ slot, next = false, children }: EdgeTabProps): ReactNode {
  return (
    <div className={`edge-tab ${slot} ${next ? 'next' : ''}`} data-frame="tab" data-tab={slot}>
      {children}
      <Sign name="down" size={13} bold />
    </div>
  );
}

interface EdgeTabProps {
  readonly slot: 'card' | 'paper';
  /** White instead of amber: not yet. */
  readonly next?: boolean;
  readonly children: ReactNode;
}
