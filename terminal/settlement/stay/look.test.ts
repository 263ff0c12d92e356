import { describe, expect, it } from 'vitest';
import type { CentreOutput } from '../../../common/contracts/centre/transactions.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { done, refused, silent, tooLong } from '../testing/calls.ts';
import { STAY_ID } from '../testing/stay.ts';
import { stayKit } from '../testing/stay-kit.ts';

const found = (...rows: readonly (readonly [mdtrtId: string, number: string])[]) =>
  done<'5201'>({
    data: rows.map(([mdtrt_id, ipt_otp_no]) => ({ mdtrt_id, ipt_otp_no })),
  } as unknown as CentreOutput<'5201'>);
const inHospitalBy = (...rows: readonly (readonly [mdtrtId: string, psnNo: string])[]) =>
  done<'5303'>({
    data: rows.map(([mdtrt_id, psn_no]) => ({ mdtrt_id, psn_no: pii(psn_no) })),
  } as unknown as CentreOutput<'5303'>);
const nobody = inHospitalBy();
const unreachable = { ok: false, error: { code: 'CENTRE_UNREACHABLE' } };

type Said = ReturnType<Parameters<typeof stayKit>[0] & {}>;
/** A stay whose number nobody knows yet, and what 5201 and 5303 say of it. */
function lookFor(visits: Said | readonly Said[], stays: Said | readonly Said[] = nobody) {
  const nth = (said: Said | readonly Said[], at: number): Said => {
    if ('kind' in said || 'field' in said) return said;
    return said[at] ?? silent;
  };
  const k = stayKit((infno, _input, at) => nth(infno === '5201' ? visits : stays, at));
  k.store.transaction(() => k.store.stays.change(k.row().id, { state: 'cancelled' }, 0));
  const row = k.insert();
  return { ...k, row, seen: () => k.look(row) };
}

describe('a stay whose 2401 got no answer', () => {
  it('has the number that 5201 names last for ours, and none that we cancelled', async () => {
    const l = lookFor(found(['M1', STAY_ID], ['M2', STAY_ID], ['M3', STAY_ID], ['M4', 'another']));
    expect(await l.seen()).toEqual({ ok: true, value: { mdtrtId: 'M3', inHospital: false } });
    expect(await lookFor(found(['M1', STAY_ID])).seen()).toEqual({ ok: true, value: null });
  });

  it('is asked for from the day of admission until today', async () => {
    const l = lookFor(found(['M2', STAY_ID]));
    await l.seen();
    const days = { begntime: '2026-02-27 00:00:00', endtime: '2026-03-02 23:59:59' };
    expect(l.sent).toMatchObject([
      { infno: '5201', input: { data: { med_type: '21', ...days } } },
      { infno: '5303', input: { data: days } },
    ]);
  });

  it.each([
    ['its own', inHospitalBy(['M9', 'P1'], ['M2', 'P1']), true],
    ['another person’s', inHospitalBy(['M2', 'P2']), false],
    ['another stay', inHospitalBy(['M9', 'P1']), false],
  ] as const)('is one by which she is in hospital where 5303 has %s', async (_words, stays, inHospital) => {
    const l = lookFor(found(['M2', STAY_ID]), stays);
    expect(await l.seen()).toEqual({ ok: true, value: { mdtrtId: 'M2', inHospital } });
  });

  it('is not there where 5201 refuses twice, with a fresh sign-in between; the second answer counts', async () => {
    const never = lookFor(refused('未查询到'));
    expect(await never.seen()).toEqual({ ok: true, value: null });
    expect(never.told()).toEqual(['5201', '5201']);
    expect(never.store.messages.get(3)?.infno).toBe('9001');
    const then = lookFor(
      [refused('签到过期'), found(['M2', STAY_ID])],
      [refused('签到过期'), inHospitalBy(['M2', 'P1'])],
    );
    expect(await then.seen()).toEqual({ ok: true, value: { mdtrtId: 'M2', inHospital: true } });
    expect(then.told()).toEqual(['5201', '5201', '5303', '5303']);
  });

  it('is out of hospital where 5303 refuses twice', async () => {
    const l = lookFor(found(['M2', STAY_ID]), refused('未查询到'));
    expect(await l.seen()).toEqual({ ok: true, value: { mdtrtId: 'M2', inHospital: false } });
  });

  it.each([
    ['5201', silent, nobody],
    ['5303', found(['M2', STAY_ID]), silent],
  ] as const)('is not known while %s is not answered', async (_infno, visits, stays) => {
    expect(await lookFor(visits, stays).seen()).toMatchObject(unreachable);
  });

  it.each([
    ['5201', tooLong, nobody],
    ['5303', found(['M2', STAY_ID]), tooLong],
  ] as const)('is not known where a %s does not fit its table', async (_infno, visits, stays) => {
    const said = { code: 'HIS_BAD_ANSWER', reason: 'data.dept_name: too long' };
    expect(await lookFor(visits, stays).seen()).toEqual({ ok: false, error: said });
  });
});

it('one whose number is known is asked for by 5303 alone', async () => {
  const k = stayKit(() => inHospitalBy(['M1', 'P1']));
  expect(await k.look(k.row())).toEqual({ ok: true, value: { mdtrtId: 'M1', inHospital: true } });
  expect(k.told()).toEqual(['5303']);
});
