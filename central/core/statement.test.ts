import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { inputs, type Kit, makeKit, node, prepareVisit, show } from '../testing/kit.ts';
import { INSTITUTION } from '../testing/people.ts';
import { type JsonObject, numberText } from './json.ts';
import { readSent } from './statement/files.ts';

const DAY = '2026-03-02';
let kit: Kit;
beforeEach(() => {
  kit = makeKit(1_000_000);
  kit.send('9001', inputs.signIn());
});

/** Settles one visit; its setl_id and amounts. */
function settle(id: string): { setlId: string; mdtrtId: string; info: JsonObject } {
  const mdtrtId = prepareVisit(kit, id);
  const priced = node(kit.send('2206', inputs.preSettle(mdtrtId)).output, 'setlinfo');
  const info = node(kit.send('2207', inputs.settle(mdtrtId, priced)).output, 'setlinfo');
  return { setlId: show(info['setl_id']), mdtrtId, info };
}

const total = (count: number, fee: string, fund: string, acct: string, more: JsonObject = {}): JsonObject => ({
  data: {
    ...{ insutype: '310', clr_type: '11', setl_optins: '990100', stmt_begndate: DAY, stmt_enddate: DAY },
    ...{ medfee_sumamt: numberText(fee), fund_pay_sumamt: numberText(fund), acct_pay: numberText(acct) },
    ...{ fixmedins_setl_cnt: numberText(String(count)) },
    ...more,
  },
});
const result = (input: JsonObject): string => show(node(kit.send('3201', input).output, 'stmtinfo')['stmt_rslt']);

