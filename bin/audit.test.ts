import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AuditReport, cliAuditListSchema, cliAuditVerifySchema } from '../common/contracts/cli/audit.ts';
import { MAX_WITNESS } from '../common/contracts/cli/audit-verbs.ts';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import type { KeptCheckpoint } from '../common/contracts/operator/checkpoints.ts';
import { selectWitness } from './audit-witness.ts';
import { cliBench } from './testing/cli-bench.ts';
import { auditReport, TICKET } from './testing/fake-terminal.ts';

const bench = cliBench();
const { answering, minka } = bench;

const checkpoint = (seq: number, chain = auditReport.chain, terminalLabel = 'ZZ-07'): KeptCheckpoint => ({
  ...{ chain, slot: 7, seq, hash: 'a1'.repeat(32), institution: 'H99010000001', terminal: terminalLabel },
  ...{ at: '2026-11-21 10:00:00', receivedAt: '2026-11-21 10:00:01' },
});
const broken: AuditReport = {
  ...auditReport,
  ok: false,
  findings: [
    { kind: 'modified', from: 3, to: 3, witness: 'database', other: null },
    { kind: 'rolled-back', from: 10, to: 44, witness: 'operator', other: null },
  ],
};

describe('audit list', () => {
  it('shows the newest acts', async () => {
    await answering();
    const ran = await minka('audit list --json');
    expect(ran.code).toBe(0);
    expect(cliAuditListSchema.strict().parse(ran.json()).rows).toMatchObject([{ seq: 9, code: 'print.printed' }]);
    expect((await minka('audit list')).out).toBe('#9  2026-11-21 10:00:00  print.printed  jobId=j\n');
  });

  it('asks for as many as are wanted', async () => {
    let limit = 0;
    await answering({
      auditList: (asked) => {
        limit = asked.limit;
        return { ok: true, chain: auditReport.chain, rows: [] };
      },
    });
    expect((await minka('audit list --limit 7')).out).toBe('(none)\n');
    expect(limit).toBe(7);
  });

  it('has the code of a store that is not open', async () => {
    await answering({ auditList: () => ({ ok: false, code: 'STORE_CORRUPT' }) });
    const ran = await minka('audit list --json');
    expect([ran.code, cliErrorSchema.parse(ran.json()).error.code]).toEqual([1, 'STORE_CORRUPT']);
  });
});

