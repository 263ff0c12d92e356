import type { ReactNode } from 'react';

/** The sign of Minka: a card with its stair and the amber chip. */
export function Brand(): ReactNode {
  const side = 'calc(var(--mm) * 19)';
  return (
    <svg className="brand" viewBox="0 0 76 76" aria-hidden="true" style={{ width: side, height: side, flex: 'none' }}>
      <rect x="3" y="12" width="70" height="52" rx="9" fill="none" stroke="var(--touch)" strokeWidth="6" />
      <path d="M13 26.500h28M37 37.500h16" stroke="var(--touch)" strokeWidth="8" />
      <rect x="50.500" y="44" width="13" height="9.500" fill="var(--signal)" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  );
}
