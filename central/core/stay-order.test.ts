import { describe, expect, test } from 'vitest';
import { inputs, node, TOTAL } from '../testing/inputs.ts';
import { type Kit, makeKit, prepareVisit, show } from '../testing/kit.ts';
import { PERSON } from '../testing/people.ts';
import { prepareStay, SCOPES, scopesOf, stayInputs } from '../testing/stay-kit.ts';
import { numberText } from './json.ts';

function admitted(kit: Kit): string {
  kit.send('9001', inputs.signIn());
  return show(node(kit.send('2401', stayInputs.admit()).output, 'result')['mdtrt_id']);
}

function settled(kit: Kit, mdtrtId: string): { readonly setlId: string; readonly msgid: string } {
  const quote = node(kit.send('2303', stayInputs.settle(mdtrtId, SCOPES)).output, 'setlinfo');
  const { msgid, bytes } = kit.message('2304', stayInputs.settle(mdtrtId, scopesOf(quote)));
  return { setlId: show(node(kit.deliver(bytes).output, 'setlinfo')['setl_id']), msgid };
}

describe('the order of a stay', () => {
  test('nothing settles before discharge', () => {
    const kit = makeKit();
    const mdtrtId = admitted(kit);
    kit.send('2301', stayInputs.fees(mdtrtId));
    for (const infno of ['2303', '2304']) {
      expect(kit.send(infno, stayInputs.settle(mdtrtId, SCOPES)).message).toBe('该就诊尚未办理出院，不能结算');
    }
    expect(kit.ledger.settlements()).toEqual([]);
  });

  test('after discharge neither lines nor admission may change', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    const words = '该就诊已办理出院，请先办理出院撤销';
    expect(kit.send('2301', stayInputs.fees(mdtrtId)).message).toBe(words);
    expect(kit.send('2302', stayInputs.deleteFees(mdtrtId)).message).toBe(words);
    expect(kit.send('2403', stayInputs.change(mdtrtId)).message).toBe(words);
    expect(kit.send('2404', stayInputs.stay(mdtrtId)).message).toBe(words);
    expect(kit.send('2402', stayInputs.discharge(mdtrtId)).message).toBe(words);
  });

  test('the way back is 2305, 2405, 2302, 2404 and no other', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    const { setlId } = settled(kit, mdtrtId);
    expect(kit.send('2303', stayInputs.settle(mdtrtId, SCOPES)).message).toBe('该就诊已结算，请勿重复结算');
    expect(kit.send('2405', stayInputs.stay(mdtrtId)).message).toBe('该就诊已结算，请先撤销结算');
    expect(kit.send('2305', stayInputs.refund(mdtrtId, setlId)).infcode).toBe('0');
    expect(kit.send('2305', stayInputs.refund(mdtrtId, setlId)).message).toBe('该结算已退费，请勿重复操作');
    expect(kit.send('2405', stayInputs.stay(mdtrtId)).infcode).toBe('0');
    expect(kit.send('2405', stayInputs.stay(mdtrtId)).message).toBe('该就诊尚未办理出院');
    expect(kit.send('2404', stayInputs.stay(mdtrtId)).message).toBe('该就诊存在未撤销的费用明细');
    kit.send('2302', stayInputs.deleteFees(mdtrtId));
    expect(kit.send('2404', stayInputs.stay(mdtrtId)).infcode).toBe('0');
    expect(kit.send('2404', stayInputs.stay(mdtrtId)).message).toBe('该就诊登记已撤销');
  });

  test('a refunded stay settles anew', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    kit.send('2305', stayInputs.refund(mdtrtId, settled(kit, mdtrtId).setlId));
    expect(settled(kit, mdtrtId).setlId).toHaveLength(30);
  });

  test('a person is in hospital once, and again after discharge', () => {
    const kit = makeKit();
    const mdtrtId = admitted(kit);
    expect(kit.send('2401', stayInputs.admit('ZY2')).message).toBe('该人员正在住院，不能重复办理入院');
    kit.send('2402', stayInputs.discharge(mdtrtId));
    expect(kit.send('2401', stayInputs.admit('ZY2')).infcode).toBe('0');
    expect(kit.send('2405', stayInputs.stay(mdtrtId)).message).toBe('该人员已另行办理入院，不能撤销出院');
  });

  test('a visit and a stay have transactions of their own', () => {
    const kit = makeKit();
    const visit = prepareVisit(kit);
    const stay = prepareStay(kit);
    expect(kit.send('2404', stayInputs.stay(visit)).message).toBe('该就诊为门诊就诊，请使用门诊交易');
    const words = '该就诊为住院就诊，请使用住院交易';
    expect(kit.send('2205', inputs.deleteFees(stay)).message).toBe(words);
    expect(kit.send('2206', inputs.preSettle(stay)).message).toBe(words);
    expect(kit.send('2208', inputs.undoSettle(stay, settled(kit, stay).setlId)).message).toBe(words);
    expect(kit.send('2401', stayInputs.admit('ZY2', { med_type: '11' })).message).toBe('医疗类别11不是住院类别');
  });
});

