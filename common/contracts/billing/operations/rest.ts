import { z } from 'zod';
import { messageId } from '../fields.ts';
import { noticeSchema } from '../notices.ts';
import { terminalStateSchema } from '../terminal.ts';
import { operation } from './operation.ts';

const printed = z.object({
  outcome: z.enum(['printed', 'notPrinted', 'unknown']).meta({
    description:
      'printed: the printer acknowledged every block · unknown: there may be paper; nothing prints again by itself',
  }),
  copy: z.int().min(0).meta({ description: '0: the original; else 补打 n' }),
});
const settlement = z.strictObject({ messageId });
const noticeId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .meta({ description: '`id` of the notice', examples: ['17'] });

/** The terminal itself, paper, and what a client is told of its own encounters. */
export const restOperations = {
  readTerminal: operation({
    ...{ method: 'GET', path: '/terminal', operationId: 'readTerminal', scope: 'state', tags: ['terminal'] },
    summary: 'State of the terminal and its devices',
  })
    .input(z.strictObject({}))
    .output(terminalStateSchema),
  printReceipt: operation({
    ...{ method: 'POST', path: '/receipts/print', operationId: 'printReceipt', scope: 'print', tags: ['receipts'] },
    summary: 'Prints the receipt of a settlement; once one may be out, another is a copy',
  })
    .input(settlement)
    .output(printed),
  copyReceipt: operation({
    ...{ method: 'POST', path: '/receipts/copy', operationId: 'copyReceipt', scope: 'print', tags: ['receipts'] },
    summary: 'Prints a copy (补打), marked with its number',
  })
    .input(settlement)
    .output(printed),
  listNotices: operation({
    ...{ method: 'GET', path: '/notices', operationId: 'listNotices', scope: 'notices', tags: ['notices'] },
    summary: 'What happened to encounters that this client brought, oldest first',
    description: 'Only those that are not acknowledged, unless `all` is "1".',
  })
    .input(
      z.strictObject({
        after: z
          .string()
          .regex(/^\d{1,15}$/)
          .optional()
          .meta({ description: 'the number of the last notice that is known' }),
        limit: z
          .string()
          .regex(/^([1-9]\d?|1\d\d|200)$/)
          .optional()
          .meta({ description: '1 to 200; 50' }),
        all: z.enum(['0', '1']).optional().meta({ description: '1: also those that are acknowledged' }),
      }),
    )
    .output(z.object({ notices: z.array(noticeSchema).max(200) })),
  ackNotice: operation({
    ...{ method: 'POST', path: '/notices/{id}/ack', operationId: 'ackNotice', scope: 'notices', tags: ['notices'] },
    summary: 'The client has it on its own record',
    description: 'May be repeated.',
  })
    .input(z.strictObject({ id: noticeId }))
    .output(z.object({ notice: noticeSchema })),
} as const;
