import { journal } from './001-journal.ts';
import { outbox } from './002-outbox.ts';

/** Every step of the schema in order; a step that has been released is never edited, a new one is added. */
export const migrations: readonly string[] = [journal, outbox];
