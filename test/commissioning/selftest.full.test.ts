import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { run } from '../../bin/testing/run.ts';
import { cliSelftestSchema, type SelftestId } from '../../common/contracts/cli/selftest.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { failureSentences } from '../../common/strings/failures.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { onSmallDisk } from '../stress/testing/on-small-disk.ts';

/**
 * Seeded faults of devices, journal and disk on real parts: emulators behind a real reader service and real ptys, a real
 * terminal with a real database, a real file system. After each, what the remedy says is done, and the test is good again.
 */

const WAIT = { timeout: 40_000, interval: 500 };

let lab: Lab | null = null;
afterEach(async () => {
  await lab?.stop();
  lab = null;
});

async function tested() {
  const args = ['selftest', '--profile', lab?.profileFile ?? '', '--json'];
  const ran = await run(args, process.env, resolve('shell/main.ts'));
  return cliSelftestSchema.parse(ran.json());
}

/** What is bad, by name. */
async function bad(): Promise<readonly (readonly [SelftestId, FailureCode | null])[]> {
  return (await tested()).checks.filter(({ ok }) => !ok).map(({ id, code }) => [id, code] as const);
}

it('a lab in order, then a printer that is off, one at another rate, and a HIS that is away', async () => {
  lab = await startLab({ screen: false });
  expect(await bad()).toEqual([]);
  await lab.sim.command('printer.set', { settings: { power: false } });
  // The host asks its printer once a second, and believes a silence after two.
  await expect.poll(bad, WAIT).toEqual([['printer', 'PRINTER_OFFLINE']]);
  await lab.sim.command('printer.set', { settings: { power: true, rateBound: true, baudRate: 9600 } });
  await expect.poll(bad, WAIT).toEqual([['printer', 'PRINTER_BAUD']]);
  const found = (await tested()).checks.find(({ id }) => id === 'printer');
  expect(found?.remedy).toBe(failureSentences.PRINTER_BAUD.remedy.en);
  expect(found?.message).toContain('9600');
  // What the remedy says: the profile's rate and the printer's alike.
  await lab.sim.command('printer.set', { settings: { baudRate: 115_200 } });
  await expect.poll(bad, WAIT).toEqual([]);
  await lab.admin('POST', '/admin/faults', { arm: [{ target: 'his', kind: 'refuseConnections', ms: 60_000 }] });
  expect(await bad()).toEqual([['his', 'HIS_UNREACHABLE']]);
}, 120_000);

it('a reader of another name than any here', async () => {
  lab = await startLab({ screen: false, profile: { devices: { cardReader: { reader: 'No Such Reader 00 00' } } } });
  expect(await bad()).toEqual([['reader', 'READER_GONE']]);
}, 60_000);

it('a damaged database', async () => {
  lab = await startLab({ screen: false });
  const file = `${lab.dir}/data/terminal.db`;
  await lab.shell.stop();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, bytes.length);
  writeFileSync(file, bytes);
  const seen = await bad();
  expect(seen.map(([id]) => id)).toEqual(['database']);
  expect(['STORE_CORRUPT', 'STORE_KEY']).toContain(seen[0]?.[1]);
}, 60_000);

it('a full disk', async () => {
  expect(await onSmallDisk('../../commissioning/testing/disk-look.ts', 24, [], 20_000)).toEqual({
    empty: 'soon',
    full: 'STORE_FULL',
    mended: 'soon',
  });
}, 30_000);
