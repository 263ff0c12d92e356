import { cliReceiptCopySchema } from '../../common/contracts/cli/receipt-verbs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';
import { printFailure } from './printer.ts';

/** `receipt copy`: one more slip of a settlement that stands, marked 补打; done only when every block was acknowledged. */
export async function receiptCopy(context: StaffContext, settlement: string): Promise<Outcome> {
  const ticket = await prove(context, { act: 'receiptCopy', settlement });
  if (!ticket.ok) return ticket;
  const { client, deadline } = context;
  const asked = { ticket: ticket.value, settlement };
  const answer = await client.call('receiptCopy', asked, { timeoutMs: deadline.left() });
  if (!answer.ok) {
    // The link broke or its time ran out after the copy was asked for: there may be paper.
    const maybePrinted = answer.error.kind === 'timeout' || answer.error.kind === 'closed';
    return err(maybePrinted ? failure('PRINT_UNKNOWN') : linkFailure(answer.error));
  }
  if (!answer.value.ok) return err(failure(answer.value.code));
  const output = cliReceiptCopySchema.parse(answer.value);
  const trouble = printFailure(output.outcome);
  if (trouble !== null) return err(trouble);
  return ok({ output, text: (language) => say(language, 'receiptCopied', { copy: `${output.copy}` }) });
}
