import { X509Certificate } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadProfile } from '../kiosk-config/load.ts';
import { secretFiles } from '../kiosk-config/secret-files.ts';
import { labStaff, staffListOf } from '../simulator/lab/staff.ts';
import { readListFile } from '../terminal/staff/list-file.ts';
import { run } from './testing/run.ts';
import { INSTITUTION, type ProvisioningFile, type SiteBench, startSiteBench } from './testing/site-bench.ts';

let bench: SiteBench;
let into: string;

beforeAll(async () => {
  bench = await startSiteBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset', {});
  into = bench.folder();
});

const provision = (file: string, ...more: string[]) => run(['provision', file, '--into', into, '--json', ...more], {});
const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const site = (file: ProvisioningFile): Record<string, unknown> => file.profile['site'] as Record<string, unknown>;

describe('one file sets a terminal up', () => {
  it('a whole profile, its files, a certificate of its own; all of it the owner’s alone', async () => {
    const ran = await provision(bench.provisioning(), '--code', await bench.code());
    expect(ran.json()).toMatchObject({ ok: true, changed: true, enrolled: true, profile: join(into, 'profile.json') });
    const loaded = loadProfile(join(into, 'profile.json'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    const { profile } = loaded.value;
    expect(profile.site).toMatchObject({ terminalSlot: 7, place: ['海川市', '东山区', '中山街道'] });
    const own = new X509Certificate(readFileSync(profile.identity?.certFile ?? '', 'utf8'));
    expect(own.subject).toContain(INSTITUTION);
    for (const { file } of secretFiles(profile)) if (existsSync(file)) expect(readFileSync(file, 'utf8')).not.toBe('');
    for (const file of filesBelow(into)) expect(statSync(file).mode & 0o077, file).toBe(0);
    expect(await bench.admin('GET', '/admin/slots')).toMatchObject({
      slots: [{ institution: INSTITUTION, slot: 7, label: 'HC-0103-07', place: '["海川市","东山区","中山街道"]' }],
    });
  });

  it('the same file again changes nothing, also when everything but the profile was there', async () => {
    const [file, code] = [bench.provisioning(), await bench.code()];
    await provision(file, '--code', code);
    const before = filesBelow(into).map((name) => [name, readFileSync(name, 'utf8'), statSync(name).mtimeMs]);
    expect((await provision(file, '--code', code)).json()).toMatchObject({ ok: true, changed: false });
    expect(filesBelow(into).map((name) => [name, readFileSync(name, 'utf8'), statSync(name).mtimeMs])).toEqual(before);
    writeFileSync(join(into, 'profile.json'), 'torn');
    expect((await provision(file, '--code', code)).json()).toMatchObject({ ok: true, changed: true });
    expect(loadProfile(join(into, 'profile.json')).ok).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'in a package’s folder: root’s to write, the service’s group’s to read',
    async () => {
      mkdirSync(into, { mode: 0o750 });
      chownSync(into, 0, 1);
      expect((await provision(bench.provisioning(), '--code', await bench.code())).code).toBe(0);
      const seen = filesBelow(into).filter((name) => !name.includes('.enrolling-'));
      for (const file of seen) {
        const { uid, gid, mode } = statSync(file);
        expect([uid, gid, mode & 0o777], file).toEqual([0, 1, 0o640]);
      }
      expect(statSync(join(into, 'sets')).mode & 0o777).toBe(0o750);
    },
  );

  it('a new code renews the certificate of the same key and slot, also beside a profile with a typo', async () => {
    const own = () => {
      const held: { identity: { certFile: string; keyFile: string } } = JSON.parse(
        readFileSync(join(into, 'profile.json'), 'utf8'),
      );
      const [cert, key] = [held.identity.certFile, held.identity.keyFile].map((file) => readFileSync(file, 'utf8'));
      return { cert: new X509Certificate(cert ?? ''), key };
    };
    const file = bench.provisioning();
    await provision(file, '--code', await bench.code());
    const first = own();
    expect((await provision(file, '--code', await bench.code())).json()).toMatchObject({ ok: true, changed: true });
    const second = own();
    expect(second.key).toBe(first.key);
    expect(second.cert.serialNumber).not.toBe(first.cert.serialNumber);
    expect(second.cert.publicKey.equals(first.cert.publicKey)).toBe(true);
    const profile = join(into, 'profile.json');
    writeFileSync(profile, readFileSync(profile, 'utf8').replace('"centre"', '"center"'));
    expect((await provision(file, '--code', await bench.code())).json()).toMatchObject({ ok: true });
    expect(own().key).toBe(first.key);
    expect(await bench.admin('GET', '/admin/slots')).toMatchObject({ slots: [{ slot: 7 }] });
    // An answer that is lost meanwhile: the same code brings the same certificate.
    const code = await bench.code();
    const lost = { target: 'operator', path: '/operator/v1/enrolments', kind: 'loseReplyAfterCommit' };
    await bench.admin('POST', '/admin/faults', { arm: [lost] });
    expect((await provision(file, '--code', code)).json()).toMatchObject({ error: { code: 'ENROL_UNKNOWN' } });
    const slots = await bench.admin('GET', '/admin/slots');
    expect((await provision(file, '--code', code)).json()).toMatchObject({ ok: true, enrolled: true });
    expect(await bench.admin('GET', '/admin/slots')).toEqual(slots);
  });

  it('puts the first staff list beside the profile, as the terminal takes it', async () => {
    const staff = staffListOf(labStaff);
    const file = bench.provisioning((doctored) => Object.assign(doctored, { staff }));
    await provision(file, '--code', await bench.code());
    expect(readListFile(join(into, 'staff.json'), into)).toMatchObject({ ok: true, value: { list: staff } });
    const wrong = bench.provisioning((doctored) => Object.assign(doctored, { staff: { ...staff, salt: 'x' } }));
    expect((await provision(wrong)).json()).toMatchObject({ ok: false, problems: [{ path: 'staff.salt' }] });
  });

  it('brings the clients of the HIS API along', async () => {
    const clients = JSON.stringify({ clients: [] });
    const file = bench.provisioning(({ profile, files }) => {
      profile['hisApi'] = { clientsFile: 'secrets/api-clients.json' };
      files['secrets/api-clients.json'] = clients;
    });
    expect((await provision(file, '--code', await bench.code())).code).toBe(0);
    const loaded = loadProfile(join(into, 'profile.json'));
    expect(readFileSync((loaded.ok && loaded.value.profile.hisApi?.clientsFile) || '', 'utf8')).toBe(clients);
  });

  it('a torn file of a set is written anew', async () => {
    const [file, code] = [bench.provisioning(), await bench.code()];
    await provision(file, '--code', code);
    const loaded = loadProfile(join(into, 'profile.json'));
    const token = loaded.ok ? loaded.value.profile.his.tokenFile : '';
    const whole = readFileSync(token, 'utf8');
    writeFileSync(token, whole.slice(0, 3));
    await provision(file, '--code', code);
    expect(readFileSync(token, 'utf8')).toBe(whole);
  });
});

describe('what is refused leaves everything as it was', () => {
  it('a slot that another machine has', async () => {
    await provision(bench.provisioning(), '--code', await bench.code());
    const before = readFileSync(join(into, 'profile.json'), 'utf8');
    const first = into;
    into = bench.folder();
    const second = await provision(bench.provisioning(), '--code', await bench.code());
    expect([second.code, second.json()]).toMatchObject([1, { error: { code: 'SLOT_USED' } }]);
    expect(existsSync(join(into, 'profile.json'))).toBe(false);
    expect(readFileSync(join(first, 'profile.json'), 'utf8')).toBe(before);
    // What mends it: another slot, or the old machine retired.
    const file = bench.provisioning((doctored) => Object.assign(site(doctored), { terminalSlot: 8 }));
    expect((await provision(file, '--code', await bench.code())).code).toBe(0);
    await bench.admin('POST', '/admin/slots/free', { institutionCode: INSTITUTION, terminalSlot: 7 });
    into = bench.folder();
    expect((await provision(bench.provisioning(), '--code', await bench.code())).code).toBe(0);
  });

  it.each([
    ['unknown', async (): Promise<string> => 'ZZZZZZZZZZZZZZZZ'],
    ['over', (): Promise<string> => bench.code(-1)],
    [
      'used by another machine',
      async (): Promise<string> => {
        const code = await bench.code();
        await run(['provision', bench.provisioning(), '--into', bench.folder(), '--code', code], {});
        return code;
      },
    ],
  ])('a one-time code that is %s', async (_name, codeOf) => {
    const ran = await provision(bench.provisioning(), '--code', await codeOf());
    expect(ran.json()).toMatchObject({ error: { code: 'ENROL_REFUSED' } });
    expect(existsSync(join(into, 'profile.json'))).toBe(false);
  });

  it('an operator that is not there, or not the one', async () => {
    const away = bench.provisioning((file) => Object.assign(file.enrol ?? {}, { url: 'https://127.0.0.1:9' }));
    expect((await provision(away, '--code', await bench.code())).json()).toMatchObject({
      error: { code: 'OPERATOR_UNREACHABLE' },
    });
    expect(existsSync(join(into, 'profile.json'))).toBe(false);
  });

  it('an answer that was lost: nothing is in place, and the same code again brings the same certificate', async () => {
    const [file, code] = [bench.provisioning(), await bench.code()];
    const lost = { target: 'operator', path: '/operator/v1/enrolments', kind: 'loseReplyAfterCommit' };
    await bench.admin('POST', '/admin/faults', { arm: [lost] });
    expect((await provision(file, '--code', code)).json()).toMatchObject({ error: { code: 'ENROL_UNKNOWN' } });
    expect(existsSync(join(into, 'profile.json'))).toBe(false);
    const slots = await bench.admin('GET', '/admin/slots');
    expect((await provision(file, '--code', code)).json()).toMatchObject({ ok: true, enrolled: true });
    expect(await bench.admin('GET', '/admin/slots')).toEqual(slots);
  });

  it.each<[string, (file: ProvisioningFile) => unknown, string]>([
    ['a typo', (file: ProvisioningFile) => Object.assign(site(file), { divison: '990100' }), 'profile.site.divison'],
    ['a value', (file: ProvisioningFile) => Object.assign(site(file), { division: '12' }), 'profile.site.division'],
    [
      'a fourth level too many',
      (file: ProvisioningFile) => Object.assign(site(file), { place: ['哈尔滨市', '道里区', '一街道', '一社区'] }),
      'profile.site.place',
    ],
    [
      'a file that nobody brings',
      (file: ProvisioningFile) => void delete file.files['secrets/his-token'],
      'files.secrets/his-token',
    ],
    ['a place outside', (file: ProvisioningFile) => Object.assign(file.files, { '../x': 'y' }), 'files.../x'],
    [
      'a journal among the files',
      (file: ProvisioningFile) => Object.assign(file.profile['paths'] as object, { data: 'data' }),
      'profile.paths.data',
    ],
    [
      'clients of the HIS API who would be gone with the next file',
      (file: ProvisioningFile) => Object.assign(file.profile, { hisApi: { clientsFile: 'api-clients.json' } }),
      'profile.hisApi.clientsFile',
    ],
    [
      'an authority that is no file',
      (file: ProvisioningFile) => Object.assign(file.enrol ?? {}, { caFile: 'tls/x.pem' }),
      'enrol.caFile',
    ],
  ])('%s is named by its place', async (_name, change, path) => {
    const file = bench.provisioning((doctored) => void change(doctored));
    const ran = await provision(file, '--code', await bench.code());
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ ok: false, problems: [{ path, allowed: expect.stringMatching(/./) }] });
    expect(existsSync(into)).toBe(false);
  });

  it('what is missing is said to be missing, and what it holds', async () => {
    const file = bench.provisioning((doctored) => void Reflect.deleteProperty(doctored, 'enrol'));
    expect((await provision(file)).json()).toMatchObject({
      problems: [{ path: 'enrol', message: 'This setting is missing', allowed: '{ url, caFile, code }' }],
    });
  });

  it('no file, no JSON', async () => {
    expect((await provision(join(into, 'none.json'))).json()).toMatchObject({ error: { code: 'CONFIG_MISSING' } });
    const torn = `${bench.folder()}.json`;
    writeFileSync(torn, '{"provisioning": 1,,');
    expect((await provision(torn)).json()).toMatchObject({ problems: [{ path: 'line 1, column 20' }] });
  });
});
