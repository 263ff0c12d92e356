import type { ReactNode } from 'react';
import { useText } from '../../kiosk/context.tsx';
import { Card } from './card.tsx';
import { Scene } from './scene.tsx';

/** The card above its slot, chip end down, an arrow between them. It stands right above the real slot. */
export function CardIntoSlot(): ReactNode {
  const label = useText()('insertCard.cardFace');
  const arrow = 'M790 1270v92M744 1320l46 48 46-48';
  return (
    <Scene box={[540, 556, 500, 920]} className="into-slot">
      <g className="dip">
        <g transform="translate(576 1254) rotate(-90)">
          <Card width={690} height={428} label={label} />
        </g>
        <path d={arrow} strokeWidth="38" />
        <path d={arrow} stroke="var(--signal)" strokeWidth="22" />
      </g>
      <rect x="540" y="1424" width="500" height="44" rx="22" fill="var(--ink)" stroke="var(--signal)" />
    </Scene>
  );
}

/** Most of the card is in the slot; `arrow` points out of it when it is to be taken. */
export function CardInReader({ arrow = false }: { readonly arrow?: boolean }): ReactNode {
  return (
    <Scene box={[-44, arrow ? -190 : -10, 516, arrow ? 616 : 436]}>
      <path d="M0 384V40q0-26 26-26h376q26 0 26 26v344" fill="var(--paper)" />
      <path
        d="M60 160h146M206 118h88M294 74h76"
        transform="translate(0 10)"
        stroke="var(--rule)"
        strokeWidth="36"
        strokeLinecap="butt"
      />
      <path d="M-22 398h472" strokeWidth="44" />
      {arrow ? <path d="M214 -50v-112M162 -112l52-54 52 54" strokeWidth="16" /> : null}
    </Scene>
  );
}

/** An arrow out of the slot struck through: leave the card in. */
export function DoNotPull(): ReactNode {
  return (
    <Scene box={[0, 0, 190, 190]} style={{ flex: 'none' }}>
      <path d="M40 150V30q0-10 10-10h90q10 0 10 10v120" fill="var(--paper)" />
      <path d="M95 118V56M68 82l27-28 27 28" strokeWidth="9" />
      <path d="M8 160h174" strokeWidth="28" />
      <path d="M34 24 156 136" stroke="var(--bad)" strokeWidth="14" />
    </Scene>
  );
}
