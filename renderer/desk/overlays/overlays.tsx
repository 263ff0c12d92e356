import type { ReactNode } from 'react';
import type { Overlay } from '../keys/key-map.ts';
import { Confirm } from './confirm.tsx';
import { Details } from './details.tsx';
import { Help } from './help.tsx';
import { Lookups } from './lookups.tsx';
import { Palette } from './palette.tsx';
import { RefundKind } from './refund-kind.tsx';
import type { OverlayProps } from './sheet.tsx';
import { StaySheet } from './stay.tsx';
import { StayBack } from './stay-back.tsx';

/** What lies over a screen; it has the keyboard to itself until it is closed. */
export function Overlays({ overlay, show, hide }: OverlayProps & { readonly overlay: Overlay }): ReactNode {
  switch (overlay.kind) {
    case 'help':
      return <Help hide={hide} />;
    case 'palette':
      return <Palette show={show} hide={hide} />;
    case 'details':
      return <Details hide={hide} />;
    case 'lookups':
      return <Lookups hide={hide} />;
    case 'stay':
      return <StaySheet show={show} hide={hide} />;
    case 'stayBack':
      return <StayBack step={overlay.step} hide={hide} />;
    case 'confirm':
      return <Confirm by={overlay.by} hide={hide} />;
    case 'refund':
      return <RefundKind encounterId={overlay.encounterId} hide={hide} />;
  }
}
