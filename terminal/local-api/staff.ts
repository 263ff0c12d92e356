import type { z } from 'zod';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { cliWorklistRowSchema } from '../../common/contracts/cli/staff-outputs.ts';
import type { staffVerbs } from '../../common/contracts/cli/staff-verbs.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffAct, StaffResolution } from '../../common/contracts/staff.ts';
import type { WorklistRow } from '../../common/contracts/worklist.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { maskName } from '../../common/kernel/masking.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { CopyReceipt } from '../services/copy-receipt.ts';
import type { Desk } from '../staff/desk.ts';
import { type ImportDeps, importList } from '../staff/import.ts';
import { isInForce } from '../staff/list-file.ts';
import { marksOf } from '../staff/marks.ts';
import type { Resolve, StaffPage } from '../staff/page.ts';
import type { Store } from '../store/store.ts';
import { type CardReadDeps, readClear } from './card-read.ts';

export interface StaffApiDeps {
  readonly clock: Clock;
  readonly desk: Desk;
  readonly page: StaffPage;
  readonly card: CardReadDeps;
  readonly imports: ImportDeps;
  readonly resolve: Resolve;
  /** What may be answered to a row as things stand. */
  readonly answers: (row: WorklistRow) => readonly StaffResolution[];
  /** 补打. */
  readonly copyReceipt: CopyReceipt;
  readonly store: () => Store | null;
  /** Where staff are looked up, also while there is no journal. */
  readonly people: () => Store | null;
  readonly fault: () => FailureCode | null;
  /** Calls back when this client's link has ended. */
  readonly gone: (listener: () => void) => void;
}

type StaffHandlers = Pick<Handlers<typeof controlLink>, keyof typeof staffVerbs>;

const MAX_ROWS = 100;
const MINUTE_MS = 60_000;

type CliRow = z.input<typeof cliWorklistRowSchema>;

function cliRow(row: WorklistRow, nowMs: number, answers: readonly StaffResolution[]): CliRow {
  const open = row.resolution === null;
  return {
    ...row,
    answers: [...answers],
    openedAt: formatDateTime(row.openedAt),
    resolvedAt: row.resolvedAt === null ? null : formatDateTime(row.resolvedAt),
    openMinutes: open ? Math.max(0, Math.floor((nowMs - row.openedAt) / MINUTE_MS)) : null,
  };
}

const no = (code: FailureCode, detail: string | null = null) =>
  ({ ok: false, code, detail: detail === '' ? null : detail }) as const;

/** The staff's verbs. Each act takes its own ticket; whoever has none is told how to get one. */
export function staffHandlers(deps: StaffApiDeps): StaffHandlers {
  const { clock, desk, page } = deps;
  const noStore = () => no(deps.fault() ?? 'STORE_LOCKED');

  /** Who has proved herself, masked, for the head of the page. */
  const nameOf = (store: Store, { by }: StaffAct): string => {
    const row = store.staff.list().find(({ id }) => id === by);
    return row === undefined ? by : maskName(unwrapPii(row.name));
  };

  return {
    staffMay({ act, day }) {
      if (page.isOpen()) return no('STAFF_BUSY');
      const why = desk.mayProve(act, day);
      return why === null ? { ok: true } : no(why);
    },
    async staffAct({ act, waitMs }) {
      // The page asks for itself; what it shows is not taken from under somebody's eyes.
      if (page.isOpen()) return { ...no('STAFF_BUSY'), triesLeft: null };
      const ticket = await desk.prove(act, { waitMs, page: false, gone: deps.gone });
      if (ticket.ok) return { ok: true, ...ticket.value };
      return { ...no(ticket.error.code), triesLeft: ticket.error.triesLeft };
    },
    async staffPage({ ticket }) {
      const store = deps.store();
      if (store === null) return noStore();
      const opened = await desk.under(ticket, { act: 'page' }, (people) => nameOf(store, people), true);
      if (!opened.ok) return no(opened.error);
      page.open(opened.value);
      return { ok: true };
    },
    async staffImport({ file, ticket }) {
      const done = await importList(deps.imports, file, ticket);
      return done.ok ? { ok: true, ...done.value } : no(done.error.code, done.error.detail);
    },
    async staffMark({ salt, ticket, waitMs }) {
      const store = deps.people();
      if (store === null) return noStore();
      const mark = async () => {
        const card = await readClear(deps.card, { reader: null, waitMs });
        return card.ok ? ({ ok: true, salt, ...(await marksOf(salt, card.value)) } as const) : no(card.error);
      };
      // Before the first list there is nobody who could prove herself.
      if (store.staff.salt() === null) return deps.card.inSession() ? no('STAFF_SESSION') : mark();
      const done = await desk.under(ticket, { act: 'staffMark' }, mark);
      return done.ok ? done.value : no(done.error);
    },
    async staffList({ ticket }) {
      const store = deps.people();
      if (store === null) return noStore();
      const today = formatDate(clock.now());
      const done = await desk.under(ticket, { act: 'staffList' }, () => store.staff.list());
      if (!done.ok) return no(done.error);
      const staff = done.value.map((row) => ({
        ...{ id: row.id, name: maskName(unwrapPii(row.name)), roles: [...row.roles], from: row.from, to: row.to },
        inForce: isInForce(row, today),
      }));
      return { ok: true, staff };
    },
    async worklistList({ ticket, all }) {
      const store = deps.store();
      if (store === null) return noStore();
      const { worklist } = store;
      const done = await desk.under(ticket, { act: 'worklistList' }, () => ({
        open: worklist.countOpen(),
        rows: worklist.list(all ? 'all' : 'open', MAX_ROWS).map((row) => cliRow(row, clock.now(), deps.answers(row))),
      }));
      return done.ok ? { ok: true, ...done.value } : no(done.error);
    },
    async worklistResolve({ ticket, ...answer }) {
      const act = { act: 'worklistResolve', ...answer } as const;
      const done = await desk.under(ticket, act, (people) => deps.resolve(act, people));
      if (!done.ok) return no(done.error);
      return done.value.ok ? { ok: true, row: cliRow(done.value.value, clock.now(), []) } : no(done.value.error);
    },
  };
}
