import type { ReactNode } from 'react';
import type { ScreenOf } from '../kiosk/context.tsx';
import { Granted, Proof, Refused } from './proof.tsx';
import { Report } from './report.tsx';
import { Recorded, WorkList } from './work-list.tsx';

/** The terminal is lent to the staff: no resident's data, and no way here but by a proof. */
export function Staff({ screen: { view } }: { readonly screen: ScreenOf<'staff'> }): ReactNode {
  switch (view.kind) {
    case 'proof':
      return <Proof view={view} />;
    case 'granted':
      return <Granted view={view} />;
    case 'refused':
      return <Refused view={view} />;
    case 'list':
      return <WorkList view={view} />;
    case 'report':
      return <Report key={`${view.day} ${view.report?.run}`} view={view} />;
    case 'recorded':
      return <Recorded view={view} />;
  }
}
