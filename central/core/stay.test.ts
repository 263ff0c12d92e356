import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { balanceOf, checkIdentities, fenOf, sent } from '../testing/chain.ts';
import { inputs, LINES, node, TOTAL } from '../testing/inputs.ts';
import { makeKit, prepareVisit, show } from '../testing/kit.ts';
import { INSTITUTION, PERSON } from '../testing/people.ts';
import { prepareStay, rowsOf, SCOPES, scopesOf, stayInputs, wholeLine } from '../testing/stay-kit.ts';
import { numberText } from './json.ts';

const DAYS = { begntime: '2026-02-01 00:00:00', endtime: '2026-03-31 23:59:59' };

/** Everything that a settlement moves. */
function books(kit: ReturnType<typeof makeKit>) {
  return {
    balance: balanceOf(kit),
    clinic: kit.ledger.accumulators(PERSON.psnNo, '310', '2026'),
    stays: kit.ledger.yearUse(PERSON.psnNo, '310', '2026'),
  };
}

describe('a hospital stay', () => {
  test('2401 to 2304, found by 5201, 5203 and 5303, and all the way back', () => {
    const kit = makeKit();
    const before = books(kit);
    kit.send('9001', inputs.signIn());
    const mdtrtId = show(node(sent(kit, '2401', stayInputs.admit()), 'result')['mdtrt_id']);
    expect(mdtrtId).toHaveLength(30);
    const here = sent(kit, '5303', { data: { psn_no: PERSON.psnNo, ...DAYS } });
    expect(rowsOf(here, 'data')).toMatchObject([{ mdtrt_id: mdtrtId, ipt_otp_no: 'ZY20260220001', out_flag: '0' }]);
    sent(kit, '2403', stayInputs.change(mdtrtId, { adm_bed: '14' }));
    const lines = rowsOf(sent(kit, '2301', stayInputs.fees(mdtrtId)), 'result');
    expect(lines.map((line) => show(line['inscp_scp_amt']))).toEqual(['70.48', '288.00', '0.00', '36.00']);
    sent(kit, '2402', stayInputs.discharge(mdtrtId));
    expect(rowsOf(sent(kit, '5303', { data: { psn_no: PERSON.psnNo, ...DAYS } }), 'data')).toEqual([]);

    const quote = node(sent(kit, '2303', stayInputs.settle(mdtrtId, SCOPES)), 'setlinfo');
    expect(books(kit)).toEqual(before);
    checkIdentities(quote, false);
    // All of the scope lies under the deductible of level 3 (800.00), so that the account pays first.
    expect([show(quote['act_pay_dedc']), show(quote['hifp_pay']), show(quote['clr_type'])]).toEqual([
      '394.48',
      '0.00',
      '21',
    ]);
    const settled = node(sent(kit, '2304', stayInputs.settle(mdtrtId, scopesOf(quote))), 'setlinfo');
    expect(fenOf(settled, 'acct_pay')).toBe(30_000);
    expect(balanceOf(kit)).toBe(0);

    const visit = rowsOf(sent(kit, '5201', { data: { psn_no: PERSON.psnNo, ...DAYS, med_type: '21' } }), 'data');
    expect(visit).toMatchObject([
      { mdtrt_id: mdtrtId, adm_bed: '14', dscg_bed: '14', inhosp_stas: '0', endtime: '2026-03-02 08:00:00' },
    ]);
    expect(show(visit[0]?.['ipt_days'])).toBe('10');
    const found = node(sent(kit, '5203', inputs.query(mdtrtId)), 'setlinfo');
    expect(found).toMatchObject({ begndate: '2026-02-20', enddate: '2026-03-02', clr_type: '21', refd_setl_flag: '0' });

    const refund = node(sent(kit, '2305', stayInputs.refund(mdtrtId, show(settled['setl_id']))), 'setlinfo');
    expect(refund['pdn_cash_pay']).toBeUndefined();
    expect(fenOf(refund, 'psn_cash_pay')).toBe(-fenOf(settled, 'psn_cash_pay'));
    sent(kit, '2405', stayInputs.stay(mdtrtId));
    sent(kit, '2302', stayInputs.deleteFees(mdtrtId));
    sent(kit, '2404', stayInputs.stay(mdtrtId));
    expect(books(kit)).toEqual(before);
    expect(rowsOf(sent(kit, '5201', { data: { psn_no: PERSON.psnNo, ...DAYS, med_type: '21' } }), 'data')).toEqual([]);
  });

  test('the diagnoses of both ends, and the lines as they came', () => {
    const kit = makeKit();
    const mdtrtId = prepareStay(kit);
    const ask = { data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId } };
    const diagnoses = rowsOf(sent(kit, '5202', ask), 'data');
    expect(diagnoses.map((row) => [row['inout_diag_type'], row['diag_code'], row['maindiag_flag']])).toEqual([
      ['1', 'J18.900', '1'],
      ['1', 'I10.x00', '0'],
      ['2', 'J18.900', '1'],
    ]);
    const fees = rowsOf(sent(kit, '5204', ask), 'data');
    expect(fees).toHaveLength(LINES.length);
    expect(fees[0]).toMatchObject({
      feedetl_sn: 'L1',
      rx_drord_no: 'YZ1',
      med_type: '21',
      setl_id: '',
      list_type: '101',
    });
    sent(kit, '2405', stayInputs.stay(mdtrtId));
    expect(rowsOf(sent(kit, '5202', ask), 'data')).toHaveLength(2);
  });

  test('the second stay of the year has the smaller deductible, and is the first again once that one is refunded', () => {
    const kit = makeKit(0);
    const { lines, sums } = wholeLine('5000.00');
    const settle = (number: string) => {
      const mdtrtId = prepareStay(kit, number, lines);
      const info = node(sent(kit, '2304', stayInputs.settle(mdtrtId, sums)), 'setlinfo');
      return {
        mdtrtId,
        info,
        paid: [show(info['act_pay_dedc']), show(info['hifp_pay']), show(info['pool_prop_selfpay'])],
      };
    };
    const first = settle('ZY1');
    const second = settle('ZY2');
    // Plan haichuan, level 3, in work: 85 % of 5,000.00 less 800.00, then less 400.00.
    expect([first.paid, second.paid]).toEqual([
      ['800.00', '3570.00', '0.8500'],
      ['400.00', '3910.00', '0.8500'],
    ]);
    for (const { mdtrtId, info } of [first, second]) {
      sent(kit, '2305', stayInputs.refund(mdtrtId, show(info['setl_id'])));
    }
    expect(settle('ZY3').paid).toEqual(first.paid);
  });

  test('a stay does not use up the clinic’s deductible, and 5206 tells the two apart', () => {
    const kit = makeKit(0);
    const mdtrtId = prepareStay(kit);
    const before = rowsOf(sent(kit, '5206', inputs.accumulated()), 'data');
    expect(before.map((row) => row['cum_type_code'])).toEqual(['DEDC', 'POOL', 'LARGE']);
    const quote = node(sent(kit, '2303', stayInputs.settle(mdtrtId, SCOPES)), 'setlinfo');
    sent(kit, '2304', stayInputs.settle(mdtrtId, scopesOf(quote)));
    expect(kit.ledger.accumulators(PERSON.psnNo, '310', '2026').deductible).toBe(0);
    const after = rowsOf(sent(kit, '5206', inputs.accumulated()), 'data');
    expect(after.map((row) => [row['cum_type_code'], show(row['cum'])])).toEqual([
      ['DEDC', '0.00'],
      ['POOL', '0.00'],
      ['LARGE', '0.00'],
      ['IPT_DEDC', '394.48'],
      ['IPT_POOL', '0.00'],
      ['IPT_LARGE', '0.00'],
    ]);
  });

  test('3201 keeps stays (21) apart from visits (11)', () => {
    const kit = makeKit(0);
    const mdtrtId = prepareStay(kit);
    const quote = node(sent(kit, '2303', stayInputs.settle(mdtrtId, SCOPES)), 'setlinfo');
    const info = node(sent(kit, '2304', stayInputs.settle(mdtrtId, scopesOf(quote))), 'setlinfo');
    const total = (clr_type: string, count: string) =>
      show(
        node(
          sent(kit, '3201', {
            data: {
              insutype: '310',
              clr_type,
              setl_optins: '990100',
              stmt_begndate: '2026-03-02',
              stmt_enddate: '2026-03-02',
              medfee_sumamt: count === '0' ? numberText('0.00') : info['medfee_sumamt'],
              fund_pay_sumamt: count === '0' ? numberText('0.00') : info['fund_pay_sumamt'],
              acct_pay: numberText('0.00'),
              fixmedins_setl_cnt: numberText(count),
            },
          }),
          'stmtinfo',
        )['stmt_rslt'],
      );
    expect([total('21', '1'), total('11', '0'), total('11', '1')]).toEqual(['0', '0', '2']);
  });

  test('3202 compares the rows of the clearing type it names, and of both where it names none', () => {
    const kit = makeKit(0);
    const visit = prepareVisit(kit);
    const priced = node(kit.send('2206', inputs.preSettle(visit)).output, 'setlinfo');
    sent(kit, '2207', inputs.settle(visit, priced));
    const mdtrtId = prepareStay(kit);
    const info = node(sent(kit, '2304', stayInputs.settle(mdtrtId, SCOPES)), 'setlinfo');
    const fund = show(info['fund_pay_sumamt']);
    const row = [show(info['setl_id']), mdtrtId, PERSON.psnNo, TOTAL, fund, '0.00', '0'].join('\t');
    const file = Buffer.from(zipSync({ 'a.txt': new TextEncoder().encode(`${row}\n`) })).toString('base64');
    const compared = (clr_type?: string) => {
      const upload = { in: file, filename: 'a.zip', fixmedins_code: INSTITUTION };
      const number = node(sent(kit, '9101', { fsUploadIn: upload }), 'data')['file_qury_no'];
      const detail = sent(kit, '3202', {
        data: {
          clr_type,
          setl_optins: '990100',
          file_qury_no: number,
          stmt_begndate: '2026-03-02',
          stmt_enddate: '2026-03-02',
          medfee_sumamt: numberText(TOTAL),
          fund_pay_sumamt: numberText(fund),
          cash_payamt: numberText('0.00'),
          fixmedins_setl_cnt: numberText('1'),
        },
      });
      const made = kit.ledger.file(show(node(detail, 'fileinfo')['file_qury_no']));
      const [text] = Object.values(unzipSync(made?.content ?? new Uint8Array()));
      return new TextDecoder()
        .decode(text)
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[4]);
    };
    expect(compared('21')).toEqual(['0']);
    expect(compared()).toEqual(['0', '1']);
    expect(compared('11')).toEqual(['2', '1']);
  });
});
