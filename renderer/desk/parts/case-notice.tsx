import type { ReactNode } from 'react';
import type { CaseNotice } from '../../../common/contracts/desk/lookups.ts';
import { Sign } from '../../components/sign.tsx';
import { useSay } from '../context.tsx';

/** What the centre has against the bill's kind of case, before F4 is pressed. It dashes no key. */
export function CaseNoticeLine({ notice: { kind, on, reason } }: { readonly notice: CaseNotice }): ReactNode {
  const say = useSay();
  return (
    <div className="notice" role="status" data-notice={kind}>
      <Sign name="warn" size={8} bold />
      <b>{say(`desk.notice.${kind}`, { on: on ?? '' })}</b>
      {reason === null ? null : <span className="soft">{say('desk.says', { reason })}</span>}
      <span>{say('desk.notice.next')}</span>
    </div>
  );
}
