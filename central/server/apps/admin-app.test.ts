import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PERSON } from '../../testing/people.ts';
import { loadSecrets } from '../secrets.ts';
import { type Bench, PERSON_SEED, SECRETS, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset');
});

describe('the admin API', () => {
  test('its own token; unknown paths and bad seeds are told', async () => {
    const call = (token: string, path = '/admin/ledger') =>
      bench.call(`${bench.central.admin}${path}`, { method: 'GET', headers: { authorization: `Bearer ${token}` } });
    expect((await call(SECRETS.xtif)).status).toBe(401);
    expect((await call(SECRETS.admin)).status).toBe(200);
    expect((await call(SECRETS.admin, '/admin/none')).status).toBe(404);
    const bad = { ...PERSON_SEED, insurances: [{ ...PERSON_SEED.insurances[0], balance: '3.001' }] };
    await expect(bench.admin('POST', '/admin/people', { people: [bad] })).rejects.toThrow('insurances.0.balance');
  });

  test('a person without a number gets one, and keeps it', async () => {
    const { psnNo: _left, ...seed } = PERSON_SEED;
    const first = (await bench.admin('POST', '/admin/people', { people: [seed] })) as { people: { psnNo: string }[] };
    expect(first.people[0]?.psnNo).toMatch(/^990100\d{23}$/);
    expect(await bench.admin('POST', '/admin/people', { people: [seed] })).toEqual(first);
  });

  test('the course of a stay in the hospital’s books', async () => {
    const encounter = {
      encounterId: 'ZY1',
      visitedAt: '2026-02-20 09:30:00',
      medicalType: '21',
      department: { code: 'K02', name: '呼吸内科', specialty: '03' },
      doctor: { code: 'D002', name: '测试医师' },
      diagnoses: [{ type: '1', order: 1, code: 'J18.900', name: '肺炎' }],
      lines: [],
      total: '0.00',
      stay: { admissionNumber: '0001', ward: '呼吸一病区', bed: '12', discharge: null },
    };
    const { identityNumber, name } = PERSON_SEED;
    await bench.admin('POST', '/admin/encounters', { encounters: [{ person: { identityNumber, name }, encounter }] });
    expect(await bench.admin('POST', '/admin/course', { encounterId: 'ZY1', bed: '14' })).toEqual({ total: '0.00' });
    expect(await bench.admin('GET', '/admin/his')).toMatchObject({
      encounters: [{ encounterId: 'ZY1', discharged: false }],
    });
    await expect(bench.admin('POST', '/admin/course', { encounterId: 'ZY9' })).rejects.toThrow('409');
    await expect(bench.admin('POST', '/admin/course', { encounterId: 'ZY1', beds: '9' })).rejects.toThrow('400');
  });

  test('settings: what is not named stays', async () => {
    await bench.admin('POST', '/admin/settings', { infcodeAs: 'number' });
    expect(await bench.admin('POST', '/admin/settings', { deduplicate: true })).toMatchObject({
      infcodeAs: 'number',
      deduplicate: true,
      notFoundAs: 'empty',
    });
    await expect(bench.admin('POST', '/admin/settings', { infcodeAs: 'roman' })).rejects.toThrow('infcodeAs');
    await expect(bench.admin('POST', '/admin/settings', { unknown: 1 })).rejects.toThrow('400');
    expect(await bench.admin('GET', '/admin/settings')).toMatchObject({ infcodeAs: 'number' });
  });
});

test('ledgers are plain SQLite files that outlive the process; secrets are made once, owner-only', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'central-state-'));
  try {
    const first = await startBench(join(dir, 'state'));
    await first.stop();
    const header = readFileSync(join(dir, 'state', 'centre.db'))
      .subarray(0, 15)
      .toString();
    expect(header).toBe('SQLite format 3');
    const second = await startBench(join(dir, 'state'));
    const view = (await second.admin('GET', '/admin/ledger')) as { people: { psnNo: string }[] };
    expect(view.people.map((row) => row.psnNo)).toEqual([PERSON.psnNo]);
    await second.stop();
    const made = loadSecrets(join(dir, 'secrets'));
    expect(loadSecrets(join(dir, 'secrets'))).toEqual(made);
    expect(new Set(Object.values(made)).size).toBe(6);
    expect(statSync(join(dir, 'secrets', 'xtif-token')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
