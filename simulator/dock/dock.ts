import type { DockAnswer, DockCommand } from '../../common/contracts/dock/commands.ts';
import type { Ledgers } from '../../common/contracts/dock/ledgers.ts';
import { type DockPerson, type DockState, dockStateSchema } from '../../common/contracts/dock/state.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Lab } from '../lab/lab.ts';
import { createCardHands, type Slots } from './card-hands.ts';
import { compare } from './compare.ts';
import { type Devices, readDevices } from './emulators.ts';
import { answerFor } from './failure.ts';
import { doCommand } from './hands.ts';
import { createPaperTray, type PaperTray } from './paper-tray.ts';
import { createRoster, type RosterEntry, totalOf } from './people.ts';
import { type ArmedFault, createSources, type HisRow, type JournalTold } from './sources.ts';

/** The dock without its server: one state that follows the lab, and the commands. */
export interface Dock {
  /** Fresh: everything is asked again. Rejects where the emulated devices do not answer. */
  state(): Promise<DockState>;
  /** As it was seen last, `gone` where nothing has answered since. */
  last(): DockState | null;
  run(command: DockCommand): Promise<DockAnswer>;
  /** Told of every change; following the lab costs something, so it is only followed while somebody listens. */
  listen(listener: (state: DockState) => void): () => void;
  say(caption: DockState['caption']): void;
  readonly tray: PaperTray;
  close(): void;
}

export interface DockOptions {
  readonly lab: Lab;
  readonly clock: Clock;
  readonly firstSeed: number;
}

const LOOK_MS = 150;
/** Ledgers are asked at every so many looks. */
const LEDGER_LOOKS = 4;
const DOTS_PER_MM = 8;

interface Told {
  readonly ledgers: Ledgers;
  readonly his: readonly HisRow[];
  readonly journal: JournalTold | null;
  readonly faults: readonly ArmedFault[];
}

