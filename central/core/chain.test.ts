import { describe, expect, test } from 'vitest';
import { nodesOf } from '../national/load-fields.ts';
import { balanceOf, checkIdentities, fenOf, fields, sent } from '../testing/chain.ts';
import { inputs, node, TOTAL } from '../testing/inputs.ts';
import { makeKit, prepareVisit, show } from '../testing/kit.ts';
import { PERSON } from '../testing/people.ts';
import { isList, isObject, type JsonObject, NumberText } from './json.ts';
import { checkNodes } from './validate.ts';

describe('the outpatient chain', () => {
  test('9001 to 2207, 5203, and all the way back', () => {
    const kit = makeKit();
    sent(kit, '9001', inputs.signIn());
    const person = sent(kit, '1101', inputs.person());
    expect(show(node(person, 'baseinfo')['psn_name'])).toBe('测试乙');
    const mdtrtId = show(node(sent(kit, '2201', inputs.register()), 'data')['mdtrt_id']);
    expect(mdtrtId).toHaveLength(30);
    sent(kit, '2203', inputs.describe(mdtrtId));
    const priced = sent(kit, '2204', inputs.fees(mdtrtId))['result'];
    expect(isList(priced) && priced.map((row) => isObject(row) && row['chrgitm_lv'])).toEqual(['01', '02', '03', '01']);

    const before = node(sent(kit, '2206', inputs.preSettle(mdtrtId)), 'setlinfo');
    checkIdentities(before, false);
    // 70.48 甲 · 900.00 乙: 580.00 over the ceiling of 320.00, 10 % of the rest · 50.00 丙 · 45.00: 9.00 over, the hospital's.
    expect(show(before['inscp_scp_amt'])).toBe('394.48');
    expect(show(before['overlmt_selfpay'])).toBe('589.00');
    expect(show(before['preselfpay_amt'])).toBe('32.00');
    expect(show(before['act_pay_dedc'])).toBe('300.00');
    // 60 % of 94.48, the person's 37.792 rounded once: 37.79, the fund has the rest.
    expect(show(before['hifp_pay'])).toBe('56.69');
    expect(show(before['hosp_part_amt'])).toBe('9.00');
    expect(balanceOf(kit)).toBe(30_000);

    const settle = kit.message('2207', inputs.settle(mdtrtId, before));
    const settled = kit.deliver(settle.bytes);
    const info = node(settled.output, 'setlinfo');
    checkIdentities(info, false);
    expect(checkNodes(settled.output, nodesOf(fields, '2207', 'out'))).toBeNull();
    expect(show(info['medins_setl_id'])).toBe(settle.msgid);
    expect(settled.handled.effects).toEqual([{ kind: 'settled', setlId: show(info['setl_id']) }]);
    expect(balanceOf(kit)).toBe(0);

    const found = node(sent(kit, '5203', inputs.query(mdtrtId)), 'setlinfo');
    expect(show(found['medins_setl_id'])).toBe(settle.msgid);
    expect(show(found['refd_setl_flag'])).toBe('0');
    expect(show(found['cash_payamt'])).toBe(show(info['psn_cash_pay']));
    expect(kit.send('2207', inputs.settle(mdtrtId, before)).message).toContain('请勿重复结算');

    const refunded = node(sent(kit, '2208', inputs.undoSettle(mdtrtId, show(info['setl_id']))), 'setlinfo');
    for (const name of ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'hifp_pay', 'hosp_part_amt']) {
      expect(fenOf(refunded, name), name).toBe(-fenOf(info, name) + 0);
    }
    expect(fenOf(refunded, 'pdn_cash_pay')).toBe(-fenOf(info, 'psn_cash_pay'));
    expect(refunded['psn_cash_pay']).toBeUndefined();
    expect(balanceOf(kit)).toBe(30_000);
    expect(kit.ledger.accumulators(PERSON.psnNo, '310', '2026')).toEqual({ deductible: 0, pool: 0, large: 0 });
    expect(show(node(sent(kit, '5203', inputs.query(mdtrtId)), 'setlinfo')['refd_setl_flag'])).toBe('1');
    expect(kit.send('2208', inputs.undoSettle(mdtrtId, show(info['setl_id']))).message).toContain('已退费');

    expect(kit.send('2202', inputs.cancel(mdtrtId)).message).toContain('未撤销的费用明细');
    sent(kit, '2205', inputs.deleteFees(mdtrtId));
    sent(kit, '2202', inputs.cancel(mdtrtId));
    expect(kit.send('2206', inputs.preSettle(mdtrtId)).message).toContain('已撤销');
  });

  test('the second visit of the year meets no deductible again', () => {
    const kit = makeKit();
    const settleOne = (encounter: string): JsonObject => {
      const mdtrtId = prepareVisit(kit, encounter);
      const before = node(kit.send('2206', inputs.preSettle(mdtrtId, '0')).output, 'setlinfo');
      return node(kit.send('2207', inputs.settle(mdtrtId, before, '0')).output, 'setlinfo');
    };
    expect(show(settleOne('OP1')['act_pay_dedc'])).toBe('300.00');
    const second = settleOne('OP2');
    expect(show(second['act_pay_dedc'])).toBe('0.00');
    expect(show(second['hifp_pay'])).toBe('236.69');
    expect(show(second['acct_pay'])).toBe('0.00');
  });

  test('a province that counts the account as a fund: every identity in its form', () => {
    const kit = makeKit();
    kit.set({ accountInsideFunds: true });
    const mdtrtId = prepareVisit(kit);
    const answer = kit.send('2206', inputs.preSettle(mdtrtId)).output;
    const info = node(answer, 'setlinfo');
    expect(fenOf(info, 'acct_pay')).toBeGreaterThan(0);
    checkIdentities(info, true);
    const rows = answer['setldetail'];
    const paid = isList(rows)
      ? rows.reduce<number>((sum, row) => sum + (isObject(row) ? fenOf(row, 'fund_payamt') : 0), 0)
      : -1;
    expect(paid).toBe(fenOf(info, 'fund_pay_sumamt'));
  });

  test('infcode as number or string', () => {
    const kit = makeKit();
    const code = () => {
      const text = new TextDecoder().decode(kit.send('9001', inputs.signIn()).handled.bytes);
      return /"infcode":("?-?\d+"?)/.exec(text)?.[1];
    };
    expect(code()).toBe('"0"');
    kit.set({ infcodeAs: 'number' });
    expect(code()).toBe('0');
  });

  test('amounts go out as JSON numbers with two places', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    const info = node(kit.send('2206', inputs.preSettle(mdtrtId)).output, 'setlinfo');
    expect(info['medfee_sumamt']).toBeInstanceOf(NumberText);
    expect(show(info['medfee_sumamt'])).toBe(TOTAL);
  });
});

