import type { DayPage, DayQuery } from '../../../common/contracts/desk/day.ts';
import { connect } from '../../../common/rpc/connect.ts';
import { browserClock } from '../../link/browser-clock.ts';
import { dayLink, workerChannel } from './day-link.ts';
import dayWorker from './day-worker.ts?worker&url';

/** As long as the desk's own link waits, ms. */
const CALL_MS = 3000;

function connectDay(total: number) {
  const worker = new Worker(`${dayWorker}?day=${total}`, { type: 'module' });
  return connect(workerChannel(worker), dayLink, { timeoutMs: CALL_MS, clock: browserClock });
}

/** The day list of `total` encounters behind a link, made when it is first asked for, and whether an answer is awaited. */
export function farDay(total: number): {
  readonly day: (asked: DayQuery) => Promise<DayPage | null>;
  readonly waits: () => boolean;
} {
  let client: ReturnType<typeof connectDay> | null = null;
  let open = 0;
  return {
    async day(asked) {
      client ??= connectDay(total);
      open += 1;
      const answer = await client.call('day', asked);
      open -= 1;
      return answer.ok ? answer.value : null;
    },
    waits: () => open > 0,
  };
}
