import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from '../simulator/lab/lab.ts';

/** The audit chain of a real terminal, as the real operator hears of it. */
let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ screen: false });
}, 60_000);
afterAll(() => lab?.stop(), 20_000);

test('the operator is told of the start, and what it was told is what stands in the chain', async () => {
  const told = async () => {
    const { records, alarms } = (await lab.admin('GET', '/admin/operator')) as {
      records: { kind: string; body: { seq: number; hash: string; chain: string } }[];
      alarms: unknown[];
    };
    return { alarms, checkpoints: records.filter(({ kind }) => kind === 'audit-checkpoint').map(({ body }) => body) };
  };
  await expect.poll(async () => (await told()).checkpoints.length, { timeout: 10_000 }).toBe(1);
  const { alarms, checkpoints } = await told();
  expect(alarms).toEqual([]);
  const control = await lab.control();
  const listed = await control.call('auditList', { limit: 500 });
  control.close();
  if (!listed.ok || !listed.value.ok) throw new Error('no rows');
  const { rows, chain } = listed.value;
  const [checkpoint] = checkpoints;
  expect(checkpoint?.chain).toBe(chain);
  expect(rows.find(({ seq }) => seq === checkpoint?.seq)?.hash).toBe(checkpoint?.hash);
  expect(rows.at(-1)).toMatchObject({ seq: 1, code: 'terminal.started' });
});
