import { expect, it } from 'vitest';
import { committedRows, guideRows } from '../../scripts/encounter-guide.ts';

it('the guide’s table of an encounter’s fields is the contract’s own (node scripts/his-document.ts writes it)', () => {
  expect(committedRows()).toEqual(guideRows());
});
