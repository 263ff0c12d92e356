import type { CSSProperties, ReactNode } from 'react';

/** Scenes are drawn in the pixels of a 21.5" panel and sized in mm, 8 px lines with round ends. */
const DRAWN_PX_PER_MM = 4.0331;

/** A length drawn as `px` on the reference panel, as CSS. */
export function drawn(px: number): string {
  return `calc(var(--mm) * ${(px / DRAWN_PX_PER_MM).toFixed(2)})`;
}

interface SceneProps {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly children: ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
  /** Larger or smaller than drawn. */
  readonly scale?: number;
  /** Names the drawing for tests. */
  readonly name?: string;
}

/** A drawing beside words that say the same; hidden from a screen reader. */
export function Scene({ box, children, className, style, scale = 1, name }: SceneProps): ReactNode {
  const [x, y, width, height] = box;
  return (
    <svg
      className={className}
      data-picture={name}
      viewBox={`${x} ${y} ${width} ${height}`}
      aria-hidden="true"
      fill="none"
      stroke="var(--ink)"
      strokeWidth="8"
      strokeLinejoin="round"
      strokeLinecap="round"
      style={{ width: drawn(width * scale), height: drawn(height * scale), ...style }}
    >
      {children}
    </svg>
  );
}

/** Lower edge of a torn slip from right to left: `teeth` of `step` px. */
export function tornEdge(width: number, teeth: number): string {
  const step = width / teeth;
  return Array.from({ length: teeth }, (_, i) => `l${-step} ${i % 2 === 0 ? -16 : 16}`).join('');
}
