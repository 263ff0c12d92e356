import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkWalls, sourceFiles, type WallsReport } from '../../scripts/walls.ts';

/** One forbidden import per wall: file → what it imports. Each must be found under the wall's own name. */
const planted: Readonly<Record<string, readonly [file: string, target: string]>> = {
  'wall-kernel': ['common/kernel/planted.ts', '../contracts/target.ts'],
  'wall-supervisor': ['common/supervisor/planted.ts', '../contracts/target.ts'],
  'wall-strings': ['common/strings/planted.ts', '../kernel/target.ts'],
  'wall-rpc': ['common/rpc/planted.ts', '../contracts/target.ts'],
  'wall-contracts': ['common/contracts/planted.ts', '../strings/target.ts'],
  'wall-wire': ['wire/planted.ts', '../terminal/target.ts'],
  'wall-drivers': ['drivers/planted.ts', '../terminal/target.ts'],
  'wall-terminal': ['terminal/planted.ts', '../drivers/target.ts'],
  'wall-renderer': ['renderer/planted.ts', '../terminal/target.ts'],
  'wall-shell': ['shell/planted.ts', '../terminal/target.ts'],
  'wall-electron': ['electron/planted.ts', '../terminal/target.ts'],
  'wall-kiosk-config': ['kiosk-config/planted.ts', '../terminal/target.ts'],
  'wall-central': ['central/planted.ts', '../terminal/target.ts'],
  'wall-simulator': ['simulator/planted.ts', '../drivers/card-reader/target.ts'],
  'wall-bin': ['bin/planted.ts', '../terminal/target.ts'],
  'wall-clients': ['test/readers/planted.ts', '../../drivers/target.ts'],
  'pure-common': ['common/kernel/planted-core.ts', 'node:fs'],
  'pure-renderer': ['renderer/planted-core.ts', 'node:fs'],
  'kernel-no-packages': ['common/kernel/planted-package.ts', 'zod'],
  'contracts-packages': ['common/contracts/planted-package.ts', 'react'],
  'only-orpc': ['terminal/gateways/planted-orpc.ts', '@orpc/contract'],
  'only-pcsc': ['drivers/receipt-printer/planted.ts', 'koffi'],
  'only-serial': ['terminal/planted-serial.ts', 'serialport'],
  'only-electron': ['electron/main/planted-runtime.ts', 'electron'],
  'only-pdf': ['terminal/receipts/planted-pdf.ts', 'pdfkit'],
  'only-sqlite': ['terminal/outbox/planted.ts', 'better-sqlite3-multiple-ciphers'],
  'only-https': ['terminal/session/planted.ts', 'node:https'],
  'no-cycles': ['wire/cycle-a.ts', './cycle-b.ts'],
  'no-unresolvable': ['wire/planted-nowhere.ts', './nowhere.ts'],
  'not-a-test': ['wire/planted-test.ts', './target.test.ts'],
};

const targets = [
  'common/contracts/target.ts',
  'common/kernel/target.ts',
  'common/strings/target.ts',
  'terminal/target.ts',
  'drivers/target.ts',
  'drivers/card-reader/target.ts',
  'wire/target.test.ts',
];

let dir = '';
let report: WallsReport;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-walls-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  for (const file of targets) write(file, 'export const x = 1;\n');
  for (const [file, target] of Object.values(planted))
    write(file, `import * as planted from '${target}';\nexport const y = planted;\n`);
  write('wire/cycle-b.ts', "import * as a from './cycle-a.ts';\nexport const z = a;\n");
  symlinkSync(join(process.cwd(), 'node_modules'), join(dir, 'node_modules'));
  report = await checkWalls(dir, [...targets, ...Object.values(planted).map(([file]) => file), 'wire/cycle-b.ts']);
}, 60_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each(Object.entries(planted))('%s finds its planted import', (rule, [file]) => {
  const found = report.violations.filter((v) => v.rule === rule).map((v) => v.from);
  expect(found).toContain(file);
});

test('every rule has a planted import', async () => {
  const { default: config } = await import('../../.dependency-cruiser.mjs');
  const names = config.forbidden.map((rule) => rule.name);
  expect(Object.keys(planted).sort()).toEqual([...names].sort());
});

test('the house keeps its walls, and every source file was read', async () => {
  const files = sourceFiles();
  const house = await checkWalls(process.cwd(), files);
  expect(house.violations).toEqual([]);
  expect(house.modules).toBe(files.length);
  expect(files.length).toBeGreaterThan(50);
}, 60_000);
