import { readFileSync } from 'node:fs';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { bad, type Finding, good, soon } from './finding.ts';
import { type Probe, probeServer } from './server.ts';

/** Below this many days somebody should see to a certificate: a new one takes a letter and a visit. */
export const SOON_DAYS = 30;
/** From which difference the terminal warns, and from which it settles nothing (docs/failures.md), ms. */
const [SKEWED_MS, WRONG_MS] = [60_000, 300_000];

/** The other sides in the order in which they are told, each with the code for its being away. A profile may lack the last two. */
const UNREACHABLE = {
  centre: 'CENTRE_UNREACHABLE',
  his: 'HIS_UNREACHABLE',
  operator: 'OPERATOR_UNREACHABLE',
  benefits: 'BENEFITS_UNREACHABLE',
  cashier: 'CASHIER_UNREACHABLE',
} as const satisfies Readonly<Partial<Record<keyof SiteProfile, FailureCode>>>;

type ServerName = keyof typeof UNREACHABLE;

/** A server that a profile names. */
interface NamedServer {
  readonly name: ServerName;
  readonly server: { readonly url: string; readonly caFile: string };
}

/** The servers that this profile has, in the order of `UNREACHABLE`. */
export function serversOf(profile: SiteProfile): readonly NamedServer[] {
  const names = Object.keys(UNREACHABLE) as ServerName[];
  return names.flatMap((name) => {
    const server = profile[name];
    return server === null ? [] : [{ name, server }];
  });
}

/** Asks one server of the profile; null where the file of its authority cannot be read, which `certificates` tells. */
export async function askServer(
  server: { readonly url: string; readonly caFile: string },
  timeoutMs: number,
): Promise<Probe | null> {
  let ca: string;
  try {
    ca = readFileSync(server.caFile, 'utf8');
  } catch {
    return null;
  }
  return probeServer(server.url, ca, timeoutMs);
}

/** Whether a server is there and who it should be. */
export function serverFinding(probe: Probe | null, name: ServerName): Finding {
  const place = `${name}.url`;
  if (probe === null) return bad('CONFIG_MISSING', `${name}.caFile`);
  switch (probe.kind) {
    case 'down':
      return bad(UNREACHABLE[name], `${place}: ${probe.detail}`);
    case 'stranger':
      return bad('CERT_AUTHORITY', `${name}.caFile: ${probe.detail}`);
    case 'expired':
      return bad('CERT_EXPIRED', `${place}: ${probe.daysLeft} d`);
    case 'up':
      return probe.daysLeft < SOON_DAYS
        ? soon('CERT_EXPIRING', `${place}: ${probe.daysLeft} d`)
        : good(`certificate ${probe.daysLeft} d`);
  }
}

/** Our clock against the first server that told its own. Null: none did. */
export function clockFinding(probes: readonly (Probe | null)[]): Finding | null {
  const skews = probes.flatMap((probe) => (probe?.kind === 'up' && probe.skewMs !== null ? [probe.skewMs] : []));
  const [skew] = skews;
  if (skew === undefined) return null;
  const detail = `${skew > 0 ? '+' : ''}${(skew / 1000).toFixed(1)} s`;
  if (Math.abs(skew) >= WRONG_MS) return bad('CLOCK_WRONG', detail);
  return Math.abs(skew) >= SKEWED_MS ? bad('CLOCK_SKEWED', detail) : good(detail);
}
