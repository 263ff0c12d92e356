import type { ReactNode } from 'react';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import { Sign } from '../../components/sign.tsx';
import { useSay } from '../context.tsx';

interface TroubleProps {
  readonly failure: FailureCode;
  /** The other side's own words. */
  readonly reason?: string | null;
}

/** What came to nothing, and what to do about it; in the staff's words, with its code. */
export function Trouble({ failure, reason = null }: TroubleProps): ReactNode {
  const say = useSay();
  return (
    <div className="trouble" role="alert" data-failure={failure}>
      <p className="trouble-head">
        <Sign name="warn" size={8} bold />
        <b>{say(`cause.${failure}`)}</b>
        <span className="soft code">{failure}</span>
      </p>
      <p>{say(`remedy.${failure}`)}</p>
      {reason === null ? null : <p className="soft">{say('desk.says', { reason })}</p>}
    </div>
  );
}
