import { unwrapPii } from '../../../common/kernel/pii.ts';
import type { Random } from '../../../common/kernel/ports.ts';
import type { SiteProfile } from '../../../kiosk-config/schema.ts';
import type { Item, Visit } from '../plan/plan.ts';
import type { VirtualClock } from './clock.ts';
import type { Counter } from './counter.ts';
import { type Hardware, hardware } from './devices.ts';
import { type Disk, disk, type Place } from './disk.ts';
import { Killed } from './killed.ts';
import { type Persona, persona } from './persona.ts';
import type { Prelude } from './prelude.ts';
import { type Process, startProcess } from './process.ts';
import type { Recorder, Shown } from './record.ts';
import type { Weather } from './weather.ts';
import { type Unfinished, unfinishedIn, whereabouts } from './whereabouts.ts';

/** One terminal of the schedule: its disk and devices, the process that runs on them now, the people before it. */
export interface Terminal {
  readonly number: number;
  readonly disk: Disk;
  readonly hardware: Hardware;
  readonly persona: Persona;
  process(): Process | null;
  /** Starts a process where none lives; one that dies is started anew by itself after a while. */
  start(): void;
  /** Puts down what the screen shows and lets the person act on it. */
  look(): void;
  /** Somebody starts the program once more while it runs. */
  secondInstance(): void;
  /** A part is gone for so long, ms. */
  away(what: Extract<Item, { is: 'away' }>['what'], ms: number): void;
  /** Somebody comes once more. */
  comeAgain(visit: Visit): void;
  /** The journal is gone with its process; after `ms` people begin another one, which knows that it follows it. */
  loseJournal(ms: number): void;
  /** Somebody at the desk was told of this success. */
  told(process: Process, messageId: string): void;
  /** Somebody was, and production knows it already. */
  noted(process: Process, messageId: string): void;
  /** No more restarts than this one: for the end of the schedule. */
  clear(): void;
}

/** From death to the next start, ms: the shell's own time. */
const RESTART_MS = 900;

