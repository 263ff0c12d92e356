import { journal } from './001-journal.ts';
import { outbox } from './002-outbox.ts';
import { worklist } from './003-worklist.ts';
import { refund } from './004-refund.ts';
import { audit } from './005-audit.ts';
import { staff } from './006-staff.ts';
import { reconcile } from './007-reconcile.ts';
import { doubts } from './008-doubts.ts';
import { unseen } from './009-unseen.ts';
import { adoptedByTwo } from './010-adopted-by-two.ts';
import { reduced } from './011-reduced.ts';
import { copies } from './012-copies.ts';
import { cashCollection } from './020-cash-collection.ts';
import { certificates } from './021-certificates.ts';
import { declaration } from './022-declaration.ts';
import { collectionCalls } from './023-collection-calls.ts';
import { stay } from './024-stay.ts';
import { clientKey } from './026-client-key.ts';
import { origin } from './027-origin.ts';
import { shift } from './028-shift.ts';
import { dayList } from './029-day-list.ts';
import { codeTables } from './030-code-tables.ts';
import { clients } from './031-clients.ts';
import { spentQuotes } from './033-spent-quotes.ts';
import { registration } from './034-registration.ts';
import { dayStanding } from './035-day-standing.ts';

/** Every step of the schema in order; a step that has been released is never edited, a new one is added. */
export const migrations: readonly string[] = [
  journal,
  outbox,
  worklist,
  refund,
  audit,
  staff,
  reconcile,
  doubts,
  unseen,
  adoptedByTwo,
  reduced,
  copies,
  cashCollection,
  certificates,
  declaration,
  collectionCalls,
  stay,
  clientKey,
  origin,
  shift,
  dayList,
  codeTables,
  clients,
  spentQuotes,
  registration,
  dayStanding,
];
