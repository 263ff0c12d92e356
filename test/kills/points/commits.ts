import Database from 'better-sqlite3-multiple-ciphers';
import type { Trigger } from './trigger.ts';
import { commitName, readWrite, type Write } from './writes.ts';

type Statement = Record<'run' | 'get' | 'all', (...parameters: unknown[]) => unknown>;

/**
 * Points before and after every commit of the store: all statements done but COMMIT not begun, and COMMIT returned
 * but its caller not yet resumed. Wraps the library, so that the code under test is the one that ships.
 */
export function watchCommits(trigger: Trigger): void {
  const library = Database.prototype as unknown as {
    prepare: (this: { inTransaction: boolean }, sql: string) => Statement;
    transaction: (this: { inTransaction: boolean }, work: (...a: unknown[]) => unknown) => Transaction;
  };
  type Transaction = ((...a: unknown[]) => unknown) & { immediate: (...a: unknown[]) => unknown };
  const { prepare, transaction } = library;
  let writes: Write[] = [];

  library.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!/^\s*(INSERT|UPDATE|DELETE)\b/i.test(sql)) return statement;
    for (const verb of ['run', 'get', 'all'] as const) {
      const real = statement[verb];
      statement[verb] = (...parameters) => {
        const result = real.apply(statement, parameters);
        const row = Array.isArray(result) ? result[0] : result;
        const write = readWrite(sql, parameters, row);
        if (write !== null) writes.push(write);
        return result;
      };
    }
    return statement;
  };

  library.transaction = function (work) {
    let name: string | null = null;
    const wrapped = transaction.call(this, (...parameters) => {
      writes = [];
      const result = work(...parameters);
      name = commitName(writes);
      if (name !== null) trigger.pass(`before ${name}`);
      return result;
    });
    const immediate = (...parameters: unknown[]): unknown => {
      const result = wrapped.immediate(...parameters);
      for (const { moved } of writes) if (moved !== undefined) trigger.tell(moved);
      if (name !== null) trigger.pass(`after ${name}`);
      return result;
    };
    return Object.assign((...parameters: unknown[]) => wrapped(...parameters), { immediate });
  };
}
