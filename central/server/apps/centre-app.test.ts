import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inputs } from '../../testing/inputs.ts';
import { show } from '../../testing/kit.ts';
import { type Bench, PATHS, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset');
});

const SIGN_IN = {
  msgid: 'H99010000001202603020900009999',
  mdtrtarea_admvs: '990100',
  recer_sys_code: 'X',
  infver: 'V1.0',
  opter_type: '2',
  opter: 'K',
  opter_name: 'K',
  inf_time: '2026-03-02 09:00:00',
  fixmedins_code: 'H99010000001',
  fixmedins_name: 'x',
  input: { signIn: { opter_no: 'K', mac: 'm', ip: 'i' } },
};

describe('the gateway of the centre', () => {
  const url = () => `${bench.central.centre}${PATHS['9001']}`;
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await bench.call(url(), { headers, body: '{}' })).status;

  test('a good signature passes; the answer carries Server-Timing', async () => {
    const answer = await bench.call(url(), { headers: bench.xtif(), body: '{}' });
    expect(answer.status).toBe(200);
    expect(answer.headers['server-timing']).toMatch(/^centre;dur=\d+\.\d\d$/);
  });

  test('each header missing or wrong is 401', async () => {
    for (const name of ['x-tif-paasid', 'x-tif-timestamp', 'x-tif-nonce', 'x-tif-signature']) {
      const { [name]: _gone, ...rest } = bench.xtif();
      expect(await status(rest), name).toBe(401);
      expect(await status(bench.xtif({ [name]: 'x' })), name).toBe(401);
    }
    const answer = await bench.call(url(), { body: '{}' });
    expect(answer.headers['server-timing']).toMatch(/^centre;dur=/);
  });

  test('a timestamp 300 s off passes, 302 s off and milliseconds do not', async () => {
    const at = (offset: number) => ({ 'x-tif-timestamp': String(Math.floor(Date.now() / 1000) + offset) });
    expect(await status(bench.xtif(at(-299)))).toBe(200);
    expect(await status(bench.xtif(at(-302)))).toBe(401);
    expect(await status(bench.xtif(at(302)))).toBe(401);
    expect(await status(bench.xtif({ 'x-tif-timestamp': String(Date.now()) }))).toBe(401);
  });

  test('a nonce works once; one that was refused is not used up', async () => {
    const headers = bench.xtif();
    expect(await status({ ...headers, 'x-tif-signature': 'bad' })).toBe(401);
    expect(await status(headers)).toBe(200);
    expect(await status(headers)).toBe(401);
  });

  test('unknown paths, other methods, too long a body, a number at the wrong address', async () => {
    expect((await bench.call(`${bench.central.centre}/fsi/api/x`, { headers: bench.xtif() })).status).toBe(404);
    expect((await bench.call(url(), { method: 'GET', headers: bench.xtif() })).status).toBe(405);
    const long = await bench.call(url(), { headers: bench.xtif(), body: 'x'.repeat(1_100_000) }).catch(() => null);
    expect(long === null || long.status === 413).toBe(true);
    const here = await bench.send('9001', inputs.signIn());
    expect(show(here['infcode'])).toBe('0');
    const wrong = await bench.call(`${bench.central.centre}${PATHS['2207']}`, {
      headers: bench.xtif(),
      body: JSON.stringify({ ...SIGN_IN, infno: '9001' }),
    });
    expect(wrong.body.toString()).toContain('交易编号与服务地址不符');
  });

  test('plain HTTP gets nothing', async () => {
    const port = Number(new URL(bench.central.centre).port);
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });
    expect(answered).not.toContain('HTTP/1.1 200');
  });
});
