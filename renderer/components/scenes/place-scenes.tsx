import type { ReactNode } from 'react';
import { useText } from '../../kiosk/context.tsx';
import { Scene } from './scene.tsx';

/** This machine, a bill on its way, and the house it goes to. `way` 0..1 says how far the bill is. */
export function TerminalAndCentre({ way, house }: TerminalAndCentreProps): ReactNode {
  const t = useText();
  const x = 262 + way * 290;
  return (
    <div className="way">
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
      <div className="way-names b">
        <span>{t('scene.terminal')}</span>
        <span>{t(house)}</span>
      </div>
    </div>
  );
}

interface TerminalAndCentreProps {
  readonly way: number;
  readonly house: 'scene.centre' | 'scene.hospital';
}

/** A person behind a counter, with the number of the window. */
export function HelpWindow({ number, scale = 1 }: { readonly number: string; readonly scale?: number }): ReactNode {
  return (
    <Scene box={[-4, 4, 510, 172]} scale={scale} style={{ maxWidth: '100%' }}>
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

/** The key pad for the PIN: ten digits, the red key to stop, the green one when done; an arrow down to the real one. */
export function PinPad(): ReactNode {
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', ''];
  return (
    <Scene box={[0, 0, 620, 460]}>
      <path d="M4 4h470v452H4z" fill="var(--paper)" />
      {digits.map((digit, index) => {
        const x = 34 + (index % 3) * 100;
        const y = 34 + Math.floor(index / 3) * 102;
        return digit === '' ? null : (
          <g key={digit}>
            <rect x={x} y={y} width="78" height="78" strokeWidth="6" />
            <text
              x={x + 39}
              y={y + 55}
              textAnchor="middle"
              fontSize="46"
              fontWeight="700"
              fill="var(--ink)"
              stroke="none"
            >
              {digit}
            </text>
          </g>
        );
      })}
      <rect x="346" y="34" width="98" height="78" fill="var(--bad)" strokeWidth="6" />
      <path d="M378 54l34 38M412 54l-34 38" stroke="var(--paper)" strokeWidth="10" />
      <rect x="346" y="238" width="98" height="180" fill="var(--ok)" strokeWidth="6" />
      <path d="M372 330l18 18 32-40" stroke="var(--paper)" strokeWidth="10" />
      <path d="M564 250v190M516 392l48 52 48-52" strokeWidth="16" />
    </Scene>
  );
}
