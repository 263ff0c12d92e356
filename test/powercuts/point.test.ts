import { expect, it } from 'vitest';
import type { RowState } from './library.ts';
import { pointsOf, pointsWithin } from './point.ts';
import type { Operation } from './strace.ts';

const wal = (): Operation => ({ kind: 'write', file: 'terminal.db-wal', offset: 0, data: Buffer.alloc(1) });
const line = (): Operation => ({ kind: 'line', text: '' });
const row = (table: string, id: number): RowState => [table, id, 'hash'];

it('says where a settlement stands at each place of a recording', () => {
  const steps: readonly (readonly [Operation, readonly RowState[] | null, readonly string[]])[] = [
    [wal(), null, ['P15']],
    [line(), [row('visit', 1)], ['P15']],
    [wal(), null, []],
    [line(), [row('message', 1), row('settlement', 1)], ['P0']],
    [wal(), null, ['P1', 'P2', 'P3', 'P4', 'P5']],
    [wal(), null, ['P6']],
    [line(), [row('settlement', 1), row('message', 1)], ['P6']],
    [wal(), null, ['P7']],
    [line(), [row('outbox', 1)], ['P11']],
    [wal(), null, ['P11']],
    [line(), [row('outbox', 1), row('audit_chain', 3)], ['P12']],
    [{ kind: 'write', file: 'terminal.db', offset: 0, data: Buffer.alloc(1) }, null, []],
    [{ kind: 'write', file: 'terminal.db', offset: 0, data: Buffer.alloc(1) }, null, ['P14']],
    [{ kind: 'unlink', file: 'terminal.db-wal' }, null, ['P0']],
    [line(), [], ['P16']],
    [wal(), null, ['P16']],
    [line(), [row('outbox', 2)], ['P16']],
    [wal(), null, ['P11']],
  ];
  const points = pointsOf(
    steps.map(([operation]) => operation),
    steps.map(([, told]) => told),
  );
  expect(steps.map((_, index) => points(index))).toEqual(steps.map(([, , expected]) => expected));
});

it('a 2601 made for a settlement makes what follows a matter of the reversal', () => {
  const operations = [wal(), line(), line(), wal(), line(), wal(), line()];
  const told = [
    null,
    [row('settlement', 1), row('message', 1)],
    [row('settlement', 1), row('message', 1)],
    null,
    [row('settlement', 1), row('message', 2)],
    null,
    [row('settlement', 1), row('message', 2)],
  ];
  const points = pointsOf(operations, told);
  expect(points(3)).toEqual(['P7']);
  expect(points(4)).toEqual(['P13']);
  expect(points(6)).toEqual(['P13']);
});

it('says of each operation what it is done for, also of the first one of a commit', () => {
  const page = (): Operation => ({ kind: 'write', file: 'terminal.db', offset: 0, data: Buffer.alloc(1) });
  const steps: readonly (readonly [Operation, readonly RowState[] | null, readonly string[]])[] = [
    [wal(), null, ['P15']],
    [line(), [row('visit', 1)], ['P15']],
    [wal(), null, ['P0']],
    [line(), [row('message', 1), row('settlement', 1)], ['P0']],
    [wal(), null, ['P6']],
    [{ kind: 'sync', file: 'terminal.db-wal' }, null, ['P6']],
    [line(), [row('settlement', 1), row('message', 1)], ['P6']],
    [page(), null, ['P14']],
    [{ kind: 'sync', file: 'terminal.db' }, null, ['P14']],
    [wal(), null, ['P8']],
    [line(), [row('print_job', 1)], ['P8']],
    [wal(), null, ['P10']],
    [line(), [row('print_job', 1), row('settlement', 1)], ['P10']],
    [{ kind: 'truncate', file: 'terminal.db-wal', length: 0 }, null, ['P14']],
  ];
  const at = pointsWithin(
    steps.map(([operation]) => operation),
    steps.map(([, rows]) => rows),
  );
  expect(steps.map((_, index) => at(index))).toEqual(steps.map(([, , points]) => points));
});
