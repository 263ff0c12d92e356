import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateIssueSchema, certificateVerifySchema } from '../../../common/contracts/benefits/certificates.ts';
import { entitlementProofSchema } from '../../../common/contracts/benefits/proof.ts';
import { loadCareers } from '../../people/load.ts';
import { type Bench, read, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const call = (verb: string, body: unknown) => bench.benefits(verb, body);
const who = (name: string) => {
  const { identityNumber, name: own } = loadCareers().get(name) ?? expect.unreachable();
  return { identityNumber, name: own, terminal: 'H1-T1' };
};
const issueAsk = { ...who('beijing-turner'), kind: 'payments', request: '0123456789abcdef'.repeat(2) };

describe('certificates over HTTPS', () => {
  test('what one terminal had issued, another one verifies', async () => {
    const issued = certificateIssueSchema.parse(read(await call('certificate-issue', issueAsk))).certificate;
    const code = issued?.code ?? expect.unreachable();
    const answer = await call('certificate-verify', { code, terminal: 'H2-T9' });
    const { certificate } = certificateVerifySchema.parse(read(answer));
    expect(certificate).toMatchObject({ state: 'valid', digest: issued?.digest, total: issued?.content.total });
    expect(answer.body.toString()).not.toContain(issueAsk.name);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a stranger, a code that is none, a card that is another’s, more than the contract has', async () => {
    expect((await call('certificate-issue', { ...issueAsk, name: '测试别人' })).status).toBe(404);
    for (const junk of [{ request: 'again' }, { kind: 'all' }, { year: '26' }, { pin: '1' }, { terminal: '' }]) {
      expect((await call('certificate-issue', { ...issueAsk, ...junk })).status).toBe(422);
    }
    for (const code of ['', '1234', '12345678901234567890', 'ABCD-EFGH']) {
      expect((await call('certificate-verify', { code, terminal: 'T' })).status).toBe(422);
    }
  });

  test('codes cannot be tried out: the thirteenth in a minute waits, at that terminal', async () => {
    const check = (terminal: string) => call('certificate-verify', { code: '00000000000000000195', terminal });
    const statuses: number[] = [];
    for (let i = 0; i < 13; i++) statuses.push((await check('H3-T1')).status);
    expect(statuses).toEqual([...new Array<number>(12).fill(200), 429]);
    expect((await check('H3-T2')).status).toBe(200);
  });
});

describe('proof of entitlement over HTTPS', () => {
  const ask = async (name: string, more: object = {}) =>
    entitlementProofSchema.parse(read(await call('entitlement-proof', { ...who(name), ...more })));

  test('due, not enough by card alone, proven by card and PIN for a year', async () => {
    expect(await ask('beijing-retired')).toMatchObject({ state: 'due', required: 'cardPin', provenOn: null });
    expect(await ask('beijing-retired', { assurance: 'card' })).toMatchObject({ state: 'notEnough', provenOn: null });
    expect(await ask('beijing-retired')).toMatchObject({ state: 'due' });
    const proven = await ask('beijing-retired', { assurance: 'cardPin' });
    expect(proven).toMatchObject({ state: 'proven', illustrative: true });
    expect(Number(proven.validUntil?.slice(0, 4))).toBe(Number(proven.provenOn?.slice(0, 4)) + 1);
    expect(await ask('beijing-retired')).toMatchObject({ state: 'proven', provenOn: proven.provenOn });
  });

  test('nobody has to prove what she does not draw, and nothing is recorded of it', async () => {
    const told = await ask('beijing-turner', { assurance: 'face' });
    expect(told).toMatchObject({ state: 'notNeeded', drawing: [], provenOn: null });
  });
});
