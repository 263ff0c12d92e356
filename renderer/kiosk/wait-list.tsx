import type { ReactNode } from 'react';
import { Sign } from '../components/sign.tsx';
import { useText } from './context.tsx';

interface WaitListProps {
  readonly rows: readonly string[];
  /** Index of the row that is being waited for; those before it are done. */
  readonly now: number;
  /** Seconds on the present row, or null while it is too early to count. */
  readonly seconds: number | null;
}

/** What is awaited, line by line, with real seconds; never a spinner, never per cent. */
export function WaitList({ rows, now, seconds }: WaitListProps): ReactNode {
  const t = useText();
  return (
    <ol className="list wait-list t2">
      {rows.map((row, index) => (
        <li key={row} className={index === now ? 'b' : index > now ? 'i2' : ''}>
          {index < now ? (
            <span className="ok">
              <Sign name="tick" size={14} bold />
            </span>
          ) : (
            <span style={{ width: 'calc(var(--mm) * 14)', textAlign: 'center' }}>
              {index === now ? '●' : index + 1}
            </span>
          )}
          <span>{row}</span>
          <span className="sp" />
          {index === now && seconds !== null ? (
            <span data-seconds={seconds}>{t('time.seconds', { seconds })}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
