import type { ReactNode } from 'react';
import { Scene, tornEdge } from './scene.tsx';

/** The slip hanging from the paper slot, with its own little bar. */
export function SlipOut({ arrow = true }: { readonly arrow?: boolean }): ReactNode {
  return (
    <Scene box={[104, 60, 332, 610]}>
      <path d={`M130 90h280v440${tornEdge(280, 12)}z`} fill="var(--paper)" />
      <path d="M130 90h280" strokeWidth="46" />
      <path d="M170 170h200M170 214h130" strokeWidth="7" />
      <path d="M170 256h134v34h-134z" fill="var(--carbon)" stroke="none" />
      <path d="M306 258h28v30h-28z" stroke="var(--carbon)" strokeWidth="5" />
      <path d="M338 258h32v30h-32z" strokeWidth="6" />
      <path d="M170 336h200M170 380h200M170 424h90" strokeWidth="7" />
      {arrow ? <path d="M270 566v90M226 612l44 46 44-46" strokeWidth="16" /> : null}
    </Scene>
  );
}

export type PrinterTrouble = 'paper' | 'cover' | 'stopped';

/** The printer from the front with what is wrong: an empty roll, an open cover, or a slip that stopped half-way. */
export function PrinterStops({ trouble }: { readonly trouble: PrinterTrouble }): ReactNode {
  return (
    <Scene box={[0, trouble === 'cover' ? -90 : 10, 430, trouble === 'cover' ? 500 : 400]}>
      {trouble === 'cover' ? <path d="M30 60 60 -66h330L390 30" fill="var(--paper)" /> : null}
      <path d={trouble === 'cover' ? 'M30 200V60h360v140' : 'M30 200V30h360v170'} fill="var(--paper)" />
      {trouble === 'paper' ? (
        <>
          <circle cx="150" cy="112" r="62" stroke="var(--ink2)" strokeWidth="6" strokeDasharray="3 15" />
          <path d="M212 112v88" stroke="var(--ink2)" strokeWidth="6" strokeDasharray="3 15" />
        </>
      ) : (
        <circle cx="150" cy="124" r="56" fill="var(--counter)" />
      )}
      <circle cx="150" cy={trouble === 'paper' ? 112 : 124} r="22" fill="var(--paper)" />
      <path d="M30 216h360" strokeWidth="46" />
      <path
        d="M100 224v96l18 12 18-14 18 14 18-14 18 14 18-14 18 14 18-14 18 14 18-14 18 14 18-14 2 0v-94"
        fill="var(--paper)"
      />
      <path d="M136 268h144" strokeWidth="16" stroke="var(--carbon)" strokeLinecap="butt" />
      <path d="M100 326v64h216v-64" strokeWidth="5" strokeDasharray="3 16" />
      <g transform={trouble === 'cover' ? 'translate(262 84) scale(.9)' : 'translate(250 58)'}>
        <path d="M60 0 120 108H0z" fill="var(--paper)" />
        <path d="M60 40v30M60 88v1" strokeWidth="10" />
      </g>
    </Scene>
  );
}

/** The outline of a slip that its words lie on; it stretches to them. */
export function SlipOutline(): ReactNode {
  const teeth = Array.from({ length: 12 }, (_, i) => `L${100 - ((i + 1) * 100) / 12} ${i % 2 === 0 ? 97.6 : 100}`).join(
    '',
  );
  return (
    <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
      <path
        d={`M0 0H100V100${teeth}Z`}
        fill="var(--paper)"
        stroke="var(--ink)"
        strokeWidth="8"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
