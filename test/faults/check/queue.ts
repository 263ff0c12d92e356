import type { Books } from './books.ts';
import type { Tell } from './finding.ts';
import { checkReports } from './reports.ts';

/** I9, I10, I12: what was queued arrived, once, in its order, and nothing that cannot arrive stood in the way. */
export function checkQueue(books: Books, tell: Tell): void {
  const arrived = new Map(books.operator.map((record, index) => [record.key, { record, index }]));
  for (const { outbox } of books.journals) {
    const poisoned = outbox.some((row) => row.state === 'dead');
    const newest = new Map<string, { readonly id: number; readonly index: number }>();
    for (const row of [...outbox].sort((a, b) => a.id - b.id)) {
      if (row.state === 'waiting' || row.state === 'inFlight') {
        if (books.rested || poisoned) tell(poisoned ? 'I9' : 'I10', `row ${row.id} ${row.kind} is still ${row.state}`);
        continue;
      }
      if (row.destination !== 'operator') continue;
      const there = arrived.get(row.key);
      if (row.state === 'delivered' && there === undefined)
        tell('I10', `row ${row.id} ${row.kind} is delivered and not there`);
      if (there === undefined) continue;
      const before = newest.get(row.group);
      if (before !== undefined && there.index < before.index)
        tell('I12', `row ${row.id} of ${row.group} overtook row ${before.id}`);
      newest.set(row.group, { id: row.id, index: there.index });
      if (there.record.sequence !== row.id) tell('I12', `row ${row.id} arrived as number ${there.record.sequence}`);
    }
  }
  checkReports(books, tell);
  checkOnce(books, tell);
  const keys = new Set([...books.journals, ...books.lost].flatMap(({ outbox }) => outbox.map((row) => row.key)));
  // One settlement, and one refund of it: whatever became of the money, it went and came back once.
  const facts = new Map<string, number>();
  for (const { key, kind, body, terminal } of books.operator) {
    if (!keys.has(key)) tell('I10', `the operator has a ${kind} record that no queue has`);
    if (kind !== 'settlement' && kind !== 'refund') continue;
    const fact = `${terminal} ${kind} ${String(body['messageId'])}`;
    facts.set(fact, (facts.get(fact) ?? 0) + 1);
  }
  for (const [fact, count] of facts) if (count > 1) tell('I10', `the operator has ${count} records of ${fact}`);
}

/** I11: no fact is in the hospital's books or the operator's twice, however old its row was when it was sent again. */
function checkOnce({ bookings, operator, journals }: Books, tell: Tell): void {
  const entries = bookings.map(({ messageId, kind }) => `${messageId} ${kind}`);
  for (const entry of new Set(entries)) {
    if (entries.filter((one) => one === entry).length > 1) tell('I11', `the hospital booked ${entry} twice`);
  }
  const keys = operator.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) tell('I11', 'the operator has a record twice');
  for (const { outbox, worklist } of journals) {
    for (const row of outbox) {
      if (row.state !== 'dead' || worklist.some(({ kind, detail }) => kind === 'row-dead' && detail['row'] === row.id))
        continue;
      tell('I10', `row ${row.id} ${row.kind} was set aside and nobody knows`);
    }
  }
}
