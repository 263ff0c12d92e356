import { POINTS, type Point } from '../faults/world/points.ts';

export { POINTS, type Point };

/** What each point is, in few words (risks 1.3). */
export const POINT_NAMES: Readonly<Record<Point, string>> = {
  P0: 'before the intent is committed',
  P1: 'intent committed, nothing sent',
  P2: 'request partly sent',
  P3: 'sent, the centre has not done it',
  P4: 'the centre has done it, the reply is lost',
  P5: 'reply partly received',
  P6: 'reply received, not committed',
  P7: 'committed, not shown',
  P8: 'shown, not printed',
  P9: 'half printed',
  P10: 'printed, the outcome not stored',
  P11: 'the queue in the middle of a batch',
  P12: 'acknowledged, not marked',
  P13: 'reversal',
  P14: 'checkpoint of the journal',
  P15: 'migration',
  P16: 'recovery after a start',
  P17: 'swap of an update',
  P18: 'reload of the configuration',
};

export const KINDS = [
  'kill main',
  'kill renderer',
  'kill helper',
  'power loss',
  'torn write',
  'EIO',
  'ENOSPC',
  'bit flip',
  'database deleted',
  'clock',
  'DNS fails',
  'connection refused',
  'TLS fails',
  'time-out',
  'reset',
  'duplicate reply',
  'reordered',
  'replayed old reply',
  'wrong body',
  '4xx, 5xx',
  'slow drip',
  'card out',
  'card swapped',
  'reader unplugged',
  'printer',
  'double tap',
  'second instance',
  'suspend',
] as const;
export type Kind = (typeof KINDS)[number];

const NETWORK: ReadonlySet<Kind> = new Set([
  'DNS fails',
  'connection refused',
  'TLS fails',
  'time-out',
  'reset',
  'duplicate reply',
  'reordered',
  'replayed old reply',
  'wrong body',
  '4xx, 5xx',
  'slow drip',
]);
const HANDS: ReadonlySet<Kind> = new Set(['card out', 'card swapped', 'reader unplugged', 'double tap']);
/** What the terminal learns of as an event of its loop. */
const EVENTS: ReadonlySet<Kind> = new Set([
  ...NETWORK,
  ...HANDS,
  'printer',
  'kill renderer',
  'kill helper',
  'clock',
  'suspend',
  'second instance',
  'database deleted',
]);
const WRITES: ReadonlySet<Kind> = new Set(['torn write', 'EIO', 'ENOSPC']);

/** From one to the next the program does not come back to its loop. */
const ONE_STEP: ReadonlySet<Point> = new Set(['P6', 'P7', 'P8', 'P10', 'P12', 'P14', 'P15']);
const NO_WRITE: ReadonlySet<Point> = new Set(['P1', 'P2', 'P3', 'P4', 'P5', 'P7', 'P9']);
const PAPER: ReadonlySet<Point> = new Set(['P8', 'P9', 'P10']);

/** Why a cell cannot be, or null where it can. */
export function impossible(point: Point, kind: Kind): string | null {
  if (point === 'P17') return 'not built yet: updates in place';
  if (point === 'P18') return 'not built yet: the configuration is read once, at the start';
  if (WRITES.has(kind) && NO_WRITE.has(point)) return 'nothing is written between these commits';
  if (kind === 'printer' && !PAPER.has(point)) return 'no byte is under way to the printer';
  if (ONE_STEP.has(point) && EVENTS.has(kind)) {
    return 'one step of one thread: what comes meanwhile is taken up at the next point';
  }
  if (point === 'P15' && (NETWORK.has(kind) || HANDS.has(kind) || kind === 'kill renderer' || kind === 'kill helper')) {
    return 'nothing is served, asked or sent before the journal is open';
  }
  return null;
}
