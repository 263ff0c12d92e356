import type { AuditCode } from '../../common/contracts/audit.ts';
import type { AuditFacts } from '../audit/canonical.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface AlarmDeps {
  readonly audit: Audit;
  /** Where the operator's record goes, or null where there is no queue at all. */
  readonly voice: () => {
    readonly store: Pick<Store, 'transaction'>;
    readonly outbox: Pick<Outbox, 'enqueue' | 'kick'>;
  } | null;
  readonly report: (what: string, cause: unknown) => void;
}

/** An auditable act that the operator must hear of; `fault` names it in the operator's record. */
export type Alarm = (code: AuditCode, facts: AuditFacts, fault: string) => void;

/**
 * The act and the operator's record in one transaction. Where that cannot be written, or there is no queue at all, the
 * act alone goes to the log: an alarm never takes down what it warns of.
 */
export function createAlarm({ audit, voice, report }: AlarmDeps): Alarm {
  return (code, facts, fault) => {
    const books = voice();
    if (books === null) {
      audit(code, facts);
      return;
    }
    const { store, outbox } = books;
    try {
      store.transaction(() => {
        audit(code, facts);
        outbox.enqueue({ destination: 'operator', kind: 'fault', group: 'terminal', body: { fault, ...facts } });
      });
      outbox.kick();
    } catch (cause) {
      report('an alarm could not be stored', cause);
      audit(code, facts);
    }
  };
}