export function terminal(
  parts: {
    readonly number: number;
    readonly clock: VirtualClock;
    readonly random: Random;
    readonly record: Recorder;
    readonly profile: SiteProfile;
    readonly weather: Weather;
    readonly standsAtCentre: (messageId: string) => boolean;
    readonly place: Place;
    /** What the first process is told of a visit that is prepared already. */
    readonly session: Pick<Prelude, 'found' | 'prepared'> | null;
    /** Where desk and HIS API are; null where nobody comes to it. */
    readonly counter: Counter | null;
  },
  visits: readonly Visit[],
  items: readonly Item[],
): Terminal {
  const { number, clock, record } = parts;
  let cleared = false;
  let boots = 0;
  let current: Process | null = null;
  /** What an earlier process left open, by id. */
  let left: Unfinished = { settlements: new Set(), visits: new Set() };
  /** There is no journal, and nobody has begun another one yet. */
  let bereft = false;
  let lastSeen = -1;
  let lastCard = -1;

  const timeJumps = items.some(({ is }) => is === 'clock' || is === 'suspend' || is === 'keysForgotten');

  const place = disk(
    {
      record,
      elapsed: clock.monotonic,
      terminal: number,
      onMade(id) {
        const row = current?.journal.settlements.get(id) ?? null;
        if (row === null) return;
        const { messageId, encounterId } = row;
        const whose = parts.counter?.whose(encounterId) ?? { caller: 'kiosk', key: null };
        const at = clock.monotonic();
        record.evidence.counter.made.push({ at, terminal: number, messageId, encounterId, ...whose });
      },
      onChange(id, change, from) {
        if (change.state === undefined || from === null) return;
        record.evidence.changes.push({
          at: clock.monotonic(),
          terminal: number,
          boot: boots,
          id,
          from,
          to: change.state,
        });
        record.say(`T${number} settlement ${id} ${from} → ${change.state}`);
      },
      onRefund({ settlementId, by }) {
        const at = clock.monotonic();
        record.evidence.refunds.push({ at, terminal: number, boot: boots, settlementId, byItself: by === null });
        record.say(`T${number} refund of ${settlementId}`);
      },
    },
    items,
    parts.place,
  );
  const machine = hardware(record, clock.monotonic, items, () => cleared);
  const people = persona({ clock, hardware: machine, record }, visits, items);

  const start = (): void => {
    if (current !== null || bereft) return;
    boots += 1;
    lastSeen = -1;
    try {
      const begun: Process = startProcess({
        ...parts,
        disk: place,
        hardware: machine,
        terminal: number,
        boot: boots,
        timeJumps,
        session: boots === 1 ? parts.session : null,
        onDeath() {
          current = null;
          clock.after(RESTART_MS, start);
        },
      });
      if (begun.alive()) current = begun;
      if (boots > 1) left = unfinishedIn(begun);
    } catch (cause) {
      // A start that fails is a death like any other; the shell tries again.
      if (!(cause instanceof Killed)) record.say(`T${number}.${boots} does not start: ${String(cause)}`);
    }
  };

  record.points.watch(() =>
    current === null
      ? []
      : whereabouts(current, { record, terminal: number, left, standsAtCentre: parts.standsAtCentre }),
  );

  const shownNow = (process: Process): Shown => {
    const { screen } = process.runner.snapshot();
    const { stage } = process.runner.state();
    const inner = stage.kind === 'stillThere' ? stage.back : stage;
    const visitor = 'visitor' in inner ? unwrapPii(inner.visitor.holder).name : null;
    const success =
      screen.kind !== 'done'
        ? null
        : {
            messageId: screen.messageId,
            journal: process.journal.settlements.byMessageId(screen.messageId)?.state === 'settled',
            centre: parts.standsAtCentre(screen.messageId),
          };
    const card = machine.card()?.person.name ?? null;
    const cardForMs = clock.monotonic() - machine.changedAt();
    return { at: clock.monotonic(), terminal: number, screen, visitor, card, cardForMs, success };
  };

  /** The judge notes that somebody was told of a success, and whether the journal has it. */
  const noted = ({ journal }: Process, messageId: string): void => {
    const { drawn } = record.evidence;
    if (drawn.some((one) => one.messageId === messageId)) return;
    const isMarked = journal.settlements.byMessageId(messageId)?.unseen === false;
    const kept = isMarked && journal.worklist.find('settlement-after-session', messageId) === null;
    drawn.push({ at: clock.monotonic(), terminal: number, boot: boots, messageId, kept });
  };
  /** A screen has drawn it: production is told first. */
  const tellSeen = (process: Process, messageId: string): void => {
    process.success.seen(messageId);
    noted(process, messageId);
  };

  return {
    number,
    disk: place,
    hardware: machine,
    persona: people,
    process: () => current,
    start,
    look() {
      if (current === null) return;
      const { runner } = current;
      const { version } = runner.state();
      const card = machine.card()?.generation ?? 0;
      if (version === lastSeen && card === lastCard) return;
      const shown = shownNow(current);
      const before = record.evidence.shown.at(-1);
      if (before?.screen.kind !== shown.screen.kind || before.card !== shown.card || before.visitor !== shown.visitor) {
        record.evidence.shown.push(shown);
        record.say(`T${number} screen ${shown.screen.kind}${shown.visitor === null ? '' : ` ${shown.visitor}`}`);
      }
      lastSeen = version;
      lastCard = card;
      people.look(runner);
      if (shown.screen.kind === 'done' && people.sees()) tellSeen(current, shown.screen.messageId);
    },
    secondInstance() {
      if (current === null) return;
      const again = place.openAgain();
      record.say(`T${number} second instance ${again === null ? 'refused' : 'LET IN'}`);
      if (again === null) return;
      record.evidence.intruders += 1;
      again.close();
    },
    away(what, ms) {
      if (what === 'journalGone') place.vanish(ms);
      else if (what !== 'screenDies') {
        machine.away(what);
        clock.after(ms, () => machine.back(what));
      } else {
        people.blind(ms);
        clock.after(ms, () => {
          lastSeen = -1;
        });
      }
    },
    told(process, messageId) {
      tellSeen(process, messageId);
      process.success.left(messageId);
    },
    noted,
    comeAgain(visit) {
      people.come(visit);
      lastSeen = -1;
    },
    loseJournal(ms) {
      bereft = true;
      current?.kill();
      place.lose(boots);
      clock.after(ms, () => {
        place.adopt(clock.now());
        bereft = false;
        start();
      });
    },
    clear() {
      cleared = true;
      place.clear();
      people.leave();
    },
  };
}
