import { hash } from 'node:crypto';
import type { AuditRow, ChainIdentity } from '../store/audit-rows.ts';

/** Names this encoding in every hash: another encoding gets another name, so that no two can be taken for each other. */
const VERSION = 'minka-audit-1';

export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Facts as one text and one only: keys in code-unit order, no spaces. A number must be finite. */
export function canonicalFacts(facts: AuditFacts): string {
  const members = Object.keys(facts)
    .sort()
    .map((key) => {
      const value = facts[key] ?? null;
      if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`audit: ${key} is not a number`);
      return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    });
  return `{${members.join(',')}}`;
}

/** SHA-256, hex, over a JSON array: strings are quoted and escaped there, so no field can run into the next. */
const digest = (parts: readonly (string | number)[]): string => hash('sha256', JSON.stringify(parts), 'hex');

/** What the first row's `prev` is: the chain's identity, so that rows of another chain fit nowhere. */
export function firstPrev({ institution, slot, chain }: ChainIdentity): string {
  return digest([VERSION, 'begin', institution, slot, chain]);
}

/** The hash of a row at place `seq` of this chain. */
export function rowHash(identity: ChainIdentity, row: Omit<AuditRow, 'hash'>): string {
  const { institution, slot, chain } = identity;
  return digest([VERSION, 'row', institution, slot, chain, row.seq, row.at, row.code, row.facts, row.prev]);
}
