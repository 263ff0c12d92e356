import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareRoot, besideBooted, canBeBare, stock, unifiedGroups } from './testing/bare-root.ts';
import type { Said } from './testing/in-bare.ts';
import { plugScreen } from './testing/plugged.ts';
import type { Well } from './testing/well.ts';

/**
 * The one command on a machine that Debian's own systemd has booted as process 1, with Debian's Xorg on tty7, pcscd by its
 * socket and polkit in force: the units, what keeps them, what they may do, the next start of the machine, and the sealed key.
 */
interface Booted {
  readonly bare: string;
  readonly commissioned: Said;
  readonly tookS: number;
  readonly again: Said;
  readonly enabled: string;
  readonly state: Readonly<Record<string, string>>;
  readonly bills: readonly unknown[];
  readonly well: Readonly<Record<'killed' | 'display' | 'nextStart', Well>>;
  readonly killed: readonly Readonly<Record<string, string>>[];
  readonly stopped: unknown;
  readonly failure: string | null;
  readonly sandbox: Readonly<Record<'inside' | 'beside', Readonly<Record<string, string>>>>;
  readonly security: string;
  readonly failed: string;
  readonly ledger: { readonly settlements: readonly { readonly state: string }[] };
  readonly production: Readonly<
    Record<'ran' | 'sealed' | 'plain' | 'first' | 'restarted' | 'elsewhere' | 'home', unknown>
  >;
  readonly words: string;
}

/** Why it cannot be done here; null: it can. */
function hindrance(): string | null {
  if (!canBeBare) return 'needs root and debootstrap';
  if (unifiedGroups === undefined) return 'no unified hierarchy of control groups is mounted here';
  return existsSync('/usr/lib/pcsc/drivers/serial/libifdvpcd.so')
    ? null
    : 'the virtual reader (vsmartcard-vpcd) is missing';
}

const why = hindrance();

describe.skipIf(why !== null)(`a machine under systemd${why === null ? '' : ` (${why})`}`, () => {
  let work: string;
  let machine: Awaited<ReturnType<typeof bareRoot>> | null = null;
  let seen: Booted;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'minka-booted-'));
    const env = { PATH: process.env['PATH'], HOME: work, SOURCE_DATE_EPOCH: '1700000000' };
    const args = ['scripts/package.ts', '--out', work, '--json'];
    const made = execFileSync(process.execPath, args, { encoding: 'utf8', env });
    const { deb, commission } = JSON.parse(made) as Readonly<Record<'deb' | 'commission', string>>;
    machine = await bareRoot(['systemd-sysv', 'dbus', 'udev', 'libpam-systemd']);
    await stock(machine.root, deb, commission);
    plugScreen(machine.root);
    mkdirSync(resolve('out/test/commissioning'), { recursive: true });
    seen = (await besideBooted(machine.root, 'booted-machine.ts', [
      resolve('out/test/commissioning/desk-under-systemd.png'),
    ])) as Booted;
    // The better part of it is the installation of the packages.
  }, 1_800_000);
  afterAll(() => {
    machine?.remove();
    rmSync(work, { recursive: true, force: true });
  });

  it('is commissioned by one command: its units run and nothing is wrong', () => {
    expect(seen.bare).toBe('');
    expect(seen.commissioned.status, seen.commissioned.words).toBe(0);
    expect(seen.commissioned.words).not.toMatch(/BAD|不行|There is no systemd/);
    expect(seen.enabled).toBe('enabled\nenabled\n');
    expect(seen.state).toEqual({ ActiveState: 'active', NRestarts: '0', Result: 'success' });
    expect(seen.tookS).toBeLessThan(600);
  });

  it('the same command again changes nothing, and tests again', () => {
    expect(seen.again.status, seen.again.words).toBe(0);
    expect(seen.again.words).toMatch(/nothing was changed|没有改动/);
  });

  it('bills by the HIS API and its own keyboard, and goes on after a kill and the next start of the machine', () => {
    expect(seen.failure, seen.words).toBeNull();
    expect(seen.bills).toMatchObject([{ kind: 'settled' }, { kind: 'settled' }, { kind: 'settled' }]);
    expect(seen.ledger.settlements.map(({ state }) => state)).toEqual(['settled', 'settled', 'settled', 'settled']);
    expect(seen.failed).toBe('');
  });

  it('is restarted after a SIGKILL, once, although a command had a terminal of its own meanwhile', () => {
    expect(seen.well.killed, seen.words).toMatchObject({ ok: true });
    expect(seen.killed[0]).toMatchObject({ ActiveState: 'active', NRestarts: '1' });
  });

  it('comes back with its display', () => {
    expect(seen.well.display, seen.words).toMatchObject({ ok: true });
    expect(seen.killed[1]).toMatchObject({ ActiveState: 'active', NRestarts: '1' });
  });

  it('ends in order and in time, and starts with the machine', () => {
    expect(seen.stopped).toMatchObject({
      ...{ ActiveState: 'inactive', Result: 'success', ExecMainStatus: '0', inTime: true },
    });
    expect(seen.well.nextStart, seen.words).toMatchObject({ ok: true });
  });

  it('may do what it needs and no more', () => {
    const open = { '/var/lib/minka': 'ok', null: 'ok', inet: 'ok', unix: 'ok' };
    const none = '0000000000000000';
    expect(seen.sandbox.inside).toEqual({
      ...open,
      ...{ '/usr': 'EROFS', '/etc': 'EROFS', '/home': 'EACCES', '/tmp': 'own' },
      ...{
        'control groups': 'EROFS',
        'kernel settings': 'EROFS',
        device: 'EPERM',
        setuid: 'EPERM',
        personality: 'EPERM',
      },
      ...{ packet: 'EAFNOSUPPORT', vsock: 'EAFNOSUPPORT', core: 'none', umask: '0077' },
      ...{ NoNewPrivs: '1', Seccomp: '2', CapEff: none, CapBnd: none },
    });
    // The same user without the unit: each of these is the unit's doing.
    expect(seen.sandbox.beside).toMatchObject({
      ...open,
      ...{ '/usr': 'EACCES', '/etc': 'EACCES', '/home': 'ok', '/tmp': 'shared' },
      ...{ 'control groups': 'EACCES', 'kernel settings': 'EACCES', device: 'ok', setuid: 'ok', personality: 'ok' },
      ...{ vsock: 'ok', NoNewPrivs: '0', Seccomp: '0' },
    });
    expect(seen.sandbox.beside['CapBnd']).not.toBe(none);
    const [, exposure = ''] = / (\d+\.\d) /.exec(seen.security) ?? [];
    expect(Number(exposure), seen.security).toBeLessThanOrEqual(4.2);
  });

  it('in production has its key sealed to the machine, open in memory only, and for its service alone', () => {
    const { ran, sealed, plain, first, restarted, elsewhere, home } = seen.production;
    // No reader, and nobody at the addresses: that and nothing else is wrong.
    const bad = [...(ran as Said).words.matchAll(/^BAD +(\w+)/gm)].map(([, id]) => id);
    expect([(ran as Said).status, bad], (ran as Said).words).toEqual([1, ['centre', 'his', 'operator', 'reader']]);
    expect(sealed).toEqual({ key: true, owners: 'root 600\nminka 400\n', bound: 'ramfs', copies: '', left: '' });
    expect(plain).toBe('0');
    expect([first, restarted, home]).toEqual(Array(3).fill(expect.objectContaining({ id: 'database', ok: true })));
    // With the sealed key of another machine the service does not start.
    expect(elsewhere).toMatchObject({ id: 'database', ok: false, code: 'TERMINAL_UNREACHABLE' });
  });
});
