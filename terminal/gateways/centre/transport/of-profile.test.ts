import { describe, expect, it } from 'vitest';
import { centreSchema } from '../../../../kiosk-config/centre.ts';
import { transportOf } from './of-profile.ts';
import { STANDARD_PRIVATE, STANDARD_PUBLIC, STANDARD_SM4 } from './testing/keys.ts';

const FILES: Readonly<Record<string, string>> = {
  token: 'T1',
  key: 'K1',
  secret: 'S1',
  sm4: STANDARD_SM4.toUpperCase(),
  private: STANDARD_PRIVATE,
  public: STANDARD_PUBLIC,
  short: 'abc',
  mac: 'sixteen characters',
};
const read = (file: string): string | null => FILES[file] ?? null;

const centre = (more: object) => centreSchema.parse({ url: 'https://c.example.org', caFile: 'ca', ...more });
const xtif = { paasId: 'P1', tokenFile: 'token' };
const csb = { accessKey: 'A1', secretFile: 'secret', apiName: 'N1' };
const singleUrl = { path: '/one', access: 'apikey', apiKeyFile: 'key' };
const sm = { keyFile: 'sm4', proof: 'SM2', proofKeyFile: 'private', centreKeyFile: 'public' };
const clock = { now: () => 1772413200999, monotonic: () => 0, after: () => () => undefined };
const random = { bytes: (length: number) => new Uint8Array(length) };

function made(more: object) {
  const transport = transportOf(centre(more), read);
  if (!transport.ok) return transport.error;
  const headers = transport.value.headers({ number: '2207', body: new Uint8Array(), clock, random });
  return { path: transport.value.path('2207'), headers: Object.keys(headers).sort() };
}

describe('the transport that a profile names', () => {
  it('x-tif, with this province’s paths', () => {
    expect(made({ transport: 'x-tif', xtif, paths: { '2207': '/own' } })).toEqual({
      path: '/own',
      headers: ['content-type', 'x-tif-nonce', 'x-tif-paasid', 'x-tif-signature', 'x-tif-timestamp'],
    });
  });

  it('single-url', () => {
    expect(made({ transport: 'single-url', singleUrl })).toEqual({ path: '/one', headers: ['apikey', 'content-type'] });
    const signed = { ...singleUrl, access: 'x-tif' };
    expect(made({ transport: 'single-url', singleUrl: signed, xtif })).toMatchObject({
      headers: expect.arrayContaining(['x-tif-signature']),
    });
    expect(made({ transport: 'single-url', singleUrl: { ...singleUrl, access: 'none' } })).toMatchObject({
      headers: ['content-type'],
    });
  });

  it('csb', () => {
    expect(made({ transport: 'csb', csb })).toMatchObject({
      path: '/CSB',
      headers: expect.arrayContaining(['_api_signature']),
    });
  });

  it('encrypted, with its proof in a header or in the envelope', () => {
    const inHeader = made({ transport: 'csb', csb, sm: { ...sm, place: 'header' } });
    expect(inHeader).toMatchObject({ headers: expect.arrayContaining(['_api_signature', 'cainfo', 'signtype']) });
    expect(made({ transport: 'csb', csb, sm })).not.toMatchObject({ headers: expect.arrayContaining(['cainfo']) });
    const mac = { keyFile: 'sm4', proof: 'SM3', proofKeyFile: 'mac' };
    expect(made({ transport: 'csb', csb, sm: mac })).toMatchObject({ path: '/CSB' });
  });
});

describe('a key that cannot be read, or is none, stops everything', () => {
  it.each([
    ['no token', { transport: 'x-tif', xtif: { ...xtif, tokenFile: 'gone' } }, 'CONFIG_MISSING'],
    ['no api key', { transport: 'single-url', singleUrl: { ...singleUrl, apiKeyFile: 'gone' } }, 'CONFIG_MISSING'],
    ['no secret', { transport: 'csb', csb: { ...csb, secretFile: 'gone' } }, 'CONFIG_MISSING'],
    ['no SM4 key', { transport: 'csb', csb, sm: { ...sm, keyFile: 'gone' } }, 'CONFIG_MISSING'],
    ['no centre key', { transport: 'csb', csb, sm: { ...sm, centreKeyFile: 'gone' } }, 'CONFIG_MISSING'],
    ['an SM4 key too short', { transport: 'csb', csb, sm: { ...sm, keyFile: 'short' } }, 'CONFIG_INVALID'],
    [
      'a public key for a private one',
      { transport: 'csb', csb, sm: { ...sm, proofKeyFile: 'public' } },
      'CONFIG_INVALID',
    ],
    [
      'a secret that is guessed soon',
      { transport: 'csb', csb, sm: { keyFile: 'sm4', proof: 'SM3', proofKeyFile: 'short' } },
      'CONFIG_INVALID',
    ],
  ])('%s', (_name, more, code) => {
    expect(made(more)).toBe(code);
  });
});

describe('a block that its transport needs is asked for by its place', () => {
  it.each([
    [{ transport: 'x-tif' }, 'xtif'],
    [{ transport: 'single-url' }, 'singleUrl'],
    [{ transport: 'single-url', singleUrl: { path: '/one', access: 'x-tif' } }, 'xtif'],
    [{ transport: 'single-url', singleUrl: { path: '/one', access: 'apikey' } }, 'singleUrl.apiKeyFile'],
    [{ transport: 'csb' }, 'csb'],
    [{ transport: 'csb', csb, sm: { ...sm, centreKeyFile: null } }, 'sm.centreKeyFile'],
  ])('%j', (more, path) => {
    const parsed = centreSchema.safeParse({ url: 'https://c.example.org', caFile: 'ca', ...more });
    expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
