import { afterEach, describe, expect, it } from 'vitest';
import { NO_FILINGS } from '../../central/people/filings.ts';
import { PERSON } from '../../central/testing/kit.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import { billingBench } from './testing/bench.ts';

afterEach(endAll);

const HYPERTENSION = { code: 'M03900', name: '高血压' };
/** A visit of 2026-03-02 for a chronic illness. */
const chronic = (disease: HisEncounter['disease'] = HYPERTENSION): HisEncounter => ({
  ...encounter(),
  ...{ medicalType: '14', disease },
});

/** What is said of a bill where this is filed, as code, first and last day. */
async function noticeOf(bill: HisEncounter, ...filed: readonly (readonly [string, string, string | null])[]) {
  const bench = billingBench();
  const { clock, sides, sent } = bench;
  const rows = filed.map(([code, from, to]) => ({ code, name: '某病', from, to }));
  sides.kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, chronic: rows });
  const billing = bench.room.for({ kind: 'desk' });
  const met = await clock.until(billing.person());
  if (!met.ok) throw new Error(met.error.code);
  const said = await clock.until(billing.caseNotice(met.value.ref, bill));
  return { said, filings: sent('5301').length, benefits: sent('2001').length, bench, billing };
}

describe('a bill of a kind that wants a filing', () => {
  it('has nothing against it where its disease is filed on its day, and a fund pays', async () => {
    const { said, filings, benefits } = await noticeOf(chronic(), ['M03900', '2026-01-01', null]);
    expect(said).toEqual({ ok: true, value: null });
    expect([filings, benefits]).toEqual([1, 1]);
  });

  it.each([
    ['nothing is filed', [], { kind: 'notFiled', on: null }],
    ['another disease is', [['M01600', '2026-01-01', null]], { kind: 'notFiled', on: null }],
    ['it has ended', [['M03900', '2024-01-01', '2025-12-31']], { kind: 'filingEnded', on: '2025-12-31' }],
    ['it begins later', [['M03900', '2026-03-03', null]], { kind: 'filingNotYet', on: '2026-03-03' }],
  ] as const)('says so where %s', async (_what, filed, notice) => {
    const { said, benefits } = await noticeOf(chronic(), ...filed);
    expect(said).toMatchObject({ ok: true, value: { ...notice, reason: null } });
    expect(benefits).toBe(0);
  });

  it('and names no disease: any that is filed will do', async () => {
    const { said } = await noticeOf(chronic(null), ['M01600', '2026-01-01', null]);
    expect(said).toEqual({ ok: true, value: null });
  });

  it('says in the centre’s words why no fund pays', async () => {
    const bench = billingBench();
    const { clock, sides } = bench;
    sides.kit.ledger.putFilings(PERSON.psnNo, {
      ...NO_FILINGS,
      chronic: [{ ...HYPERTENSION, from: '2026-01-01', to: null }],
    });
    sides.mutate = (infno, text) =>
      infno === '2001'
        ? text.replaceAll('"1"', '"0"').replaceAll('"trt_chk_rslt":null', '"trt_chk_rslt":"待遇等待期"')
        : text;
    const billing = bench.room.for({ kind: 'desk' });
    const met = await clock.until(billing.person());
    if (!met.ok) throw new Error(met.error.code);
    const said = await clock.until(billing.caseNotice(met.value.ref, chronic()));
    expect(said).toEqual({ ok: true, value: { kind: 'noBenefit', on: null, reason: '待遇等待期' } });
  });

  it('says nothing where the centre does not answer, and the bill is pre-settled all the same', async () => {
    const { bench, billing } = await noticeOf(encounter());
    const { clock, sides } = bench;
    sides.forecast = (_to, what) => (what === '5301' ? 'notSent' : 'fine');
    const met = await clock.until(billing.person());
    if (!met.ok) throw new Error(met.error.code);
    const { ref } = met.value;
    const asked = billing.caseNotice(ref, chronic());
    expect(await clock.until(asked)).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
    const bill = { ref, encounter: encounter(), useAccount: false, onStep: () => undefined };
    expect((await clock.until(billing.prepare(bill))).ok).toBe(true);
  });
});

it('of any other kind nothing is asked', async () => {
  const { said, filings, benefits } = await noticeOf(encounter());
  expect(said).toEqual({ ok: true, value: null });
  expect([filings, benefits]).toEqual([0, 0]);
});
