import { expect, it } from 'vitest';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import { cliReceiptCopySchema } from '../common/contracts/cli/receipt-verbs.ts';
import { cliBench } from './testing/cli-bench.ts';
import { type fakeTerminal, TICKET } from './testing/fake-terminal.ts';

const MESSAGE = 'H99010100017202611210912000700';
const bench = cliBench();
const { answering, minka } = bench;

it('a copy takes a proof for exactly this settlement, and says which copy it is', async () => {
  const asked: unknown[] = [];
  await answering({
    staffAct: ({ act }) => {
      asked.push(act);
      return { ok: true, ticket: TICKET, by: 'S1', second: null, validMs: 60_000 };
    },
  });
  expect(await minka(`receipt copy ${MESSAGE}`)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/补打 2|Copy 2/),
  });
  expect(asked).toEqual([{ act: 'receiptCopy', settlement: MESSAGE }]);
  const json = await minka(`receipt copy ${MESSAGE} --json`);
  expect(cliReceiptCopySchema.parse(json.json())).toMatchObject({ messageId: MESSAGE, copy: 2 });
});

it.each([
  ['nothing of that number', {}, 'nothing', 'RECEIPT_NONE'],
  [
    'paper that may have come out',
    {
      receiptCopy: () => ({
        ...{ ok: true, messageId: MESSAGE, copy: 1 },
        outcome: { kind: 'unknown', trouble: 'noAnswer', acknowledged: 3, blocks: 9 },
      }),
    },
    MESSAGE,
    'PRINT_UNKNOWN',
  ],
  [
    'no paper',
    {
      receiptCopy: () => ({
        ...{ ok: true, messageId: MESSAGE, copy: 1 },
        outcome: { kind: 'notPrinted', trouble: 'paperOut' },
      }),
    },
    MESSAGE,
    'PRINTER_PAPER_OUT',
  ],
  [
    'nobody proved',
    { staffAct: () => ({ ok: false, code: 'STAFF_ROLE', detail: null, triesLeft: null }) },
    MESSAGE,
    'STAFF_ROLE',
  ],
] as const)('%s ends with 1 and its code', async (_what, handlers, settlement, code) => {
  await answering(handlers as Parameters<typeof fakeTerminal>[1]);
  const ran = await minka(`receipt copy ${settlement} --json`);
  expect(ran.code).toBe(1);
  expect(cliErrorSchema.parse(ran.json()).error.code).toBe(code);
});

it('wants a number, and one that can be one', async () => {
  for (const line of ['receipt copy', 'receipt copy 结算', `receipt copy ${'A'.repeat(31)}`, 'receipt copy A B']) {
    expect((await minka(line)).code).toBe(2);
  }
});

it('the work-list offers the copy where nobody knows whether a receipt came out, and nowhere else', async () => {
  const row = (id: number, kind: string) => ({
    ...{ id, kind: 'print-unknown', subject: `${MESSAGE} ${kind}`, encounterId: 'MZ1', settlementId: 1 },
    ...{ amountFen: null, detail: { kind, messageId: MESSAGE }, openedAt: '2026-11-22 10:00:00', openMinutes: 3 },
    ...{ resolution: null, by: null, second: null, reason: null, resolvedAt: null, answers: ['noted'] },
  });
  const rows = [row(1, 'settlement'), row(2, 'unknown')];
  await answering({ worklistList: () => ({ ok: true, open: 2, rows }) as never });
  const { out } = await minka('worklist list');
  expect(out.split(`minka receipt copy ${MESSAGE}`)).toHaveLength(2);
});
