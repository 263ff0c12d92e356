import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../common/kernel/ports.ts';
import { csbSignature, csbTransport } from './csb.ts';
import { singleUrlTransport } from './single-url.ts';
import type { Sending } from './transport.ts';
import { xTifHeaders, xTifTransport } from './x-tif.ts';

const clock: Clock = { now: () => 1772413200999, monotonic: () => 0, after: () => () => undefined };
const random = { bytes: (length: number) => Uint8Array.from({ length }, (_, i) => i) };
const sending = (number: string): Sending => ({ number, body: new Uint8Array(), clock, random });
const keys = { paasId: 'minka-lab', token: 'lab-token-0001' };

describe('a path per transaction', () => {
  it('a province’s own path stands for the listed one', () => {
    const transport = xTifTransport(keys, { '2207': '/fsi/api/outpatientSettleService/saveSettletment' });
    expect(transport.path('2207')).toBe('/fsi/api/outpatientSettleService/saveSettletment');
    expect(transport.path('2208')).toBe('/fsi/api/outpatientSettleService/cancleSettletment');
  });

  it('a provincial number has its own path, an unlisted one that of its number', () => {
    expect(xTifTransport(keys).path('2203A')).toBe('/fsi/api/outpatientDocInfoService/outpatientMdtrtinfoUpA');
    expect(xTifTransport(keys).path('100001')).toBe('/fsi/api/100001');
  });
});

describe('a single address', () => {
  const path = '/mbs/fmi/fsi/api/callFsiService/callService';

  it('is the same for every transaction', () => {
    const transport = singleUrlTransport(path, { kind: 'none' });
    expect(['9001', '2207', '2203A'].map(transport.path)).toEqual([path, path, path]);
  });

  it.each([
    ['x-tif', { kind: 'x-tif', keys }, xTifHeaders(keys, sending('2207'))],
    ['apikey', { kind: 'apikey', key: 'K1' }, { apikey: 'K1' }],
    ['none', { kind: 'none' }, {}],
  ] as const)('access %s', (_name, access, headers) => {
    const json = { 'content-type': 'application/json; charset=utf-8' };
    expect(singleUrlTransport(path, access).headers(sending('2207'))).toEqual({ ...json, ...headers });
  });
});

describe('a CSB gateway', () => {
  const access = { path: '/CSB', apiName: 'hssServives', apiVersion: '1.0.0', accessKey: 'ak', secret: 'lab-secret' };
  /**
   * printf '%s' '_api_access_key=ak&_api_name=hssServives&_api_timestamp=1772413200999&_api_version=1.0.0' |
   *   openssl dgst -sha1 -hmac lab-secret -binary | base64
   */
  const signature = 'JypAhLmFVUIzeJfkeRxgff7Cq5I=';

  it('signs the sorted pairs', () => {
    const parameters = { _api_version: '1.0.0', _api_timestamp: '1772413200999', _api_name: 'hssServives' };
    expect(csbSignature({ ...parameters, _api_access_key: 'ak' }, 'lab-secret')).toBe(signature);
  });

  it('five headers, a timestamp in milliseconds, the body unsigned', () => {
    const transport = csbTransport({ ...access, apiNames: {} });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      _api_access_key: 'ak',
      _api_name: 'hssServives',
      _api_timestamp: '1772413200999',
      _api_version: '1.0.0',
      _api_signature: signature,
    };
    expect(transport.headers(sending('2207'))).toEqual(headers);
    expect(transport.headers({ ...sending('2207'), body: Uint8Array.of(1) })).toEqual(headers);
  });

  it('a transaction may have a name of its own', () => {
    const transport = csbTransport({ ...access, apiNames: { '9102': 'hssDownload' } });
    expect(transport.headers(sending('9102'))).toMatchObject({ _api_name: 'hssDownload' });
    expect(transport.headers(sending('9101'))).toMatchObject({ _api_name: 'hssServives' });
  });
});