export async function createDock({ lab, clock, firstSeed }: DockOptions): Promise<Dock> {
  const roster = await createRoster(lab, () => clock.now(), firstSeed);
  const tray = createPaperTray(lab.sim);
  const sources = createSources(lab);
  const slots: Slots = [null, null];
  const cards = createCardHands({ sim: lab.sim, roster, slots, clock });
  const listeners = new Set<(state: DockState) => void>();
  let caption: DockState['caption'] = null;
  let version = 0;
  let last = '';
  let shown: DockState | null = null;
  let told: Told | null = null;
  let looking: Promise<DockState> | null = null;
  let looks = 0;
  let cancelLook: (() => void) | null = null;
  let closed = false;

  async function askAll(): Promise<Told> {
    const [centre, his, journal, faults] = await Promise.all([
      sources.centre(),
      sources.his(),
      sources.journal(),
      sources.faults(),
    ]);
    if (journal !== null) tray.own(journal.rows);
    const visits = new Map(
      roster.entries().flatMap(({ person, visit }) => (visit ? [[visit.encounterId, person]] : [])),
    );
    const rows = compare({
      centre: centre ?? [],
      his: his ?? [],
      journal: journal?.rows ?? [],
      paper: tray.pieces(),
      queue: journal?.queue ?? [],
      nameOf: (encounterId) => visits.get(encounterId)?.name ?? null,
    });
    const heard = { centre: centre !== null, his: his !== null, journal: journal !== null, paper: true };
    const queue = { waiting: journal?.waiting ?? 0, setAside: journal?.setAside ?? 0 };
    // Where a witness was not heard, the rows of before are truer than rows without it.
    const whole = heard.centre && heard.his && heard.journal;
    const ledgers = { heard, queue, rows: whole || told === null ? rows : told.ledgers.rows };
    return { ledgers, his: his ?? told?.his ?? [], journal: journal ?? told?.journal ?? null, faults: faults ?? [] };
  }

  function personView({ person, visit }: RosterEntry, now: Told): DockPerson {
    if (visit === null) return { ...person, visit: null };
    const { encounterId, department } = visit;
    const open = now.journal?.rows.some(
      (row) => row.encounterId === encounterId && ['intended', 'unknown', 'fencing'].includes(row.state),
    );
    const his = now.his.find((row) => row.encounterId === encounterId)?.state ?? 'unpaid';
    return {
      ...person,
      visit: { encounterId, department: department.name, totalFen: totalOf(visit), state: open ? 'unknown' : his },
    };
  }

  function slotView(devices: Devices, slot: 0 | 1, since: number): DockState['slots'][number] {
    const { inserted, triesLeft } = devices.cards[slot];
    // A card that left by itself (a torn one) is out, whatever was put in.
    const put = slots[slot];
    if (!inserted && put !== null && put.since < since) slots[slot] = null;
    const holds = slots[slot];
    return { person: holds?.person ?? null, wrongWay: holds?.wrongWay ?? false, triesLeft: triesLeft ?? null };
  }

  async function look(withLedgers: boolean): Promise<Omit<DockState, 'version'>> {
    const since = clock.monotonic();
    const devices = await readDevices(lab.sim);
    const { settings, extent } = devices.printer;
    await tray.look(extent.bytes);
    if (withLedgers || told === null) told = await askAll();
    const now = told;
    return {
      gone: false,
      people: roster.entries().map((entry) => personView(entry, now)),
      slots: [slotView(devices, 0, since), slotView(devices, 1, since)],
      pad: { asking: devices.pad.entering, cable: devices.pad.cable },
      printer: {
        paper: settings.paper,
        outAfterMm: settings.paperLeftMm,
        coverOpen: settings.coverOpen,
        cutterJam: settings.cutterJam,
        cable: settings.cable,
        hangingBytes: extent.bytes,
        hangingMm: Math.round(extent.rows / DOTS_PER_MM),
        hangingCuts: tray.hanging()?.cuts ?? 0,
        moving: extent.moving,
        torn: tray.torn().map(({ number, pieces }) => ({ number, messageId: pieces[0]?.messageId ?? null })),
      },
      net: { control: lab.network !== null, state: lab.network?.state ?? 'up', ms: lab.network?.ms ?? 0 },
      clock: {
        control: lab.clocks !== null,
        terminalSeconds: lab.clocks?.seconds('terminal') ?? 0,
        othersSeconds: lab.clocks?.seconds('others') ?? 0,
      },
      faults: now.faults.map(({ id, timesLeft, fault }) => ({
        ...{ id, timesLeft, target: fault.target, kind: fault.kind, infno: fault.infno ?? null },
        ...{ path: fault.path ?? null, ms: fault.ms ?? null },
      })),
      ledgers: now.ledgers,
      caption,
    };
  }

  /** Gives what was seen its version, and tells whoever listens where it is something new. */
  function show(body: Omit<DockState, 'version'>): DockState {
    const text = JSON.stringify(body);
    const changed = text !== last;
    if (changed) version += 1;
    last = text;
    shown = dockStateSchema.parse({ ...body, version });
    if (changed) for (const listener of listeners) listener(shown);
    return shown;
  }

  async function lookAndShow(withLedgers: boolean): Promise<DockState> {
    try {
      return show(await look(withLedgers));
    } catch (cause) {
      if (shown !== null) {
        const { version: _, ...before } = shown;
        show({ ...before, gone: true });
      }
      throw cause;
    }
  }

  /** One look at a time: a second one waits for the first and then takes its own. */
  async function lookOnce(withLedgers: boolean): Promise<DockState> {
    while (looking !== null) await looking.catch(() => undefined);
    looking = lookAndShow(withLedgers);
    try {
      return await looking;
    } finally {
      looking = null;
    }
  }

  function follow(): void {
    if (closed || listeners.size === 0 || cancelLook !== null) return;
    cancelLook = clock.after(LOOK_MS, () => {
      looks += 1;
      lookOnce(looks % LEDGER_LOOKS === 0)
        .catch(() => undefined)
        .finally(() => {
          cancelLook = null;
          follow();
        });
    });
  }

  return {
    state: () => lookOnce(true),
    last: () => shown,
    async run(command) {
      try {
        // What is torn off is known by whose it was, so that is asked while it hangs.
        if (command.do === 'paper.tear') await lookOnce(true);
        await doCommand({ lab, roster, tray, cards }, command);
        // What was done is seen at once, not at the next look.
        if (listeners.size > 0) await lookOnce(command.do !== 'pin.key');
        return { ok: true };
      } catch (cause) {
        return answerFor(cause);
      }
    },
    listen(listener) {
      listeners.add(listener);
      follow();
      return () => listeners.delete(listener);
    },
    say(next) {
      caption = next;
      if (listeners.size > 0) lookOnce(false).catch(() => undefined);
    },
    tray,
    close() {
      closed = true;
      cancelLook?.();
      sources.close();
    },
  };
}
