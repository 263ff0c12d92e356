import type { ReactNode } from 'react';
import type { StaffTold } from '../../common/contracts/session/staff-report.ts';
import { useText } from '../kiosk/context.tsx';

/** What came of the key that was pressed last; of what was not done also what to do about it. */
export function Told({ told }: { readonly told: StaffTold | null }): ReactNode {
  const t = useText();
  if (told === null) return null;
  const { kind } = told;
  return (
    <div className="told" role="status" data-frame="told" data-told={kind}>
      <p className="b">{t(`staff.report.told.${kind}`, kind === 'failed' ? { code: told.failure } : {})}</p>
      {kind === 'saved' ? <p>{told.file}</p> : null}
      {kind === 'failed' ? (
        <>
          <p>{t(`cause.${told.failure}`)}</p>
          <p>{t(`remedy.${told.failure}`)}</p>
        </>
      ) : null}
    </div>
  );
}
