import type { Moved } from './trigger.ts';

/** What one write statement of the store means, for the name of its commit. Read off the SQL from outside. */
export interface Write {
  /** Short name, or null where the statement never names a commit. */
  readonly name: string | null;
  /** The more telling of two names wins. */
  readonly weight: number;
  /** A settlement or refund that has another state once this is committed. */
  readonly moved?: Moved;
}

type Parameters = readonly unknown[];

const NAMELESS: Write = { name: null, weight: 0 };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `UPDATE … SET state` of a table whose rows are followed; their columns come as one object. */
function stateChange(matter: Moved['matter'], parameters: Parameters): Write | null {
  const columns = (parameters[0] ?? {}) as Readonly<Record<string, unknown>>;
  const state = text(columns['state']);
  if (state === '') return null;
  return { name: `${matter} ${state}`, weight: 9, moved: { matter, id: Number(columns['id']), state } };
}

function settlementChange(parameters: Parameters): Write {
  const columns = (parameters[0] ?? {}) as Readonly<Record<string, unknown>>;
  const moved = stateChange('settlement', parameters);
  return moved ?? (columns['live'] === 0 ? { name: 'his confirmed', weight: 8 } : NAMELESS);
}

/** The row that an INSERT has made. */
const rowid = (result: unknown): number => Number((result as { lastInsertRowid?: unknown } | null)?.lastInsertRowid);
const begun = (matter: Moved['matter'], state: string, result: unknown): Moved => ({
  matter,
  id: rowid(result),
  state,
});

/** Where each row of the queue goes that this process has put there. */
const destinations = new Map<number, string>();
const destinationOf = (id: unknown): string => destinations.get(Number(id)) ?? '';

function queued([, destination]: Parameters, result: unknown): Write {
  destinations.set(rowid(result), text(destination));
  return NAMELESS;
}

/** Names by table and verb; `result` is what the statement returned (RETURNING). */
const readers: readonly (readonly [RegExp, (parameters: Parameters, result: unknown) => Write])[] = [
  [
    /^INSERT INTO settlement\b/,
    (_p, made) => ({ name: 'intent', weight: 10, moved: begun('settlement', 'intended', made) }),
  ],
  [/^UPDATE settlement\b/, settlementChange],
  [/^INSERT INTO refund\b/, (_p, made) => ({ ...NAMELESS, moved: begun('refund', 'ready', made) })],
  [/^UPDATE refund\b/, (parameters) => stateChange('refund', parameters) ?? NAMELESS],
  [/^INSERT INTO reconcile_row\b/, () => ({ name: 'differences', weight: 8 })],
  [/^UPDATE reconcile_run SET state = 'finished'/, () => ({ name: 'comparison finished', weight: 8 })],
  [/^INSERT INTO print_job\b/, () => ({ name: 'print created', weight: 7 })],
  [/^UPDATE print_job SET outcome/, ([outcome]) => ({ name: `print ${text(outcome)}`, weight: 7 })],
  [/^INSERT INTO outbox\b/, queued],
  [/^UPDATE outbox SET state = 'inFlight'/, ([, id]) => ({ name: `claimed ${destinationOf(id)}`, weight: 3 })],
  [/^UPDATE outbox SET state = 'waiting', lease = NULL WHERE/, () => ({ name: 'claims taken back', weight: 3 })],
  [/^UPDATE outbox SET state = \?/, ([state, , , id]) => ({ name: `${text(state)} ${destinationOf(id)}`, weight: 4 })],
  [/^INSERT INTO visit\b/, () => ({ name: 'visit opened', weight: 5 })],
  [/^UPDATE visit SET phase = \?/, ([phase]) => ({ name: `visit ${text(phase)}`, weight: 5 })],
  [/^UPDATE visit SET phase = '/, (_p, _r) => ({ name: 'visit moved', weight: 5 })],
  [/^INSERT INTO message\b/, ([, infno]) => ({ name: `${text(infno)} written`, weight: 2 })],
  [/^UPDATE message SET sends/, () => ({ name: 'answer kept', weight: 1 })],
];

/** Reads one executed statement; null where it writes nothing that this knows. */
export function readWrite(sql: string, parameters: Parameters, result: unknown): Write | null {
  const flat = sql.replace(/\s+/g, ' ').trim();
  for (const [pattern, read] of readers) {
    if (!pattern.test(flat)) continue;
    const write = read(parameters, result);
    const phase = /^UPDATE visit SET phase = '(\w+)'/.exec(flat)?.[1];
    return phase === undefined ? write : { ...write, name: `visit ${phase}` };
  }
  return null;
}

/** The name of a commit with these writes. */
export function commitName(writes: readonly Write[]): string | null {
  return writes.reduce<Write>((best, write) => (write.weight > best.weight ? write : best), NAMELESS).name;
}
