import { describe, expect, test } from 'vitest';
import { inputs, LINES, node } from '../testing/inputs.ts';
import { makeKit, prepareVisit, show } from '../testing/kit.ts';
import { PERSON } from '../testing/people.ts';
import { numberText } from './json.ts';

/** What the reference centre does not take, in the words of its answer. */
describe('what is refused', () => {
  test('another order than 2203 before 2204', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    const mdtrtId = show(node(kit.send('2201', inputs.register()).output, 'data')['mdtrt_id']);
    expect(kit.send('2204', inputs.fees(mdtrtId)).message).toContain('2203');
  });

  test('a total that is not the sum of the lines, by one fen', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    expect(kit.send('2206', inputs.preSettle(mdtrtId, '1', '1065.49')).message).toContain('费用总额与已上传不等');
  });

  test('a line number twice: in one message, and in two', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    expect(kit.send('2204', inputs.fees(mdtrtId)).message).toContain('L1重复');
    kit.send('2205', inputs.deleteFees(mdtrtId));
    const twice = LINES.slice(0, 1).flatMap((line) => [line, line]);
    expect(kit.send('2204', inputs.fees(mdtrtId, twice)).message).toContain('L1重复');
    expect(kit.ledger.fees(mdtrtId)).toHaveLength(0);
  });

  test('an amount that is not count times price', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    const wrong = LINES.slice(0, 1).map((line) => ({ ...line, sn: 'L9', amount: '70.49' }));
    expect(kit.send('2204', inputs.fees(mdtrtId, wrong)).message).toContain('数量乘单价');
  });

  test('each scope amount of 2207 that is not 2206’s', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    const before = node(kit.send('2206', inputs.preSettle(mdtrtId)).output, 'setlinfo');
    for (const name of ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt']) {
      const reply = kit.send('2207', inputs.settle(mdtrtId, { ...before, [name]: numberText('0.01') }));
      expect(reply.message).toBe(`data.${name}与预结算结果不一致`);
    }
    expect(kit.ledger.settlements()).toHaveLength(0);
  });

  test('no sign-in, a stranger’s sign-in, and yesterday’s', () => {
    const kit = makeKit();
    expect(kit.send('1101', inputs.person()).message).toContain('envelope.sign_no');
    kit.send('9001', inputs.signIn());
    expect(kit.send('1101', inputs.person(), { opter: 'KIOSK02' }).message).toContain('签到编号无效');
    expect(kit.send('1101', inputs.person()).infcode).toBe('0');
    kit.clock.advance(24 * 3_600_000);
    expect(kit.send('1101', inputs.person()).message).toContain('重新签到');
  });

  test('a card whose 卡识别码 is another one’s, and another name', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    const data = node(inputs.person(), 'data');
    expect(kit.send('1101', { data: { ...data, card_sn: 'F'.repeat(32) } }).message).toContain('卡识别码不符');
    expect(kit.send('1101', { data: { ...data, card_sn: '' } }).message).toContain('data.card_sn');
    expect(kit.send('1101', { data: { ...data, psn_name: '测试丙' } }).message).toContain('姓名');
  });

  test('a suspended insurance, and another place of insurance', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    expect(kit.send('2201', inputs.register(), { insuplc_admdvs: '990200' }).message).toContain('参保地');
    expect(kit.send('2201', inputs.register(), { insuplc_admdvs: '' }).message).toContain('envelope.insuplc_admdvs');
    const [own] = kit.ledger.insurances(PERSON.psnNo);
    if (own !== undefined) kit.ledger.putInsurance({ ...own, status: '2' });
    expect(kit.send('2201', inputs.register()).message).toContain('参保状态不正常');
  });
});
