import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CardHolder, Failure, Insured, Prepared } from '../../../terminal/ports.ts';
import type { ClientOrder } from '../plan/plan.ts';
import type { VirtualClock } from './clock.ts';
import type { OtherSides } from './other-sides.ts';
import { lessOf, PEOPLE } from './people.ts';
import type { Process } from './process.ts';
import type { Recorder } from './record.ts';

/** A client of the terminal: it bills as its order says, from one process to the next, and gives up some time. */
export interface Client {
  over(): boolean;
  /** Begins nothing new. */
  leave(): void;
}

export interface ClientParts {
  readonly clock: VirtualClock;
  readonly record: Recorder;
  readonly sides: Pick<OtherSides, 'hisStore'>;
  readonly process: () => Process | null;
  /** Somebody was told of this success. */
  readonly told: (process: Process, messageId: string) => void;
}

const TRIES = 4;
const [PAUSE_MS, LOOK_MS] = [1500, 300];
/** Until an outcome that nobody knew is known, or the client asks no more. */
const KNOWN_MS = 240_000;

/** `null`: the process died over it. */
type Of<T> = T | null;

export function client({ clock, record, sides, process, told }: ClientParts, order: ClientOrder): Client {
  const person = PEOPLE[order.person];
  if (person === undefined) throw new Error('faults: a client bills nobody');
  const { reading } = person;
  const holder = pii<CardHolder>({
    name: person.name,
    identityNumber: person.number,
    cardNumber: reading.cardNumber ?? '',
    cardId: reading.cardId ?? '',
    regionCode: reading.regionCode,
  });
  let [over, left] = [false, false];

  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, () => resolve()));

  /** What comes of work in a process that may die: then nothing does. */
  const of = <T>(life: Process, work: Promise<T>): Promise<Of<T>> =>
    new Promise((resolve) => {
      let ended = false;
      const end = (value: Of<T>): void => {
        ended = true;
        resolve(value);
      };
      work.then(end, () => end(null));
      const look = (): void => {
        if (!ended && life.alive()) clock.after(LOOK_MS, look);
        else if (!ended) end(null);
      };
      look();
    });

  const twice = <T>(life: Process, work: () => Promise<T>): Promise<Of<readonly T[]>> =>
    of(life, Promise.all(order.asksTwice ? [work(), work()] : [work()]));

  const stayDays = async ({ core }: Process, insured: Insured, whole: HisEncounter): Promise<void> => {
    if (whole.stay === undefined) return;
    const inHospital = { ...whole, lines: [], total: '0.00', stay: { ...whole.stay, discharge: null } };
    const stay = await core.stays.admit({ holder, insured, encounter: inHospital });
    if (!stay.ok) return;
    for (const line of whole.lines) await core.stays.addFees(stay.value, [line]);
    await core.stays.change(stay.value, { ...inHospital, stay: { ...inHospital.stay, bed: '99' } });
  };

  /** The outcome of a settlement that was not known when its answer came: whether it is settled. */
  const later = async (messageId: string): Promise<boolean> => {
    const until = clock.monotonic() + KNOWN_MS;
    while (!left && clock.monotonic() < until) {
      const state = process()?.journal.settlements.byMessageId(messageId)?.state;
      if (state !== undefined && state !== 'intended' && state !== 'unknown' && state !== 'fencing')
        return state === 'settled';
      await pause(PAUSE_MS);
    }
    return false;
  };

  const settle = async (life: Process, prepared: Prepared): Promise<Of<string>> => {
    const begun = clock.monotonic();
    const results = await twice(life, () => life.core.settlements.settle(prepared, 45_000, () => {}));
    for (const result of results ?? []) {
      if (result.kind !== 'settled' && result.kind !== 'unknown') continue;
      const messageId = result.kind === 'settled' ? result.settled.messageId : result.messageId;
      record.say(`client ${result.kind}`);
      if (result.kind === 'unknown') return (await later(messageId)) ? messageId : null;
      if (clock.monotonic() - begun <= order.patience) told(life, messageId);
      else life.success.left(messageId);
      return messageId;
    }
    return null;
  };

  /** One try; the message id of what is settled. */
  const attempt = async (life: Process, encounter: HisEncounter): Promise<Of<string>> => {
    const { settlements } = life.core;
    const insured = await of(life, settlements.identify(holder));
    if (insured === null || !insured.ok) return null;
    if (order.byDays) await of(life, stayDays(life, insured.value, encounter));
    const input = { holder, insured: insured.value, encounter, useAccount: true, onStep: () => {} };
    const asked = await twice<Result<Prepared, Failure>>(life, () => settlements.prepare(input));
    const prepared = asked?.at(-1) ?? null;
    if (prepared === null) return null;
    const settled = prepared.ok ? await settle(life, prepared.value) : null;
    if (settled === null && life.alive()) {
      settlements.abandon(prepared.ok ? prepared.value : { encounterId: encounter.encounterId });
    }
    return settled;
  };

  const bill = async (encounter: HisEncounter): Promise<Of<string>> => {
    for (let tries = 0; tries < TRIES && !left; tries++) {
      const life = process();
      const messageId = life === null ? null : await attempt(life, encounter);
      if (messageId !== null) return messageId;
      await pause(PAUSE_MS);
    }
    return null;
  };

  const giveBack = async (messageId: string): Promise<boolean> => {
    if (order.refunds === 'nothing') return false;
    const asked = { by: 'his', until: order.refunds };
    for (let tries = 0; tries < TRIES && !left; tries++) {
      const life = process();
      const ends = life === null ? null : await twice(life, () => life.core.refund(messageId, asked, 30_000));
      record.say(`client refund ${ends?.map(({ kind }) => kind).join() ?? 'gone'}`);
      if (ends?.some(({ kind }) => kind === 'refunded')) return true;
      await pause(PAUSE_MS);
    }
    return false;
  };

  /** The hospital's own books have it back. */
  const isBack = async (encounterId: string): Promise<boolean> => {
    const until = clock.monotonic() + KNOWN_MS;
    while (!left && clock.monotonic() < until) {
      if (sides.hisStore.find(encounterId)?.settlement === null) return true;
      await pause(PAUSE_MS);
    }
    return false;
  };

  const work = async (): Promise<void> => {
    const encounter = order.stay ? person.stay : person.encounters[0];
    if (encounter === undefined) return;
    const { number: identityNumber, name } = person;
    if (order.stay && sides.hisStore.find(encounter.encounterId) === null)
      sides.hisStore.put({ identityNumber, name, encounter });
    const messageId = await bill(encounter);
    if (messageId === null || !(await giveBack(messageId)) || !order.rebills) return;
    if (!(await isBack(encounter.encounterId))) return;
    const less = lessOf(encounter);
    sides.hisStore.change(less);
    await bill(less);
  };

  work().then(
    () => {
      over = true;
    },
    (cause: unknown) => {
      record.say(`client ends: ${String(cause)}`);
      over = true;
    },
  );
  return {
    over: () => over,
    leave() {
      left = true;
    },
  };
}
