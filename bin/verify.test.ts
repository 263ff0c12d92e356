import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { cliVerifySchema } from '../common/contracts/cli/certificate-verbs.ts';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import { groupCertificateCode } from '../common/kernel/certificate-code.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import type { UnixListener } from '../wire/unix-socket.ts';
import { fakeTerminal } from './testing/fake-terminal.ts';
import { run } from './testing/run.ts';

const CODE = '00000000000000000195';
const found = {
  ...({ kind: 'payments', state: 'valid', lab: true } as const),
  ...{ city: '哈尔滨市', maskedName: '测*甲', total: '6750.00' },
  ...{ issuedOn: '2026-11-22', expiresOn: '2027-05-22', digest: 'ab'.repeat(32), asOf: '2026-11-22 10:00:00' },
} satisfies z.output<typeof cliVerifySchema>;

let dir: string;
let terminal: UnixListener | null;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-cli-'));
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(builtinLabProfile(dir)));
  terminal = null;
});
afterEach(async () => {
  await terminal?.close();
  rmSync(dir, { recursive: true });
});
async function answering(handlers: Parameters<typeof fakeTerminal>[1]): Promise<void> {
  terminal = await fakeTerminal(join(dir, 'run', 'control.sock'), handlers);
}
const minka = (...words: string[]) => run([...words, '--profile', join(dir, 'profile.json')], {});

it('says what the paper must say; a code may be typed as it is printed', async () => {
  const asked: string[] = [];
  await answering({
    certificateVerify: ({ code }) => {
      asked.push(code);
      return { ok: true, certificate: found };
    },
  });
  const text = await minka('verify', groupCertificateCode(CODE));
  expect(text).toMatchObject({ code: 0, out: expect.stringMatching(/测\*甲[\s\S]*6750\.00[\s\S]*abababababababab/) });
  expect(text.out).toMatch(/不作数|counts for nothing/);
  expect(cliVerifySchema.parse((await minka('verify', CODE, '--json')).json())).toEqual(found);
  expect(asked).toEqual([CODE, CODE]);
});

it('one that is over is shown, and is not done', async () => {
  await answering({ certificateVerify: () => ({ ok: true, certificate: { ...found, state: 'expired' } }) });
  const ran = await minka('verify', CODE, '--json');
  expect(ran.code).toBe(1);
  expect(ran.json()).toMatchObject({ maskedName: '测*甲', error: { code: 'CERTIFICATE_EXPIRED' } });
});

it.each(['CERTIFICATE_NONE', 'CERTIFICATE_TOO_MANY', 'BENEFITS_UNREACHABLE'] as const)('%s', async (code) => {
  await answering({ certificateVerify: () => ({ ok: false, code }) });
  const ran = await minka('verify', CODE, '--json');
  expect([ran.code, cliErrorSchema.parse(ran.json()).error.code]).toEqual([1, code]);
});

it.each([[], ['1234'], ['00000000000000000196'], [CODE, CODE]])('mistyped (%s): nobody is asked', async (...words) => {
  await answering({ certificateVerify: () => expect.unreachable() });
  expect((await minka('verify', ...words)).code).toBe(2);
});

it('certificate list: what was issued here, without a name or a code', async () => {
  const row = {
    ...({ kind: 'rights', state: 'issued' } as const),
    ...{ id: 3, at: '2026-11-22 10:00:00', by: 'resident', digest: 'ab'.repeat(8) },
    ...{ issuedOn: '2026-11-22', expiresOn: '2027-05-22', page: 'paper' },
  };
  const limits: number[] = [];
  await answering({
    certificateList: ({ limit }) => {
      limits.push(limit);
      return { ok: true, rows: [row] };
    },
  });
  expect(await minka('certificate', 'list')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/2026-11-22 10:00:00 {2}.+ {2}abababababababab {2}paper/),
  });
  expect((await minka('certificate', 'list', '--limit', '5', '--json')).json()).toEqual({ rows: [row] });
  expect(limits).toEqual([20, 5]);
  expect((await minka('certificate', 'list', '--limit', '0')).code).toBe(2);
});
