import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentreInput, CentreOutput, Infno } from '../../common/contracts/centre/transactions.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { formatMessageId, type MessageId, type MessageIdCursor, nextCursor } from '../../common/kernel/message-id.ts';
import { addFen, fen } from '../../common/kernel/money.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { cardId, cert, INSTITUTION, line, person, type Reference, startReference } from './testing/reference.ts';

/** A hospital stay between the terminal's client of the centre and the reference centre, over HTTPS. */

const DAY_MS = 86_400_000;

let reference: Reference;
let cursor: MessageIdCursor | null = null;
let signNo: string | null = null;
let psnNo: Pii<string>;
let stays = 0;

function nextId(): MessageId {
  cursor = nextCursor(cursor, Date.now());
  return formatMessageId(INSTITUTION, 1, cursor);
}

async function send<I extends Infno>(infno: I, input: CentreInput<I>, messageId = nextId()) {
  const insuplcAdmdvs = ['9001', '9002', '1101', '1901'].includes(infno) ? null : '990100';
  const built = reference.centre.build(infno, messageId, input, { insuplcAdmdvs, signNo });
  if (!built.ok) throw new Error(`${built.error.field}: ${built.error.problem}`);
  return reference.centre.send(built.value);
}

async function done<I extends Infno>(infno: I, input: CentreInput<I>, messageId?: MessageId): Promise<CentreOutput<I>> {
  const outcome = await send(infno, input, messageId);
  if (outcome.kind !== 'ok') throw new Error(`${infno}: ${JSON.stringify(outcome)}`);
  return outcome.output;
}

beforeAll(async () => {
  reference = await startReference();
  const signIn = { opter_no: 'KIOSK01', mac: '00-00-5E-00-53-01', ip: '127.0.0.1' };
  signNo = (await done('9001', { signIn })).signinoutb.sign_no;
  const { identityNumber, name } = person;
  const ask = { ...cert, card_sn: pii(cardId), psn_cert_type: '01', certno: pii(identityNumber), psn_name: pii(name) };
  psnNo = (await done('1101', { data: ask })).baseinfo.psn_no;
});
afterAll(() => reference.stop());

const NO_MATERNITY = { matn_type: '', birctrl_type: '', latechb_flag: '0', pret_flag: '0' };

function diagnosis() {
  const who = { diag_dept: '呼吸内科', dise_dor_no: 'D1', dise_dor_name: '王医生' };
  const what = { diag_type: '1', maindiag_flag: '1', diag_srt_no: '1', diag_code: 'J18.900', diag_name: '肺炎' };
  return { psn_no: psnNo, ...what, ...who, diag_time: formatDateTime(Date.now()) };
}

/** Admitted yesterday, one line of 900.48, discharged now; and the 2304 that would settle it. */
async function discharged() {
  const [from, until] = [Date.now() - DAY_MS, Date.now()];
  const number = `ZY${++stays}`;
  const admission = {
    begntime: formatDateTime(from),
    mdtrt_cert_type: cert.mdtrt_cert_type,
    med_type: '21',
    atddr_no: 'D1',
    chfpdr_name: '王医生',
    adm_diag_dscr: '肺炎',
    adm_dept_codg: '0302',
    adm_dept_name: '呼吸内科',
    adm_bed: '12',
    dscg_maindiag_code: 'J18.900',
    dscg_maindiag_name: '肺炎',
    ...NO_MATERNITY,
  };
  const mdtrtinfo = { psn_no: psnNo, insutype: '310', mdtrt_cert_no: cert.mdtrt_cert_no, ipt_no: number, ...admission };
  const { mdtrt_id } = (await done('2401', { mdtrtinfo, diseinfo: [diagnosis()] })).result;
  const ours = { mdtrt_id, psn_no: psnNo };
  const days = { begntime: formatDateTime(from - DAY_MS), endtime: formatDateTime(until) };
  const here = (await done('5303', { data: { psn_no: psnNo, ...days } })).data;
  expect(here).toMatchObject([{ mdtrt_id, ipt_otp_no: number }]);
  const adminfo = { ...ours, ipt_otp_no: number, ...admission, adm_bed: '14' };
  await done('2403', { adminfo, diseinfo: [{ mdtrt_id, ...diagnosis() }] });
  const fee = {
    feedetl_sn: line.lineId,
    ...ours,
    med_type: '21',
    fee_ocur_time: formatDateTime(from),
    med_list_codg: line.nationalCode,
    medins_list_codg: line.hospitalCode,
    det_item_fee_sumamt: fen(90048),
    cnt: line.count,
    pric: line.unitPrice,
    bilg_dept_codg: '0302',
    bilg_dept_name: '呼吸内科',
    bilg_dr_codg: 'D1',
    bilg_dr_name: '王医生',
    hosp_appr_flag: '0',
    tcmdrug_used_way: '0',
    etip_flag: '0',
    dscg_tkdrug_flag: '0',
    matn_fee_flag: '0',
  };
  const { result } = await done('2301', { feedetail: [fee] });
  const [ruled] = result;
  if (ruled === undefined) throw new Error('no ruling');
  const left = { dscg_dept_codg: '0302', dscg_dept_name: '呼吸内科', dscg_bed: '14', dscg_way: '1' };
  const dscginfo = {
    ...ours,
    insutype: '310',
    endtime: formatDateTime(until),
    ...NO_MATERNITY,
    cop_flag: '0',
    ...left,
  };
  await done('2402', { dscginfo, diseinfo: [diagnosis()] });
  const settlement = {
    psn_no: psnNo,
    ...cert,
    medfee_sumamt: fen(90048),
    psn_setlway: '01',
    mdtrt_id,
    acct_used_flag: '1',
    insutype: '310',
    mid_setl_flag: '0',
    fulamt_ownpay_amt: ruled.fulamt_ownpay_amt ?? fen(0),
    overlmt_selfpay: ruled.overlmt_amt ?? fen(0),
    preselfpay_amt: ruled.preselfpay_amt ?? fen(0),
    inscp_scp_amt: ruled.inscp_scp_amt ?? fen(0),
    dscg_time: formatDate(until),
  };
  return { ours, days, settlement };
}

