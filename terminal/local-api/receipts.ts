import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { receiptVerbs } from '../../common/contracts/cli/receipt-verbs.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { CopyReceipt } from '../services/copy-receipt.ts';
import type { Desk } from '../staff/desk.ts';

export interface ReceiptApiDeps {
  readonly desk: Pick<Desk, 'under'>;
  readonly copyReceipt: CopyReceipt;
}

/** Copies of receipts (补打), each for one person of the staff who has proved herself. */
export function receiptHandlers({
  desk,
  copyReceipt,
}: ReceiptApiDeps): Pick<Handlers<typeof controlLink>, keyof typeof receiptVerbs> {
  return {
    async receiptCopy({ ticket, settlement }) {
      const act = { act: 'receiptCopy', settlement } as const;
      const done = await desk.under(ticket, act, ({ by }) => copyReceipt(settlement, by));
      if (!done.ok) return { ok: false, code: done.error };
      return done.value.ok ? { ok: true, ...done.value.value } : { ok: false, code: done.value.error };
    },
  };
}
