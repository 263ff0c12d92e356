import { chmodSync, readFileSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { ProvisioningFile } from '../../../bin/testing/site-bench.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';
import { labStaff, staffListOf } from '../../../simulator/lab/staff.ts';

export const CODE = 'MNKA2345WXYZ6789';
export const INSTITUTION = 'H99010100017';

/** Where a packaged desk has its folders, and what it has beside a lab's settings. */
export const PACKAGED = { data: '/var/lib/minka', run: '/run/minka', keyFile: '/var/lib/minka/database-key' } as const;
export const DESK = {
  screen: { port: 7311 },
  hisApi: { port: 7340, clientsFile: '/etc/minka/api-clients.json' },
  policyPages: { folder: '/etc/minka/policy' },
  policy: { pinBeforeAccount: false },
} as const;

/**
 * One provisioning file for a desk before a lab's servers and devices: every certificate and token that the lab's profile
 * names, the enrolment at its operator, the first staff list, and the HIS API.
 */
export async function siteOfLab(
  lab: Lab,
  paths: Readonly<Record<'data' | 'run' | 'keyFile', string>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<ProvisioningFile> {
  const files: Record<string, string> = {};
  const bring = (file: string, folder: string): string => {
    const name = `${folder}/${basename(file)}`;
    files[name] = readFileSync(file, 'utf8');
    return name;
  };
  const profile = JSON.parse(readFileSync(lab.profileFile, 'utf8'), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    // What the operator hands out comes with the enrolment.
    if (key === 'tokenFile' && basename(value) === 'operator-token') return 'secrets/operator-token';
    if (key === 'caFile') return bring(value, 'tls');
    return key === 'tokenFile' ? bring(value, 'secrets') : value;
  }) as ProvisioningFile['profile'];
  for (const device of Object.values(profile['devices'] as Record<string, { path?: string }>)) {
    if (device.path === undefined) continue;
    device.path = realpathSync(device.path);
    // What udev's rule of the package does for a serial port.
    chmodSync(device.path, 0o666);
  }
  await lab.admin('POST', '/admin/enrolment-codes', { code: CODE, institutionCode: INSTITUTION, minutes: 60 });
  return {
    provisioning: 1,
    profile: { ...profile, face: 'desk', paths, ...more },
    files,
    enrol: { url: lab.urls.operator, caFile: 'tls/ca.pem', code: CODE },
    staff: staffListOf(labStaff),
  };
}
