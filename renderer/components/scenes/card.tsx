import type { ReactNode } from 'react';

interface CardProps {
  readonly width: number;
  readonly height: number;
  readonly label?: string;
  /** Without chip: the back of a card, or another kind of card. */
  readonly chip?: boolean;
}

/** A social-security card lying on its long side, chip left: the three steps are its mark. */
export function Card({ width: w, height: h, label, chip = true }: CardProps): ReactNode {
  return (
    <g>
      <rect width={w} height={h} rx={w * 0.037} fill="var(--paper)" />
      {chip ? (
        <g strokeWidth="6">
          <rect x={w * 0.1} y={h * 0.33} width={w * 0.15} height={h * 0.24} rx="10" fill="var(--signal)" />
          <path
            d={`M${w * 0.1} ${h * 0.41}h${w * 0.05}M${w * 0.1} ${h * 0.49}h${w * 0.05}M${w * 0.2} ${h * 0.41}h${w * 0.05}M${w * 0.2} ${h * 0.49}h${w * 0.05}M${w * 0.15} ${h * 0.33}v${h * 0.24}M${w * 0.2} ${h * 0.33}v${h * 0.24}`}
          />
        </g>
      ) : null}
      {label === undefined ? null : (
        <text x={w * 0.1} y={h * 0.205} fontWeight="700" fontSize={h * 0.125} fill="var(--carbon)" stroke="none">
          {label}
        </text>
      )}
      <path
        d={`M${w * 0.78} ${h * 0.14}v${h * 0.34}M${w * 0.84} ${h * 0.48}v${h * 0.2}M${w * 0.9} ${h * 0.68}v${h * 0.18}`}
        stroke="var(--rule)"
        strokeWidth={w * 0.052}
        strokeLinecap="butt"
      />
      {chip ? (
        <path d={`M${w * 0.1} ${h * 0.74}h${w * 0.4}M${w * 0.1} ${h * 0.86}h${w * 0.28}`} strokeWidth="6" />
      ) : null}
    </g>
  );
}
