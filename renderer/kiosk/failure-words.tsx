import type { ReactNode } from 'react';
import type { FailureCode } from '../../common/contracts/session/snapshot.ts';
import { failureParts } from '../text/texts.ts';
import { useLocale, useText } from './context.tsx';

/** The sentences of a failure, one a line: the first large (what is safe, what happened), then what to do. */
export function FailureWords({ failure }: { readonly failure: FailureCode }): ReactNode {
  const [first, ...rest] = failureParts(useLocale(), failure);
  return (
    <>
      <h1 className="t4 b">{first}</h1>
      {rest.map((part) => (
        <p className="t3 gap1" key={part}>
          {part}
        </p>
      ))}
    </>
  );
}

/** The code for the staff, small, at the foot of a screen that says something is wrong. */
export function StaffCode({ failure }: { readonly failure: FailureCode }): ReactNode {
  const t = useText();
  return (
    <p className="staff" data-frame="code" data-failure={failure}>
      {t('frame.staffCode', { code: failure })}
    </p>
  );
}