describe('a stay', () => {
  it('is entitled, admitted, settled, found, refunded and cancelled', async () => {
    const check = { psn_no: psnNo, insutype: '310', fixmedins_code: INSTITUTION, med_type: '21', matn_type: '' };
    const begntime = formatDateTime(Date.now());
    const { data } = await done('2001', { data: { ...check, birctrl_type: '', begntime } });
    expect(data[0]).toMatchObject({ fund_pay_type: '310100', trt_enjymnt_flag: '1' });

    const { ours, days, settlement } = await discharged();
    const { setlinfo: quote } = await done('2303', { data: settlement });
    const messageId = nextId();
    const { setlinfo } = await done('2304', { data: settlement }, messageId);
    expect({ ...setlinfo, setl_id: '', medins_setl_id: '', setl_time: '' }).toEqual({
      ...quote,
      setl_id: '',
      medins_setl_id: '',
      setl_time: '',
    });
    // Two units of which 38.50 each lie within the limit: all of it is below the deductible of 700.00.
    expect(setlinfo).toMatchObject({ clr_type: '21', overlmt_selfpay: 82348, act_pay_dedc: 7700, fund_pay_sumamt: 0 });
    expect(addFen(setlinfo.acct_pay, setlinfo.psn_cash_pay)).toBe(90048);

    const found = await done('5203', { data: { psn_no: psnNo, mdtrt_id: ours.mdtrt_id } });
    expect(found.setlinfo).toMatchObject([{ medins_setl_id: messageId, clr_type: '21', refd_setl_flag: '0' }]);
    const fees = await done('5204', { data: { ...ours, setl_id: setlinfo.setl_id } });
    expect(fees.data).toMatchObject([{ feedetl_sn: line.lineId, det_item_fee_sumamt: 90048, med_type: '21' }]);
    const ends = await done('5202', { data: ours });
    expect(ends.data.map((row) => row.inout_diag_type)).toEqual(['1', '2']);
    const visits = await done('5201', { data: { psn_no: psnNo, ...days, med_type: '21' } });
    expect(visits.data).toMatchObject([{ mdtrt_id: ours.mdtrt_id, adm_bed: '14', inhosp_stas: '0', ipt_days: '1' }]);

    const refunded = await done('2305', { data: { setl_id: setlinfo.setl_id, ...ours } });
    expect(refunded.setlinfo).toMatchObject({ medfee_sumamt: -90048, psn_cash_pay: -setlinfo.psn_cash_pay });
    await done('2405', { data: ours });
    await done('2302', { data: { feedetl_sn: '0000', ...ours } });
    await done('2404', { data: ours });
  });

  it.each([
    ['loseReplyAfterCommit', true],
    ['loseBeforeCommit', false],
    ['http500', false],
    ['garbage', true],
    ['nullOutput', true],
    ['systemError', false],
  ])('2304 under %s is unknown, and 5203 and 2601 settle it', async (kind, committed) => {
    const { ours, settlement } = await discharged();
    const messageId = nextId();
    await reference.admin('/admin/faults', { arm: [{ target: 'centre', kind, infno: '2304' }] });
    expect(await send('2304', { data: settlement }, messageId)).toMatchObject({ kind: 'unknown' });
    const query = await done('5203', { data: { psn_no: psnNo, mdtrt_id: ours.mdtrt_id } });
    expect(query.setlinfo.map((row) => row.medins_setl_id)).toEqual(committed ? [messageId] : []);
    const reversal = await send('2601', { data: { psn_no: psnNo, omsgid: messageId, oinfno: '2304' } });
    expect(reversal.kind).toBe(committed ? 'ok' : 'refused');
    const late = await send('2304', { data: settlement }, messageId);
    expect(late).toMatchObject({ kind: 'refused', message: '该报文ID已冲正，不能再次使用' });
    await done('2405', { data: ours });
    await done('2302', { data: { feedetl_sn: '0000', ...ours } });
    await done('2404', { data: ours });
  });
});

it('code tables, what is filed, and the end of the shift', async () => {
  const ask = { type: 'dscg_way', parentValue: '', admdvs: '990100', date: formatDate(Date.now()), valiFlag: '1' };
  const { list } = await done('1901', { data: ask });
  expect(list[0]).toMatchObject({ value: '1', label: '医嘱离院' });
  expect((await done('5301', { data: { psn_no: psnNo } })).feedetail).toEqual([]);
  const { identityNumber, name, cardNumber } = person;
  const insurance = { insutype: '310', psnType: '12', balance: '500.00', division: '990100' };
  const filings = { chronic: [{ code: 'M03900', name: '高血压', from: '2026-01-01' }] };
  await reference.admin('/admin/people', {
    people: [{ identityNumber, name, cardNumber, cardId, sex: '2', insurances: [insurance], filings }],
  });
  const { feedetail } = await done('5301', { data: { psn_no: psnNo } });
  expect(feedetail).toMatchObject([{ opsp_dise_code: 'M03900', begndate: '2026-01-01' }]);
  expect(unwrapPii(psnNo)).toMatch(/^990100/);
  const out = { sign_no: signNo ?? '', opter_no: 'KIOSK01' };
  expect((await done('9002', { signOut: out })).data.sign_time).toBeDefined();
  expect(await send('9002', { signOut: out })).toMatchObject({ kind: 'refused' });
});
