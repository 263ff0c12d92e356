import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { CAPITAL_EM, leastCapitalMm } from '../../../common/kernel/glass.ts';
import { Section } from './specimen.tsx';

/** Px of a physical mm on the panel that the page stands for, and from where it is read. */
const PX_PER_MM = 1080 / 267.8;
const DISTANCE_MM = 600;

const types = ['t1', 't2', 't3', 't4', 't5'] as const;
const lengths = [
  'target',
  'target-second',
  'target-main',
  'target-choice',
  'gap',
  'margin',
  'key',
  'r-touch',
  'l-hair',
  'l-line',
  'l-edge',
  'l-focus',
] as const;

const mm = (px: number): string => (px / PX_PER_MM).toFixed(1);

/** Degrees that a length takes up at the panel's distance. */
const degrees = (lengthMm: number): string => ((Math.atan(lengthMm / DISTANCE_MM) * 180) / Math.PI).toFixed(2);

function TypeRow({ name }: { readonly name: string }): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const [px, setPx] = useState(0);
  useLayoutEffect(() => {
    if (ref.current !== null) setPx(Number.parseFloat(getComputedStyle(ref.current).fontSize));
  });
  const capital = (px * CAPITAL_EM) / PX_PER_MM;
  return (
    <div className="c-type" data-type={name} data-capital={capital.toFixed(2)}>
      <div ref={ref} style={{ fontSize: `var(--${name})` }}>
        医保付 505.31
      </div>
      <span>
        {name} · {mm(px)} mm · {px.toFixed(1)} px · capital {capital.toFixed(1)} mm = {degrees(capital)}°
      </span>
    </div>
  );
}

function LengthRow({ name }: { readonly name: string }): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const [px, setPx] = useState(0);
  useLayoutEffect(() => {
    if (ref.current !== null) setPx(ref.current.getBoundingClientRect().width);
  });
  return (
    <div className="c-length" data-length={name} data-mm={mm(px)}>
      <div ref={ref} style={{ width: `var(--${name})` }} />
      <span>
        {name} · {mm(px)} mm
      </span>
    </div>
  );
}

/** The type scale and the lengths, measured on this page. */
export function Sizes(): ReactNode {
  return (
    <Section id="sizes" title={`Type and sizes, read at ${DISTANCE_MM} mm`}>
      <p>
        No text below a capital of {leastCapitalMm(DISTANCE_MM).toFixed(2)} mm (0.7°), no key below 20 mm; a screen on
        which larger text has no room shows the largest that has.
      </p>
      {types.map((name) => (
        <TypeRow key={name} name={name} />
      ))}
      {lengths.map((name) => (
        <LengthRow key={name} name={name} />
      ))}
    </Section>
  );
}
