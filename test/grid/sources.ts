import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FaultKind } from '../faults/plan/kinds.ts';
import { type Kind, POINTS, type Point } from './cells.ts';
import { PROOFS } from './proofs.ts';

/** What covered a cell, and how often in its last run. */
export interface Coverage {
  readonly point: Point;
  readonly kind: Kind;
  readonly lane: string;
  /** A test's file and title, or the lane's own name of what struck. */
  readonly by: string;
  readonly count: number;
}

const BY_FAULT: Readonly<Partial<Record<FaultKind, Kind>>> = {
  killBefore: 'kill main',
  killAfter: 'kill main',
  killSending: 'kill main',
  killAnswered: 'kill main',
  screenDies: 'kill renderer',
  hostDies: 'kill helper',
  commitIo: 'EIO',
  commitFull: 'ENOSPC',
  lowSpace: 'ENOSPC',
  journalGone: 'database deleted',
  journalLost: 'database deleted',
  clockForward: 'clock',
  clockBack: 'clock',
  dns: 'DNS fails',
  refused: 'connection refused',
  linkDown: 'connection refused',
  tlsReset: 'TLS fails',
  connectTimeout: 'time-out',
  stalled: 'time-out',
  lostBefore: 'time-out',
  lostAfter: 'time-out',
  late: 'time-out',
  resetBefore: 'reset',
  resetAfter: 'reset',
  halfBody: 'reset',
  duplicate: 'duplicate reply',
  overtaken: 'reordered',
  replayed: 'replayed old reply',
  garbage: 'wrong body',
  nullOutput: 'wrong body',
  wrongPerson: 'wrong body',
  wrongAmounts: 'wrong body',
  wrongMsgid: 'wrong body',
  systemError: 'wrong body',
  systemErrorCommitted: 'wrong body',
  http404: '4xx, 5xx',
  http409: '4xx, 5xx',
  http429: '4xx, 5xx',
  http500: '4xx, 5xx',
  http500Committed: '4xx, 5xx',
  slowDrip: 'slow drip',
  slow: 'slow drip',
  cardOut: 'card out',
  cardSwapped: 'card swapped',
  readerUnplugged: 'reader unplugged',
  printerOffline: 'printer',
  printerUnknown: 'printer',
  printerSlow: 'printer',
  doubleTap: 'double tap',
  secondInstance: 'second instance',
  suspend: 'suspend',
};

const BY_FATE: Readonly<Record<string, Kind>> = { torn: 'torn write', flipped: 'bit flip' };

