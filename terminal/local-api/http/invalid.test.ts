import { afterEach, expect, it } from 'vitest';
import { PERSON } from '../../../central/testing/kit.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

interface Wrong {
  readonly path: string;
  readonly problem: string;
  readonly allowed: string;
  readonly means: string | null;
}

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

const person = '0'.repeat(24);
/** What the API says is wrong with a body. */
async function wrongOf(path: string, body: unknown): Promise<readonly Wrong[]> {
  bench = await httpBench();
  const { status, body: said, text } = await bench.post(path, body);
  expect([status, said.code]).toEqual([422, 'INVALID']);
  expect(text).not.toContain(PERSON.name);
  const { fields, paths } = said['data'] as { fields: readonly Wrong[]; paths: readonly string[] };
  expect(paths).toEqual(fields.map((field) => field.path));
  return fields;
}
const compared = (changes: object) => wrongOf('/bills/compare', { encounter: { ...encounter(), ...changes } });
const [line] = encounter().lines;

it('a field that there is not is named, with those that there are', async () => {
  const [first, second] = await compared({ visitAt: 'x', lines: [{ ...line, price: '1.00' }] });
  expect([first, second].map((field) => [field?.path, field?.problem]).sort()).toEqual([
    ['encounter.lines.0.price', 'unknown'],
    ['encounter.visitAt', 'unknown'],
  ]);
  const price = first?.path === 'encounter.lines.0.price' ? first : second;
  expect(price?.allowed).toContain('unitPrice');
});

it.each([
  ['2026-03-02T08:30:00', 'form'],
  ['2026-03-02 08:30', 'form'],
  ['2026-02-30 08:30:00', 'rule'],
])('visitedAt %s', async (visitedAt, problem) => {
  const [field, ...more] = await compared({ visitedAt });
  expect(more).toEqual([]);
  expect(field).toMatchObject({ path: 'encounter.visitedAt', problem });
  expect(field?.means).toContain('yyyy-MM-dd HH:mm:ss');
});

it.each([
  [{ total: 69.84 }, 'encounter.total', 'type', 'text, /^\\d{1,12}\\.\\d{2}$/'],
  [{ total: '69.8' }, 'encounter.total', 'form', 'text, /^\\d{1,12}\\.\\d{2}$/'],
  [{ encounterId: '' }, 'encounter.encounterId', 'length', 'text, 1 to 30 characters'],
  [{ doctor: undefined }, 'encounter.doctor', 'missing', 'an object'],
  [{ diagnoses: [] }, 'encounter.diagnoses', 'count', 'a list, 1 to 20 items'],
  [
    { diagnoses: [{ ...encounter().diagnoses[0], order: 0 }] },
    'encounter.diagnoses.0.order',
    'range',
    'a JSON integer, 1 to 99',
  ],
  [{ lines: [] }, 'encounter.lines', 'rule', '1 to 500 lines, where it is no hospital stay (stay)'],
])('%o', async (changes, path, problem, allowed) => {
  expect(await compared(changes)).toMatchObject([{ path, problem, allowed }]);
});

it.each(['/stays/admit', '/stays/change', '/stays/discharge'])('%s without a stay misses it', async (path) => {
  const asked = {
    ...(path === '/stays/admit' ? { person } : {}),
    encounter: { ...encounter(), lines: [], total: '0.00' },
  };
  expect(await wrongOf(path, asked)).toMatchObject([{ path: 'encounter.stay', problem: 'missing' }]);
});

it('a value that is none of its list is told the list', async () => {
  expect(await wrongOf('/bills/refund', { messageId: 'x'.repeat(30), until: 'all' })).toMatchObject([
    { path: 'until', problem: 'choice', allowed: '"settlement" | "discharge" | "admission"' },
  ]);
});

it('a body that is no object', async () => {
  expect(await wrongOf('/persons', [])).toMatchObject([{ path: '', problem: 'type', allowed: 'an object' }]);
});

it('nothing personal is repeated, neither a value nor what stands where a name should', async () => {
  const { name, certNo } = PERSON;
  bench = await httpBench();
  const body = {
    [certNo]: 1,
    [name]: 1,
    person: certNo,
    encounter: { [certNo]: certNo, encounterId: name, total: certNo },
  };
  const { text } = await bench.post('/bills/prepare', body);
  expect(text).toContain('INVALID');
  for (const secret of [name, certNo, certNo.slice(0, 12)]) expect(text).not.toContain(secret);
});