describe('audit verify', () => {
  it('takes a proof, and passes its ticket on', async () => {
    const asked: unknown[] = [];
    await answering({
      staffAct: ({ act }) => {
        asked.push(act);
        return { ok: true, ticket: TICKET, by: 'A1', second: null, validMs: 60_000 };
      },
    });
    const ran = await minka('audit verify --json');
    expect([ran.code, asked]).toEqual([0, [{ act: 'auditVerify' }]]);
    expect(cliAuditVerifySchema.strict().parse(ran.json())).toEqual(auditReport);
    await bench.gone();
    await answering({ staffAct: () => ({ ok: false, code: 'STAFF_ROLE', detail: null, triesLeft: null }) });
    const refused = await minka('audit verify --json');
    expect([refused.code, cliErrorSchema.parse(refused.json()).error.code]).toEqual([1, 'STAFF_ROLE']);
  });

  it('ends with 1 and the whole report where the chain is not sound', async () => {
    await answering({ auditVerify: () => ({ ok: true, report: broken }) });
    const ran = await minka('audit verify --json');
    expect(ran.code).toBe(1);
    const shown = cliAuditVerifySchema.parse(ran.json());
    expect([shown.ok, shown.error?.code, shown.findings]).toEqual([false, 'AUDIT_BROKEN', broken.findings]);
    const text = await minka('audit verify', { LANG: 'zh_CN.UTF-8' });
    expect(text.code).toBe(1);
    expect(text.out).toContain('#3–#3：内容被改过\n#10–#44：运营方收到过，这里没有');
    expect(text.note).toContain('AUDIT_BROKEN: ');
  });

  it('says what a chain without a witness cannot show', async () => {
    await answering();
    expect((await minka('audit verify')).out).toContain('Verify with --against FILE.');
    await bench.gone();
    await answering({ auditVerify: () => ({ ok: true, report: { ...auditReport, checkpoints: 3 } }) });
    writeFileSync(join(bench.dir, 'told.json'), JSON.stringify({ checkpoints: [checkpoint(3)], alarms: [] }));
    const witnessed = await minka(`audit verify --against ${join(bench.dir, 'told.json')}`);
    expect(witnessed.out).toContain("It agrees with 3 of the operator's checkpoints.");
    expect(witnessed.out).not.toContain('--against');
  });

  it('passes the checkpoints of a file on, and asks nobody for a proof over a bad one', async () => {
    let told: readonly KeptCheckpoint[] = [];
    let proofs = 0;
    await answering({
      staffAct: () => {
        proofs += 1;
        return { ok: true, ticket: TICKET, by: 'A1', second: null, validMs: 60_000 };
      },
      auditVerify: ({ checkpoints }) => {
        told = checkpoints;
        return { ok: true, report: auditReport };
      },
    });
    const file = join(bench.dir, 'told.json');
    writeFileSync(file, JSON.stringify({ checkpoints: [checkpoint(3), checkpoint(9)] }));
    await minka(`audit verify --json --against ${file}`);
    expect([told.map(({ seq }) => seq), proofs]).toEqual([[3, 9], 1]);
    for (const junk of ['junk', '{}', '{"checkpoints":[{"seq":1}]}']) {
      writeFileSync(file, junk);
      const ran = await minka(`audit verify --json --against ${file}`);
      expect([ran.code, cliErrorSchema.parse(ran.json()).error.code]).toEqual([1, 'AUDIT_WITNESS']);
    }
    expect(proofs).toBe(1);
  });

  it('is refused with 2 where the options do not go together', async () => {
    for (const line of ['audit', 'audit verify --key-file k', 'audit list --limit 0', 'audit verify x']) {
      expect((await minka(line)).code).toBe(2);
    }
  });
});

describe('a file of many checkpoints', () => {
  const other = (n: number): string => n.toString(16).padStart(32, '0');

  it('goes whole where it fits', () => {
    const all = [checkpoint(1), checkpoint(2, other(2), 'ZZ-08')];
    expect(selectWitness(all, auditReport.chain)).toEqual(all);
  });

  it('keeps the newest of this chain, spread over the rest, and the newest of other chains', () => {
    const own = Array.from({ length: 5000 }, (_, i) => checkpoint(i + 1));
    const others = Array.from({ length: 100 }, (_, i) => [1, 2].map((seq) => checkpoint(seq, other(i), `ZZ-${i}`)));
    const kept = selectWitness([...own, ...others.flat()], auditReport.chain);
    expect(kept.length).toBeLessThanOrEqual(MAX_WITNESS);
    const mine = kept.filter(({ chain }) => chain === auditReport.chain).map(({ seq }) => seq);
    expect(mine.at(-1)).toBe(5000);
    expect(Math.max(...mine.slice(1).map((seq, i) => seq - (mine[i] ?? 0)))).toBeLessThanOrEqual(11);
    const theirs = kept.filter(({ chain }) => chain !== auditReport.chain);
    expect(theirs.map(({ seq }) => seq)).toEqual(Array(100).fill(2));
  });

  it('never more than a call carries, whatever the file', () => {
    const many = Array.from({ length: 4000 }, (_, i) => checkpoint(1, other(i), `Z-${i}`));
    const own = Array.from({ length: 4000 }, (_, i) => checkpoint(i + 1));
    for (const all of [many, own, [...many, ...own]]) {
      const kept = selectWitness(all, auditReport.chain);
      expect(kept.length).toBe(MAX_WITNESS);
    }
  });
});
