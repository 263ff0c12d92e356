import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentreInput, CentreOutput, Infno } from '../../common/contracts/centre/transactions.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { formatMessageId, type MessageId, type MessageIdCursor, nextCursor } from '../../common/kernel/message-id.ts';
import { fen } from '../../common/kernel/money.ts';
import { type Pii, pii } from '../../common/kernel/pii.ts';
import { checkMoneyIdentities } from '../../terminal/gateways/centre/money-identities.ts';
import type { CentreOutcome } from '../../terminal/gateways/centre/port.ts';
import { cardId, cert, INSTITUTION, line, person, type Reference, startReference } from './testing/reference.ts';

/** The terminal's client of the centre and the reference centre, which share no code but the kernel, over HTTPS. */

const rules = { accountInsideFunds: false, mutualAidInsideAccount: true };
const DAY_MS = 86_400_000;

let reference: Reference;
let cursor: MessageIdCursor | null = null;
let signNo: string | null = null;
let psnNo: Pii<string>;
let visits = 0;

beforeAll(async () => {
  reference = await startReference();
});
afterAll(() => reference.stop());

function nextId(): MessageId {
  cursor = nextCursor(cursor, Date.now());
  return formatMessageId(INSTITUTION, 1, cursor);
}

async function send<I extends Infno>(
  infno: I,
  input: CentreInput<I>,
  messageId = nextId(),
): Promise<CentreOutcome<CentreOutput<I>>> {
  const insuplcAdmdvs = infno === '9001' || infno === '1101' ? null : '990100';
  const built = reference.centre.build(infno, messageId, input, { insuplcAdmdvs, signNo });
  if (!built.ok) throw new Error(`${built.error.field}: ${built.error.problem}`);
  return reference.centre.send(built.value);
}

async function done<I extends Infno>(infno: I, input: CentreInput<I>, messageId?: MessageId): Promise<CentreOutput<I>> {
  const outcome = await send(infno, input, messageId);
  if (outcome.kind !== 'ok') throw new Error(`${infno}: ${JSON.stringify(outcome)}`);
  return outcome.output;
}

