import { execFileSync } from 'node:child_process';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

export interface WallsReport {
  /** Of ours, as dependency-cruiser saw them. */
  readonly modules: number;
  readonly files: number;
  readonly violations: readonly {
    readonly rule: string;
    readonly from: string;
    readonly to: string;
    readonly comment: string;
  }[];
}

const ROOMS =
  /^(common|wire|drivers|terminal|renderer|electron|shell|kiosk-config|central|simulator|bin|test|scripts)\//;

/** The TypeScript files of the rooms that git knows or would add. */
export function sourceFiles(): readonly string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => ROOMS.test(file));
}

/**
 * Cruises `files` (relative to `dir`) against the walls. A report with fewer modules than files means that the
 * cruiser could not read TypeScript: it must never count as a pass.
 */
export async function checkWalls(dir: string, files: readonly string[]): Promise<WallsReport> {
  const options = { ...config.options, baseDir: dir, validate: true, ruleSet: { forbidden: config.forbidden } };
  const result = await cruise([...files], options as Parameters<typeof cruise>[1]);
  const output = result.output as ICruiseResult;
  const cruised = new Set(output.modules.map((m) => m.source).filter((source) => files.includes(source)));
  const comments = new Map(
    config.forbidden.map((rule: { name: string; comment: string }) => [rule.name, rule.comment]),
  );
  return {
    modules: cruised.size,
    files: files.length,
    violations: output.summary.violations.map((v) => ({
      rule: v.rule.name,
      from: v.from,
      to: v.to,
      comment: comments.get(v.rule.name) ?? '',
    })),
  };
}
