import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareRoot, beside, canBeBare, stock } from './testing/bare-root.ts';
import type { Said } from './testing/in-bare.ts';

/**
 * From a bare Debian machine to a commissioned desk by one file and one command: a root that Debian's own installer has just
 * made, the package as it is shipped, its service's user, and the reference servers and device emulators outside.
 */
interface Commissioned {
  /** What of ours, or that ours needs, was there before. */
  readonly bare: string;
  readonly commissioned: Said;
  readonly again: Said;
  readonly owners: string;
  readonly strangers: string;
  readonly first: unknown;
  readonly selftest: unknown;
  readonly outcome: unknown;
  readonly failure: string | null;
  readonly ledger: { readonly settlements: readonly { readonly state: string }[] };
  readonly exit: number | null;
  readonly processes: string;
  readonly words: string;
}

describe.skipIf(!canBeBare)('a bare Debian machine', () => {
  let work: string;
  let machine: Awaited<ReturnType<typeof bareRoot>> | null = null;
  let seen: Commissioned;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'minka-commission-'));
    const env = { PATH: process.env['PATH'], HOME: work, SOURCE_DATE_EPOCH: '1700000000' };
    const args = ['scripts/package.ts', '--out', work, '--json'];
    const { deb, commission } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env })) as {
      deb: string;
      commission: string;
    };
    machine = await bareRoot();
    await stock(machine.root, deb, commission);
    const picture = resolve('out/test/commissioning/desk.png');
    mkdirSync(resolve('out/test/commissioning'), { recursive: true });
    seen = (await beside(machine.root, 'bare-machine.ts', [picture])) as Commissioned;
    // The better part of it is the installation of the packages.
  }, 1_800_000);
  afterAll(() => {
    machine?.remove();
    rmSync(work, { recursive: true, force: true });
  });

  it('has nothing of ours, nor of what ours needs', () => {
    expect(seen.bare).toBe('');
  });

  it('is a commissioned terminal after one command: nothing is wrong by its own self-test', () => {
    expect(seen.commissioned.status, seen.commissioned.words).toBe(0);
    expect(seen.commissioned.words).not.toMatch(/BAD|不对/);
  });

  it('the same command again changes nothing, and tests again', () => {
    expect(seen.again.status, seen.again.words).toBe(0);
    expect(seen.again.words).toMatch(/nothing was changed|没有改动/);
  });

  it('leaves the journal to its service and the profile to root', () => {
    expect(seen.owners).toBe(
      'root minka 640 /etc/minka/profile.json\nroot minka 640 /etc/minka/staff.json\n' +
        'minka minka 700 /var/lib/minka\nminka minka 600 /var/lib/minka/terminal.db\n',
    );
    expect(seen.strangers).toBe('');
  });

  it('runs as its unit says, with nothing wrong', () => {
    expect(seen.first, seen.words).toMatchObject({ ready: true, url: 'http://127.0.0.1:7311' });
    expect(seen.selftest).toMatchObject({ ok: true });
    expect(seen.exit).toBe(0);
  });

  it('bills one visit over the HIS API, and one by its own keyboard', () => {
    expect(seen.failure, seen.words).toBeNull();
    expect(seen.outcome).toMatchObject({ kind: 'settled' });
    expect(seen.ledger.settlements.map(({ state }) => state)).toEqual(['settled', 'settled']);
  });

  it('shows its screen in a sandboxed Chromium, none of it as root', () => {
    const ours = seen.processes.split('\n').filter((line) => /\/opt\/minka\/|chromium\/chromium/.test(line));
    expect(ours.filter((line) => line.includes('--type=renderer')).length).toBeGreaterThan(0);
    for (const line of ours) expect(line).not.toMatch(/^ *0 |--no-sandbox|remote-debugging/);
  });
});
