import type { ReactNode } from 'react';

interface At {
  readonly x: number;
  readonly y: number;
}

const at = ({ x, y }: At): string => `translate(${x} ${y})`;

/** A padlock, 210 × 230. */
export function Lock(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <path d="M0 76h210v154H0z" fill="var(--paper)" strokeWidth="10" />
      <path d="M40 76V68a65 65 0 0 1 130 0v8M105 138v40" strokeWidth="14" />
    </g>
  );
}

/** A leaf of a calendar, crossed out, 240 × 240. */
export function PastDay(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <path d="M0 24h240v216H0zM0 88h240" fill="var(--paper)" strokeWidth="10" />
      <path d="M60 0v48M180 0v48" strokeWidth="14" />
      <path d="M70 124l100 84M170 124L70 208" stroke="var(--bad)" strokeWidth="14" />
    </g>
  );
}

/** A person behind a counter, 300 × 200: what a machine cannot do is done there. */
export function Clerk(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <path d="M20 196V0h260v196" fill="var(--paper)" />
      <circle cx="150" cy="66" r="32" />
      <path d="M78 192c0-78 144-78 144 0" />
      <path d="M0 196h300" strokeWidth="20" />
    </g>
  );
}

/** A clock, 150 across: it takes a moment and mends itself. */
export function Clock(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <circle cx="75" cy="75" r="75" fill="var(--paper)" strokeWidth="12" />
      <path d="M75 30v45l32 22" strokeWidth="12" />
    </g>
  );
}

/** The reader from the front with the mouth for the card, 330 × 220. */
export function Reader(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <path d="M0 0h330v220H0z" fill="var(--paper)" />
      <path d="M60 76h210" strokeWidth="24" />
      <path d="M60 150h70M60 182h40" />
    </g>
  );
}

/** The key pad from the front, 240 × 260. */
export function Pad(place: At): ReactNode {
  const keys = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ n, x: 28 + (n % 3) * 68, y: 28 + Math.floor(n / 3) * 74 }));
  return (
    <g transform={at(place)}>
      <path d="M0 0h240v260H0z" fill="var(--paper)" />
      {keys.map(({ n, x, y }) => (
        <path key={n} d={`M${x} ${y}h48v54h-48z`} strokeWidth="6" />
      ))}
    </g>
  );
}

/** A cable whose plug hangs beside its socket, 320 × 150; it comes out of what stands on its left. */
export function Unplugged(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <path d="M0 20h24c50 0 0 90 50 90h16" strokeWidth="10" />
      <path d="M90 80h62v60H90z" fill="var(--paper)" strokeWidth="10" />
      <path d="M152 96h28M152 124h28" strokeWidth="12" />
      <path d="M198 80v60" stroke="var(--bad)" strokeWidth="10" strokeDasharray="2 22" />
      <path d="M222 54h90v112h-90z" fill="var(--paper)" strokeWidth="10" />
      <path d="M246 96h22M246 124h22" strokeWidth="12" />
    </g>
  );
}

/** What was typed: four filled circles in a frame, 330 × 110. */
export function Secret(place: At): ReactNode {
  return (
    <g transform={at(place)}>
      <path d="M0 0h330v110H0z" fill="var(--paper)" strokeWidth="10" />
      {[55, 128, 202, 275].map((x) => (
        <circle key={x} cx={x} cy="55" r="20" fill="var(--ink)" stroke="none" />
      ))}
    </g>
  );
}
