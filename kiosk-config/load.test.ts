import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { builtinLabProfile } from './builtin-lab.ts';
import { findJsonFault } from './json-text.ts';
import { loadProfile, parseProfile } from './load.ts';
import { type SiteProfileInput, siteProfileSchema } from './schema.ts';

const dir = mkdtempSync(join(tmpdir(), 'minka-config-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const EXAMPLE = join(import.meta.dirname, 'profiles', 'example.json');

function lab(): SiteProfileInput {
  return structuredClone(builtinLabProfile('/var/lib/minka'));
}

function production(): SiteProfileInput {
  const profile = lab();
  profile.mode = 'production';
  for (const name of ['centre', 'his', 'operator'] as const) profile[name].url = `https://${name}.example.org`;
  delete profile.paths.keyFile;
  return profile;
}

function problems(profile: unknown) {
  const parsed = parseProfile(JSON.stringify(profile), '/etc/minka');
  return parsed.ok ? [] : parsed.error;
}

describe('a profile', () => {
  test('the example is good, and relative paths start at its folder', () => {
    const loaded = loadProfile(EXAMPLE);
    expect(loaded).toMatchObject({ ok: true });
    if (!loaded.ok) return;
    expect(loaded.value.profile.centre.caFile).toBe(join(import.meta.dirname, 'profiles', 'tls/ca.pem'));
    expect(loaded.value.dir).toBe(join(import.meta.dirname, 'profiles'));
  });

  test('each server’s files start at the profile’s folder, the cashier’s and the benefits server’s too', () => {
    const server = { url: 'https://one.example.org', caFile: 'tls/ca.pem', tokenFile: 'secrets/token' };
    const parsed = parseProfile(
      JSON.stringify({ ...lab(), his: server, operator: server, benefits: server, cashier: server }),
      '/etc/minka',
    );
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    const { his, operator, benefits, cashier } = parsed.value;
    for (const each of [his, operator, benefits, cashier])
      expect(each).toMatchObject({ caFile: '/etc/minka/tls/ca.pem', tokenFile: '/etc/minka/secrets/token' });
  });

  test('the built-in lab profile is one, and needs none of its files', () => {
    const profile = builtinLabProfile('state');
    expect(siteProfileSchema.safeParse(profile).success).toBe(true);
    expect(profile).toMatchObject({
      mode: 'lab',
      devices: { printer: null, pinPad: null, cardReader: { reader: null } },
    });
    expect(profile.paths.run.startsWith('/')).toBe(true);
  });

  test('a Windows port is not a file beside the profile', () => {
    const profile = { ...lab(), devices: { ...lab().devices, printer: { path: 'COM3', model: 'generic-80' } } };
    const parsed = parseProfile(JSON.stringify(profile), '/etc/minka');
    expect(parsed.ok && parsed.value.devices.printer?.path).toBe('COM3');
  });
});

describe('what is wrong is named by place', () => {
  test('unknown keys, missing ones, wrong values: all at once, with what is allowed', () => {
    const profile = {
      ...lab(),
      bar: 1,
      site: { ...lab().site, division: '12', title: undefined },
      centre: { ...lab().centre, connectMs: 3, tiemout: 1 },
    };
    const found = problems(profile);
    const at = (path: string) => found.find((one) => one.path === path);
    expect(at('bar')).toMatchObject({
      message: 'This setting does not exist',
      allowed: expect.stringContaining('policy'),
    });
    expect(at('centre.tiemout')?.allowed).toContain('connectMs');
    expect(at('centre.connectMs')?.allowed).toBe('at least 500');
    expect(at('site.title')?.message).toBe('This setting is missing');
    expect(at('site.division')?.allowed).toContain('\\d{6}');
    expect(problems({ ...lab(), mode: undefined })[0]).toMatchObject({
      path: 'mode',
      message: 'This setting is missing',
      allowed: '"lab" | "production"',
    });
  });

  test('a block that is missing says what it holds; an address and a type say how they are written', () => {
    const profile = { ...lab(), his: undefined, centre: { ...lab().centre, url: 'ftp://centre', fetchCodes: 'yes' } };
    expect(problems(profile)).toMatchObject([
      { path: 'centre.url', allowed: 'an address: https://…' },
      { path: 'centre.fetchCodes', allowed: 'true | false' },
      {
        path: 'his',
        message: 'This setting is missing',
        allowed: expect.stringMatching(/^\{ url, caFile, tokenFile, .* \}$/),
      },
    ]);
  });

  test.each([
    ['both named', { clearingType: '21', stayClearingType: '21' }],
    ['one the other’s default', { clearingType: '21' }],
  ])('visits and stays under one clearing type, %s: a day’s totals of the two would be one', (_name, reconcile) => {
    expect(problems({ ...lab(), policy: { reconcile } })).toMatchObject([
      { path: 'policy.reconcile.stayClearingType', allowed: 'another type than clearingType' },
    ]);
    expect(problems({ ...lab(), policy: { reconcile: { ...reconcile, stayClearingType: '22' } } })).toEqual([]);
  });

  test('nothing is given back by itself where a HIS asks for how a bill ended', () => {
    const hisApi = { clientsFile: 'api-clients.json' };
    const policy = { foundAfterSession: 'reverse' };
    expect(problems({ ...lab(), hisApi, policy })).toMatchObject([
      {
        path: 'policy.foundAfterSession',
        allowed: '"keep" beside a hisApi, whose client may be told of it at any time',
      },
    ]);
    expect(problems({ ...lab(), hisApi })).toEqual([]);
    expect(problems({ ...lab(), policy })).toEqual([]);
  });

  test('an unknown key within a nullable device is told what it may be', () => {
    const profile = {
      ...lab(),
      devices: { ...lab().devices, printer: { path: '/dev/ttyS0', model: 'generic-80', colums: 48 } },
    };
    expect(problems(profile)).toMatchObject([
      { path: 'devices.printer.colums', allowed: expect.stringContaining('columns') },
    ]);
  });

  test('no problem repeats a value', () => {
    const secret = 'PRIVATE-VALUE';
    const text = JSON.stringify(
      problems({
        ...lab(),
        mode: secret,
        devices: { ...lab().devices, pinPad: { path: 'x', model: 'minka-lab', initialPins: [secret] } },
      }),
    );
    expect(text).not.toContain(secret);
  });

  test.each([
    ['{"a": 1,\n "b": abc}', 'line 2, column 7'],
    ['{"a": 1,\n\n}', 'line 3, column 1'],
    ['{"a": 1} x', 'line 1, column 10'],
    ['{"a": 01}', 'line 1, column 8'],
    ['{"a": "\t"}', 'line 1, column 7'],
    ['{"mode": "lab",\n"mode": "production"}', 'line 2, column 1'],
    ['', 'line 1, column 1'],
  ])('%j is not JSON, at a line', (text, path) => {
    const parsed = parseProfile(text, '/');
    expect(parsed).toMatchObject({ ok: false, error: [{ code: 'CONFIG_INVALID', path }] });
  });

  test('our grammar is the engine’s, but for repeated keys', () => {
    const value = fc.json();
    fc.assert(fc.property(value, (text) => findJsonFault(text) === null));
    const junk = fc.tuple(value, fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(junk, (text) => {
        const fault = findJsonFault(text);
        if (fault?.expected.includes('stands twice')) return;
        expect(fault === null).toBe(parses(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('a file that is missing, a folder, no UTF-8, too large: an answer, no exception', () => {
    expect(loadProfile(join(dir, 'none.json'))).toMatchObject({ ok: false, error: [{ code: 'CONFIG_MISSING' }] });
    expect(loadProfile(dir)).toMatchObject({ ok: false, error: [{ code: 'CONFIG_MISSING' }] });
    writeFileSync(join(dir, 'gbk.json'), Buffer.from([0x7b, 0xc3, 0xf1, 0xbf, 0xa8, 0x7d]));
    expect(loadProfile(join(dir, 'gbk.json'))).toMatchObject({ ok: false, error: [{ code: 'CONFIG_INVALID' }] });
    writeFileSync(join(dir, 'big.json'), ' '.repeat(1_100_000));
    expect(loadProfile(join(dir, 'big.json'))).toMatchObject({ ok: false, error: [{ code: 'CONFIG_INVALID' }] });
  });

  test('junk of any shape never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !parseProfile(JSON.stringify(value), '/').ok));
    fc.assert(fc.property(fc.string(), (text) => !parseProfile(text, '/').ok));
    const keys = Object.keys(lab()) as (keyof SiteProfileInput)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        parseProfile(JSON.stringify({ ...lab(), [key]: value }), '/');
      }),
    );
  });
});

test('the README names every setting', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  type Node = { readonly properties?: Record<string, Node>; readonly anyOf?: readonly Node[] };
  const paths = (node: Node, path: string): string[] => {
    const inner = node.properties ?? node.anyOf?.find(({ properties }) => properties)?.properties;
    if (inner === undefined) return [path];
    return Object.entries(inner).flatMap(([key, child]) => paths(child, path === '' ? key : `${path}.${key}`));
  };
  const schema = z.toJSONSchema(siteProfileSchema, { io: 'input', unrepresentable: 'any' }) as Node;
  expect(paths(schema, '').filter((path) => !readme.includes(`| \`${path}\` |`))).toEqual([]);
});

describe('production', () => {
  const serial = (path: string) => ({ path, model: 'generic-80' as const });

  test('real devices and addresses pass', () => {
    const profile = production();
    profile.devices.cardReader = { reader: 'HD-100 Reader 00 00' };
    profile.devices.printer = serial('/dev/ttyS1');
    expect(problems(profile)).toEqual([]);
  });

  test.each(['/dev/pts/3', '/dev/ptmx', '/dev/ptyp0', '/dev/ttyp0', '/dev/pts/../pts/4'])('%s is refused', (path) => {
    const profile = production();
    profile.devices.printer = serial(path);
    expect(problems(profile)).toMatchObject([{ code: 'CONFIG_PRODUCTION_LAB_DEVICE', path: 'devices.printer.path' }]);
    expect(problems({ ...profile, mode: 'lab' })).toEqual([]);
  });

  test('a link that leads to a pseudo-terminal is refused', () => {
    const link = join(dir, 'printer');
    symlinkSync('/dev/ptmx', link);
    const profile = production();
    profile.devices.pinPad = { path: link, model: 'minka-lab' };
    expect(problems(profile)).toMatchObject([{ code: 'CONFIG_PRODUCTION_LAB_DEVICE', path: 'devices.pinPad.path' }]);
  });

  test.each([
    'https://127.0.0.1:8443',
    'https://localhost',
    'https://[::1]:1',
    'https://x.localhost',
    'https://127.1',
    'https://0.0.0.0',
    'https://[::ffff:127.0.0.1]',
  ])('a centre at %s is a lab centre', (url) => {
    const profile = production();
    profile.centre.url = url;
    expect(problems(profile)).toMatchObject([{ code: 'CONFIG_PRODUCTION_LAB_DEVICE', path: 'centre.url' }]);
  });

  test('a virtual reader and a key in a file are refused', () => {
    const profile = production();
    profile.devices.cardReader = { reader: 'Virtual PCD 00 00' };
    profile.paths.keyFile = '/etc/minka/key';
    expect(problems(profile).map(({ path }) => path)).toEqual(['devices.cardReader.reader', 'paths.keyFile']);
  });
});

test('a file without end is refused, not read to its end', () => {
  const loaded = loadProfile('/dev/zero');
  expect(loaded.ok ? [] : loaded.error).toMatchObject([{ code: 'CONFIG_INVALID', message: 'This is not a profile' }]);
});
