import { memo, type ReactNode } from 'react';
import type { DeskScreen } from '../../../common/contracts/desk/snapshot.ts';
import type { Overlay } from '../keys/key-map.ts';
import { BillScreen } from './bill.tsx';
import { DayList } from './day-list.tsx';
import { LookupScreen } from './lookup.tsx';
import { PersonScreen } from './person.tsx';
import { CardProblem, OutOfService, Reading, Waiting } from './plain.tsx';
import { RefundScreen } from './refund.tsx';
import { ResultScreen } from './result.tsx';
import { ShiftScreen } from './shift.tsx';
import { StaffScreen } from './staff.tsx';

interface ScreenProps {
  readonly screen: DeskScreen;
  /** Lays something over the screen. */
  readonly show: (overlay: Overlay) => void;
}

/** One screen per kind of the contract; what lies over it does not have it drawn anew. */
export const ScreenOf = memo(function ScreenOf({ screen, show }: ScreenProps): ReactNode {
  switch (screen.kind) {
    case 'outOfService':
      return <OutOfService screen={screen} />;
    case 'shift':
      return <ShiftScreen screen={screen} />;
    case 'waiting':
      return <Waiting />;
    case 'reading':
      return <Reading screen={screen} />;
    case 'cardProblem':
      return <CardProblem screen={screen} />;
    case 'person':
      return <PersonScreen screen={screen} />;
    case 'bill':
      return <BillScreen screen={screen} />;
    case 'result':
      return <ResultScreen screen={screen} />;
    case 'refund':
      return <RefundScreen screen={screen} />;
    case 'lookup':
      return <LookupScreen screen={screen} />;
    case 'dayList':
      return <DayList screen={screen} show={show} />;
    case 'staff':
      return <StaffScreen view={screen.view} />;
  }
});
