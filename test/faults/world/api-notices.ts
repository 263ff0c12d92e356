import { z } from 'zod';
import { noticeSchema } from '../../../common/contracts/billing/notices.ts';
import type { ClientName } from '../plan/order.ts';
import type { Asked, Said } from './api-request.ts';
import type { Process } from './process.ts';
import { hearing, type TillParts } from './till.ts';

const noticesSchema = z.object({ notices: z.array(noticeSchema) });

/** Reads a client's notices, books what is new to it, and acknowledges each that it has not yet. */
export function noticeReader(
  parts: TillParts,
  caller: ClientName,
  ask: (life: Process, asked: Pick<Asked, 'method' | 'path' | 'body'>) => Promise<Said | null>,
) {
  const hears = hearing(parts);
  const booked = new Set<number>();
  return async (life: Process): Promise<void> => {
    const said = await ask(life, { method: 'GET', path: '/notices?all=1&limit=200' });
    if (said?.status !== 200) return;
    for (const notice of noticesSchema.parse(said.body).notices) {
      const { id, encounterId } = notice;
      const base = { caller, key: null, how: 'notice', encounterId, total: null, cash: null } as const;
      if (!booked.has(id) && notice.kind === 'settled') {
        const { messageId, total, cashDue } = notice.notice;
        hears(life, { ...base, what: 'settled', messageId, total, cash: cashDue });
      } else if (!booked.has(id) && notice.kind === 'refunded') {
        hears(life, { ...base, what: 'refunded', messageId: notice.notice.messageId });
      }
      booked.add(id);
      if (notice.acknowledged || !life.alive()) continue;
      await ask(life, { method: 'POST', path: `/notices/${id}/ack`, body: {} });
      if (notice.kind === 'settled') parts.noted(life, notice.notice.messageId);
    }
  };
}
