/** `npm run lint`: Biome, the walls, the types. Also the first stage of `npm test`. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkWalls, sourceFiles } from './walls.ts';

export interface LintReport {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly words: string;
}

function run(name: string, command: string, args: readonly string[]): Promise<LintReport> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    child.stdout.on('data', (d: Buffer) => {
      words += d.toString();
    });
    child.stderr.on('data', (d: Buffer) => {
      words += d.toString();
    });
    child.once('close', (code) =>
      resolve({ name, ok: code === 0, ms: Math.round(performance.now() - started), words }),
    );
  });
}

/** All static checks, one after the other. */
export async function lint(): Promise<readonly LintReport[]> {
  const biome = await run('biome', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  const started = performance.now();
  const walls = await checkWalls(process.cwd(), sourceFiles());
  const wallsReport: LintReport = {
    name: 'walls',
    ok: walls.violations.length === 0 && walls.modules >= walls.files,
    ms: Math.round(performance.now() - started),
    words: [
      ...walls.violations.map((v) => `${v.rule}: ${v.from} → ${v.to} (${v.comment})`),
      `${walls.modules} modules cruised, ${walls.files} source files`,
    ].join('\n'),
  };
  const types = await run('types', 'node_modules/typescript/bin/tsc', ['-b', '--pretty', 'false']);
  return [biome, wallsReport, types];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const reports = await lint();
  const ok = reports.every((r) => r.ok);
  for (const report of reports) {
    process.stderr.write(
      `${report.ok ? '✓' : '✗'} ${report.name} (${report.ms} ms)\n${report.ok ? '' : `${report.words}\n`}`,
    );
  }
  const failed = reports.filter((r) => !r.ok).length;
  if (values.json)
    console.log(JSON.stringify({ ok, checks: reports.map(({ name, ok: good, ms }) => ({ name, ok: good, ms })) }));
  else console.log(`${reports.length - failed} passed, ${failed} failed, 0 skipped`);
  process.exit(ok ? 0 : 1);
}
