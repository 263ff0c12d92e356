import type { ReactNode } from 'react';

/** Signs on a 48 grid, line 4, round ends, unfilled; never touchable alone. */
const paths = {
  tick: 'M7 25 19 37 41 11',
  next: 'M19 9l15 15-15 15',
  back: 'M29 9 14 24l15 15',
  down: 'M24 6v34M10 27l14 14 14-14',
  eject: 'M12 30V5h24v25M18 11h12M5 30h38M24 43v-9M24 15v11M19 20l5-5 5 5',
  list: 'M6 12h4M16 12h26M6 24h4M16 24h26M6 36h4M16 36h26',
  bill: 'M12 5h24v36l-6-4-6 4-6-4-6 4ZM18 14h12M18 21h12M18 28h7',
  eye: 'M4 24C12 9 36 9 44 24 36 39 12 39 4 24ZM30.5 24a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0',
  warn: 'M24 6 44 41H4ZM24 19v10M24 34.500v.5',
  ask: 'M43 24a19 19 0 1 1-38 0 19 19 0 0 1 38 0M18 19c0-8 12-8 12-1 0 5-6 5-6 10M24 33.500v.5',
  person: 'M31 13a7 7 0 1 1-14 0 7 7 0 0 1 14 0M9 35c0-16 30-16 30 0M4 42h40',
  clock: 'M43 24a19 19 0 1 1-38 0 19 19 0 0 1 38 0M24 12v12l8 6',
  retry: 'M40 24a16 16 0 1 1-5-11.600M36 4v9h-9',
  card: 'M4 11h40v26H4ZM4 19h40M10 29h10',
  purse: 'M5 14h38v27H5ZM10 14V8h26v6M32 25h11v7H32Z',
  tests: 'M3 26h10l4-11 8 22 6-15 3 4h11',
  doctor: 'M10 6v10a9 9 0 0 0 18 0V6M19 25v5a8.500 8.500 0 0 0 17 0v-3M41 22a5 5 0 1 1-10 0 5 5 0 0 1 10 0',
  pill: 'M8.600 26.500 26.500 8.600a9 9 0 0 1 12.900 12.900L21.500 39.400A9 9 0 0 1 8.600 26.500ZM17.500 17.500l13 13',
  box: 'M6 14 24 5l18 9v20l-18 9-18-9ZM6 14l18 9 18-9M24 23v20',
} as const;

export type SignName = keyof typeof paths;
export const signNames = Object.keys(paths) as readonly SignName[];

/** `size` is in mm; decoration beside words, so hidden from a screen reader. */
export function Sign({ name, size = 13, bold = false }: SignProps): ReactNode {
  const side = `calc(var(--mm) * ${size})`;
  return (
    <svg
      className="sign"
      aria-hidden="true"
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth={bold ? 5 : 4}
      strokeLinejoin="round"
      strokeLinecap="round"
      style={{ width: side, height: side, flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}

interface SignProps {
  readonly name: SignName;
  readonly size?: number;
  readonly bold?: boolean;
}
