import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import {
  cliStaffImportSchema,
  cliWorklistResolvedSchema,
  cliWorklistSchema,
} from '../common/contracts/cli/staff-outputs.ts';
import { cliBench } from './testing/cli-bench.ts';
import { TICKET } from './testing/fake-terminal.ts';

const bench = cliBench();
const { answering, minka } = bench;

describe('the staff', () => {
  const row = {
    id: 4,
    kind: 'settlement-late',
    subject: 'H1',
    encounterId: 'MZ1',
    settlementId: 1,
    amountFen: 4200,
    detail: { setlId: 'JS1' },
    openedAt: '2026-11-22 10:00:00',
    openMinutes: 12,
    resolution: null,
    by: null,
    second: null,
    reason: null,
    resolvedAt: null,
  } as const;

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
    expect(text.out).toContain('#4  撤销后又说结了  settlement-late  2026-11-22 10:00:00  12 min  MZ1  42.00');
    expect(text.out).toContain('可选 stands, void, refund');
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
        const done = { resolution: answer.resolution, by: 'S1', second: 'S2', reason: answer.reason } as const;
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
