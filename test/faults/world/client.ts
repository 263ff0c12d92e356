import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { hisDiagnosedSchema, hisRegistrationSchema } from '../../../common/contracts/his/registration.ts';
import type { ClientOrder } from '../plan/order.ts';
import { apiTill } from './api-till.ts';
import { deskTill } from './desk-till.ts';
import { meddle } from './meddler.ts';
import { lessOf, moreOf, PEOPLE, type Person } from './people.ts';
import type { Process } from './process.ts';
import { pauseOn, type Till, type TillParts } from './till.ts';

/** Somebody at the counter: it does what its order says, from one process to the next, and gives up some time. */
export interface Client {
  over(): boolean;
  /** Begins nothing new. */
  leave(): void;
  /** Asks under every key that has no end, and reads what there is to read; nothing where it never comes back. */
  closeBooks(): Promise<void>;
}

export interface ClientParts extends Omit<TillParts, 'left'> {
  /** Somebody at the desk was told of this success. */
  readonly told: (life: Process, messageId: string) => void;
}

const TRIES = 6;
const PAUSE_MS = 1500;
/** Until what one waits for is so, or one waits no more. */
const PATIENCE_MS = 240_000;
/** Codes after which nobody tries again: it is paid, or somebody else's. */
const HOPELESS = new Set(['HIS_NOTHING_UNPAID', 'NOT_FOUND']);

export function client(parts: ClientParts, order: ClientOrder): Client {
  const { clock, record, sides, process } = parts;
  const found = PEOPLE[order.person];
  const bill = order.stay ? found?.stay : found?.encounters[0];
  if (found === undefined || bill === undefined) throw new Error('faults: a client bills nobody');
  const person: Person = found;
  const encounter: HisEncounter = bill;
  const { encounterId } = encounter;
  let [over, left] = [false, false];
  const pause = pauseOn(clock);
  const tillParts = { ...parts, left: () => left };
  const till: Till = order.caller === 'desk' ? deskTill(tillParts, order) : apiTill(tillParts, order.caller, order);

  /** Tells of a stay day by day. */
  const stayDays = async (life: Process, ref: string): Promise<void> => {
    if (encounter.stay === undefined) return;
    const inHospital = { ...encounter, lines: [], total: '0.00', stay: { ...encounter.stay, discharge: null } };
    if (!(await till.verb(life, { verb: 'admit', person: ref, encounter: inHospital }))) return;
    for (const line of encounter.lines) await till.verb(life, { verb: 'addFees', encounterId, lines: [line] });
    await till.verb(life, { verb: 'change', encounter: { ...inHospital, stay: { ...inHospital.stay, bed: '99' } } });
  };

  /** Tells of a visit step by step, the first of its lines once too often. */
  const visitSteps = async (life: Process, ref: string): Promise<void> => {
    const registered = hisRegistrationSchema.parse(encounter);
    if (!(await till.visit(life, { verb: 'register', person: ref, encounter: registered }))) return;
    await till.visit(life, { verb: 'diagnose', encounter: hisDiagnosedSchema.parse(encounter) });
    const lines = encounter.lines.slice(0, 1);
    await till.visit(life, { verb: 'addVisitFees', encounterId, lines });
    await till.visit(life, { verb: 'clearVisitFees', encounterId });
    await till.visit(life, { verb: 'addVisitFees', encounterId, lines });
  };

  /** A line more than was quoted: back into the hospital, one line, and out again. Whether all of that was done. */
  const changeLines = async (life: Process, now: HisEncounter): Promise<boolean> => {
    const lines = now.lines.slice(-1);
    if (!(await till.verb(life, { verb: 'undoDischarge', encounterId }))) return false;
    if (!(await till.verb(life, { verb: 'addFees', encounterId, lines }))) return false;
    return till.verb(life, { verb: 'discharge', encounter: now });
  };

  /** The message id of what is settled; null: nothing is, or not as far as this one knows. */
  const settled = async (first: HisEncounter): Promise<string | null> => {
    let now = first;
    let changes = order.changes !== 'never';
    for (let tries = 0; tries < TRIES && !left; tries++) {
      if (tries > 0) await pause(PAUSE_MS);
      const life = process();
      const ref = life === null ? null : await till.person(life);
      if (life === null || ref === null) continue;
      if (order.byDays && tries === 0) await (encounter.stay === undefined ? visitSteps : stayDays)(life, ref);
      const quoted = await till.prepare(life, ref, now);
      if (typeof quoted === 'string') {
        record.say(`${order.caller} prepares nothing: ${quoted}`);
        if (HOPELESS.has(quoted)) return null;
        continue;
      }
      let changing: Promise<boolean> | null = null;
      if (changes && life.alive()) {
        changes = false;
        now = moreOf(now);
        sides.hisStore.change(now);
        changing = changeLines(life, now);
        if (order.changes === 'before') await changing;
      }
      const end = await till.settle(quoted.quote, encounterId);
      await changing;
      if (end.kind === 'settled') return end.messageId;
      if (end.kind === 'stop') return null;
      if (life.alive()) await till.abandon(life, encounterId);
    }
    return null;
  };

  const until = async (isSo: () => Promise<boolean>): Promise<boolean> => {
    const end = clock.monotonic() + PATIENCE_MS;
    while (!left && clock.monotonic() < end) {
      if (await isSo()) return true;
      await pause(PAUSE_MS);
    }
    return false;
  };

  const giveBack = async (messageId: string): Promise<boolean> => {
    for (let tries = 0; tries < TRIES && !left; tries++) {
      const until = order.refunds === 'nothing' ? undefined : order.refunds;
      if (await till.refund(messageId, encounterId, until)) return true;
      await pause(PAUSE_MS);
    }
    return false;
  };

  /** Gives back whatever stands, whoever settled it. */
  const giveBackAny = async (): Promise<void> => {
    let messageId: string | null = null;
    await until(async () => {
      const life = process();
      messageId = life === null ? null : await till.standing(life, encounterId);
      return messageId !== null;
    });
    if (messageId !== null) await giveBack(messageId);
  };

  /** Nothing of it stands at the centre. */
  const isBack = async (messageId: string): Promise<boolean> =>
    sides.ledger.settlementByMessage(messageId, false)?.state !== 'settled';

  const bills = async (): Promise<void> => {
    const messageId = await settled(encounter);
    if (messageId === null || order.refunds === 'nothing' || !(await giveBack(messageId)) || !order.rebills) return;
    if (!(await until(() => isBack(messageId)))) return;
    const less = lessOf(encounter);
    sides.hisStore.change(less);
    await settled(less);
  };

  const work = async (): Promise<void> => {
    const { number: identityNumber, name } = person;
    if (sides.hisStore.find(encounterId) === null) sides.hisStore.put({ identityNumber, name, encounter });
    if (parts.counter.hardware.card() === null) parts.counter.hardware.insert(person);
    if (order.wants === 'meddle') await meddle({ ...tillParts, till, encounter });
    else await (order.wants === 'giveBack' ? giveBackAny() : bills());
  };

  const done = work().catch((cause: unknown) => record.say(`${order.caller} ends: ${String(cause)}`));
  void done.then(() => {
    over = true;
  });
  return {
    over: () => over,
    leave() {
      left = true;
    },
    async closeBooks() {
      await done;
      await till.closeBooks();
    },
  };
}
