import { SqliteError } from '../store/database.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** Damage found in an open database: a key that fitted at the start cannot stop fitting. */
function isDamage(cause: unknown): boolean {
  if (storeFailure(cause) === 'STORE_CORRUPT') return true;
  return cause instanceof SqliteError && cause.code === 'SQLITE_NOTADB';
}

/** The same store; `onDamage` is called, once, when any access meets a damaged page. The error comes out all the same. */
export function watchStore(store: Store, onDamage: () => void): Store {
  let told = false;
  const guard =
    <A extends unknown[], R>(access: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return access(...args);
      } catch (cause) {
        if (!told && isDamage(cause)) {
          told = true;
          onDamage();
        }
        throw cause;
      }
    };
  const guardRows = <T extends object>(rows: T): T => {
    const entries = Object.entries(rows).map(([name, member]) => [
      name,
      typeof member === 'function' ? guard(member as (...args: unknown[]) => unknown) : member,
    ]);
    return Object.fromEntries(entries) as T;
  };
  const rooms = Object.entries(store).map(([name, member]) => [
    name,
    typeof member === 'object' && member !== null ? guardRows(member as object) : member,
  ]);
  const transaction: Store['transaction'] = (work) => guard(() => store.transaction(work))();
  return { ...(Object.fromEntries(rooms) as Store), transaction };
}
