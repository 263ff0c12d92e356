import type { ReactNode } from 'react';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { useText } from './context.tsx';

const kinds = ['funds', 'hospital', 'account', 'cash'] as const;

/** The centre settled another split than the one that was confirmed: what changed, from what to what. */
export function ChangedSplit({ now, before, brief = false }: ChangedSplitProps): ReactNode {
  const t = useText();
  const changed = kinds.filter((kind) => now[kind] !== before[kind]);
  return (
    <div className="gap1" data-changed={changed.join(' ')}>
      <p className="t2 b">{t('done.changed')}</p>
      <ul>
        {changed.map((kind) => (
          <li key={kind} className="row">
            <span className="i2">{t(`money.${kind}`)}</span>
            {t('done.changedRow', { before: formatFen(before[kind]), after: formatFen(now[kind]) })}
          </li>
        ))}
      </ul>
      {brief ? null : <p className="i2">{t('done.changedWhy')}</p>}
    </div>
  );
}

interface ChangedSplitProps {
  readonly now: Split;
  readonly before: Split;
  /** Beside a paper fault: only what changed. */
  readonly brief?: boolean;
}
