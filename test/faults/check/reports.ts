import type { OutboxRow } from '../../../terminal/store/outbox-rows.ts';
import type { Books } from './books.ts';
import { isOfClient } from './counter.ts';
import type { Tell } from './finding.ts';

const KINDS: readonly string[] = ['settled', 'released', 'refunded'];

/** What a report to the hospital is known by: its kind, and the message or the holder that it is about. */
function nameOf(kind: string, body: Readonly<Record<string, unknown>>): string {
  return `${kind} ${String(kind === 'released' ? body['holder'] : body['messageId'])}`;
}

/** The hospital hears of it in the list of notices of the client whose settlement it is. */
function isNotice(books: Books, { body }: Pick<OutboxRow, 'body'>): boolean {
  return isOfClient(books, String(body['messageId']));
}

/** I12, I10 for the hospital: within an encounter nothing leaves before what came first has arrived. */
export function checkReports(books: Books, tell: Tell): void {
  const { evidence, journals } = books;
  const first = new Map<string, { at: number; handledAt: number | null }>();
  for (const { target, key, body, at, handledAt } of evidence.sent) {
    if (target !== 'his' || !KINDS.includes(key)) continue;
    const name = nameOf(key, JSON.parse(body) as Record<string, unknown>);
    const known = first.get(name);
    if (known === undefined) first.set(name, { at, handledAt });
    else if (handledAt !== null) known.handledAt = Math.min(handledAt, known.handledAt ?? handledAt);
  }
  for (const { outbox } of journals) {
    const groups = new Map<string, { readonly id: number; readonly at: number }>();
    const seen = new Set<string>();
    for (const row of [...outbox].sort((a, b) => a.id - b.id)) {
      const name = nameOf(row.kind, row.body);
      if (row.destination !== 'his' || row.state === 'dead' || seen.has(name)) continue;
      seen.add(name);
      const way = first.get(name);
      const before = groups.get(row.group);
      if (way !== undefined && before !== undefined && way.at < before.at)
        tell('I12', `row ${row.id} of ${row.group} left for the hospital before row ${before.id} was there`);
      const at = way?.handledAt ?? null;
      if (at !== null) groups.set(row.group, { id: row.id, at: Math.max(at, before?.at ?? at) });
      // That nobody holds it any more a query may have shown.
      else if (row.state === 'delivered' && row.kind !== 'released' && !isNotice(books, row))
        tell('I10', `row ${row.id} ${row.kind} is delivered and not at the hospital`);
    }
  }
}
