import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readResultFile } from './result-file.ts';
import { unzipOne, zipText } from './zip.ts';

/** The longest that packing or reading keeps others waiting, ms of processor time. */
const SLICE_MS = 50;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Breathes, and remembers the longest time between two breaths. */
function lungs() {
  let last = cpuMs();
  let longest = 0;
  const breathe = async (): Promise<void> => {
    longest = Math.max(longest, cpuMs() - last);
    await new Promise((resolve) => setImmediate(resolve));
    last = cpuMs();
  };
  return { breathe, longest: () => longest };
}

const line = (i: number): string => `P${i * 7919}\tM${i}\tS${i * 31}\tX${i}\t1\t0\t\t${i % 97}.05\t1.00\t0\n`;

it('a day of 20,000 settlements is packed and read in pieces that nobody notices', async () => {
  const text = Array.from({ length: 20_000 }, (_, i) => line(i)).join('');
  // Once in small, so that what is measured is the work and not its first compilation.
  await readResultFile(await zipText('r.txt', text.slice(0, 40_000), async () => {}), async () => {});
  const packing = lungs();
  const zip = await zipText('r.txt', text, packing.breathe);
  expect(new TextDecoder().decode(unzipSync(zip)['r.txt'])).toBe(text);
  const reading = lungs();
  const read = await readResultFile(zip, reading.breathe);
  expect(read.ok && read.value.length).toBe(20_000);
  expect(packing.longest()).toBeLessThan(SLICE_MS);
  expect(reading.longest()).toBeLessThan(SLICE_MS);
});

it('the same text makes the same bytes, an empty one too, and a name in UTF-8', async () => {
  const breathe = async (): Promise<void> => {};
  for (const text of ['', 'one line\n', '结算'.repeat(100_000)]) {
    const zip = await zipText('对账.txt', text, breathe);
    expect(await zipText('对账.txt', text, breathe)).toEqual(zip);
    expect(Object.keys(unzipSync(zip))).toEqual(['对账.txt']);
    const one = await unzipOne(zip, breathe);
    expect(one.ok && new TextDecoder().decode(one.value)).toBe(text);
  }
});

it('what inflates to more than its directory says is not read to its end', async () => {
  let breaths = 0;
  const breathe = async (): Promise<void> => {
    breaths += 1;
  };
  const zip = await zipText('r.txt', 'x'.repeat(20_000_000), async () => {});
  const view = new DataView(zip.buffer);
  const directory = view.getUint32(zip.length - 6, true);
  view.setUint32(directory + 24, 1000, true);
  expect(await unzipOne(zip, breathe)).toEqual({ ok: false, error: 'damaged' });
  expect(breaths).toBeLessThan(2);
});
