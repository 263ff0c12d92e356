import type { ReactNode } from 'react';
import { Card } from './card.tsx';

interface SlotProps {
  /** Left end of the slot and its height on the drawing. */
  readonly x: number;
  readonly y: number;
  readonly children?: ReactNode;
}

/** The mouth of a reader, 230 long; what is drawn in it stands on its line. */
export function Slot({ x, y, children }: SlotProps): ReactNode {
  return (
    <g transform={`translate(${x} ${y})`}>
      {children}
      <path d="M0 0h230" strokeWidth="40" />
    </g>
  );
}

/** A card on its short side above a slot, the chip end down, or up where it is the wrong way round. */
export function Upright({ x, y, wrong = false }: { readonly x: number; readonly y: number; readonly wrong?: boolean }) {
  return (
    <g transform={wrong ? `translate(${x + 160} ${y}) rotate(90)` : `translate(${x} ${y + 258}) rotate(-90)`}>
      <Card width={258} height={160} />
    </g>
  );
}

/** The part of a card that stands out of the slot, `out` high. */
export function Standing({ x, out }: { readonly x: number; readonly out: number }): ReactNode {
  return (
    <g transform={`translate(${x} ${-out})`}>
      <path d={`M0 ${out}V16q0-16 16-16h128q16 0 16 16v${out - 16}`} fill="var(--paper)" />
      <path d="M24 40h48M72 64h36M108 88h28" stroke="var(--rule)" strokeWidth="14" strokeLinecap="butt" />
    </g>
  );
}

/** An arrow along the line of the slots, `up` out of it, else into it. */
export function Arrow({ x, y, up = false }: { readonly x: number; readonly y: number; readonly up?: boolean }) {
  return (
    <path
      d={up ? `M${x} ${y}v-90M${x - 34} ${y - 54}l34-36 34 36` : `M${x} ${y}v84M${x - 34} ${y + 50}l34 36 34-36`}
      strokeWidth="16"
    />
  );
}

export function Wrong({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  return <path d={`M${x} ${y}l72 72M${x + 72} ${y}l-72 72`} stroke="var(--bad)" strokeWidth="18" />;
}

export function Right({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  return <path d={`M${x} ${y + 38}l32 34 56-70`} stroke="var(--ok)" strokeWidth="18" />;
}
