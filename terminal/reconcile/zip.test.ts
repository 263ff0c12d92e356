import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { inPieces } from '../../test/house/pieces.ts';
import { readResultFile } from './result-file.ts';
import { unzipOne, zipText } from './zip.ts';

/** The most that is done between two breaths: bytes packed or inflated, lines read. */
const [PIECE_BYTES, PIECE_LINES] = [64 * 1024, 1000];
/** No piece may be more of the whole, in processor time; those of an even cut are a tenth at the most. */
const SHARE = 0.5;

const line = (i: number): string => `P${i * 7919}\tM${i}\tS${i * 31}\tX${i}\t1\t0\t\t${i % 97}.05\t1.00\t0\n`;

it('a day of 20,000 settlements is packed and read in pieces that nobody notices', async () => {
  const text = Array.from({ length: 20_000 }, (_, i) => line(i)).join('');
  let zip: Uint8Array = new Uint8Array();
  const packing = await inPieces(async (breathe) => {
    zip = await zipText('r.txt', text, breathe);
  });
  expect(new TextDecoder().decode(unzipSync(zip)['r.txt'])).toBe(text);
  expect(packing.breaths).toBeGreaterThanOrEqual(text.length / PIECE_BYTES);
  expect(packing.longest).toBeLessThan(SHARE);
  const inflating = await inPieces((breathe) => unzipOne(zip, breathe));
  expect(inflating.breaths).toBeGreaterThanOrEqual(zip.length / PIECE_BYTES);
  expect(inflating.longest).toBeLessThan(SHARE);
  const reading = await inPieces(async (breathe) => {
    const read = await readResultFile(zip, breathe);
    expect(read.ok && read.value.length).toBe(20_000);
  });
  expect(reading.breaths).toBeGreaterThanOrEqual(20_000 / PIECE_LINES);
  expect(reading.longest).toBeLessThan(SHARE);
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
