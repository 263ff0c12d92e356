import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cliSelftestSchema, type SelftestId, selftestIds } from '../common/contracts/cli/selftest.ts';
import type { FailureCode } from '../common/contracts/failures.ts';
import { failureSentences } from '../common/strings/failures.ts';
import { loadProfile } from '../kiosk-config/load.ts';
import type { SiteProfile } from '../kiosk-config/schema.ts';
import { makeAuthority, startHttps, type TestServer } from '../terminal/gateways/testing/test-server.ts';
import type { UnixListener } from '../wire/unix-socket.ts';
import { expiredAuthority } from './testing/expired-authority.ts';
import { fakeTerminal } from './testing/fake-terminal.ts';
import { run } from './testing/run.ts';
import { type SiteBench, startSiteBench } from './testing/site-bench.ts';

/**
 * Seeded faults, each named by its look and with the remedy that mends it. The servers and certificates are real; devices
 * and journal are a terminal's words here, and real ones in `test/commissioning`, where each remedy is carried out.
 */

let bench: SiteBench;
let profileFile: string;
let terminal: UnixListener | null = null;
let other: TestServer | null = null;

beforeAll(async () => {
  bench = await startSiteBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset', {});
  const into = bench.folder();
  await run(['provision', bench.provisioning(), '--into', into, '--code', await bench.code()], {});
  profileFile = join(into, 'profile.json');
  await answering();
});
afterEach(async () => {
  await terminal?.close();
  await other?.stop();
  [terminal, other] = [null, null];
});

function profile(): SiteProfile {
  const loaded = loadProfile(profileFile);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.profile;
}

/** Changes the profile in place, as somebody with an editor does. */
function edit(change: (profile: Record<string, Record<string, unknown>>) => void): void {
  const text: Record<string, Record<string, unknown>> = JSON.parse(readFileSync(profileFile, 'utf8'));
  change(text);
  writeFileSync(profileFile, JSON.stringify(text));
}

async function answering(handlers: Parameters<typeof fakeTerminal>[1] = {}): Promise<void> {
  await terminal?.close();
  const dir = profile().paths.run;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const clock = { code: null, skewMs: 0 };
  const storeStatus = () => ({ settling: true, code: null, setAside: [], adopted: null, clock });
  terminal = await fakeTerminal(join(dir, 'control.sock'), { storeStatus, ...handlers });
}

async function tested() {
  const ran = await run(['selftest', '--profile', profileFile, '--json'], {});
  return { code: ran.code, ...cliSelftestSchema.strict().parse(ran.json()) };
}

/** One look is bad, with its code and remedy; every other one is as good as before. */
async function expectOnly(id: SelftestId, code: FailureCode): Promise<void> {
  const seen = await tested();
  expect(seen.checks.filter(({ ok }) => !ok).map((check) => [check.id, check.code])).toEqual([[id, code]]);
  expect([seen.ok, seen.code, seen.error?.code]).toEqual([false, 1, code]);
  const remedy = failureSentences[code].remedy.en;
  expect(seen.checks.find((check) => check.id === id)).toMatchObject({ remedy });
}

/** A server of another kind in the place of one of the profile's. */
async function replaced(name: 'centre' | 'his', authority: ReturnType<typeof makeAuthority>, date?: number) {
  other = await startHttps(authority, (_request, response) => {
    if (date !== undefined) response.setHeader('date', new Date(date).toUTCString());
    response.end();
  });
  const url = other.url;
  edit((text) => Object.assign(text[name] ?? {}, { url }));
}

describe('a server that is there and does not let this terminal in', () => {
  it.each(['centre', 'his'] as const)('the %s: the terminal that holds the tokens says so', async (side) => {
    const wrong = { code: 'ACCESS_DENIED', detail: 'HTTP 401' } as const;
    await answering({ otherSides: () => ({ sides: { centre: null, his: null, [side]: wrong } }) });
    await expectOnly(side, 'ACCESS_DENIED');
  });
});

describe('a terminal in order', () => {
  it('every look is good, in its order, and each says how long it took', async () => {
    const seen = await tested();
    expect(seen.checks.filter(({ code }) => code !== null && code !== 'CERT_EXPIRING')).toEqual([]);
    expect(seen.checks.map(({ id }) => id)).toEqual([...selftestIds]);
    expect([seen.ok, seen.code]).toEqual([true, 0]);
  });

  it('of a profile without benefits and cashier, neither is looked for', async () => {
    edit((text) => {
      delete text['benefits'];
      delete text['cashier'];
    });
    const seen = await tested();
    expect(seen.checks.map(({ id }) => id)).toEqual(selftestIds.filter((id) => id !== 'benefits' && id !== 'cashier'));
    expect(seen.ok).toBe(true);
  });

  it('a certificate that ends in two days is told, and stops nothing', async () => {
    const seen = await tested();
    expect(seen.checks.find(({ id }) => id === 'centre')).toMatchObject({ ok: true, code: 'CERT_EXPIRING' });
  });

  it('for people: a line each, and under what is wrong what mends it', async () => {
    await answering({
      deviceStatus: () => ({ card: { kind: 'noReader' }, pinPad: { kind: 'none' }, printer: { kind: 'offline' } }),
    });
    const ran = await run(['selftest', '--profile', profileFile], {});
    expect(ran.out).toContain(`BAD   reader  READER_GONE: The reader of the site profile is not there.`);
    expect(ran.out).toContain(`What to do: ${failureSentences.READER_GONE.remedy.en}`);
  });
});

