import { ENTITLEMENT_SCHEMA, ENTITLEMENT_TABLES } from './entitlement-schema.ts';
import { LEDGER_SCHEMA, LEDGER_TABLES } from './ledger-schema.ts';
import { STAY_SCHEMA, STAY_TABLES } from './stay-schema.ts';

/** Everything in centre.db. */
export const CENTRE_SCHEMA = LEDGER_SCHEMA + ENTITLEMENT_SCHEMA + STAY_SCHEMA;

/** Every table, children first, for a reset. */
export const CENTRE_TABLES: readonly string[] = [...STAY_TABLES, ...ENTITLEMENT_TABLES, ...LEDGER_TABLES];
