import type { Clock } from '../../../common/kernel/ports.ts';
import { realTimeStatus } from '../codec/commands.ts';
import { factsFromRealTime, type PrinterFacts } from '../codec/status.ts';

export interface StatusRound {
  /** Asks DLE EOT 1, 2, 3, 4, one after the other; null where one stays unanswered. Callers share a running round. */
  ask(): Promise<PrinterFacts | null>;
  /** An answer to DLE EOT. With no question open it is a late one and dropped. */
  answered(status: number): void;
  /** The line is gone: ends the round unanswered. */
  cancel(): void;
}

/** The answers carry no number, so there is never more than one question on the line. */
export function createStatusRound(clock: Clock, answerMs: number, send: (bytes: Uint8Array) => boolean): StatusRound {
  let waiter: ((status: number | null) => void) | null = null;
  let running: Promise<PrinterFacts | null> | null = null;

  function question(what: 1 | 2 | 3 | 4): Promise<number | null> {
    return new Promise((resolve) => {
      const settle = (status: number | null): void => {
        cancel();
        waiter = null;
        resolve(status);
      };
      const cancel = clock.after(answerMs, () => settle(null));
      waiter = settle;
      if (!send(realTimeStatus(what))) settle(null);
    });
  }

  async function round(): Promise<PrinterFacts | null> {
    const answers: number[] = [];
    for (const what of [1, 2, 3, 4] as const) {
      const answer = await question(what);
      if (answer === null) return null;
      answers.push(answer);
    }
    const [a = 0, b = 0, c = 0, d = 0] = answers;
    return factsFromRealTime([a, b, c, d]);
  }

  return {
    ask() {
      running ??= round().finally(() => {
        running = null;
      });
      return running;
    },
    answered: (status) => waiter?.(status),
    cancel: () => waiter?.(null),
  };
}
