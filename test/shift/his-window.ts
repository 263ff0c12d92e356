import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { arm, breakPrinter, breaksPrinter, disarm, mendPrinter } from './arm.ts';
import { type HisOutcome, type HisPlace, type HisProgram, startHis } from './his-program.ts';
import { isStay, type Planned, shortened } from './plan.ts';
import { isPadAsked, padEntries } from './staff-stand.ts';
import type { Story } from './stories.ts';

const LOOK_MS = 30;
/** The reader is looked at every 0.4 s; the next card waits until it is seen empty. */
const SWAP_MS = 600;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The window of a hospital whose own system is the screen: people put in cards and type PINs at the terminal, the
 * cashier's program asks it over HTTP, and dies now and then.
 */
export interface HisWindow {
  /** One person, from her card to her receipt; what was not as it had to be. */
  serve(planned: Planned): Promise<readonly string[]>;
  /** The last one of the day: the program dies before it is told how it ended, and does not come back. */
  serveAndFail(planned: Planned): Promise<readonly string[]>;
  /** The program is started anew, and repeats what it does not know the end of. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export function openHisWindow(lab: Lab, place: HisPlace): HisWindow {
  let his: HisProgram = startHis(`${lab.dir}/run`, place);
  let isUp = true;

  const leave = async (): Promise<void> => {
    await lab.sim.command('card.remove');
    await pause(SWAP_MS);
  };

  /** Types the PIN, or takes the card away instead, where the pad asks while `work` runs: what it asked before is over. */
  const atThePad = async <T>(work: () => Promise<T>, visit: DrawnVisit, pulls: boolean): Promise<T> => {
    const before = await padEntries(lab.sim);
    let over = false;
    const watched = work().finally(() => {
      over = true;
    });
    // Told below; it may end while the pad is looked at.
    watched.catch(() => undefined);
    while (!over && !(await isPadAsked(lab.sim, before))) await pause(LOOK_MS);
    if (!over && pulls) await lab.sim.command('card.remove');
    else if (!over) await lab.sim.command('pin.type', { digits: visit.pin, intervalMs: 10 });
    return watched;
  };

  const billed = async (
    visit: DrawnVisit,
    command: object,
    { pulls = false, onWaiting = async () => {} }: { pulls?: boolean; onWaiting?: () => Promise<void> } = {},
  ): Promise<HisOutcome> => {
    await lab.sim.command('card.insert', { persona: visit.persona });
    try {
      return await atThePad(() => his.ask(command, onWaiting), visit, pulls);
    } finally {
      await leave();
    }
  };

  const begin = (): void => {
    his = startHis(`${lab.dir}/run`, place);
    isUp = true;
  };
  const fail = async (): Promise<void> => {
    isUp = false;
    await his.kill();
  };

  /** What the hospital sends first: of a stay all that comes before its bill, too. */
  const firstOf = (visit: DrawnVisit): object =>
    isStay(visit) ? { stay: visit.encounter } : { bill: visit.encounter };

  const admitted = async ({ visit, story }: Planned): Promise<void> => {
    await lab.admin('POST', '/admin/people', { people: visit.people });
    await arm(lab, story, 'bill', visit);
    await breakPrinter(lab, story);
  };

  /** The program is killed when it is told that nobody knows, and the centre can be asked from then on. */
  const failing = async ({ visit }: Planned): Promise<readonly string[]> => {
    let unmet: readonly string[] = [];
    const dies = async (): Promise<void> => {
      await fail();
      unmet = await disarm(lab);
    };
    const ended = await billed(visit, firstOf(visit), { onWaiting: dies }).catch((cause: unknown) => {
      if (isUp) throw cause;
      return null;
    });
    if (ended === null) return unmet;
    return [`it was never unknown, but ${ended.kind} ${ended.code ?? ''}`, ...(await disarm(lab))];
  };

  /** Started again it repeats its wish under the same key. */
  const untilKnown = async (planned: Planned): Promise<readonly string[]> => {
    const wrong = await failing(planned);
    if (isUp) return wrong;
    begin();
    const [found] = await his.catchUp();
    const kind = found?.kind ?? 'forgotten';
    return kind === 'settled' ? wrong : [...wrong, `when the program came back, it was ${kind}`];
  };

  /** Prints; what was not as it had to be, or null. A slip that nobody knows of is never printed again. */
  const printed = async (story: Story, messageId: string): Promise<string | null> => {
    const first = await his.print(messageId);
    if (breaksPrinter(story)) await mendPrinter(lab);
    if (first === 'unknown') return null;
    if (!breaksPrinter(story)) return first === 'printed' ? null : `the receipt is ${first}`;
    if (first !== 'notPrinted') return `with a broken printer the receipt is ${first}`;
    const second = await his.print(messageId);
    return second === 'printed' ? null : `after the printer was mended the receipt is ${second}`;
  };

  /** The first bill, until it is settled; a refused one is tried anew, as the cashier of a hospital does. */
  const settled = async ({ visit, story }: Planned): Promise<{ outcome: HisOutcome; wrong: string[] }> => {
    const wrong: string[] = [];
    const must = (is: boolean, words: string): void => void (is || wrong.push(words));
    const refusedFirst = ['cardPulled', 'refused', 'lostBefore'].includes(story);
    const first = await billed(visit, firstOf(visit), { pulls: story === 'cardPulled' });
    wrong.push(...(await disarm(lab)));
    if (!refusedFirst) return { outcome: first, wrong };
    must(first.kind === 'refused', `the first try was ${first.kind} ${first.code ?? ''}`);
    return { outcome: await billed(visit, { bill: visit.encounter }), wrong };
  };

  const givenBack = async ({ visit, story }: Planned): Promise<readonly string[]> => {
    await arm(lab, story, 'refund', visit);
    // Of a part of a stay's bill only the settlement goes back; otherwise her admission, too.
    const until = story === 'partial' ? 'settlement' : 'admission';
    const back = await his.ask({ refund: visit.encounter.encounterId, until });
    const unmet = await disarm(lab);
    if (back.kind !== 'settled') return [...unmet, `the refund was ${back.kind} ${back.code ?? ''}`];
    if (story !== 'partial') return unmet;
    const rest = await billed(visit, { bill: shortened(visit) });
    return rest.kind === 'settled' ? unmet : [`what is left of the bill was ${rest.kind} ${rest.code ?? ''}`];
  };

  return {
    async serve(planned) {
      const { story } = planned;
      await admitted(planned);
      if (story === 'lostLate') return untilKnown(planned);
      const { outcome, wrong } = await settled(planned);
      if (outcome.kind !== 'settled' || outcome.messageId === null)
        return [...wrong, `the bill was ${outcome.kind} ${outcome.code ?? ''}`];
      const paper = await printed(story, outcome.messageId);
      const isGiven = story === 'refund' || story === 'partial' || story === 'refundLost';
      const back = isGiven ? await givenBack(planned) : [];
      return [...wrong, ...(paper === null ? [] : [paper]), ...back];
    },
    async serveAndFail(planned) {
      await admitted(planned);
      return failing(planned);
    },
    async comeBack() {
      if (!isUp) begin();
      await his.catchUp();
    },
    stop: () => his.stop(),
  };
}