const zip = (lines: readonly string[]): string =>
  Buffer.from(zipSync({ 'a.txt': new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')) })).toString(
    'base64',
  );
const upload = (file: string, institution = INSTITUTION) =>
  kit.send('9101', { fsUploadIn: { in: file, filename: 'a.zip', fixmedins_code: institution } });
const numberOf = (reply: ReturnType<typeof upload>): string => show(node(reply.output, 'data')['file_qury_no']);
const detail = (file: string, count: number, fee: string, fund: string) =>
  kit.send('3202', {
    data: {
      ...{ clr_type: '11', setl_optins: '990100', file_qury_no: file, stmt_begndate: DAY, stmt_enddate: DAY },
      ...{ medfee_sumamt: numberText(fee), fund_pay_sumamt: numberText(fund), cash_payamt: numberText('0') },
      fixmedins_setl_cnt: numberText(String(count)),
    },
  });

describe('3201', () => {
  it('compares count and sums of the day, the institution and the insurance type', () => {
    expect(result(total(0, '0', '0', '0'))).toBe('0');
    const { info } = settle('OP1');
    const [fee, fund, acct] = ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay'].map((name) => show(info[name])) as [
      string,
      string,
      string,
    ];
    expect(result(total(1, fee, fund, acct))).toBe('0');
    expect(result(total(0, '0', '0', '0'))).toBe('1');
    expect(result(total(2, fee, fund, acct))).toBe('2');
    expect(result(total(1, fee, fund, '0.01'))).toBe('3');
    expect(result(total(0, '0', '0', '0', { insutype: '390' }))).toBe('0');
    expect(result(total(0, '0', '0', '0', { stmt_begndate: '2026-03-03', stmt_enddate: '2026-03-03' }))).toBe('0');
    expect(result(total(0, '0', '0', '0', { clr_type: '21' }))).toBe('0');
  });

  it('a refund counts with negative amounts; what was reversed does not count', () => {
    const one = settle('OP1');
    kit.send('2208', inputs.undoSettle(one.mdtrtId, one.setlId));
    expect(result(total(2, '0', '0', '0'))).toBe('0');
    const other = settle('OP2');
    const msgid = kit.ledger.settlement(other.setlId)?.msgid ?? '';
    kit.send('2601', inputs.reverse(msgid));
    expect(result(total(2, '0', '0', '0'))).toBe('0');
  });

  it('refuses days that are none, or the wrong way round', () => {
    const wrong = total(0, '0', '0', '0', { stmt_begndate: '2026-03-03' });
    expect(kit.send('3201', wrong).message).toContain('对账日期');
    expect(kit.send('3201', total(0, '0', '0', '0', { stmt_begndate: '2026-02-30' })).infcode).toBe('-1');
  });
});

describe('9101, 3202, 9102', () => {
  it('compares the rows, and gives the result as a file of its own', () => {
    const [one, two] = [settle('OP1'), settle('OP2')];
    const row = (of: typeof one, fee = show(of.info['medfee_sumamt'])): string =>
      [
        of.setlId,
        of.mdtrtId,
        show(of.info['psn_no']),
        fee,
        show(of.info['fund_pay_sumamt']),
        show(of.info['acct_pay']),
        '0',
      ].join('\t');
    const psn = kit.ledger.settlement(one.setlId)?.psnNo ?? '';
    const lines = [
      row({ ...one, info: { ...one.info, psn_no: psn } }, '1065.47'),
      `S9\tM9\t${psn}\t1.00\t0.00\t0.00\t0`,
    ];
    const fund = show(one.info['fund_pay_sumamt']);
    const uploaded = upload(zip(lines));
    expect(uploaded.handled.effects).toMatchObject([{ kind: 'fileStored' }]);
    const compared = detail(numberOf(uploaded), 2, '1066.47', fund);
    const info = node(compared.output, 'fileinfo');
    const download = { file_qury_no: show(info['file_qury_no']), filename: show(info['filename']) };
    const { handled } = kit.send('9102', { fsDownloadIn: { ...download, fixmedins_code: INSTITUTION } });
    expect([handled.ok, handled.file]).toEqual([true, true]);
    expect(Buffer.from(handled.bytes.subarray(0, 2)).toString()).toBe('PK');
    expect(two.setlId).not.toBe(one.setlId);
  });

  it('takes the bytes as base64 or one by one, as Java signs them', () => {
    const file = Buffer.from(zip(['S1\tM1\tP1\t1.00\t0.00\t0.00\t0']), 'base64');
    const signed = [...file].map((byte) => numberText(String(byte > 127 ? byte - 256 : byte)));
    const fsUploadIn = { in: signed, filename: 'a.zip', fixmedins_code: INSTITUTION };
    const reply = kit.send('9101', { fsUploadIn });
    const kept = kit.ledger.file(show(node(reply.output, 'data')['file_qury_no']));
    expect(Buffer.from(kept?.content ?? []).equals(file)).toBe(true);
    expect(readSent(file)).toMatchObject([{ setlId: 'S1', total: 100 }]);
  });

  it.each([
    ['another institution', () => upload(zip([]), 'H00000000000').message, '医药机构编号'],
    ['no file data', () => upload('%%').message, '文件数据'],
    ['an unknown number', () => detail('none', 0, '0', '0').message, '文件查询号不存在'],
    [
      'no zip',
      () => detail(numberOf(upload(Buffer.from('text').toString('base64'))), 0, '0', '0').message,
      '格式不正确',
    ],
    ['a row too short', () => detail(numberOf(upload(zip(['S1\tM1']))), 0, '0', '0').message, '格式不正确'],
    ['other sums', () => detail(numberOf(upload(zip([]))), 0, '0.01', '0').message, '金额不符'],
    ['another count', () => detail(numberOf(upload(zip([]))), 1, '0', '0').message, '笔数不符'],
  ])('%s is refused', (_name, ask, words) => {
    expect(ask()).toContain(words);
  });

  it('a result is not given out under another name, nor after its time', () => {
    const info = node(detail(numberOf(upload(zip([]))), 0, '0', '0').output, 'fileinfo');
    const [file_qury_no, filename] = [show(info['file_qury_no']), show(info['filename'])];
    const ask = (name: string) =>
      kit.send('9102', { fsDownloadIn: { file_qury_no, filename: name, fixmedins_code: INSTITUTION } });
    expect(ask('other.zip').message).toContain('文件名');
    expect(ask(filename).handled.ok).toBe(true);
    kit.clock.advance(3 * 86_400_000 + 1000);
    kit.send('9001', inputs.signIn());
    expect(ask(filename).message).toContain('下载截止时间');
  });
});

describe('books that are switched to disagree', () => {
  it.each([
    [{ kind: 'missing', nth: 0, fen: fen(1) }, '2'],
    [{ kind: 'amount', nth: 0, fen: fen(1) }, '3'],
    [{ kind: 'extra', nth: 0, fen: fen(1) }, '1'],
    [{ kind: 'refunded', nth: 0, fen: fen(1) }, '1'],
    [{ kind: 'missing', nth: 9, fen: fen(1) }, '0'],
  ] as const)('%o', (one, expected) => {
    const { info } = settle('OP1');
    const same = total(1, show(info['medfee_sumamt']), show(info['fund_pay_sumamt']), show(info['acct_pay']));
    expect(result(same)).toBe('0');
    kit.set({ statement: [one] });
    expect(result(same)).toBe(expected);
    // The ledger keeps the truth.
    expect(kit.ledger.settlements()).toHaveLength(1);
  });
});
