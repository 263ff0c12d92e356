import type { ReactNode } from 'react';

/** The card on its way into the reader, chip first; `out`: on its way out. A drawing beside words. */
export function CardScene({ out }: { readonly out: boolean }): ReactNode {
  const line = { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 6, strokeLinejoin: 'round' } as const;
  return (
    <svg className="card-scene" viewBox="0 0 420 420" aria-hidden="true">
      <path d="M40 250h340v120H40z" {...line} fill="var(--counter)" />
      <path d="M110 250h200" stroke="var(--ink)" strokeWidth="16" />
      <g transform={out ? 'translate(0 -40)' : undefined}>
        <path d="M128 40h164v196H128z" {...line} />
        <path d="M190 176h40v40h-40z" {...line} fill="var(--signal)" strokeWidth={5} />
        <path d="M150 70h90M150 96h60" stroke="var(--touch)" strokeWidth="10" />
      </g>
      <path
        d={out ? 'M350 130V60m-26 26 26-26 26 26' : 'M350 60v70m-26-26 26 26 26-26'}
        fill="none"
        stroke="var(--touch)"
        strokeWidth="10"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
