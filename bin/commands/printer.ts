import { cliPrinterStatusSchema, cliPrinterTestSchema } from '../../common/contracts/cli/outputs.ts';
import type { PrinterStatus, PrintOutcome, PrintTrouble } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { CliKey } from '../../common/strings/cli.ts';
import type { Deadline } from '../deadline.ts';
import { type CliFailure, failure, linkFailure } from '../failure.ts';
import type { ControlClient } from '../terminal-session.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

/** `printer status`: whatever the state is, having been told it is a success. */
export async function printerStatus(client: ControlClient, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('printerStatus', {}, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  const output = cliPrinterStatusSchema.parse(answer.value);
  return ok({ output, text: (language) => say(language, statusKey(output.printer)) });
}

/** `printer test`: done only when the printer acknowledged every block (DESIGN §4). */
export async function printerTest(client: ControlClient, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('printerTest', {}, { timeoutMs: deadline.left() });
  if (!answer.ok) {
    // The link broke or its time ran out after the test was asked for: there may be paper.
    const maybePrinted = answer.error.kind === 'timeout' || answer.error.kind === 'closed';
    return err(maybePrinted ? failure('PRINT_UNKNOWN') : linkFailure(answer.error));
  }
  const output = cliPrinterTestSchema.parse(answer.value);
  const { outcome } = output;
  const trouble = printFailure(outcome);
  if (trouble !== null) return err(trouble);
  return ok({ output, text: (language) => say(language, 'printed') });
}

/** Why a slip did not come out, or may not have; null where it did. */
export function printFailure(outcome: PrintOutcome): CliFailure | null {
  if (outcome.kind === 'printed') return null;
  if (outcome.kind === 'notPrinted') return failure(TROUBLES[outcome.trouble]);
  return failure('PRINT_UNKNOWN', `${outcome.trouble}, ${outcome.acknowledged}/${outcome.blocks}`);
}

const TROUBLES: Readonly<Record<PrintTrouble, FailureCode>> = {
  offline: 'PRINTER_OFFLINE',
  noAnswer: 'PRINTER_OFFLINE',
  paperOut: 'PRINTER_PAPER_OUT',
  coverOpen: 'PRINTER_COVER_OPEN',
  cutterJam: 'PRINTER_CUTTER',
  fault: 'PRINTER_FAULT',
  layout: 'PRINTER_FAULT',
  hostGone: 'HOST_GONE',
};

function statusKey(status: PrinterStatus): CliKey {
  switch (status.kind) {
    case 'offline':
      return 'printerOffline';
    case 'ready':
      return status.nearEnd ? 'printerNearEnd' : 'printerReady';
    case 'paperOut':
      return 'printerPaperOut';
    case 'coverOpen':
      return 'printerCoverOpen';
    case 'cutterJam':
      return 'printerCutterJam';
    case 'fault':
      return 'printerFault';
  }
}
