import { afterEach, describe, expect, it } from 'vitest';
import { NO_FILINGS } from '../../central/people/filings.ts';
import { INSTITUTION, PERSON } from '../../central/testing/kit.ts';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import type { LookupQuestion } from './port.ts';
import { billingBench } from './testing/bench.ts';

afterEach(endAll);

/** The person is there; what is asked about her, and what the centre has of her. The world's day is 2026-03-02. */
async function asking() {
  const bench = billingBench();
  const { clock, sides } = bench;
  const billing = bench.room.for({ kind: 'client', name: 'his' });
  const met = await clock.until(billing.person());
  if (!met.ok) throw new Error(met.error.code);
  const { ref } = met.value;
  const ask = (about: LookupQuestion['about'], of: LookupQuestion['of'] = null) =>
    clock.until(billing.lookUp(ref, { about, of }));
  const rows = async (...asked: Parameters<typeof ask>) => {
    const found = await ask(...asked);
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };
  const file = (filings: Partial<typeof NO_FILINGS>) =>
    sides.kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, ...filings });
  /** The data of each message of this number that went out. */
  const asked = (infno: string) =>
    bench.sent(infno).map(({ text }) => (JSON.parse(text) as { input: { data: Record<string, string> } }).input.data);
  return { ...bench, billing, ref, ask, rows, file, asked };
}

describe('each question goes to the centre once, about the person who is there', () => {
  it.each([
    ['benefit', '2001'],
    ['chronic', '5301'],
    ['designated', '5302'],
    ['inHospital', '5303'],
    ['transfer', '5304'],
  ] as const)('%s by %s', async (about, infno) => {
    const { ask, sent } = await asking();
    const found = await ask(about);
    expect(found.ok, JSON.stringify(found)).toBe(true);
    expect(sent(infno)).toHaveLength(1);
  });

  it('and of nobody not at all', async () => {
    const bench = billingBench();
    const billing = bench.room.for({ kind: 'client', name: 'his' });
    const found = await billing.lookUp('0'.repeat(24), { about: 'benefit', of: null });
    expect(found).toMatchObject({ error: { code: 'PERSON_GONE' } });
    expect(bench.sent('2001')).toHaveLength(0);
  });
});

describe('2001', () => {
  it('names each fund, and says why one does not pay; what pays comes first', async () => {
    const { rows } = await asking();
    const found = await rows('benefit');
    expect(found.map(({ code, name, standing }) => [code, name, standing])).toEqual([
      ['310100', '职工基本医疗保险统筹基金', 'holds'],
      ['330100', '大额医疗费用补助', 'holds'],
      ['320100', '公务员医疗补助', 'denied'],
    ]);
    expect(found[2]?.note).toContain('公务员');
  });

  it('is about the day on which care began, today where nobody says one', async () => {
    const { rows, asked } = await asking();
    await rows('benefit');
    await rows('benefit', { medicalType: '21', disease: null, at: '2026-02-27 10:00:00' });
    expect(asked('2001').map((data) => [data['med_type'], data['begntime']?.slice(0, 10)])).toEqual([
      ['11', '2026-03-02'],
      ['21', '2026-02-27'],
    ]);
  });

  it('is about the disease of the case', async () => {
    const { rows, file } = await asking();
    file({ chronic: [{ code: 'M03900', name: '高血压', from: '2026-01-01', to: null }] });
    const at = '2026-03-02 08:30:00';
    const of = (code: string) => ({ medicalType: '14', disease: { code, name: '某病' }, at });
    expect((await rows('benefit', of('M03900')))[0]?.standing).toBe('holds');
    expect(await rows('benefit', of('M01600'))).toMatchObject([{ standing: 'denied', note: '未办理门诊慢特病备案' }]);
  });
});

it('5301: what holds comes first, the newest before the older; what is past is marked as past', async () => {
  const { rows, file } = await asking();
  const filing = (code: string, from: string, to: string | null) => ({ code, name: `病${code}`, from, to });
  file({
    chronic: [
      filing('PAST', '2024-01-01', '2026-03-01'),
      filing('OLD', '2025-01-01', '2026-03-02'),
      filing('SOON', '2026-03-03', null),
      filing('NEW', '2026-03-02', null),
    ],
  });
  expect((await rows('chronic')).map(({ code, standing }) => [code, standing])).toEqual([
    ['NEW', 'holds'],
    ['OLD', 'holds'],
    ['SOON', 'notYet'],
    ['PAST', 'ended'],
  ]);
});

