import type { ReactNode } from 'react';

export interface Row {
  readonly name: string;
  readonly value: ReactNode;
  /** Second words below the value. */
  readonly small?: readonly string[];
  /** A drawing before the name. */
  readonly glyph?: ReactNode;
  /** Left out where somebody wants only what matters; the voice and the slip still have it. */
  readonly minor?: boolean;
  /** Names the row for tests. */
  readonly mark: string;
}

/** Facts of a service, a row each: the name left, the value at the right edge. */
export function Rows({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  return (
    <ul className="list t2 gap1 service-rows">
      {rows.map(({ name, value, small = [], glyph, minor = false, mark }) => (
        <li key={mark} data-row={mark} className={minor ? 'less' : undefined}>
          {glyph}
          <span className="i2">{name}</span>
          <span className="sp" />
          <span className="value">
            <span>{value}</span>
            {small.map((words) => (
              <span key={words} className="small">
                {words}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
