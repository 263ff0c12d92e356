import type { AuditRow } from '../../store/audit-rows.ts';
import type { Store } from '../../store/store.ts';
import { createFindings } from '../findings.ts';
import { createWalk } from '../walk.ts';

/**
 * What is wrong with a journal's audit chain (risks I17): it verifies, and it tells of exactly the state changes that
 * the journal has made. Empty where all is well.
 */
export function chainProblems(store: Store): readonly string[] {
  const identity = store.audit.identity();
  if (identity === null) return ['no chain'];
  const chain = store.audit.after(Number.MIN_SAFE_INTEGER, 1_000_000);
  const findings = createFindings();
  const walk = createWalk(identity, findings);
  for (const row of chain) walk.take(row);
  walk.end(store.audit.head());
  const broken = findings.result().findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`);
  const rows = chain.map((row) => ({ ...row, facts: factsOf(row) }));
  /** The state that the newest row about this settlement or refund tells. */
  const toldOf = (codes: 'settlement.' | 'refund.', fact: 'messageId' | 'setlId', value: string) => {
    const about = rows.findLast(({ code, facts }) => code.startsWith(codes) && facts[fact] === value && 'to' in facts);
    return about?.facts['to'] ?? 'nothing';
  };

  const states = store.settlements.list(100_000).flatMap((settlement) => {
    const told = toldOf('settlement.', 'messageId', settlement.messageId);
    const moved = told === settlement.state ? [] : [`${settlement.messageId} is ${settlement.state}, told ${told}`];
    const refund = store.refunds.ofSettlement(settlement.id);
    if (refund === null || refund.state === 'ready') return moved;
    const refundTold = toldOf('refund.', 'setlId', refund.setlId);
    return refundTold === refund.state ? moved : [...moved, `refund is ${refund.state}, told ${refundTold}`];
  });

  const told = (code: string) => rows.filter((row) => row.code === code).map(({ facts }) => Number(facts['row']));
  const queue = store.outbox.list(100_000);
  const ended = (state: string) => queue.filter((row) => row.state === state);
  // That a checkpoint arrived is no row of the chain, or there would be a next checkpoint for ever.
  const delivered = ended('delivered').filter((row) => row.kind !== 'audit-checkpoint');
  const queued = [
    ...differ('delivered', delivered, told('queue.delivered')),
    ...differ('dead', ended('dead'), told('queue.dead-letter')),
  ];

  const prints = rows.flatMap(({ code, facts }) => {
    if (!code.startsWith('print.')) return [];
    const job = store.prints.get(String(facts['jobId']));
    return job === null || store.prints.open().some(({ jobId }) => jobId === job.jobId) ? [`print ${code}`] : [];
  });
  return [...broken, ...states, ...queued, ...prints];
}

const factsOf = (row: AuditRow): Record<string, unknown> => JSON.parse(row.facts) as Record<string, unknown>;

function differ(
  what: string,
  journal: readonly { readonly id: number }[],
  chain: readonly number[],
): readonly string[] {
  const [a, b] = [
    journal
      .map(({ id }) => id)
      .sort((x, y) => x - y)
      .join(),
    [...chain].sort((x, y) => x - y).join(),
  ];
  return a === b ? [] : [`queue rows ${what}: ${a}; told: ${b}`];
}
