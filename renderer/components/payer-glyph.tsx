import type { ReactNode } from 'react';
import type { Pattern } from './money-shares.ts';

const shapes: Readonly<Record<Pattern, ReactNode>> = {
  pool: <rect x="5" y="5" width="38" height="38" fill="var(--carbon)" />,
  solid: <path d="M24 2 46 24 24 46 2 24Z" fill="var(--carbon)" />,
  dot: <circle cx="24" cy="24" r="20" fill="var(--carbon)" />,
  hospital: <path d="M24 4 46 43H2Z" fill="var(--carbon)" />,
  account: <circle cx="24" cy="24" r="18" fill="none" stroke="var(--carbon)" strokeWidth="6" />,
  cash: <rect x="7" y="7" width="34" height="34" fill="none" stroke="var(--ink)" strokeWidth="7" />,
};

/** ■ ◆ ● ▲ ○ □: the same glyphs as on the slip. */
export function PayerGlyph({ pattern }: { readonly pattern: Pattern }): ReactNode {
  const side = 'calc(var(--mm) * 10.5)';
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" style={{ width: side, height: side, flex: 'none' }}>
      {shapes[pattern]}
    </svg>
  );
}