describe('2205', () => {
  test('"0000" deletes every unsettled line, also where there is none; a named batch must exist', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    expect(kit.send('2205', inputs.deleteFees(mdtrtId, 'B9')).message).toContain('未查询到');
    expect(kit.send('2205', inputs.deleteFees(mdtrtId)).handled.effects).toEqual([
      { kind: 'feesDeleted', mdtrtId, lines: 4 },
    ]);
    expect(kit.send('2205', inputs.deleteFees(mdtrtId)).infcode).toBe('0');
    expect(kit.send('2204', inputs.fees(mdtrtId)).infcode).toBe('0');
  });
});

describe('5201 and 5203 that find nothing', () => {
  test('empty by default, a refusal by setting', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    const empty = kit.send('5203', inputs.query(mdtrtId));
    expect([empty.infcode, empty.output['setlinfo']]).toEqual(['0', null]);
    kit.set({ notFoundAs: 'refusal' });
    expect(kit.send('5203', inputs.query(mdtrtId)).message).toContain('未查询到结算信息');
  });

  test('5201 finds a registration whose answer was lost, before 2203 told its type', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    kit.send('2201', inputs.register('OPX'));
    const reply = kit.send('5201', inputs.visits());
    expect(checkNodes(reply.output, nodesOf(fields, '5201', 'out'))).toBeNull();
    const rows = reply.output['data'];
    expect(isList(rows) && rows.map((row) => isObject(row) && row['ipt_otp_no'])).toEqual(['OPX']);
  });

  test('a centre that insists on setl_id in 5203', () => {
    const kit = makeKit();
    const mdtrtId = prepareVisit(kit);
    kit.set({ settlementQueryNeedsSetlId: true });
    expect(kit.send('5203', inputs.query(mdtrtId)).message).toContain('data.setl_id');
  });
});

describe('9001 and 9002', () => {
  test('a second sign-in of the day gets the same number; after the sign-out it is worth nothing', () => {
    const kit = makeKit();
    const signIn = () => show(node(sent(kit, '9001', inputs.signIn()), 'signinoutb')['sign_no']);
    const first = signIn();
    expect(signIn()).toBe(first);
    sent(kit, '9002', inputs.signOut(first));
    expect(kit.send('1101', inputs.person()).message).toContain('重新签到');
    const second = signIn();
    expect(second).not.toBe(first);
    expect(kit.send('9002', inputs.signOut(first)).message).toContain('已签退');
    expect(kit.send('1101', inputs.person()).infcode).toBe('0');
  });
});

test('the same message twice: two visits by default, the stored answer where the centre deduplicates', () => {
  const kit = makeKit();
  kit.send('9001', inputs.signIn());
  const first = kit.message('2201', inputs.register());
  const id = () => show(node(kit.deliver(first.bytes).output, 'data')['mdtrt_id']);
  expect(id()).not.toBe(id());
  kit.set({ deduplicate: true });
  expect(id()).toBe(id());
  const changed = kit.message('2201', inputs.register('OTHER'), { msgid: first.msgid });
  expect(kit.deliver(changed.bytes).message).toContain('重复');
});
