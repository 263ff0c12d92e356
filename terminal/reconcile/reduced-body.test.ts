import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { reducedBody } from './reduced-body.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (infno: string, text: string) =>
  JSON.parse(new TextDecoder().decode(reducedBody(infno, bytes(text)))) as {
    reduced: { sha256: string; bytes: number };
    amounts: object[];
  };

it('keeps hash, length and sums, to the last digit as they were written, and nothing of a person', () => {
  const text =
    '{"infcode":"0","output":{"setlinfo":{"psn_no":"99010000001","psn_name":"测试员","certno":"99013119800101000X","setl_id":"S1","medfee_sumamt":1065.480,"fund_pay_sumamt":"700.00","acct_pay":0}}}';
  const sha256 = createHash('sha256').update(text).digest('hex');
  const kept = read('2207', text);
  expect(kept).toEqual({
    reduced: { sha256, bytes: bytes(text).length },
    amounts: [{ medfee_sumamt: '1065.480', fund_pay_sumamt: '700.00', acct_pay: '0', setl_id: 'S1' }],
  });
  for (const secret of ['测试员', '99013119800101000X', '99010000001'])
    expect(JSON.stringify(kept)).not.toContain(secret);
});

it('finds sums in lists and in requests, and none where there are none', () => {
  const two = '{"output":{"setlinfo":[{"setl_id":"A","medfee_sumamt":1},{"setl_id":"B","medfee_sumamt":2}]}}';
  expect(read('5203', two).amounts).toHaveLength(2);
  expect(read('2207', '{"input":{"data":{"psn_no":"9901","medfee_sumamt":12.30}}}').amounts).toEqual([
    { medfee_sumamt: '12.30' },
  ]);
  for (const text of ['', 'no JSON', 'null', '[]', '{"output":null}', '{"output":{"data":"text"}}', '7']) {
    expect(read('1101', text).amounts).toEqual([]);
  }
});

it('a file is a hash alone', () => {
  expect(read('9102', '{"output":{"data":{"medfee_sumamt":1}}}').amounts).toEqual([]);
});
