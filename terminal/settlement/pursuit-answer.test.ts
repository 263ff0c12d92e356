import { describe, expect, it } from 'vitest';
import { settledSchema } from '../../common/contracts/centre/settlement-output.ts';
import { done, notSent, refused, silent } from './testing/calls.ts';
import { FOUND, MISSING, pursuitKit, REFUSED, SILENT } from './testing/pursuit.ts';
import { TOTAL, WAITS } from './testing/settlement.ts';

const settled = (changes: object = {}) =>
  done<'2207'>({
    setlinfo: settledSchema.parse({
      mdtrt_id: 'M1',
      setl_id: 'S1',
      psn_no: 'P1',
      setl_time: '2026-03-02 09:00:05',
      medfee_sumamt: '1065.48',
      fulamt_ownpay_amt: '0',
      overlmt_selfpay: '0',
      preselfpay_amt: '0',
      inscp_scp_amt: '1065.48',
      fund_pay_sumamt: '0',
      psn_part_amt: '1065.48',
      acct_pay: '65.48',
      psn_cash_pay: '1000.00',
      hosp_part_amt: '0',
      balc: '0',
      acct_mulaid_pay: '0',
      ...changes,
    }),
    setldetail: [],
  });

describe('the answer to 2207', () => {
  it('settles with the centre’s figures, and is kept', async () => {
    const s = pursuitKit({ answer: () => settled() });
    expect(await s.send()).toMatchObject({
      state: 'settled',
      setlId: 'S1',
      setlTime: '2026-03-02 09:00:05',
      foundBy: 'answer',
      splitSettled: { total: TOTAL, cash: 100_000 },
    });
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe('ok');
  });

  it.each([
    ['', 'settled'],
    ['H-another', 'unknown'],
  ])('that names the message "%s" leaves it %s', async (named, state) => {
    expect((await pursuitKit({ answer: () => settled({ medins_setl_id: named }) }).send()).state).toBe(state);
  });

  it('that names ours is ours', async () => {
    const s: ReturnType<typeof pursuitKit> = pursuitKit({
      answer: () => settled({ medins_setl_id: s.row().messageId }),
    });
    expect((await s.send()).state).toBe('settled');
  });

  it.each([
    ['another person’s', settled({ psn_no: 'P2' }), 'unknown', 'ok'],
    ['lost', silent, 'unknown', 'unknown'],
    ['of one that never left', notSent, 'notSent', 'notSent'],
  ] as const)('%s', async (_words, answer, state, kept) => {
    const s = pursuitKit({ answer: () => answer });
    expect((await s.send()).state).toBe(state);
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe(kept);
    if (state === 'notSent') expect(s.row().failure).toEqual({ code: 'CENTRE_UNREACHABLE', reason: null });
  });

  it('a refusal is believed where 5203 shows twice that there is nothing', async () => {
    const s = pursuitKit({ answer: () => refused('余额不足'), looks: [MISSING] });
    expect(await s.send()).toMatchObject({
      state: 'refused',
      failure: { code: 'CENTRE_REFUSED', reason: '余额不足' },
    });
    expect(s.looked.map(({ at }) => at)).toEqual([40, 40 + WAITS.queryGapMs]);
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe('refused');
  });

  it.each([
    ['nothing, and then it', [MISSING, FOUND], 0],
    ['it', [FOUND], 0],
    ['no answer', [SILENT], 0],
    ['a refusal, which may come of a stale sign-in', [REFUSED], 1],
  ] as const)('a refusal is not believed where 5203 shows %s', async (_words, looks, forgotten) => {
    const s = pursuitKit({ answer: () => refused(), looks });
    expect((await s.send()).state).toBe('unknown');
    expect(s.store.messages.get(s.row().messageRow)?.outcome).toBe('refused');
    expect(s.forgotten).toHaveLength(forgotten);
    expect(s.looked).toHaveLength(looks.length);
  });

  it('a refusal is not believed by who was stopped meanwhile', async () => {
    const s = pursuitKit({ answer: () => refused(), looks: [MISSING], onLook: (stop) => stop() });
    expect((await s.send()).state).toBe('unknown');
  });

  it('a refusal of a centre that cannot be asked is believed', async () => {
    const s = pursuitKit({ answer: () => refused(), needsSetlId: true });
    expect((await s.send()).state).toBe('refused');
    expect(s.looked).toEqual([]);
  });
});
