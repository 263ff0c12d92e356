import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import {
  cliStaffImportSchema,
  cliWorklistResolvedSchema,
  type cliWorklistRowSchema,
  cliWorklistSchema,
} from '../common/contracts/cli/staff-outputs.ts';
import { cliBench } from './testing/cli-bench.ts';
import { TICKET } from './testing/fake-terminal.ts';

const bench = cliBench();
const { answering, minka } = bench;

describe('the staff', () => {
  const row = {
    id: 4,
    kind: 'settlement-late' as const,
    subject: 'H1',
    encounterId: 'MZ1',
    settlementId: 1,
    amountFen: 4200,
    detail: { setlId: 'JS1', state: 'reversed', why: null },
    openedAt: '2026-11-22 10:00:00',
    openMinutes: 12,
    answers: ['stands', 'refund'],
    resolution: null,
    by: null,
    second: null,
    reason: null,
    resolvedAt: null,
  } satisfies z.input<typeof cliWorklistRowSchema>;

  it('proves herself for the list, and reads it', async () => {
    const asked: unknown[] = [];
    await answering({
      staffAct: ({ act, waitMs }) => {
        asked.push({ act, waitMs });
        return { ok: true, ticket: TICKET, by: 'S1', second: null, validMs: 60_000 };
      },
      worklistList: ({ ticket }) =>
        ticket === TICKET
          ? { ok: true, open: 1, rows: [row] }
          : { ok: false, code: 'STAFF_TICKET_NEEDED', detail: null },
    });
    const ran = await minka('worklist list --json --wait 9');
    expect([ran.code, cliWorklistSchema.strict().parse(ran.json()).open]).toEqual([0, 1]);
    expect(asked).toEqual([{ act: { act: 'worklistList' }, waitMs: 9000 }]);
    const text = await minka('worklist list', { LANG: 'zh_CN.UTF-8' });
    expect(text.out).toContain('#4  撤销后又说结了  settlement-late  2026-11-22 10:00:00  12 分钟  MZ1  42.00  H1');
    // What is not known is left out; the answers are those of the moment, not all of the kind.
    expect(text.out).toContain('H1  中心的结算号：JS1  机器里记着：已冲正  可选 stands, refund');
    expect(text.out).not.toMatch(/=|null/);
    expect((await minka('worklist list')).out).toContain('State here: reversed');
  });

  it('signs for exactly the answer that is then given', async () => {
    const seen: unknown[] = [];
    await answering({
      staffAct: ({ act }) => {
        seen.push(act);
        return { ok: true, ticket: TICKET, by: 'S1', second: 'S2', validMs: 60_000 };
      },
      worklistResolve: ({ ticket, ...answer }) => {
        seen.push({ act: 'worklistResolve', ...answer });
        const done = { resolution: answer.resolution, by: 'S1', second: 'S2', reason: answer.reason, answers: [] };
        return { ok: true, row: { ...row, ...done, openMinutes: null, resolvedAt: '2026-11-22 10:30:00' } };
      },
    });
    const ran = await minka('worklist resolve 4 --as void --reason seen-there --json');
    expect(cliWorklistResolvedSchema.strict().parse(ran.json()).row).toMatchObject({
      resolution: 'void',
      second: 'S2',
    });
    expect(seen[0]).toEqual(seen[1]);
  });

  it('a refusal of the terminal is told with its code and remedy, whatever stage it comes from', async () => {
    for (const [at, code] of [
      ['staffAct', 'STAFF_SAME_PERSON'],
      ['worklistResolve', 'WORKLIST_NOT_PROVEN'],
    ] as const) {
      await answering({ [at]: () => ({ ok: false, code, detail: null, triesLeft: null }) });
      const ran = await minka('worklist resolve 4 --as void --reason seen-there --json');
      expect([ran.code, cliErrorSchema.strict().parse(ran.json()).error.code]).toEqual([1, code]);
      await bench.gone();
    }
  });

  it.each([
    ['worklist resolve 4 --as noted --reason seen-it', 'WORKLIST_NOT_ALLOWED', null],
    ['worklist list', 'STAFF_SESSION', null],
    ['reconcile --day 2099-01-01', 'RECONCILE_DAY', '2099-01-01'],
    ['receipt copy H1', 'RECEIPT_NONE', null],
  ] as const)('%s, refused at once (%s): nobody is sent to the terminal', async (line, code, day) => {
    const asked: unknown[] = [];
    await answering({
      staffMay: (may) => {
        asked.push(may.day);
        return { ok: false, code, detail: null };
      },
      staffAct: () => {
        throw new Error('nobody is to prove herself');
      },
    });
    const ran = await minka(line);
    expect([ran.code, asked]).toEqual([1, [day]]);
    expect(ran.note).toContain(code);
    expect(ran.note).not.toContain('Go to the terminal');
    await bench.gone();
    await answering();
    expect((await minka('staff page')).note).toContain('Go to the terminal');
  });

  it('imports the first list without a proof, and a later one with one for its bytes', async () => {
    writeFileSync(join(bench.dir, 'staff.json'), '{}');
    const acts: unknown[] = [];
    let first = true;
    await answering({
      staffAct: ({ act }) => {
        acts.push(act);
        return { ok: true, ticket: TICKET, by: 'S1', second: 'S2', validMs: 60_000 };
      },
      staffImport: ({ ticket }) =>
        first || ticket === TICKET
          ? { ok: true, people: 2, digest: 'd'.repeat(64) }
          : { ok: false, code: 'STAFF_TICKET_NEEDED', detail: null },
    });
    expect((await minka(`staff import ${join(bench.dir, 'staff.json')} --json`)).code).toBe(0);
    expect(acts).toEqual([]);
    first = false;
    const later = await minka(`staff import ${join(bench.dir, 'staff.json')} --json`);
    expect(cliStaffImportSchema.strict().parse(later.json())).toEqual({ people: 2, digest: 'd'.repeat(64) });
    const digest = createHash('sha256').update('{}').digest('hex');
    expect(acts).toEqual([{ act: 'staffImport', digest }]);
  });
});
