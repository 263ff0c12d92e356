import type { WorklistDetail, WorklistKind } from '../../../common/contracts/worklist.ts';
import type { Ruling } from '../resolve.ts';
import { PEOPLE, REASON } from './late.ts';
import type { Weather } from './other-sides.ts';
import { start } from './start.ts';

type World = ReturnType<typeof start>;

export type Said = Partial<Ruling> & Pick<Ruling, 'resolution'>;

/** Two people's word about a row of the work-list. */
export const rule = (t: World, id: number, ruling: Said) =>
  t.clock.until(t.terminal.settlements.resolve(id, { act: PEOPLE, reason: REASON, ...ruling }));

/** What a day of the books names of the first settlement; the row's id. */
export const openDifference = (
  { terminal, clock }: Pick<World, 'terminal' | 'clock'>,
  detail: WorklistDetail,
): number =>
  terminal.store.transaction(() =>
    terminal.store.worklist.open({
      kind: 'difference',
      subject: 'a day of the books',
      encounterId: terminal.store.settlements.get(1)?.encounterId ?? null,
      settlementId: 1,
      amountFen: null,
      detail,
      nowMs: clock.now(),
    }),
  ).id;

export interface UnansweredOptions {
  /** What becomes of every 2207. */
  readonly weather: Extract<Weather, 'lostAfter' | 'lostBefore'>;
  /** What the centre answers from then on. */
  readonly answers: (infno: string) => boolean;
  /** Changes of the profile. */
  readonly changes?: Parameters<typeof start>[2];
  /** What a message is when it reaches the centre. */
  readonly arrives?: (text: string) => string;
}

/** A 2601 as the centre refuses it, in words that say nothing about the original message. */
export const refused2601 = (text: string): string =>
  text.includes('"2601"') ? text.replace('"oinfno":"2207"', '"oinfno":"9999"') : text;

/** A 2207 without an answer whose person has gone, ten minutes on. */
export async function unanswered({ weather, answers, changes, arrives = (text) => text }: UnansweredOptions) {
  const t = start(1, {}, changes);
  const { kit } = t.sides;
  const real = kit.handle;
  const way = { arrives, answers };
  const handle: typeof real = (bytes, ...rest) =>
    real(new TextEncoder().encode(way.arrives(new TextDecoder().decode(bytes))), ...rest);
  Object.assign(kit, { handle });
  let after = false;
  t.sides.forecast = (to, what) => {
    if (to !== 'centre') return 'fine';
    if (what === '2207') after = true;
    if (what === '2207') return weather;
    return after && !way.answers(what) ? 'lostBefore' : 'fine';
  };
  const result = await t.settle(45_000);
  if (result.kind !== 'unknown') throw new Error(result.kind);
  await t.quiet();
  const settlement = () => {
    const row = t.terminal.store.settlements.get(1);
    if (row === null) throw new Error('no settlement');
    return row;
  };
  /** The 2207 reaches the centre after all. */
  const arrive = (): void => {
    const sent = t.terminal.store.messages.get(settlement().messageRow);
    if (sent === null) throw new Error('no 2207');
    real(sent.request, kit.ledger, t.clock, t.random);
  };
  /** The undoing of the visit is as late as its 2207. */
  const keepVisit = (): void => void Object.assign(kit.ledger, { cancelVisit: () => undefined, deleteFees: () => 0 });
  const centre = (): string[] => kit.ledger.settlements().map((row) => row.state);
  const open = () => t.terminal.store.worklist.list('open', 20);
  const isFenced = (): boolean => kit.ledger.isFenced(settlement().messageId);
  return { ...t, way, settlement, arrive, keepVisit, centre, open, isFenced };
}

/** The open row of this kind; a test that expects one fails where there is none. */
export const rowOf = (t: Pick<World, 'terminal'>, kind: WorklistKind) => {
  const row = t.terminal.store.worklist.list('open', 20).find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no ${kind}`);
  return row;
};

export const firstSettlement = (t: Pick<World, 'terminal'>) => t.terminal.store.settlements.get(1);
