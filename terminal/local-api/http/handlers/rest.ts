import { type ApiNotice, noticeSchema } from '../../../../common/contracts/billing/notices.ts';
import type { restOperations } from '../../../../common/contracts/billing/operations/rest.ts';
import type { PrintOutcome } from '../../../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../../../common/contracts/failures.ts';
import { formatDateTime } from '../../../../common/kernel/dates.ts';
import type { Clock } from '../../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import { acknowledge } from '../../../billing/acknowledge.ts';
import { failed } from '../../../billing/answers.ts';
import type { Devices } from '../../../devices/devices.ts';
import type { Outbox } from '../../../outbox/outbox.ts';
import type { Audit } from '../../../ports.ts';
import type { ClientNoticeRow } from '../../../store/client-notices.ts';
import type { Store } from '../../../store/store.ts';
import type { Context, Handlers } from '../context.ts';
import { mayTouch } from '../own.ts';
import { apiFailure, problemOf } from '../problem.ts';
import type { Telling } from '../telling.ts';

export interface RestHandlerDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly site: { readonly terminalLabel: string; readonly institutionCode: string };
  readonly mode: 'lab' | 'production';
  readonly version: string;
  readonly devices: Pick<Devices, 'status'>;
  readonly store: () => Store | null;
  /** The queue of that journal. */
  readonly outbox: () => Pick<Outbox, 'enqueue' | 'kick'> | null;
  readonly fault: () => FailureCode | null;
  readonly inUse: () => boolean;
  readonly telling: Telling;
  /** Prints the receipt of a settlement; `original`: refused (`RECEIPT_NONE`) where one may be out already. */
  readonly print: (
    messageId: string,
    by: string,
    original: boolean,
  ) => Promise<Result<{ readonly copy: number; readonly outcome: PrintOutcome }, FailureCode>>;
}

const LIMIT = 50;

/** A stored notice as it is told; it was checked when it was written. */
function noticeOut({ id, kind, encounterId, body, createdAt, acked }: ClientNoticeRow): ApiNotice {
  const notice: unknown = JSON.parse(body);
  return noticeSchema.parse({ id, kind, encounterId, at: formatDateTime(createdAt), acknowledged: acked, notice });
}

/** The terminal, paper, notices. */
export function restHandlers(deps: RestHandlerDeps): Handlers<keyof typeof restOperations> {
  const { clock, audit, store, fault, telling } = deps;
  const closed = () => problemOf(failed(fault() ?? 'STORE_LOCKED'));

  const print = async (messageId: string, { client }: Context, original: boolean) => {
    const books = store();
    if (books === null) return err(closed());
    const row = books.settlements.byMessageId(messageId);
    if (row === null || !mayTouch(books, row, client)) return err({ code: 'NOT_FOUND' } as const);
    const made = await deps.print(messageId, client.name, original);
    if (!made.ok) return err(problemOf(failed(made.error)));
    return ok({ outcome: made.value.outcome.kind, copy: made.value.copy });
  };

  return {
    readTerminal() {
      const { card, pinPad, printer } = deps.devices.status();
      const code = fault();
      return ok({
        ...{ mode: deps.mode, version: deps.version, label: deps.site.terminalLabel },
        institution: deps.site.institutionCode,
        now: formatDateTime(clock.now()),
        outOfService: code === null ? null : apiFailure(failed(code)),
        ...{ card: card.kind, pinPad: pinPad.kind, printer: printer.kind, inUse: deps.inUse() },
        open: store()?.settlements.open().length ?? 0,
      });
    },
    printReceipt: ({ messageId }, context) => print(messageId, context, true),
    copyReceipt: ({ messageId }, context) => print(messageId, context, false),
    listNotices({ after = '0', limit = `${LIMIT}`, all = '0' }, { client }) {
      const books = store();
      if (books === null) return err(closed());
      const rows = books.clientNotices.list(client.name, Number(after), Number(limit), all === '1');
      return ok({ notices: rows.map(noticeOut) });
    },
    ackNotice({ id }, { client }) {
      const [books, outbox] = [store(), deps.outbox()];
      if (books === null || outbox === null) return err(closed());
      const row = acknowledge({ store: books, outbox, clock, audit }, Number(id), client.name);
      if (row === null) return err({ code: 'NOT_FOUND' });
      const notice = noticeOut(row);
      if (notice.kind === 'settled') telling.acknowledged(notice.notice.messageId);
      return ok({ notice });
    },
  };
}
