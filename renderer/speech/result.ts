import type { Screen, Snapshot, Split } from '../../common/contracts/session/snapshot.ts';
import { cashWords } from '../text/cash.ts';
import { failureSaid, takeYourCard } from './before.ts';
import { layersSaid, sumsSaid } from './pay.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

const kinds = ['funds', 'hospital', 'account', 'cash'] as const;

/** The centre settled another split than the one that was confirmed. */
function changedSaid({ say, yuan, named }: Voice, now: Split, before: Split, brief: boolean): readonly Utterance[] {
  const rows = kinds
    .filter((kind) => now[kind] !== before[kind])
    .map((kind) => {
      const values = { before: yuan(before[kind]), after: yuan(now[kind]) };
      return secret(named(say(`money.${kind}`), say('done.changedRow', values)));
    });
  return [open(say('done.changed')), ...rows, ...(brief ? [] : [open(say('done.changedWhy'))])];
}

function cashSaid({ say, yuan }: Voice, screen: Of<'done'>, { site }: Snapshot): Utterance {
  return secret(say(cashWords(screen), { window: site.cashierWindow, amount: yuan(screen.split.cash) }));
}

/** The rest may be paid at the machine beside, or she is waited for no more. */
function collectSaid(voice: Voice, { split }: Of<'done'>, stopping: boolean, { cardIn, site }: Snapshot) {
  const { say, yuan, named } = voice;
  const where = stopping ? [] : [open(say('collect.where', { window: site.cashierWindow }))];
  return [
    open(say('done.safe')),
    ...sumsSaid(voice, split),
    secret(named(say(stopping ? 'collect.stopping' : 'collect.title'), yuan(split.cash))),
    open(say('collect.how')),
    open(say(stopping ? 'collect.ask' : 'collect.slip')),
    ...where,
    ...takeYourCard(voice, cardIn),
  ];
}

const hints = {
  waitingForPaper: 'done.waitHint',
  waitingForCover: 'done.coverHint',
  notPrinted: 'done.reprint',
  unknown: 'done.look',
} as const;

export function doneSaid(voice: Voice, screen: Of<'done'>, snapshot: Snapshot): readonly Utterance[] {
  const { say } = voice;
  const { print, split, confirmedSplit, collection } = screen;
  if (collection?.state === 'asking' || collection?.state === 'stopping') {
    return collectSaid(voice, screen, collection.state === 'stopping', snapshot);
  }
  const trouble = print in hints ? (print as keyof typeof hints) : null;
  const changed = confirmedSplit === null ? [] : changedSaid(voice, split, confirmedSplit, trouble !== null);
  const sums = sumsSaid(voice, split);
  const cash = cashSaid(voice, screen, snapshot);
  const card = takeYourCard(voice, snapshot.cardIn);
  if (trouble !== null) {
    const hint = say(hints[trouble], { window: snapshot.site.helpWindow });
    return [open(say('done.safe')), ...sums, ...changed, open(say(`done.${trouble}`)), open(hint), cash, ...card];
  }
  return [
    open(say('done.title')),
    ...sums,
    ...(confirmedSplit === null ? layersSaid(voice, split) : changed),
    ...takeSaid(voice, print, snapshot.cardIn),
    cash,
    ...card,
  ];
}

/** Card first, then the slip. */
function takeSaid({ say, join, slot }: Voice, print: Of<'done'>['print'], cardIn: boolean): readonly Utterance[] {
  const card = cardIn ? say('done.card', { number: 1 }) : say('done.cardTaken');
  if (print === 'none') return [open(card), open(say('done.noPaper'))];
  const out = print === 'printed' ? (cardIn ? 'done.paper' : 'done.paperNow') : 'done.paperPrinting';
  return [open(card), open(join(say(out, { number: 2 }), say('tab.paper'), slot('paper')))];
}

/** The other side's own words, marked as theirs; they may name anybody. */
function quoted({ named, say }: Voice, by: 'notPaid.reason' | 'stepFailed.reason', words: string | null) {
  return words === null ? [] : [secret(named(say(by), words))];
}

export function notPaidSaid(voice: Voice, screen: Of<'notPaid'>, { cardIn }: Snapshot): readonly Utterance[] {
  const { say, join, slot } = voice;
  const { sinceReversed, failure, print, reason } = screen;
  const why = sinceReversed
    ? [open(say('notPaid.reversed')), open(say('notPaid.reversedNext'))]
    : failureSaid(voice, failure);
  if (print === 'none' || print === 'notPrinted') return [...why, ...quoted(voice, 'notPaid.reason', reason)];
  const slip = open(join(say('notPaid.slip'), slot('paper')));
  return [...why, slip, ...quoted(voice, 'notPaid.reason', reason), ...takeYourCard(voice, cardIn)];
}

export function stepFailedSaid(voice: Voice, { failure, reason }: Of<'stepFailed'>): readonly Utterance[] {
  return [...failureSaid(voice, failure), ...quoted(voice, 'stepFailed.reason', reason)];
}

export function unknownSaid(voice: Voice, screen: Of<'unknown'>, snapshot: Snapshot): readonly Utterance[] {
  const { say, yuan, spelt } = voice;
  const { messageId, print, cash, total } = screen;
  const paper = print !== 'notPrinted' && print !== 'none';
  const tail = spelt(messageId.slice(-4));
  return [
    open(say('unknown.title')),
    open(say('unknown.sub')),
    open(say('unknown.dont')),
    open(say('unknown.card')),
    open(paper ? say('unknown.slip') : say('unknown.note', { tail })),
    open(say('unknown.window', { window: snapshot.site.helpWindow })),
    open(say('unknown.windowHelps')),
    secret(say('unknown.slipTotal', { amount: yuan(total) })),
    secret(say('unknown.slipDue', { amount: yuan(cash) })),
    secret(say('unknown.tail', { tail: spelt(messageId.slice(-10)) })),
    ...takeYourCard(voice, snapshot.cardIn),
  ];
}

export function stillThereSaid(
  { say, join }: Voice,
  { secondsLeft }: Of<'stillThere'>,
  cardIn: boolean,
): readonly Utterance[] {
  return [
    open(say('stillThere.title')),
    open(join(say('stillThere.sub'), `${secondsLeft} ${say('stillThere.seconds')}`)),
    ...(cardIn ? [open(say('stillThere.safe'))] : []),
  ];
}

/** From here on the words grow stronger, as on the glass. */
const LATE_MS = 10_000;

export function takeCardSaid(voice: Voice, { reason, afterMs }: Of<'takeCard'>): readonly Utterance[] {
  const { say, slot } = voice;
  return [
    open(say('takeCard.title')),
    open(say(afterMs >= LATE_MS ? 'takeCard.late' : `takeCard.${reason}`)),
    open(slot('card')),
    open(say('takeCard.wiped')),
  ];
}
