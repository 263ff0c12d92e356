import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import { cliStoreStatusSchema } from '../common/contracts/cli/store-verbs.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import type { UnixListener } from '../wire/unix-socket.ts';
import { fakeTerminal } from './testing/fake-terminal.ts';
import { type Ran, run } from './testing/run.ts';

let dir: string;
let terminal: UnixListener;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-cli-'));
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(builtinLabProfile(dir)));
  terminal = await fakeTerminal(join(dir, 'run', 'control.sock'), {});
});
afterEach(async () => {
  await terminal.close();
  rmSync(dir, { recursive: true });
});

const minka = (...args: string[]): Promise<Ran> => run([...args, '--profile', join(dir, 'profile.json')], {});

it('store status says the code, the remedy and what was set aside', async () => {
  const { code, out } = await minka('store', 'status');
  expect(code).toBe(0);
  expect(out).toContain('STORE_CORRUPT');
  expect(out).toContain('minka store adopt-new');
  expect(out).toContain('terminal.db.set-aside-20260302T010000Z');
  expect(out).toContain('The clock agrees with the centre’s.\n');
  const json = await minka('store', 'status', '--json');
  expect(cliStoreStatusSchema.parse(JSON.parse(json.out)).settling).toBe(false);
});

it.each([
  [61_000, '本机时间比中心至少快 61.0 秒。'],
  [-400, '本机时间比中心至少慢 0.4 秒。'],
])('store status tells a skew of %i ms without a sign', async (skewMs, words) => {
  await terminal.close();
  const status = { settling: true, code: null, setAside: [], adopted: null, clock: { code: null, skewMs } };
  terminal = await fakeTerminal(join(dir, 'run', 'control.sock'), { storeStatus: () => status });
  const { out } = await run(['store', 'status', '--profile', join(dir, 'profile.json')], { LANG: 'zh_CN.UTF-8' });
  expect(out).toContain(words);
});

it('store adopt-new wants a reason and a proof at the terminal, and tells a refusal', async () => {
  expect((await minka('store', 'adopt-new')).code).toBe(2);
  // Nobody says on the command line who she is.
  expect((await minka('store', 'adopt-new', '--as', 'T-1', '--reason', 'reconciled')).code).toBe(2);
  const number = '99013119800101000X';
  expect((await minka('store', 'adopt-new', '--reason', `seen with ${number}`)).code).toBe(2);
  const done = await minka('store', 'adopt-new', '--reason', 'reconciled');
  expect(done).toMatchObject({ code: 0, note: expect.stringMatching(/\S/) });
  const refused = await minka('store', 'adopt-new', '--reason', 'too late', '--json');
  expect(refused.code).toBe(1);
  expect(cliErrorSchema.parse(JSON.parse(refused.out)).error.code).toBe('STORE_NOT_LOST');
});