/** A label of the kills, and the point at which it stands; the first that fits. */
const BY_LABEL: readonly (readonly [RegExp, readonly Point[]])[] = [
  [/^recovery\/printing\//, ['P10', 'P16']],
  // Books are compared when no settlement is under way.
  [/^comparison\//, []],
  [/2601|fencing|reversed|released|2202$|refund|2208|2205/, ['P13']],
  [/lostReply\//, ['P4']],
  [/before intent|after visit|2201|2204/, ['P0']],
  [/after intent|send 2207/, ['P1']],
  [/half 2207/, ['P2']],
  [/sent 2207/, ['P3']],
  [/head 2207/, ['P5']],
  [/answer 2207|before settlement/, ['P6']],
  [/after settlement settled/, ['P7']],
  [/after print created|print asked/, ['P8']],
  [/print block/, ['P9']],
  [/print answered|before print printed/, ['P10']],
  [/after claimed|sent settled|sent records/, ['P11']],
  [/answer settled|answer records|before his confirmed|after delivered/, ['P12']],
];

const counts = z.record(z.string(), z.number());
const faultsSchema = z.object({ faultsByPoint: counts });
const byPointSchema = z.object({ byPoint: counts });
const vitestSchema = z.object({
  testResults: z.array(
    z.object({ name: z.string(), assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
});

const isPoint = (text: string): text is Point => (POINTS as readonly string[]).includes(text);

/** The last reports that the grid is made from: a lane's file in `out/`, and how it is run. */
export const REPORTS = {
  'faults/report': 'npm run faults -- --seeds 20000 --seed 1',
  'kills/report': 'npm run kills -- --n 2000',
  'powercuts/report': 'npm run powercuts -- --n 300',
  'powercuts/inject': 'npm run powercuts -- --inject',
  'test/unit': 'npm test',
  'test/devices': 'npm test',
} as const satisfies Readonly<Record<string, string>>;

const schemas: Readonly<Record<keyof typeof REPORTS, z.ZodType>> = {
  'faults/report': faultsSchema,
  'kills/report': byPointSchema,
  'powercuts/report': byPointSchema,
  'powercuts/inject': byPointSchema,
  'test/unit': vitestSchema,
  'test/devices': vitestSchema,
};

function read<T>(root: string, name: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(root, 'out', `${name}.json`), 'utf8')));
  } catch {
    return null;
  }
}

/** Lanes that have not been run in this checkout, or whose report is of another time: a line for each, with its command. */
export function missingReports(root: string): readonly string[] {
  return (Object.keys(REPORTS) as (keyof typeof REPORTS)[])
    .filter((name) => read(root, name, schemas[name]) === null)
    .map((name) => `out/${name}.json is missing: ${REPORTS[name]}`);
}

/** Everything that the last reports in `out/` bear out. A report that is not there covers nothing. */
export function coverage(root: string): readonly Coverage[] {
  const found: Coverage[] = [];
  for (const [cell, count] of Object.entries(read(root, 'faults/report', faultsSchema)?.faultsByPoint ?? {})) {
    const [point = '', name = ''] = cell.split(' ');
    const kind = BY_FAULT[name as FaultKind];
    if (isPoint(point) && kind !== undefined) found.push({ point, kind, lane: 'faults', by: name, count });
  }
  for (const [label, count] of Object.entries(read(root, 'kills/report', byPointSchema)?.byPoint ?? {})) {
    const points = new Set(BY_LABEL.find(([pattern]) => pattern.test(label))?.[1] ?? []);
    if (label.startsWith('recovery/')) points.add('P16');
    for (const point of points) found.push({ point, kind: 'kill main', lane: 'kills', by: label, count });
  }
  for (const [cut, count] of Object.entries(read(root, 'powercuts/report', byPointSchema)?.byPoint ?? {})) {
    const [point = '', fate = ''] = cut.split(' ');
    // After a SIGKILL the disk holds all that was written, synced or not.
    const kinds = fate === 'all' ? (['power loss', 'kill main'] as const) : [BY_FATE[fate] ?? 'power loss'];
    for (const kind of kinds) if (isPoint(point)) found.push({ point, kind, lane: 'powercuts', by: fate, count });
  }
  for (const [cell, count] of Object.entries(read(root, 'powercuts/inject', byPointSchema)?.byPoint ?? {})) {
    const [point = '', blow = ''] = cell.split(' ');
    const kind = blow === 'KILL' ? 'kill main' : blow === 'EIO' || blow === 'ENOSPC' ? blow : null;
    if (isPoint(point) && kind !== null) found.push({ point, kind, lane: 'powercuts --inject', by: blow, count });
  }
  return [...found, ...proved(['unit', 'devices', 'full'].map((name) => read(root, `test/${name}`, vitestSchema)))];
}

/** Cells that a single test covers, where it passed in the last run. */
function proved(reports: readonly (z.infer<typeof vitestSchema> | null)[]): readonly Coverage[] {
  const results = reports.flatMap((report) => report?.testResults ?? []);
  return PROOFS.flatMap(({ points, kind, file, title }) => {
    const tests = results.filter(({ name }) => name.endsWith(`/${file}`)).flatMap((one) => one.assertionResults);
    const count = tests.filter((one) => one.title === title && one.status === 'passed').length;
    return points.map((point) => ({ point, kind, lane: 'test', by: `${file}: ${title}`, count }));
  });
}
