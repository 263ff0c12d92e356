import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvisioningFile } from '../../../bin/testing/site-bench.ts';
import { cliSelftestSchema, type SelftestCheck, type SelftestId } from '../../../common/contracts/cli/selftest.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import { type Lab, startLab } from '../../../simulator/lab/lab.ts';
import { createLabNetwork, type LabNetwork } from '../../../simulator/lab/network.ts';
import { minka, type Ran } from './minka.ts';
import { CODE, INSTITUTION, siteOfLab } from './site-of-lab.ts';

const SERVERS = ['centre', 'his', 'operator', 'benefits', 'cashier'] as const;
type Server = (typeof SERVERS)[number];
type Profile = Record<string, Record<string, unknown>>;

/** A provisioned terminal before a lab's servers and devices, each server behind a cable of its own; and its technician. */
export interface Mending {
  readonly lab: Lab;
  readonly into: string;
  readonly profileFile: string;
  readonly cables: Readonly<Record<Server, LabNetwork>>;
  /** One command line of `minka` as the package has it: of this machine's own profile. By the terminal's clock. */
  minka(...args: readonly string[]): Promise<Ran>;
  /** The self-test as it is told, and which of its looks are bad. */
  selftest(): Promise<{
    readonly checks: readonly SelftestCheck[];
    readonly bad: readonly (readonly [SelftestId, string])[];
  }>;
  /** A provisioning file; `change` may doctor it. */
  file(change?: (file: ProvisioningFile) => void): string;
  /** A one-time code from the operator. */
  code(): Promise<string>;
  profile(): Profile;
  edit(change: (profile: Profile) => void): void;
  stop(): Promise<void>;
}

/** Codes that differ; nobody has to guess them. */
const nextCode = (number: number): string =>
  `${CODE.slice(0, 14)}${String.fromCharCode(65 + (number % 8))}${2 + Math.floor(number / 8)}`;

export async function mending(): Promise<Mending> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-mending-'));
  const lab = await startLab({ dir, screen: false, clocks: true, cashier: true });
  await lab.shell.stop();
  const cable = createLabNetwork;
  const cables = { centre: cable(), his: cable(), operator: cable(), benefits: cable(), cashier: cable() };
  const into = join(dir, 'site');
  const profileFile = join(into, 'profile.json');
  const paths = { data: join(dir, 'data'), run: join(dir, 'run'), keyFile: join(dir, 'secrets', 'database-key') };
  const site = await siteOfLab(lab, paths, { face: 'kiosk' });
  for (const name of SERVERS) {
    const server = (site.profile as Profile)[name];
    if (server !== undefined) server['url'] = await cables[name].through(lab.urls[name]);
  }
  let files = 0;
  let codes = 0;
  const profile = (): Profile => JSON.parse(readFileSync(profileFile, 'utf8')) as Profile;
  const command: Mending['minka'] = (...args) =>
    minka(args, { ...lab.clocks?.env('terminal'), MINKA_PROFILE: profileFile });
  const mended: Mending = {
    ...{ lab, into, profileFile, cables, minka: command, profile },
    async selftest() {
      const { checks } = cliSelftestSchema.parse((await command('selftest', '--profile', profileFile)).json);
      const bad = checks.filter(({ ok }) => !ok).map(({ id, code }) => [id, code as FailureCode] as const);
      return { checks, bad };
    },
    file(change = () => undefined) {
      const doctored = structuredClone(site);
      change(doctored);
      const path = join(dir, `site-${++files}.json`);
      writeFileSync(path, JSON.stringify(doctored), { mode: 0o600 });
      return path;
    },
    async code() {
      const code = nextCode(codes++);
      await lab.admin('POST', '/admin/enrolment-codes', { code, institutionCode: INSTITUTION, minutes: 60 });
      return code;
    },
    edit(change) {
      const text = profile();
      change(text);
      writeFileSync(profileFile, JSON.stringify(text, null, 2));
    },
    async stop() {
      await lab.stop();
      for (const name of SERVERS) await cables[name].close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  const set = await command('provision', mended.file(), '--into', into);
  if (set.code !== 0) throw new Error(`provision: ${JSON.stringify(set.json)}`);
  return mended;
}

/** The commands that a remedy names, as a person reads them off it: "run `minka config check`". */
export function commandsIn(remedy: string): readonly string[] {
  return [...remedy.matchAll(/`minka ([^`]+)`/g)].map(([, words = '']) => words);
}
