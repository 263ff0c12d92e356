import { fen, formatFen } from '../../../common/kernel/money.ts';
import type { Books } from './books.ts';
import type { Tell } from './finding.ts';

/** I2: success only where it is one. I7: one original, marked copies, the centre's amounts, honest outcomes. */
export function checkPaper(books: Books, tell: Tell): void {
  for (const { screen, success } of books.evidence.shown) {
    if (screen.kind !== 'done') continue;
    if (success === null || !success.journal) tell('I2', `success was shown before it was durable`);
    else if (!success.centre) tell('I2', `success of ${success.messageId} was shown, which the centre does not have`);
  }
  const jobs = new Set<string>();
  const originals = new Map<string, number>();
  for (const sheet of books.evidence.paper) {
    const { slip, success, jobId } = sheet;
    if (jobs.has(jobId)) tell('I7', `job ${jobId} was printed twice`);
    jobs.add(jobId);
    if (!sheet.durable) tell('I7', `a ${slip.kind} slip was printed before its job was committed`);
    const marked = slip.blocks.some((block) => block.kind === 'inverse' && block.text.startsWith('补打'));
    if (marked !== slip.copy > 0)
      tell('I7', `copy ${slip.copy} of a ${slip.kind} slip is ${marked ? '' : 'not '}marked`);
    if (slip.kind !== 'settlement') continue;
    if (success === null || !success.journal) tell('I2', 'a settlement slip was printed before it was durable');
    else if (!success.centre) tell('I2', `a slip of ${success.messageId} was printed, which the centre does not have`);
    if (success === null) continue;
    const { messageId } = success;
    if (sheet.came && !marked) originals.set(messageId, (originals.get(messageId) ?? 0) + 1);
    const centre = books.ledger.find((row) => row.msgid === messageId && row.refundOf === null);
    const paid = slip.blocks.find((block) => block.kind === 'big');
    if (centre !== undefined && paid?.value !== `${formatFen(fen(centre.cash))}元`) {
      tell(
        'I7',
        `the slip of ${messageId} says ${paid?.value ?? 'nothing'}, the centre ${formatFen(fen(centre.cash))}`,
      );
    }
  }
  for (const [messageId, count] of originals) {
    if (count > 1) tell('I7', `${count} originals of ${messageId}`);
  }
  for (const { prints } of books.journals) {
    for (const job of prints) {
      const sheet = books.evidence.paper.find((one) => one.jobId === job.jobId);
      if (job.outcome === 'printed' && sheet?.told !== 'printed')
        tell('I7', `job ${job.jobId} counts as printed and was not`);
      if (job.outcome === 'notPrinted' && sheet?.came === true)
        tell('I7', `job ${job.jobId} counts as not printed and lies in the tray`);
    }
  }
}
