import type { NetKind } from '../plan/kinds.ts';

/** Where in the life of a settlement and of the terminal something strikes (risks 1.3). */
export const POINTS = [
  'P0',
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'P6',
  'P7',
  'P8',
  'P9',
  'P10',
  'P11',
  'P12',
  'P13',
  'P14',
  'P15',
  'P16',
  'P17',
  'P18',
] as const;
export type Point = (typeof POINTS)[number];

/** Points at which a terminal may stand beside another one: paper, queue, reversal, recovery after a start. */
const BESIDE: ReadonlySet<Point> = new Set(['P9', 'P11', 'P13', 'P16']);

const ALTOGETHER: readonly NetKind[] = ['dns', 'refused', 'tlsReset', 'connectTimeout'];
const DONE: readonly NetKind[] = [
  'lostAfter',
  'resetAfter',
  'http500Committed',
  'systemErrorCommitted',
  'garbage',
  'nullOutput',
  'infcodeNumber',
  'wrongPerson',
  'wrongAmounts',
  'wrongMsgid',
  'duplicate',
  'replayed',
];

/** Where a 2207 comes to stand when its own exchange meets this. */
export function pointOf(kind: NetKind): Point {
  if (ALTOGETHER.includes(kind)) return 'P1';
  if (kind === 'resetBefore' || kind === 'stalled') return 'P2';
  if (kind === 'halfBody' || kind === 'slowDrip') return 'P5';
  return DONE.includes(kind) ? 'P4' : 'P3';
}

/** Keeps where everything stands, and counts what strikes there. */
export interface PointBook {
  /** `look` tells at any moment where a terminal, or what is under way from it, stands. */
  watch(look: () => readonly Point[]): void;
  /** A settlement stands here from now on, until its outcome is known. */
  stand(messageId: string, point: Point): void;
  standing(messageId: string): Point | null;
  /** The points that a fault strikes now; `own` where it is known better than by looking. */
  struck(own: readonly Point[]): ReadonlySet<Point>;
}

export function pointBook(): PointBook {
  const looks: (() => readonly Point[])[] = [];
  const stood = new Map<string, Point>();
  return {
    watch: (look) => void looks.push(look),
    stand: (messageId, point) => void stood.set(messageId, point),
    standing: (messageId) => stood.get(messageId) ?? null,
    struck(own) {
      const seen = looks.flatMap((look) => look());
      return new Set(own.length === 0 ? seen : [...own, ...seen.filter((point) => BESIDE.has(point))]);
    },
  };
}
