import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareBooks, readSent, writeResult } from '../../central/core/statement/files.ts';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import type { BookEntry } from '../store/reconcile-entries.ts';
import { writeDetailFile } from './detail-file.ts';
import { readResultFile } from './result-file.ts';
import { unzipOne, zipText } from './zip.ts';

/** The two sides' files, each read by the other's code. */

const RULES = { accountInsideFunds: false, mutualAidInsideAccount: true };

function entry(index: number, total = 1000, refund = false): BookEntry {
  return {
    cursor: { time: `2026-03-02 09:00:${String(index).padStart(2, '0')}`, id: index },
    insutype: index % 2 === 0 ? '310' : '390',
    setlId: `S${index}`,
    mdtrtId: `M${index}`,
    psnNo: pii(`P${index}`),
    refund,
    ...{ total: fen(total), funds: fen(0), account: fen(total), mutualAid: fen(0), cash: fen(0) },
  };
}

function fileOf(settlements: readonly BookEntry[], refunds: readonly BookEntry[] = [], rules = RULES) {
  const book = {
    sums: () => [],
    firstDay: () => null,
    refunds: () => refunds,
    settlements: (_day: string, _form: string, after: BookEntry['cursor'] | null, limit: number) =>
      settlements.filter((one) => after === null || one.cursor.id > after.id).slice(0, limit),
  };
  const of = { day: '2026-03-02', institution: 'H99010000001', type: '11', forms: ['outpatient'] } as const;
  return writeDetailFile(book, { ...of, rules, breathe: async () => {} });
}

const breathe = async (): Promise<void> => {};
const text = async (zip: Uint8Array): Promise<string> => {
  const one = await unzipOne(zip, breathe);
  if (!one.ok) throw new Error(one.error);
  return new TextDecoder().decode(one.value);
};
const zipped = (content: string | Uint8Array): Uint8Array =>
  zipSync({ 'r.txt': typeof content === 'string' ? new TextEncoder().encode(content) : content });

describe('the file that goes up', () => {
  it('is tab-separated: setl_id, mdtrt_id, psn_no, total, funds, account, refund', async () => {
    const file = await fileOf([entry(1), entry(2, 250)], [entry(3, -1000, true)]);
    expect(await text(file.zip)).toBe(
      'S1\tM1\tP1\t10.00\t0.00\t10.00\t0\nS2\tM2\tP2\t2.50\t0.00\t2.50\t0\nS3\tM3\tP3\t-10.00\t0.00\t-10.00\t1\n',
    );
    expect(file.name).toBe('H99010000001_20260302_11.zip');
    expect(Object.fromEntries(file.sums.get('outpatient') ?? [])).toEqual({
      '310': { count: 1, total: 250, funds: 0, account: 250, cash: 0 },
      '390': { count: 2, total: 0, funds: 0, account: 0, cash: 0 },
    });
    expect(readSent(file.zip)?.map(({ setlId, total, refund }) => [setlId, total, refund])).toEqual([
      ['S1', 1000, false],
      ['S2', 250, false],
      ['S3', -1000, true],
    ]);
  });

  it('is the same bytes for the same day, over page after page', async () => {
    const day = [...Array(1203).keys()].map((index) => entry(index + 1));
    const [one, two] = [await fileOf(day), await fileOf(day)];
    expect(Buffer.from(one.zip).equals(Buffer.from(two.zip))).toBe(true);
    expect(readSent(one.zip)).toHaveLength(1203);
  });

  it('counts the account as the province does', async () => {
    const file = await fileOf([entry(1)], [], { accountInsideFunds: true, mutualAidInsideAccount: true });
    expect(await text(file.zip)).toBe('S1\tM1\tP1\t10.00\t10.00\t10.00\t0\n');
  });
});

