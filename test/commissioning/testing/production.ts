import type { ProvisioningFile } from '../../../bin/testing/site-bench.ts';
import type { Booted } from './in-booted.ts';

const KEY = '/run/credentials/minka.service/minka-database-key';
interface Check {
  readonly id: string;
  readonly code: string | null;
}

const HOST_KEY = '/var/lib/systemd/credential.secret';

/** The lab's site as one of production: addresses that could be real, no lab's devices, no key in a file. */
export function productionSite(site: ProvisioningFile): ProvisioningFile {
  const { paths, benefits: _, ...profile } = site.profile;
  const servers = ['centre', 'his', 'operator'].map((name) => [
    name,
    { ...(profile[name] as object), url: `https://${name}.example.org` },
  ]);
  const { data, run } = paths as Readonly<Record<'data' | 'run', string>>;
  return {
    ...site,
    profile: {
      ...{ ...profile, ...Object.fromEntries(servers), mode: 'production', paths: { data, run } },
      devices: { cardReader: { reader: null }, pinPad: null, printer: null },
    },
    files: { ...site.files, 'secrets/operator-token': 'an-operator-token-of-nobody' },
    enrol: null,
  };
}

/** The self-test's word on the journal, once the terminal answers: only one that runs with the right key can give a good one. */
async function database(machine: Booted): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    const { checks } = (await machine.json('minka', 'selftest', '--json')) as { checks: readonly Check[] };
    const check = checks.find(({ id }) => id === 'database');
    if (check?.code !== 'TERMINAL_UNREACHABLE' || tries === 5) return check;
  }
}

/**
 * The same one command with a production site, on a machine whose lab journal was taken away: the key that `systemd-creds`
 * seals, where it lies, that the terminal's journal needs it, and that it is this machine's alone.
 */
export async function becomesProduction(machine: Booted): Promise<Readonly<Record<string, unknown>>> {
  const sh = (script: string) => machine.run('sh', '-c', script);
  await machine.run('systemctl', 'stop', 'minka.service', 'pcscd.service');
  await sh('rm -rf /var/lib/minka/* /var/lib/minka.begun/* /etc/reader.conf.d/vpcd /etc/minka/.staff-imported');
  const ran = await machine.run('sh', '/root/minka-commission', '/root/production.json');
  const key = (await machine.run('cat', KEY)).out;
  const files = `stat -c '%U %a' /etc/minka/database-key.cred; stat -c '%U %a' ${KEY}`;
  const owners = (await sh(files)).out;
  const bound = (await sh('findmnt -no FSTYPE -T /run/credentials/minka.service')).out.trim();
  // Nowhere but in memory: the key's own digits are in no file of this machine.
  const copies = (await sh(`grep -rlF -e "$(cat ${KEY})" /etc /var /root /opt/minka /usr/lib/minka; true`)).out;
  const plain = (await sh('head -c 15 /var/lib/minka/terminal.db | grep -c "^SQLite format"; true')).out.trim();
  const first = await database(machine);
  await machine.run('systemctl', 'restart', 'minka.service');
  const restarted = await database(machine);
  await machine.run('systemctl', 'stop', 'minka.service');
  const left = (await sh(`ls ${KEY} 2>/dev/null; true`)).out;
  // On a machine that did not seal it.
  await sh(`mv ${HOST_KEY} ${HOST_KEY}.away`);
  await machine.run('systemctl', 'start', 'minka.service');
  const elsewhere = await database(machine);
  await sh(
    `systemctl stop minka.service; rm -f ${HOST_KEY}; mv ${HOST_KEY}.away ${HOST_KEY}; systemctl reset-failed minka.service`,
  );
  await machine.run('systemctl', 'start', 'minka.service');
  const home = await database(machine);
  const sealed = { key: /^[0-9a-f]{64}$/.test(key), owners, bound, copies, left };
  return { ran, sealed, plain, first, restarted, elsewhere, home };
}