it('5302: of the type that the site’s profile names; this hospital is told from others', async () => {
  const { rows, file, asked } = await asking();
  const span = { from: '2026-01-01', to: null };
  const chosen = (type: string, code: string) => ({ type, insutype: '310', code, name: `机构${code}`, ...span });
  file({ institutions: [chosen('1', 'H00000000009'), chosen('1', INSTITUTION), chosen('2', 'P99010000001')] });
  const found = (await rows('designated')).map(({ code, here, insutype }) => [code, here, insutype]);
  expect(found).toEqual([
    ['H00000000009', false, '310'],
    [INSTITUTION, true, '310'],
  ]);
  expect(asked('5302')[0]?.['biz_appy_type']).toBe('1');
});

it('5304: where to, why, and whether the hospital agreed', async () => {
  const { rows, file } = await asking();
  const transfer = {
    ...{ insutype: '310', toCode: null, toName: '外省测试医院', elsewhere: true, on: '2026-02-10' },
    ...{ reason: '病情需要', diagnosis: null, agreed: true, from: '2026-02-10', to: null },
  };
  file({ transfers: [{ ...transfer, agreed: false, toName: '没同意的医院' }, transfer] });
  expect(await rows('transfer')).toMatchObject([
    { name: '外省测试医院', standing: 'holds', elsewhere: true, note: '病情需要', here: null },
    { name: '没同意的医院', standing: 'denied' },
  ]);
});

describe('5303', () => {
  it('says of a stay that this terminal admitted that it is here', async () => {
    const { rows, billing, ref, clock } = await asking();
    const stay = { admissionNumber: 'Z0001', ward: '内科一病区', bed: '1', discharge: null };
    const admitted = { ...encounter(), medicalType: '21', lines: [], total: '0.00', stay };
    const done = await clock.until(billing.stay.admit(ref, admitted));
    expect(done.ok, JSON.stringify(done)).toBe(true);
    expect(await rows('inHospital')).toMatchObject([
      { name: '普通住院', medicalType: '21', insutype: '310', here: true, note: admitted.encounterId, to: null },
    ]);
  });

  it('and of any other nothing', async () => {
    const { rows, billing, ref, clock, terminal } = await asking();
    const stay = { admissionNumber: 'Z0001', ward: '内科一病区', bed: '1', discharge: null };
    await clock.until(billing.stay.admit(ref, { ...encounter(), medicalType: '21', lines: [], total: '0.00', stay }));
    terminal.store.transaction(() => terminal.store.stays.change(1, { mdtrtId: 'OF-ANOTHER' }, 1));
    expect(await rows('inHospital')).toMatchObject([{ standing: 'holds', here: null }]);
  });
});

describe('what comes back', () => {
  it('of somebody else is shown of nobody', async () => {
    const { ask, file, sides } = await asking();
    const span = { from: '2026-01-01', to: null };
    file({ institutions: [{ type: '1', insutype: '310', code: INSTITUTION, name: '机构', ...span }] });
    sides.mutate = (_infno, text) => text.replaceAll(PERSON.psnNo, 'P0000000000000000000000000009');
    expect(await ask('designated')).toMatchObject({ error: { code: 'CENTRE_OTHER_PERSON' } });
  });

  it('in the centre’s words names nobody', async () => {
    const { ask, sides } = await asking();
    sides.mutate = (_infno, text) =>
      JSON.stringify({ ...JSON.parse(text), infcode: -1, err_msg: `${PERSON.name}未办理转院`, output: null });
    const found = await ask('transfer');
    expect(found).toMatchObject({ error: { code: 'CENTRE_REFUSED' } });
    expect(JSON.stringify(found)).toContain('未办理转院');
    expect(JSON.stringify(found)).not.toContain(PERSON.name);
  });
});
