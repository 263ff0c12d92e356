import { type Clock, sleep } from '../../../common/kernel/ports.ts';
import type { OpenLine } from '../../serial/line.ts';
import { realTimeStatus } from '../codec/commands.ts';
import { createReplyParser } from '../codec/replies.ts';

/** What receipt printers are set to by their switches, the usual ones first. */
const RATES = [9600, 115_200, 19_200, 38_400, 57_600] as const;
/** For a port to settle after its rate was changed, and for the answer to one DLE EOT, ms. */
const [SETTLE_MS, ANSWER_MS] = [60, 400];

/**
 * The rate at which a printer answers that is silent at `baudRate`; null where it is silent at all of them. The port must
 * be free. Only DLE EOT is sent, which prints nothing and is obeyed at once.
 */
export async function findRate(
  { path, baudRate }: { readonly path: string; readonly baudRate: number },
  { clock, openLine }: { readonly clock: Clock; readonly openLine: OpenLine },
): Promise<number | null> {
  for (const rate of RATES) {
    if (rate === baudRate) continue;
    const parser = createReplyParser();
    let answered = false;
    const line = await openLine(path, rate, {
      onData: (chunk) => {
        answered ||= parser.push(chunk).some((reply) => reply.kind === 'realTime');
      },
      onLost: () => undefined,
    });
    if (line === null) return null;
    await sleep(clock, SETTLE_MS);
    line.write(realTimeStatus(1), () => undefined);
    await sleep(clock, ANSWER_MS);
    line.close();
    if (answered) return rate;
  }
  return null;
}
