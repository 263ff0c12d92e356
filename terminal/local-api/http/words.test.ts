import { afterEach, expect, it } from 'vitest';
import { PERSON } from '../../../central/testing/kit.ts';
import { maskName } from '../../../common/kernel/masking.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { KEY, quoted } from './testing/bill.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

/** The centre refuses one transaction with a sentence that names her. */
function refuse({ sides }: HttpBench, number: string): void {
  sides.mutate = (infno, text) =>
    infno !== number
      ? text
      : text
          .replace(/"infcode":"?-?\d+"?/, '"infcode":"-1"')
          .replace(/"err_msg":"[^"]*"/, `"err_msg":"参保人${PERSON.name}已在别处住院"`)
          .replace(/"output":\{.*\}(?=[,}])/, '"output":null');
}

const WORDS = `参保人${maskName(PERSON.name)}已在别处住院`;

it('the centre’s refusal of a settlement is told and kept without the name', async () => {
  bench = await httpBench();
  const quote = await quoted(bench);
  const { ledger } = bench.sides.kit;
  const { mdtrtId } = bench.terminal.store.visits.get(1) ?? {};
  ledger.deleteFees(mdtrtId ?? '', null);
  refuse(bench, '2207');
  const answer = await bench.post('/bills/settle', { quote }, { key: KEY });
  expect(answer.body).toMatchObject({ kind: 'refused', failure: { code: 'CENTRE_REFUSED', reason: WORDS } });
  const kept = bench.terminal.store.clientKeys.find('his', KEY)?.answer ?? '';
  expect(kept).toContain(WORDS);
  expect(kept).not.toContain(PERSON.name);
});

it.each(['1101', '2206'])('of %s before it too', async (number) => {
  bench = await httpBench();
  refuse(bench, number);
  const met = await bench.post('/persons', {});
  const asked = { person: met.body['person'], encounter: encounter(), useAccount: true };
  const answer = number === '1101' ? met : await bench.post('/bills/prepare', asked);
  expect(answer.status).toBe(409);
  expect(answer.text).toContain(WORDS);
  expect(answer.text).not.toContain(PERSON.name);
});
