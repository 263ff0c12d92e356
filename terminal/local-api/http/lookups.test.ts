import { afterEach, describe, expect, it } from 'vitest';
import { NO_FILINGS } from '../../../central/people/filings.ts';
import { PERSON } from '../../../central/testing/kit.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

/** A person is there, with this filed; what her lookups answer. */
async function asking(options: Parameters<typeof httpBench>[0] = {}) {
  bench = await httpBench(options);
  bench.sides.kit.ledger.putFilings(PERSON.psnNo, {
    ...NO_FILINGS,
    chronic: [
      { code: 'M01600', name: '糖尿病', from: '2024-01-01', to: '2025-12-31' },
      { code: 'M03900', name: '高血压', from: '2026-01-01', to: null },
    ],
  });
  const met = await bench.post('/persons', {});
  const person = String(met.body['person'] ?? '0'.repeat(24));
  const lookUp = (body: object) => bench.post(`/persons/${person}/lookups`, body);
  return { person, lookUp };
}

describe('lookUp over HTTP', () => {
  it('answers filings in order, each with whether it holds today', async () => {
    const { lookUp } = await asking();
    const said = await lookUp({ about: 'chronic' });
    expect(said.status).toBe(200);
    const unsaid = { insutype: null, medicalType: null, here: null, elsewhere: null, note: null };
    expect(said.body).toEqual({
      rows: [
        { ...unsaid, code: 'M03900', name: '高血压', standing: 'holds', from: '2026-01-01', to: null },
        { ...unsaid, code: 'M01600', name: '糖尿病', standing: 'ended', from: '2024-01-01', to: '2025-12-31' },
      ],
      total: 2,
    });
  });

  it('checks benefits for the case that is named, and for a plain visit where none is', async () => {
    const { lookUp } = await asking();
    const disease = { code: 'M01600', name: '糖尿病' };
    const denied = await lookUp({ about: 'benefit', case: { medicalType: '14', disease } });
    expect(denied.body['rows']).toMatchObject([{ standing: 'denied', note: '未办理门诊慢特病备案' }]);
    const plain = await lookUp({ about: 'benefit' });
    expect(plain.body['rows']).toMatchObject([{ code: '310100', standing: 'holds' }, {}, { standing: 'denied' }]);
    const asked = bench.sent('2001').map(({ text }) => JSON.parse(text).input.data.med_type);
    expect(asked).toEqual(['14', '11']);
  });

  it.each([
    ['chronic', { medicalType: '14' }, 'case'],
    ['benefit', { medicalType: '14', at: '2026-03-02T08:30:00' }, 'case.at'],
    ['benefit', { medicalType: '14', diagnosis: 'x' }, 'case'],
    ['everything', undefined, 'about'],
  ])('%s with %j does not fit the contract, and nothing is asked', async (about, of, path) => {
    const { lookUp } = await asking();
    const said = await lookUp({ about, ...(of === undefined ? {} : { case: of }) });
    expect(said).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    expect(JSON.stringify(said.body['data'])).toContain(path);
    for (const infno of ['2001', '5301']) expect(bench.sent(infno)).toHaveLength(0);
  });

  it('of a person who is gone, or where the centre cannot be reached, is a documented refusal', async () => {
    const { lookUp, person } = await asking();
    bench.sides.forecast = (_to, what) => (what === '5303' ? 'notSent' : 'fine');
    expect(await lookUp({ about: 'inHospital' })).toMatchObject({
      status: 409,
      body: { code: 'NOT_DONE', data: { failure: { code: 'CENTRE_UNREACHABLE' } } },
    });
    await bench.ask('DELETE', `/persons/${person}`);
    expect(await lookUp({ about: 'chronic' })).toMatchObject({
      status: 409,
      body: { code: 'NOT_DONE', data: { failure: { code: 'PERSON_GONE' } } },
    });
  });

  it('without the scope is refused', async () => {
    const { lookUp } = await asking({ scopes: ['state', 'card'] });
    expect(await lookUp({ about: 'chronic' })).toMatchObject({ status: 403, body: { code: 'SCOPE' } });
  });

  it('tells the centre’s refusal in its words, without her name', async () => {
    const { lookUp } = await asking();
    bench.sides.mutate = (_infno, text) =>
      JSON.stringify({ ...JSON.parse(text), infcode: -1, err_msg: `${PERSON.name}未在本统筹区参保`, output: null });
    const said = await lookUp({ about: 'designated' });
    expect(said).toMatchObject({ status: 409, body: { data: { failure: { code: 'CENTRE_REFUSED' } } } });
    expect(said.text).toContain('未在本统筹区参保');
    expect(said.text).not.toContain(PERSON.name);
  });
});