/** A visit up to its pre-settlement, and the 2207 that would settle it. */
async function presettled(): Promise<{ mdtrtId: string; settlement: CentreInput<'2207'> }> {
  const at = formatDateTime(Date.now());
  const ipt_otp_no = `OP${++visits}`;
  const doctor = { dept_code: '0301', dept_name: '内科', caty: 'A03', atddr_no: 'D1', dr_name: '王医生' };
  const registration = { psn_no: psnNo, insutype: '310', begntime: at, ...cert, ipt_otp_no, ...doctor };
  const { mdtrt_id } = (await done('2201', { data: registration })).data;
  await done('2203', {
    mdtrtinfo: { mdtrt_id, psn_no: psnNo, med_type: '11', begntime: at, birctrl_type: '' },
    diseinfo: [
      {
        diag_type: '1',
        diag_srt_no: '1',
        diag_code: 'I10.x00',
        diag_name: '高血压',
        diag_dept: '内科',
        dise_dor_no: 'D1',
        dise_dor_name: '王医生',
        diag_time: at,
        vali_flag: '1',
      },
    ],
  });
  const fees = await done('2204', {
    feedetail: [
      {
        feedetl_sn: line.lineId,
        mdtrt_id,
        psn_no: psnNo,
        chrg_bchno: 'B1',
        rx_circ_flag: '0',
        fee_ocur_time: at,
        med_list_codg: line.nationalCode,
        medins_list_codg: line.hospitalCode,
        det_item_fee_sumamt: fen(90048),
        cnt: line.count,
        pric: line.unitPrice,
        bilg_dept_codg: '0301',
        bilg_dept_name: '内科',
        bilg_dr_codg: 'D1',
        bilg_dr_name: '王医生',
        hosp_appr_flag: '0',
        tcmdrug_used_way: '0',
        etip_flag: '0',
        dscg_tkdrug_flag: '0',
        matn_fee_flag: '0',
      },
    ],
  });
  expect(fees.result).toMatchObject([{ feedetl_sn: 'L1', det_item_fee_sumamt: 90048, chrgitm_lv: '01' }]);
  const ask = {
    psn_no: psnNo,
    ...cert,
    med_type: '11',
    medfee_sumamt: fen(90048),
    psn_setlway: '01',
    mdtrt_id,
    chrg_bchno: 'B1',
    acct_used_flag: '1',
    insutype: '310',
  };
  const { setlinfo } = await done('2206', { data: ask });
  expect(checkMoneyIdentities(setlinfo, rules)).toMatchObject({ ok: true, value: { total: 90048 } });
  const { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = setlinfo;
  const scope = { fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt };
  return { mdtrtId: mdtrt_id, settlement: { data: { ...ask, ...scope } } };
}

describe('the centre', () => {
  it('signs in, knows the person, and settles, finds, refunds and cancels a visit', async () => {
    const signIn = { opter_no: 'KIOSK01', mac: '00-00-5E-00-53-01', ip: '127.0.0.1' };
    signNo = (await done('9001', { signIn })).signinoutb.sign_no;
    const found = await done('1101', {
      data: {
        ...cert,
        card_sn: pii(cardId),
        psn_cert_type: '01',
        certno: pii(person.identityNumber),
        psn_name: pii(person.name),
      },
    });
    expect(found.insuinfo).toMatchObject([
      { insutype: '310', psn_insu_stas: '1', insuplc_admdvs: '990100', balc: 50000 },
    ]);
    psnNo = found.baseinfo.psn_no;

    const { mdtrtId, settlement } = await presettled();
    const messageId = nextId();
    const settled = await done('2207', settlement, messageId);
    const split = checkMoneyIdentities(settled.setlinfo, rules);
    expect(split).toMatchObject({ ok: true, value: { total: 90048 } });

    const query = await done('5203', { data: { psn_no: psnNo, mdtrt_id: mdtrtId } });
    expect(query.setlinfo).toMatchObject([
      { medins_setl_id: messageId, setl_id: settled.setlinfo.setl_id, refd_setl_flag: '0' },
    ]);
    const [row] = query.setlinfo;
    if (row === undefined) throw new Error('no row');
    expect(checkMoneyIdentities(row, rules)).toEqual(split);

    const begntime = `${formatDate(Date.now() - DAY_MS)} 00:00:00`;
    const endtime = `${formatDate(Date.now())} 23:59:59`;
    const visitsToday = await done('5201', { data: { psn_no: psnNo, begntime, endtime, med_type: '11' } });
    expect(visitsToday.data).toMatchObject([{ mdtrt_id: mdtrtId, ipt_otp_no: `OP${visits}` }]);

    const ours = { psn_no: psnNo, mdtrt_id: mdtrtId };
    const refunded = await done('2208', { data: { setl_id: settled.setlinfo.setl_id, ...ours } });
    expect(refunded.setlinfo.medfee_sumamt).toBe(-90048);
    await done('2205', { data: { ...ours, chrg_bchno: '0000' } });
    await done('2202', { data: { ...ours, ipt_otp_no: `OP${visits}` } });
  });

  it('in a province that counts the account as a fund, the split is the same', async () => {
    const { settlement } = await presettled();
    const plain = checkMoneyIdentities((await done('2206', { data: settlement.data })).setlinfo, rules);
    await reference.admin('/admin/settings', { accountInsideFunds: true });
    const { setlinfo } = await done('2206', { data: settlement.data });
    await reference.admin('/admin/settings', { accountInsideFunds: false });
    expect(checkMoneyIdentities(setlinfo, rules)).toMatchObject({ ok: false });
    expect(checkMoneyIdentities(setlinfo, { ...rules, accountInsideFunds: true })).toEqual(plain);
  });

  it.each([
    ['loseReplyAfterCommit', { kind: 'unknown', reason: 'reset' }, true],
    ['loseBeforeCommit', { kind: 'unknown', reason: 'reset' }, false],
    ['http500', { kind: 'unknown', reason: 'status' }, false],
    ['http404html', { kind: 'unknown', reason: 'status' }, false],
    ['http409', { kind: 'unknown', reason: 'status' }, false],
    ['http429', { kind: 'unknown', reason: 'status', retryAfterMs: 1000 }, false],
    ['garbage', { kind: 'unknown', reason: 'unparsable' }, true],
    ['halfBody', { kind: 'unknown', reason: 'reset' }, true],
    ['slowDrip', { kind: 'unknown', reason: 'timeout' }, true],
    ['redirect307', { kind: 'unknown', reason: 'redirect' }, false],
    ['nullOutput', { kind: 'unknown', reason: 'noOutput' }, true],
    ['infcodeNumber', { kind: 'ok' }, true],
    ['businessRefusal', { kind: 'refused', infcode: '-1' }, false],
    ['systemError', { kind: 'unknown', reason: 'systemError' }, false],
    ['tlsReset', { kind: 'notSent', reason: 'tls' }, false],
  ])('2207 under %s', async (kind, expected, committed) => {
    const { mdtrtId, settlement } = await presettled();
    const messageId = nextId();
    await reference.admin('/admin/faults', {
      arm: [{ target: 'centre', kind, ...(kind === 'tlsReset' ? {} : { infno: '2207' }) }],
    });
    expect(await send('2207', settlement, messageId)).toMatchObject(expected);
    const query = await send('5203', { data: { psn_no: psnNo, mdtrt_id: mdtrtId } });
    const rows = query.kind === 'ok' ? query.output.setlinfo : [];
    expect(rows.filter((row) => row.medins_setl_id === messageId)).toHaveLength(committed ? 1 : 0);
  });
});
