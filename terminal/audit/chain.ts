import type { AuditCode } from '../../common/contracts/audit.ts';
import type { Random } from '../../common/kernel/ports.ts';
import type { AuditRow, AuditRows, ChainIdentity } from '../store/audit-rows.ts';
import type { Store } from '../store/store.ts';
import { type AuditFacts, canonicalFacts, firstPrev, rowHash } from './canonical.ts';

/** Where the terminal stands, as the site profile says. */
export interface AuditSite {
  readonly institutionCode: string;
  readonly terminalSlot: number;
}

export interface AuditChain {
  readonly identity: ChainIdentity;
  /** Adds a row to the caller's transaction. */
  append(at: number, code: AuditCode, facts: AuditFacts): AuditRow;
}

/** The database's chain, begun where it has none yet: its random id is made once and never again. */
export function openChain(
  store: Pick<Store, 'transaction'> & { readonly audit: AuditRows },
  site: AuditSite,
  random: Random,
  nowMs: number,
): AuditChain {
  const begin = (): ChainIdentity => {
    const chain = Buffer.from(random.bytes(16)).toString('hex');
    const made = { institution: site.institutionCode, slot: site.terminalSlot, chain };
    store.transaction(() => store.audit.begin(made, firstPrev(made), nowMs));
    return made;
  };
  const identity = store.audit.identity() ?? begin();
  return {
    identity,
    append(at, code, facts) {
      const head = store.audit.head();
      const content = { seq: head.seq + 1, at, code, facts: canonicalFacts(facts), prev: head.hash };
      const row = { ...content, hash: rowHash(identity, content) };
      store.audit.append(row);
      return row;
    },
  };
}
