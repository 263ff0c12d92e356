import { expect } from 'vitest';
import { encounter } from '../../../settlement/testing/world.ts';
import { payloadOf } from '../payload.ts';
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

export const LEFT = `${KEY}-left`;

/** A process that died between its key and the intent, the PIN on the pad. */
export function leave({ terminal: { store }, room, clock }: HttpBench, quote: string): void {
  const visitId = room.for({ kind: 'client', name: 'his' }).quoted(quote)?.prepared.id ?? null;
  const payload = payloadOf('settle', { quote });
  const facts = {
    client: 'his',
    key: LEFT,
    operation: 'settle',
    payload,
    encounterId,
    visitId,
    subject: quote,
  } as const;
  store.transaction(() => void store.clientKeys.insert({ ...facts, nowMs: clock.now() }));
}
