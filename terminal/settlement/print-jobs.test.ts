import { describe, expect, it } from 'vitest';
import { createPrintJobs } from './print-jobs.ts';
import { CONFIRMED, settlementKit } from './testing/settlement.ts';

const PRINTED = { kind: 'printed', printerMs: 1 } as const;
const UNKNOWN = { kind: 'unknown', trouble: 'hostGone', acknowledged: 1, blocks: 3 } as const;
const NOT_PRINTED = { kind: 'notPrinted', trouble: 'paperOut' } as const;

/** The slips of a settlement that nobody has been told of yet. */
function make() {
  const kit = settlementKit();
  kit.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false }, unseen: true });
  const prints = createPrintJobs(kit.deps);
  const slip = (kind: 'settlement' | 'unknown' = 'settlement', settlementId: number | null = 1) =>
    prints.create({ settlementId, kind, checkCode: 'C1' });
  return { ...kit, prints, slip };
}

describe('a slip', () => {
  it('is durable before its first byte, an original first and copies after it', () => {
    const p = make();
    const [first, second] = [p.slip(), p.slip()];
    expect(first).toEqual({ jobId: expect.stringMatching(/^[0-9a-f]{32}$/), kind: 'settlement', copy: 0 });
    expect(second.copy).toBe(1);
    expect(second.jobId).not.toBe(first.jobId);
    expect(p.store.prints.open()).toHaveLength(2);
    expect(p.told).toEqual([]);
  });

  it.each([
    [PRINTED, 'print.printed', null],
    [NOT_PRINTED, 'print.not-printed', 'paperOut'],
    [UNKNOWN, 'print.unknown', 'hostGone'],
  ] as const)('that ended is told to the operator and on record: %o', (outcome, act, trouble) => {
    const p = make();
    const { jobId } = p.slip();
    p.prints.finish(jobId, outcome);
    expect(p.store.prints.get(jobId)?.outcome).toBe(outcome.kind);
    expect(p.toldOf('print')).toEqual([
      {
        destination: 'operator',
        kind: 'print',
        group: 'OP20260302001',
        body: {
          jobId,
          kind: 'settlement',
          copy: 0,
          by: null,
          outcome: outcome.kind,
          trouble,
          checkCode: 'C1',
          messageId: p.row().messageId,
        },
      },
    ]);
    expect(p.audited).toContainEqual({ act, jobId, kind: 'settlement', copy: 0 });
    expect(p.kicks()).toBe(1);
  });

  it('that somebody asked for by hand names her, to the operator and on record', () => {
    const p = make();
    p.slip();
    expect(p.audited).toEqual([]);
    const { jobId, copy } = p.prints.create({ settlementId: 1, kind: 'settlement', checkCode: 'C1', by: 'S001' });
    expect(copy).toBe(1);
    const whose = { jobId, kind: 'settlement', copy: 1, by: 'S001' };
    expect(p.audited).toEqual([{ act: 'receipt.copied', ...whose, settlement: 1 }]);
    p.prints.finish(jobId, PRINTED);
    expect(p.toldOf('print')).toMatchObject([{ body: whose }]);
  });

  it('ends once, and only where there is one', () => {
    const p = make();
    const { jobId } = p.slip();
    p.prints.finish(jobId, PRINTED);
    p.prints.finish(jobId, UNKNOWN);
    p.prints.finish('no such slip', PRINTED);
    expect(p.toldOf('print')).toHaveLength(1);
    expect(p.kicks()).toBe(1);
    expect(p.work()).toEqual([]);
  });

  it('of no settlement is told by its own name', () => {
    const p = make();
    const { jobId } = p.slip('unknown', null);
    p.prints.finish(jobId, UNKNOWN);
    expect(p.told).toMatchObject([{ group: `print-${jobId}`, body: { messageId: null } }]);
    expect(p.work()).toEqual([]);
  });
});

describe('whether she has it on paper', () => {
  it('is a question for people where nobody knows, until a copy is printed', () => {
    const p = make();
    const { jobId } = p.slip();
    p.prints.finish(jobId, UNKNOWN);
    const { messageId } = p.row();
    expect(p.work()).toMatchObject([
      {
        kind: 'print-unknown',
        subject: `${messageId} settlement`,
        encounterId: 'OP20260302001',
        settlementId: 1,
        amountFen: null,
        detail: { jobId, kind: 'settlement', copy: 0, messageId, trouble: 'hostGone' },
      },
    ]);
    p.prints.finish(p.slip().jobId, NOT_PRINTED);
    expect(p.work()).toHaveLength(1);
    p.prints.finish(p.slip('unknown').jobId, PRINTED);
    expect(p.work()).toHaveLength(1);
    p.prints.finish(p.slip().jobId, PRINTED);
    expect(p.work()).toEqual([]);
  });

  it('is no question where it did not come out', () => {
    const p = make();
    p.prints.finish(p.slip().jobId, NOT_PRINTED);
    expect(p.work()).toEqual([]);
  });

  it.each([
    ['its slip was printed', 'settlement', PRINTED, false],
    ['another slip was printed', 'unknown', PRINTED, true],
    ['nobody knows', 'settlement', UNKNOWN, true],
  ] as const)('is how she was told of it: %s', (_words, kind, outcome, unseen) => {
    const p = make();
    p.prints.finish(p.slip(kind).jobId, outcome);
    expect(p.row().unseen).toBe(unseen);
  });
});

it('what a gone process left without an end may have been printed', () => {
  const p = make();
  const { jobId } = p.slip();
  p.prints.finish(p.slip().jobId, PRINTED);
  expect(p.prints.recover()).toBe(1);
  expect(p.store.prints.get(jobId)?.outcome).toBe('unknown');
  expect(p.toldOf('print').at(-1)).toMatchObject({ body: { jobId, outcome: 'unknown', trouble: 'hostGone' } });
  expect(p.prints.recover()).toBe(0);
});
