import { expect, it } from 'vitest';
import { failureIn } from './came-to.ts';

it.each([
  [{ ok: false, error: 'WORKLIST_NOT_FOUND' }, 'WORKLIST_NOT_FOUND'],
  [{ ok: false, error: { code: 'WORKLIST_NOT_PROVEN', reason: null } }, 'WORKLIST_NOT_PROVEN'],
  [{ ok: false, code: 'RECONCILE_DAY', detail: null }, 'RECONCILE_DAY'],
  ['STORE_NOT_LOST', 'STORE_NOT_LOST'],
  [{ ok: false, error: 'no code of ours' }, 'TERMINAL_INTERNAL'],
  [{ ok: false }, 'TERMINAL_INTERNAL'],
])('%j came to nothing: %s', (made, code) => {
  expect(failureIn(made)).toBe(code);
});

it.each([null, undefined, 1, '梁*信', [], { ok: true, value: 'RECEIPT_NONE' }, { by: 'S1', second: null }])(
  '%j was done',
  (made) => {
    expect(failureIn(made)).toBeNull();
  },
);
