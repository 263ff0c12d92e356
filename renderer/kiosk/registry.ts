import type { ScreenKind } from '../../common/contracts/session/snapshot.ts';
import { CheckPage } from '../check/check-page.tsx';
import { PolicyPage } from '../policy/policy-page.tsx';
import { HomePage } from '../services/home-page.tsx';
import { ServicePage } from '../services/service-page.tsx';
import { Staff } from '../technician/staff.tsx';
import { CardProblem } from './card-problem.tsx';
import { ChangePin } from './change-pin.tsx';
import { Confirm } from './confirm.tsx';
import type { ScreenView } from './context.tsx';
import { Done } from './done.tsx';
import { EnterPin } from './enter-pin.tsx';
import { InsertCard } from './insert-card.tsx';
import { LookingUp } from './looking-up.tsx';
import { Loss } from './loss.tsx';
import { NotPaid } from './not-paid.tsx';
import { NothingUnpaid } from './nothing-unpaid.tsx';
import { OutOfService } from './out-of-service.tsx';
import { PinProblem } from './pin-problem.tsx';
import { PinResult } from './pin-result.tsx';
import { Preparing } from './preparing.tsx';
import { ReadingCard } from './reading-card.tsx';
import { SplitScreen } from './split.tsx';
import { StepFailed } from './step-failed.tsx';
import { StillThere } from './still-there.tsx';
import { TakeCard } from './take-card.tsx';
import { Unknown } from './unknown.tsx';
import { VisitScreen } from './visit.tsx';
import { WhoYouAre } from './who-you-are.tsx';
import { Working } from './working.tsx';

/** One screen per kind of the contract; the compiler refuses a missing one. */
export const screens: { readonly [K in ScreenKind]: ScreenView<K> } = {
  outOfService: OutOfService,
  insertCard: InsertCard,
  readingCard: ReadingCard,
  cardProblem: CardProblem,
  enterPin: EnterPin,
  pinProblem: PinProblem,
  changePin: ChangePin,
  pinResult: PinResult,
  loss: Loss,
  lookingUp: LookingUp,
  whoYouAre: WhoYouAre,
  home: HomePage,
  service: ServicePage,
  policy: PolicyPage,
  checkCode: CheckPage,
  visit: VisitScreen,
  preparing: Preparing,
  split: SplitScreen,
  confirm: Confirm,
  working: Working,
  done: Done,
  notPaid: NotPaid,
  unknown: Unknown,
  nothingUnpaid: NothingUnpaid,
  stepFailed: StepFailed,
  stillThere: StillThere,
  staff: Staff,
  takeCard: TakeCard,
};
