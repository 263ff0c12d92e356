import { z } from 'zod';
import { SERVICE_ROWS, type ServiceRow } from './services.ts';

/** What the journeys of one service came to. `screens`: how many different ones they saw. */
export interface Row {
  readonly tests: number;
  readonly passed: number;
  readonly screens: number;
  readonly note?: string;
}
export type Rows = Readonly<Record<string, Row>>;

const specSchema = z.object({
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      status: z.string(),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});

interface Suite {
  readonly specs: readonly z.infer<typeof specSchema>[];
  readonly suites: readonly Suite[];
}
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).default([]);
  },
});

/** The runner's report, as far as it is read. */
export const reportSchema = z.object({ suites: z.array(suiteSchema) });
export type Report = z.infer<typeof reportSchema>;

/** The rows that a title names at its beginning: "[S10] [S14] the benefit" → S10, S14. */
export function rowsOf(title: string): readonly string[] {
  const tags = /^(?:\[S\d+\]\s*)+/.exec(title)?.[0] ?? '';
  return [...tags.matchAll(/S\d+/g)].map(([tag]) => tag);
}

function specsOf({ specs, suites }: Suite): readonly z.infer<typeof specSchema>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Every row of the table. A test that needed a second try has not passed. */
export function tally(report: Report, services: readonly ServiceRow[] = SERVICE_ROWS): Rows {
  const specs = report.suites.flatMap(specsOf);
  return Object.fromEntries(
    services.map(({ id, note }): [string, Row] => {
      const own = specs.filter(({ title }) => rowsOf(title).includes(id));
      const seen = own.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations));
      const screens = new Set(seen.filter(({ type }) => type === 'screen').map(({ description }) => description));
      const passed = own.filter(({ ok, tests }) => ok && tests.every(({ status }) => status === 'expected')).length;
      const row = { tests: own.length, passed, screens: screens.size };
      return [id, own.length === 0 ? { ...row, note: note ?? 'no journey was run' } : row];
    }),
  );
}

/** Whether every journey that was run passed, and every row without one says why. */
export function allPassed(rows: Rows): boolean {
  return Object.values(rows).every(({ tests, passed, note }) => tests === passed && note !== 'no journey was run');
}

/** `docs/services.md`. */
export function servicesPage(rows: Rows, services: readonly ServiceRow[] = SERVICE_ROWS): string {
  const lines = services.map(({ id, what }) => {
    const { tests, passed, screens, note } = rows[id] ?? { tests: 0, passed: 0, screens: 0 };
    return `| ${id} | ${what} | ${tests === 0 ? '–' : `${passed} of ${tests}`} | ${tests === 0 ? '–' : screens} | ${note ?? ''} |`;
  });
  return `# Services

Written by \`npm run journeys\`: what the cities’ plans ask of a terminal, and the journeys that show it, in a real browser
against the real terminal, device emulators and reference servers. Each ends in a slip or a record whose figures are
compared with what the reference centre has. How one is added: [adding-a-service.md](adding-a-service.md).

| row | service | journeys passed | screens | |
|---|---|---|---|---|
${lines.join('\n')}
`;
}
