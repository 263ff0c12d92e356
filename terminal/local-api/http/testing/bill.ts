import { expect } from 'vitest';
import { encounter } from '../../../settlement/testing/world.ts';
import { type HttpBench, TOKEN } from './http-bench.ts';

export const KEY = 'key-of-the-test-0001';
export const { encounterId } = encounter();

/** A client's way to a pre-settled bill: the name of the quote. */
export async function quoted({ post }: HttpBench, token = TOKEN): Promise<string> {
  const met = await post('/persons', {}, { token });
  const asked = { person: met.body['person'], encounter: encounter(), useAccount: true };
  const prepared = await post('/bills/prepare', asked, { token });
  expect([prepared.status, prepared.body.code]).toEqual([200, undefined]);
  return String(prepared.body['quote']);
}

/** A settled bill of the client: its message id. */
export async function settled(bench: HttpBench, key = KEY): Promise<{ quote: string; messageId: string }> {
  const quote = await quoted(bench);
  const answer = await bench.post('/bills/settle', { quote }, { key });
  expect(answer.body).toMatchObject({ kind: 'settled' });
  await bench.quiet();
  return { quote, messageId: (answer.body['bill'] as { messageId: string }).messageId };
}
