import type { Db } from './database.ts';

/** The schema version of the database: the number of migrations that it has had. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Runs the migrations that the database has not had, each with its new version in one transaction, so that a crash
 * leaves the old version or the new one. Returns false, with nothing touched, where the database is newer than we are.
 */
export function migrate(db: Db, migrations: readonly string[]): boolean {
  const from = schemaVersion(db);
  if (from > migrations.length) return false;
  for (const [index, sql] of migrations.entries()) {
    if (index < from) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
  return true;
}