describe('sums and days of a stay', () => {
  test.each([
    ['the sum', { medfee_sumamt: numberText('1000.00') }, `费用总额与已上传不等，已上传${TOTAL}`],
    [
      'a scope',
      { preselfpay_amt: numberText('33.00') },
      '全自费、超限价、先行自付、符合政策范围金额与已上传费用明细不一致',
    ],
    ['the day of discharge', { dscg_time: '2026-03-01' }, '出院时间与出院办理信息不符'],
    ['a settlement on the way', { mid_setl_flag: '1' }, '不支持中途结算'],
    ['another card', { mdtrt_cert_no: 'T9' }, '就诊凭证与人员编号不符'],
  ])('%s', (_name, changes, words) => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    expect(kit.send('2303', stayInputs.settle(mdtrtId, SCOPES, changes)).message).toBe(words);
  });

  test('2304 may come without scope amounts, and not with others than those of 2303', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    const other = { ...SCOPES, inscp_scp_amt: numberText('394.49') };
    expect(kit.send('2304', stayInputs.settle(mdtrtId, other)).message).toBe('data.inscp_scp_amt与预结算结果不一致');
    expect(kit.send('2304', stayInputs.settle(mdtrtId, {})).infcode).toBe('0');
  });

  test('discharge before admission, and a death without its day', () => {
    const kit = makeKit();
    const mdtrtId = admitted(kit);
    const early = stayInputs.discharge(mdtrtId, { endtime: '2026-02-19 08:00:00' });
    expect(kit.send('2402', early).message).toBe('出院时间早于入院时间');
    expect(kit.send('2402', stayInputs.discharge(mdtrtId, { dscg_way: '5' })).message).toBe('离院方式与死亡日期不符');
    const died = stayInputs.discharge(mdtrtId, { dscg_way: '5', die_date: '2026-03-02' });
    expect(kit.send('2402', died).infcode).toBe('0');
  });
});

describe('2601 of a stay’s messages', () => {
  test('of 2304: everything back, and the id refused for ever', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    const { msgid } = settled(kit, mdtrtId);
    expect(kit.ledger.insurances(PERSON.psnNo)[0]?.balance).toBe(0);
    expect(kit.send('2601', inputs.reverse(msgid, '2304')).infcode).toBe('0');
    expect(kit.ledger.insurances(PERSON.psnNo)[0]?.balance).toBe(30_000);
    expect(kit.ledger.yearUse(PERSON.psnNo, '310', '2026')).toEqual({ amounts: {}, stays: 0 });
    expect(kit.send('2304', stayInputs.settle(mdtrtId, SCOPES), { msgid }).message).toBe(
      '该报文ID已冲正，不能再次使用',
    );
  });

  test('of 2305: settled again, but not once the discharge is undone', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    const { setlId } = settled(kit, mdtrtId);
    const first = kit.message('2305', stayInputs.refund(mdtrtId, setlId));
    kit.deliver(first.bytes);
    expect(kit.send('2601', inputs.reverse(first.msgid, '2305')).infcode).toBe('0');
    expect(kit.ledger.settlement(setlId)?.state).toBe('settled');
    const second = kit.message('2305', stayInputs.refund(mdtrtId, setlId));
    kit.deliver(second.bytes);
    kit.send('2405', stayInputs.stay(mdtrtId));
    expect(kit.send('2601', inputs.reverse(second.msgid, '2305')).message).toBe('该就诊已撤销出院，退费不能冲正');
  });

  test('of 2401: as if it had never been, while nothing follows it', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    const first = kit.message('2401', stayInputs.admit());
    kit.deliver(first.bytes);
    expect(kit.send('2601', inputs.reverse(first.msgid, '2401')).infcode).toBe('0');
    expect(kit.ledger.stayOf(PERSON.psnNo)).toBeNull();
    const second = kit.message('2401', stayInputs.admit());
    const mdtrtId = show(node(kit.deliver(second.bytes).output, 'result')['mdtrt_id']);
    kit.send('2301', stayInputs.fees(mdtrtId));
    expect(kit.send('2601', inputs.reverse(second.msgid, '2401')).message).toBe('该入院登记已有后续业务，不能冲正');
  });

  test('of a 2401 that never arrived: the fence stands, so it is refused when it comes', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    const late = kit.message('2401', stayInputs.admit());
    expect(kit.send('2601', inputs.reverse(late.msgid, '2401')).message).toBe('未找到原交易报文');
    expect(kit.deliver(late.bytes).message).toBe('该报文ID已冲正，不能再次使用');
  });
});
