import { expect, it } from 'vitest';
import { PERSON } from '../../../central/testing/kit.ts';
import { fewerLines, inHospital, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

const PAUSED = '参保状态不正常';
const ELSEWHERE = '已另行办理入院';

/** A stay that is discharged and in step, while the centre refuses its 2303 because the person's insurance is paused. */
async function refusedOnce(seed: number) {
  const w = stayWorld(seed);
  w.bill(stayEncounter());
  const t = w.boot();
  const { ledger } = w.sides.kit;
  const [insurance] = ledger.insurances(PERSON.psnNo);
  if (insurance === undefined) throw new Error('no insurance');
  const pause = (does: boolean): void => {
    // Paused only while a 2303 is there: the person is registered and admitted as ever.
    w.sides.forecast = (_to, what) => {
      ledger.putInsurance({ ...insurance, status: does && what === '2303' ? '2' : '1' });
      return 'fine';
    };
  };
  const row = () => t.store.stays.open(STAY_ID);
  const refusal = async (asked = stayEncounter()) => {
    const prepared = await w.prepare(t, asked);
    return prepared.ok ? null : `${prepared.error.code} ${prepared.error.reason}`;
  };
  pause(true);
  expect(await refusal()).toContain(`CENTRE_REFUSED 该人员险种310${PAUSED}`);
  expect(row()?.feesDoubtful).toBe(true);
  const before = w.sent().length;
  return { ...w, t, pause, row, refusal, sentSince: () => w.sent().slice(before) };
}

/** The same, and the person in hospital again by another stay: the centre undoes the discharge of the first no more. */
async function readmitted(seed: number) {
  const w = await refusedOnce(seed);
  w.pause(false);
  await w.admit(w.t, { ...inHospital(), encounterId: 'IP20260302002', visitedAt: '2026-03-02 08:30:00' });
  const before = w.sent().length;
  return { ...w, sentSince: () => w.sent().slice(before) };
}

it('a refused 2303, and the person is admitted anew: the stay is settled by the lines that are there', async () => {
  const w = await readmitted(81);
  const settled = await w.settle(w.t);
  expect(settled).toMatchObject({ kind: 'settled', settled: { split: { total: w.total } } });
  expect(w.sentSince()).toEqual(['2405', '2303', '2304']);
  expect(w.row()).toMatchObject({ state: 'discharged', feesDoubtful: false });
});

it('2303 refused again and again heals as soon as its reason is gone', async () => {
  const w = await readmitted(82);
  w.pause(true);
  for (const _time of [1, 2]) expect(await w.refusal()).toContain(PAUSED);
  expect(w.row()?.feesDoubtful).toBe(true);
  w.pause(false);
  expect((await w.settle(w.t)).kind).toBe('settled');
  expect(w.sentSince()).toEqual(['2405', '2303', '2405', '2303', '2405', '2303', '2304']);
});

it('where nobody was admitted anew, the doubtful lines are cleared and uploaded as ever', async () => {
  const w = await refusedOnce(83);
  w.pause(false);
  expect((await w.settle(w.t)).kind).toBe('settled');
  expect(w.sentSince()).toEqual(['2405', '2302', '2301', '2402', '2303', '2304']);
});

it('another sum than ours is not settled, nor is it the end of the doubt', async () => {
  const w = await readmitted(84);
  w.sides.mutate = (infno, text) => (infno === '2303' ? text.replaceAll('1065.48', '1065.47') : text);
  expect(await w.refusal()).toContain('CENTRE_MONEY_MISMATCH');
  expect(w.row()?.feesDoubtful).toBe(true);
  expect(w.t.store.visits.open(STAY_ID)?.phase).toBe('uploading');
});

it('a line there that nobody here knows of is refused by its sum', async () => {
  const w = await readmitted(85);
  const { ledger } = w.sides.kit;
  const [line] = ledger.fees(w.row()?.mdtrtId ?? '');
  if (line === undefined) throw new Error('no line');
  ledger.addFee({ ...line, sn: `${line.sn} again` });
  expect(await w.refusal()).toContain('费用总额与已上传不等');
  expect(w.row()?.feesDoubtful).toBe(true);
});

it('a bill that is not what the centre has: the refusal of 2405 is the answer', async () => {
  const w = await readmitted(86);
  expect(await w.refusal(fewerLines())).toContain(`CENTRE_REFUSED 该人员${ELSEWHERE}`);
  expect(w.sentSince()).toEqual(['2405']);
});

it('2405 refused, and nobody says whether the person is in hospital by it: no 2303', async () => {
  const w = await readmitted(87);
  let asked = 0;
  w.sides.forecast = (_to, what) => (what === '5303' && ++asked > 1 ? 'lostBefore' : 'fine');
  expect(await w.refusal()).toContain(ELSEWHERE);
  expect(w.sentSince()).toEqual(['2405']);
  expect(w.row()?.state).toBe('returning');
  w.pause(false);
  expect((await w.settle(w.t)).kind).toBe('settled');
});
