import type { ReactNode } from 'react';
import { useText } from '../../kiosk/context.tsx';
import { drawn, Scene } from './scene.tsx';

/** This machine, a bill on its way, and the house it goes to. `way` 0..1 says how far the bill is. */
export function TerminalAndCentre({ way, house }: TerminalAndCentreProps): ReactNode {
  const t = useText();
  const x = 262 + way * 290;
  return (
    <div>
      <Scene box={[0, 0, 936, 410]} style={{ maxWidth: '100%' }}>
        <path d="M30 400V40h190v360M30 400h190" fill="var(--paper)" />
        <path d="M58 68h134v176H58z" fill="var(--counter)" />
        <path d="M70 292h46M146 292h46M84 344h80" />
        <path d="M668 400V120h240v280" fill="var(--paper)" />
        <path d="M650 120h276" strokeWidth="20" />
        <path d="M704 172h54v54h-54zM828 172h54v54h-54z" strokeWidth="6" />
        <path d="M700 330h176" strokeWidth="16" />
        <circle cx="793" cy="262" r="24" />
        <path d="M742 324c0-44 102-44 102 0" />
        <path d="M10 400h916" strokeWidth="4" />
        <path d="M262 226h376" stroke="var(--rule)" strokeDasharray="2 30" strokeWidth="14" />
        <path d={`M262 226h${Math.max(2, x - 262)}`} stroke="var(--carbon)" strokeWidth="14" strokeDasharray="2 30" />
        <g transform={`translate(${x - 20} 164)`}>
          <path d="M0 0h104v128l-17-13-17 13-18-13-17 13-18-13-17 13z" fill="var(--paper)" />
          <path d="M22 32h60" strokeWidth="14" stroke="var(--carbon)" strokeLinecap="butt" />
          <path d="M24 62h44M24 86h28" strokeWidth="7" />
        </g>
      </Scene>
      <div className="row b" style={{ justifyContent: 'space-between' }}>
        <span style={{ width: drawn(250), textAlign: 'center' }}>{t('scene.terminal')}</span>
        <span style={{ width: drawn(286), textAlign: 'center' }}>{t(house)}</span>
      </div>
    </div>
  );
}

interface TerminalAndCentreProps {
  readonly way: number;
  readonly house: 'scene.centre' | 'scene.hospital';
}

/** A person behind a counter, with the number of the window. */
export function HelpWindow({ number }: { readonly number: string }): ReactNode {
  return (
    <Scene box={[-4, 4, 510, 172]} style={{ maxWidth: '100%' }}>
      <path d="M20 160V12h300v148" fill="var(--paper)" />
      <circle cx="170" cy="72" r="30" />
      <path d="M96 160c0-66 148-66 148 0" />
      <path d="M0 164h340" strokeWidth="20" />
      <path d="M350 12h132v104H350zM320 64h30" fill="var(--paper)" />
      <text
        x="416"
        y={number.length > 2 ? 82 : 96}
        textAnchor="middle"
        fontWeight="700"
        fontSize={number.length > 2 ? 52 : 84}
        fill="var(--ink)"
        stroke="none"
      >
        {number}
      </text>
    </Scene>
  );
}

/** The key pad for the PIN under a hand that covers it. */
export function PinPad(): ReactNode {
  const columns = [0, 1, 2];
  return (
    <Scene box={[0, 0, 560, 430]}>
      <path d="M60 100h330v320H60z" fill="var(--paper)" />
      <path d="M90 128h270v52H90z" fill="var(--counter)" strokeWidth="6" />
      {[0, 1, 2].flatMap((row) =>
        columns.map((column) => (
          <rect
            key={`${row}${column}`}
            x={94 + column * 66}
            y={208 + row * 64}
            width="46"
            height="42"
            strokeWidth="6"
          />
        )),
      )}
      <rect x="300" y="208" width="60" height="42" strokeWidth="6" />
      <rect x="300" y="272" width="60" height="106" fill="var(--ok)" strokeWidth="6" />
      <path d="M20 150C40 40 190 10 300 30c90 16 150 40 230 34" strokeWidth="10" />
      <path d="M530 64v200c-50 6-80-20-104-62" fill="none" />
    </Scene>
  );
}
