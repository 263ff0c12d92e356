import { z } from 'zod';
import type { auditVerbs } from '../../common/contracts/cli/audit-verbs.ts';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { KeptCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { AuditSite } from '../audit/chain.ts';
import { verifyChain } from '../audit/verify.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import type { Desk } from '../staff/desk.ts';
import type { AuditRow } from '../store/audit-rows.ts';
import type { Store } from '../store/store.ts';

export interface AuditApiDeps {
  readonly clock: Clock;
  readonly site: AuditSite;
  readonly desk: Pick<Desk, 'under'>;
  readonly books: () => { readonly store: Store; readonly outbox: Pick<Outbox, 'enqueue' | 'kick'> } | null;
  readonly fault: () => FailureCode | null;
  readonly audit: Audit;
}

type AuditHandlers = Pick<Handlers<typeof controlLink>, keyof typeof auditVerbs>;

const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A row may be listed whatever was done to it: facts that are no facts any more are shown as a text. */
function factsOf(text: string): z.output<typeof factsSchema> {
  try {
    return factsSchema.parse(JSON.parse(text));
  } catch {
    return { unreadable: text.slice(0, 200) };
  }
}

const listed = ({ seq, at, code, facts, hash }: AuditRow) => ({
  ...{ seq, at: formatDateTime(at), code, hash },
  facts: factsOf(facts),
});

/** The audit chain as the control link asks for it. */
export function auditHandlers(deps: AuditApiDeps): AuditHandlers {
  const { clock, site, desk, audit } = deps;
  const no = (code: FailureCode) => ({ ok: false, code }) as const;
  const noBooks = () => no(deps.fault() ?? 'STORE_LOCKED');

  const verify = async (by: string, checkpoints: readonly KeptCheckpoint[]) => {
    const books = deps.books();
    if (books === null) return noBooks();
    const { store, outbox } = books;
    const report = await verifyChain({ rows: store.audit, site, checkpoints, breathe: () => sleep(clock, 0) });
    if (report === null) return no('AUDIT_BROKEN');
    const { ok, rows, checkpoints: compared, findings } = report;
    const [first] = findings;
    store.transaction(() => {
      const found = { findings: findings.length, first: first === undefined ? null : first.kind };
      audit(ok ? 'audit.verified' : 'audit.broken', { by, rows, checkpoints: compared, ...found });
      if (ok) return;
      const body = { fault: 'AUDIT_BROKEN', chain: report.chain, findings: findings.map((one) => ({ ...one })) };
      outbox.enqueue({ destination: 'operator', kind: 'fault', group: 'terminal', body });
    });
    outbox.kick();
    return { ok: true, report } as const;
  };

  return {
    auditList({ limit }) {
      const books = deps.books();
      const chain = books?.store.audit.identity()?.chain;
      if (books === null || chain === undefined) return noBooks();
      return { ok: true, chain, rows: books.store.audit.newest(limit).map(listed) };
    },
    async auditVerify({ ticket, checkpoints }) {
      const done = await desk.under(ticket, { act: 'auditVerify' }, ({ by }) => verify(by, checkpoints));
      return done.ok ? done.value : no(done.error);
    },
  };
}