describe('seeded faults', () => {
  it('a typo in the profile: its place and what is allowed; nothing else is looked at', async () => {
    edit((text) => Object.assign(text['centre'] ?? {}, { tiemout: 3 }));
    const seen = await tested();
    expect(seen.checks).toMatchObject([{ id: 'config', ok: false, code: 'CONFIG_INVALID' }]);
    expect(seen.checks[0]?.message).toContain('centre.tiemout');
  });

  it.each([
    ['centre', 'CENTRE_UNREACHABLE'],
    ['his', 'HIS_UNREACHABLE'],
    ['operator', 'OPERATOR_UNREACHABLE'],
    ['benefits', 'BENEFITS_UNREACHABLE'],
    ['cashier', 'CASHIER_UNREACHABLE'],
  ] as const)('the other side is down: %s', async (name, code) => {
    edit((text) => Object.assign(text[name] ?? {}, { url: 'https://127.0.0.1:9' }));
    await expectOnly(name, code);
  });

  it.each(['centre', 'benefits', 'cashier'] as const)('another authority than the one of %s', async (name) => {
    writeFileSync(`${profileFile}.ca`, makeAuthority().ca);
    edit((text) => Object.assign(text[name] ?? {}, { caFile: `${profileFile}.ca` }));
    await expectOnly(name, 'CERT_AUTHORITY');
    const [check] = (await tested()).checks.filter(({ id }) => id === name);
    expect(check?.message).toContain(`${name}.caFile`);
  });

  it('a server whose certificate is over', async () => {
    const authority = expiredAuthority();
    await replaced('his', authority);
    writeFileSync(`${profileFile}.ca`, authority.ca);
    edit((text) => Object.assign(text['his'] ?? {}, { caFile: `${profileFile}.ca` }));
    await expectOnly('his', 'CERT_EXPIRED');
  });

  it('our own certificate is over', async () => {
    writeFileSync(`${profileFile}.pem`, expiredAuthority().cert);
    edit((text) => Object.assign(text['identity'] ?? {}, { certFile: `${profileFile}.pem` }));
    await expectOnly('certificates', 'CERT_EXPIRED');
  });

  it.each([
    ['ahead', -600_000],
    ['behind', 600_000],
  ])('the clock is ten minutes %s', async (_name, ms) => {
    const authority = makeAuthority();
    await replaced('centre', authority, Date.now() + ms);
    writeFileSync(`${profileFile}.ca`, authority.ca);
    edit((text) => Object.assign(text['centre'] ?? {}, { caFile: `${profileFile}.ca` }));
    await expectOnly('clock', 'CLOCK_WRONG');
    // What it signs is refused for its time: the keys are as they were.
    const refused = { code: 'ACCESS_DENIED', detail: '9001: timestamp' } as const;
    await answering({ otherSides: () => ({ sides: { centre: refused, his: null } }) });
    await expectOnly('clock', 'CLOCK_WRONG');
  });

  it('a secret that others may read, and one that is gone', async () => {
    chmodSync(profile().his.tokenFile, 0o644);
    await expectOnly('keys', 'KEYS_UNREADABLE');
    chmodSync(profile().his.tokenFile, 0o600);
    edit((text) => Object.assign(text['his'] ?? {}, { tokenFile: `${profileFile}.gone` }));
    await expectOnly('keys', 'KEYS_UNREADABLE');
  });

  it('another machine has the slot', async () => {
    await bench.admin('POST', '/admin/slots/free', { institutionCode: 'H99010100017', terminalSlot: 7 });
    await run(['provision', bench.provisioning(), '--into', bench.folder(), '--code', await bench.code()], {});
    await expectOnly('slot', 'SLOT_USED');
  });

  const devices = {
    card: { kind: 'empty', reader: 'R' },
    pinPad: { kind: 'none' },
    printer: { kind: 'offline' },
  } as const;
  const fitted = (text: Record<string, Record<string, unknown>>) =>
    Object.assign(text['devices'] ?? {}, { printer: { path: '/dev/null', model: 'generic-80' } });

  it('the reader is missing', async () => {
    await answering({ deviceStatus: () => ({ ...devices, card: { kind: 'noReader' } }) });
    await expectOnly('reader', 'READER_GONE');
  });

  it('the printer does not answer', async () => {
    edit(fitted);
    await answering({ deviceStatus: () => devices });
    await expectOnly('printer', 'PRINTER_OFFLINE');
  });

  it('the printer is set to another rate', async () => {
    edit(fitted);
    await answering({ deviceStatus: () => devices, printerRate: () => ({ baudRate: 9600 }) });
    await expectOnly('printer', 'PRINTER_BAUD');
  });

  it('in production its service does not run: nobody else has the key, and nothing is said of the key', async () => {
    await terminal?.close();
    edit((text) => {
      for (const name of ['centre', 'his', 'operator', 'benefits', 'cashier'])
        Object.assign(text[name] ?? {}, { url: `https://${name}.example.org:9` });
      delete text['paths']?.['keyFile'];
      Object.assign(text, { mode: 'production' });
    });
    const seen = await tested();
    const database = seen.checks.find(({ id }) => id === 'database');
    expect(database).toMatchObject({ code: 'TERMINAL_UNREACHABLE', message: expect.stringContaining('its service') });
  });

  it('the database is damaged', async () => {
    const clock = { code: null, skewMs: 0 };
    await answering({
      storeStatus: () => ({ settling: false, code: 'STORE_CORRUPT', setAside: [], adopted: null, clock }),
    });
    await expectOnly('database', 'STORE_CORRUPT');
  });
});
