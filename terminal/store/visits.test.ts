import { expect, it } from 'vitest';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { UNFINISHED_SQL } from './visits.ts';

it('unfinished visits are read from their partial index: no scan of all that ever were, and no sort', () => {
  const db = connect(':memory:', 0);
  migrate(db, migrations);
  const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${UNFINISHED_SQL}`).all();
  expect(plan.map((step) => step.detail)).toEqual(['SCAN visit USING INDEX visit_unfinished']);
  db.close();
});
