import { SqliteError } from '../../store/database.ts';

/** What an access of a disk that refuses ends in. */
export const refuses = (): never => {
  throw new SqliteError('disk I/O error', 'SQLITE_IOERR');
};

/** Puts `access` in the place of a method, until the answer is called. */
export function instead<T extends object, K extends keyof T>(of: T, name: K, access: T[K]): () => void {
  const real = of[name];
  Object.assign(of, { [name]: access });
  return () => void Object.assign(of, { [name]: real });
}

/** The next `times` calls of a method fail that `applies` is true of; answers how many have failed. */
export function failing<T extends object, K extends keyof T>(
  of: T,
  name: K,
  applies: () => boolean = () => true,
  times = 1,
): () => number {
  const real = of[name];
  if (typeof real !== 'function') throw new Error(`${String(name)} is no method`);
  let failed = 0;
  const access = (...args: unknown[]): unknown => {
    if (failed >= times || !applies()) return real(...args);
    failed += 1;
    return refuses();
  };
  Object.assign(of, { [name]: access });
  return () => failed;
}
