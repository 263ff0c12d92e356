import { z } from 'zod';
import type { Store } from '../../../terminal/store/store.ts';
import type { Target } from '../plan/plan.ts';
import { settles } from '../plan/settling.ts';
import type { Sent } from './record.ts';

/** Free bytes under which nothing may be settled (the money core's own reserve is larger). */
const ROOM = 1024 * 1024;

const keysSchema = z.object({ records: z.array(z.object({ key: z.string() })) });

/** What the journal says of bytes at the very moment at which they leave. Reads committed rows only. */
export function witnessOf(journal: Store, settled: () => boolean) {
  return (target: Target, key: string, body: string): Pick<Sent, 'durable' | 'openOthers' | 'roomy' | 'msgid'> => {
    const roomy = journal.freeBytes() > ROOM;
    if (target !== 'centre') {
      return { durable: settled(), openOthers: [], roomy, msgid: null };
    }
    const msgid = /"msgid":"([^"]+)"/.exec(body)?.[1] ?? null;
    const row = msgid === null || !settled() ? null : journal.messages.byMessageId(msgid);
    const durable = row !== null && Buffer.from(body).equals(row.request);
    if (!settles(key) || msgid === null) return { durable, openOthers: [], roomy, msgid };
    const own = journal.settlements.byMessageId(msgid);
    const openOthers = journal.settlements
      .open()
      .filter((row) => row.messageId !== msgid && row.encounterId === own?.encounterId)
      .map((row) => row.messageId);
    return { durable: durable && own?.state === 'intended', openOthers, roomy, msgid };
  };
}

/** The record keys of an operator's batch. */
export function recordKeys(body: string): readonly string[] {
  return keysSchema.parse(JSON.parse(body)).records.map(({ key }) => key);
}