describe('the file that comes back', () => {
  it('what the reference centre writes is read, row for row', async () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 }).map(fen);
    const row = fc.record({
      setlId: fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'0123456789ABC') }),
      mdtrtId: fc.constantFrom('M1', 'M2'),
      psnNo: fc.constantFrom('P1', 'P2'),
      refund: fc.boolean(),
      ...{ total: amount, funds: amount, account: amount },
    });
    const books = fc.uniqueArray(row, { selector: ({ setlId }) => setlId, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(books, books, async (sent, own) => {
        const results = compareBooks(
          sent,
          own.map((one) => ({ ...one, msgid: 'X' })),
        );
        const read = await readResultFile(writeResult('r.txt', results), breathe);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.map(({ setlId, result }) => [setlId, result])).toEqual(
          results.map((one) => [one.row.setlId, one.result]),
        );
        // Nothing is lost between the two books: ours plus what differs is theirs.
        const sum = (rows: readonly { readonly total: number }[]) => rows.reduce((total, { total: t }) => total + t, 0);
        const apart = read.value.reduce((total, line) => {
          const theirs = line.amounts?.total ?? 0;
          const ours = sent.find(({ setlId }) => setlId === line.setlId)?.total ?? 0;
          return total + (line.result === '2' ? -ours : line.result === '1' ? theirs : theirs - ours);
        }, 0);
        expect(sum(sent) + apart).toBe(sum(own));
      }),
    );
  });

  it.each([
    ['a header', 'psn_no\tmdtrt_id\tsetl_id\tmsgid\tstmt_rslt\trefd_setl_flag\nP\tM\tS\tX\t1\t0\n', 1],
    ['Windows line ends', 'P\tM\tS\tX\t3\t0\tmemo\t1.00\t1\t0\r\n', 1],
    ['no amounts', 'P\tM\tS\t\t2\t\t', 1],
    ['nothing', '', 0],
  ])('with %s', async (_name, content, count) => {
    const read = await readResultFile(zipped(content), breathe);
    expect(read.ok && read.value).toHaveLength(count);
  });

  it('remarks in GB 18030 do not make it unreadable', async () => {
    const line = Buffer.concat([
      Buffer.from('P\tM\tS\tX\t1\t0\t'),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('\t1\t1\t0'),
    ]);
    expect(await readResultFile(zipped(line), breathe)).toMatchObject({
      ok: true,
      value: [{ setlId: 'S', amounts: { total: 100 } }],
    });
  });

  it.each([
    ['an unknown result', 'P\tM\tS\tX\t9\t0', { line: 1 }],
    ['no setl_id', 'P\tM\t\tX\t1\t0', { line: 1 }],
    ['too few columns', 'P\tM\tS', { line: 1 }],
    ['too many', `P\tM\tS\tX\t1\t0\t\t1\t1\t1\t1`, { line: 1 }],
    ['half a fen', 'P\tM\tS\tX\t1\t0\t\t1.005\t1\t1', { line: 1 }],
    ['an id too long', `P\tM\t${'S'.repeat(31)}\tX\t1\t0`, { line: 1 }],
  ])('%s makes it a bad answer', async (_name, content, error) => {
    expect(await readResultFile(zipped(content), breathe)).toEqual({ ok: false, error });
  });

  it('a damaged zip is never half a result', async () => {
    const whole = await zipText('r.txt', 'P\tM\tS\tX\t1\t0\t\t1\t1\t0\n'.repeat(50), breathe);
    for (let at = 0; at < whole.length; at++) {
      const broken = whole.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      const read = await readResultFile(broken, breathe);
      if (read.ok) expect(read.value).toHaveLength(50);
    }
    for (let size = 0; size < whole.length; size += 7)
      expect((await readResultFile(whole.slice(0, size), breathe)).ok).toBe(false);
  });

  it('two files, or one that inflates beyond bounds, are not read', async () => {
    expect(await unzipOne(zipSync({ a: new Uint8Array(1), b: new Uint8Array(1) }), breathe)).toEqual({
      ok: false,
      error: 'notOneFile',
    });
    expect(await unzipOne(zipSync({ a: new Uint8Array(65 * 1024 * 1024) }), breathe)).toEqual({
      ok: false,
      error: 'tooLarge',
    });
  });
});
