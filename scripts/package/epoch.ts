import { execFileSync } from 'node:child_process';

/**
 * The moment that a package bears, seconds since 1970: SOURCE_DATE_EPOCH where a builder sets it, else the last
 * commit's. Never the clock: two builds of one commit are the same bytes.
 */
export function sourceDateEpoch(env: NodeJS.ProcessEnv = process.env): number {
  const given = env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && /^\d{1,12}$/.test(given)) return Number(given);
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).trim());
}
