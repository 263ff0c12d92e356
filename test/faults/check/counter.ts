import { formatFen } from '../../../common/kernel/money.ts';
import type { Caller } from '../plan/order.ts';
import type { Made, Told } from '../world/told.ts';
import { type Books, standing } from './books.ts';
import type { Tell } from './finding.ts';

/** Who had a settlement begun; null where that cannot be said, or nobody knows of it. */
export function makerOf({ evidence }: Books, messageId: string): Made['caller'] {
  return evidence.counter.made.find((one) => one.messageId === messageId)?.caller ?? null;
}

/** Whether a client's own list of notices is where the hospital hears of it, not the outside HIS. */
export function isOfClient(books: Books, messageId: string): boolean {
  const maker = makerOf(books, messageId);
  return maker === 'his-a' || maker === 'his-b';
}

/** What desk and clients heard, against the centre: what was paid is in one book, and its cash in one drawer. */
export function checkCounter(books: Books, tell: Tell): void {
  const { told, made, open } = books.evidence.counter;
  for (const one of told) {
    checkAnswer(books, one, tell);
    checkOwn(books, one, tell);
  }
  for (const { messageId } of made) {
    const drawers = collectors(books, messageId);
    if (drawers.size > 1) tell('cash', `the cash of ${messageId} is collected by ${[...drawers].join(' and ')}`);
  }
  checkRefused(books, tell);
  checkDone(books, tell);
  if (!books.rested) return;
  for (const { caller, key, people } of open) if (!people) tell('caller', `${caller} hears no end under ${key}`);
  checkEnds(books, tell);
}

/** "Settled" is what stands at the centre at that moment, of this encounter and in these figures. */
function checkAnswer({ ledger, registered }: Books, one: Told, tell: Tell): void {
  if (one.what !== 'settled' || one.messageId === null) return;
  const { caller, messageId, encounterId, how } = one;
  const rows = ledger.filter((row) => row.msgid === messageId && row.refundOf === null);
  const same = rows.some((row) => formatFen(row.total) === one.total && formatFen(row.cash) === one.cash);
  if (!same) tell('caller', `${caller} books ${messageId} in figures that the centre does not have`);
  if (rows.some(({ mdtrtId }) => registered.get(mdtrtId) !== encounterId))
    tell('caller', `${caller} books ${messageId} under ${encounterId}`);
  if (how === 'answer' && !one.stands) tell('cash', `${caller} collects for ${messageId}, which is given back`);
}

/** A client hears of its own settlements alone; the desk may read whatever this terminal has. */
function checkOwn(books: Books, { caller, messageId, how }: Told, tell: Tell): void {
  if (caller === 'desk' || messageId === null) return;
  const maker = makerOf(books, messageId);
  if (maker !== null && maker !== caller)
    tell('caller', `${caller} hears by ${how} of ${messageId}, which is ${maker}’s`);
}

/** Who took the cash of a settlement: whoever was told so by an answer, and the kiosk whose screen has shown it. */
function collectors({ evidence }: Books, messageId: string): ReadonlySet<string> {
  const drawers = new Set<Caller | 'kiosk'>();
  for (const one of evidence.counter.told)
    if (one.what === 'settled' && one.how === 'answer' && one.messageId === messageId) drawers.add(one.caller);
  if (evidence.shown.some(({ success }) => success?.messageId === messageId)) drawers.add('kiosk');
  return drawers;
}

/** Under a key that was told "refused, try anew" nothing stands. */
function checkRefused(books: Books, tell: Tell): void {
  const { told, made } = books.evidence.counter;
  for (const { caller, key, what } of told) {
    if (what !== 'refused' || key === null) continue;
    const own = made.filter((one) => one.key === key);
    const stands = standing(books).find(({ msgid }) => own.some(({ messageId }) => messageId === msgid));
    if (stands !== undefined) tell('caller', `${caller} is refused under ${key}, and ${stands.msgid} stands`);
  }
}

/** A registration at the centre is in the hands of one caller, whoever has the hospital's number of it. */
function checkDone({ evidence }: Books, tell: Tell): void {
  const holders = new Map<string, Caller>();
  for (const { caller, verb, mdtrtId } of evidence.counter.done) {
    if (mdtrtId === '') continue;
    const holder = holders.get(mdtrtId);
    if (holder === undefined) holders.set(mdtrtId, caller);
    else if (holder !== caller) tell('caller', `${caller} does ${verb} to ${mdtrtId}, which is ${holder}’s`);
  }
}

/** Every client's book has what stands of its own, and that what it had booked went back. */
function checkEnds(books: Books, tell: Tell): void {
  const { told } = books.evidence.counter;
  const present = new Set(books.evidence.counter.closed);
  const stands = new Set(standing(books).map(({ msgid }) => msgid));
  const heard = (caller: Caller, messageId: string, what: Told['what']): boolean =>
    told.some((one) => one.caller === caller && one.messageId === messageId && one.what === what);
  for (const messageId of stands) {
    const maker = makerOf(books, messageId);
    if (maker === null || maker === 'kiosk' || maker === 'desk' || !present.has(maker)) continue;
    if (!heard(maker, messageId, 'settled') && !isUndecided(books, messageId))
      tell('caller', `${messageId} stands, and ${maker}’s book has nothing of it`);
  }
  for (const { caller, messageId, what } of told) {
    if (what !== 'settled' || messageId === null || caller === 'desk' || !present.has(caller)) continue;
    if (!stands.has(messageId) && !heard(caller, messageId, 'refunded') && !isUndecided(books, messageId))
      tell('caller', `${messageId} is back, and ${caller}’s book still has it for paid`);
  }
}

/** People must first say what is so: a refund that stopped, a settlement that is open, a report that was set aside. */
function isUndecided({ journals }: Books, messageId: string): boolean {
  return journals.some(({ settlements, worklist, outbox }) => {
    const row = settlements.find((one) => one.messageId === messageId);
    if (row === undefined) return false;
    if (outbox.some(({ group, state }) => group === row.encounterId && state === 'dead')) return true;
    return worklist.some(
      ({ settlementId, resolution, kind }) =>
        settlementId === row.id &&
        resolution === null &&
        kind !== 'print-unknown' &&
        kind !== 'settlement-after-session',
    );
  });
}
