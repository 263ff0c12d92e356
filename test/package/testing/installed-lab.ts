import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Lab } from '../../../simulator/lab/lab.ts';

export type Profile = Record<string, Record<string, unknown> | unknown>;

export const PROFILE = '/etc/minka/profile.json';
const RUN = '/run/minka';

function groupId(name: string): number {
  return Number(execFileSync('getent', ['group', name], { encoding: 'utf8' }).split(':')[2]);
}

/** Puts a profile where the unit reads it, readable for the terminal's user as the package leaves it. */
export function writeProfile(profile: Profile): void {
  writeFileSync(PROFILE, JSON.stringify(profile));
}

/**
 * The lab's profile for the installed terminal: its folders and the port of the browser's policy. Tokens and authority
 * are copied to where its user can read them, and the emulators' pseudo-terminals given to its group.
 */
export function installedProfile(lab: Lab): Profile {
  const group = groupId('minka');
  mkdirSync('/etc/minka/lab', { recursive: true });
  const moveFile = (file: string): string => {
    const to = join('/etc/minka/lab', basename(file));
    copyFileSync(file, to);
    chownSync(to, 0, group);
    chmodSync(to, 0o640);
    return to;
  };
  const text = readFileSync(lab.profileFile, 'utf8');
  const profile = JSON.parse(text, (key, value: unknown) =>
    (key === 'caFile' || key === 'tokenFile') && typeof value === 'string' ? moveFile(value) : value,
  ) as Profile;
  for (const device of Object.values(profile['devices'] as Record<string, { path?: string }>)) {
    if (device.path === undefined) continue;
    device.path = realpathSync(device.path);
    chownSync(device.path, 0, groupId('minka-devices'));
    chmodSync(device.path, 0o660);
  }
  const paths = { data: '/var/lib/minka', run: RUN, keyFile: '/var/lib/minka/lab-database-key' };
  // The checkout's pages are not for its user; the package brought its own.
  const policyPages = { folder: '/etc/minka/policy' };
  return { ...profile, screen: { port: 7311 }, policyPages, paths };
}

/** The lab as the glass finds its terminal: the installed one's sockets. */
export function besideInstalled(lab: Lab): Lab {
  const dir = join(lab.dir, 'installed');
  mkdirSync(dir);
  symlinkSync(RUN, join(dir, 'run'));
  return { ...lab, dir };
}
