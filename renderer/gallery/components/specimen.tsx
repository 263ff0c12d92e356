import type { ReactNode } from 'react';

/** A part of the page with its heading; `id` is where the contents lead. */
export function Section({ id, title, children }: SectionProps): ReactNode {
  return (
    <section id={id} className="c-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One thing in one state, with its name; `wide` takes the whole line. */
export function Specimen({ name, wide = false, children }: SpecimenProps): ReactNode {
  return (
    <figure className={wide ? 'c-specimen wide' : 'c-specimen'} data-specimen={name}>
      <figcaption>{name}</figcaption>
      <div className="c-thing">{children}</div>
    </figure>
  );
}

interface SpecimenProps {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}
