import type { Clock } from '../kernel/ports.ts';
import { freshFacts } from './facts.ts';
import { judgeProcesses, judgeScreen } from './judge.ts';
import { type Limits, type PartName, restartAfter } from './limits.ts';
import type { Beat, Decision, PartPort, Trouble } from './part.ts';

export interface SupervisorOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  /** `screen` null: no screen is ours to restart (none is wanted, or a person opens the address). */
  readonly parts: { readonly terminal: PartPort; readonly host: PartPort; readonly screen: PartPort | null };
  readonly onDecision: (decision: Decision) => void;
}

/**
 * Decides which part is dead, hung or blank and restarts it; five crashes of one part in ten minutes end that for
 * good (`quiet`): the screen then shows the quiet page, and what still runs is left in peace to finish its work.
 *
 * The device host is judged by the terminal, which hears its heartbeat, and comes here as `replace`. While a
 * settlement is open, only what died or fell silent is restarted: a blank screen never takes the terminal along.
 */
export interface Supervisor {
  /** Starts a part for the first time. */
  begin(part: PartName): void;
  /** It serves. */
  up(part: PartName): void;
  /** It is gone, whatever ended it. */
  died(part: PartName): void;
  /** The terminal's heartbeat. */
  beat(beat: Beat): void;
  /**
   * Somebody who knows says that a part fell silent (`hung`, counts as a crash) or must be new although it answers
   * (`asked`, does not). False: not now (a settlement is open, or the quiet page stands).
   */
  replace(part: PartName, why: 'hung' | 'asked'): boolean;
  /** The part that brought the quiet page about; null: all is in order. */
  quiet(): PartName | null;
  /** Judges and starts nothing from now on. */
  stop(): void;
}

export function createSupervisor({ clock, limits, parts, onDecision }: SupervisorOptions): Supervisor {
  const facts = freshFacts(limits);
  let openSince: number | null = null;
  let quietFor: PartName | null = null;
  let stopped = false;
  let lastTick = clock.monotonic();
  let blankInARow = 0;

  const start = (name: PartName, quiet = false): void => {
    const port = parts[name];
    if (stopped || port === null) return;
    const now = clock.monotonic();
    facts[name].awaySince ??= now;
    Object.assign(facts[name], { state: 'starting', since: now, sign: now, proved: false });
    port.start(quiet);
  };

  const kill = (name: PartName, restartInMs: number | null): void => {
    Object.assign(facts[name], { state: 'killed', restartInMs });
    parts[name]?.kill();
  };

  const becomeQuiet = (name: PartName, why: Trouble): void => {
    quietFor = name;
    for (const part of Object.values(facts)) part.cancelStart();
    onDecision({ kind: 'quiet', part: name, why });
    // The quiet page is one last start of the screen; when that dies too, it stays dead.
    const { state } = facts.screen;
    if (state === 'down') start('screen', true);
    else if (state !== 'killed') kill('screen', null);
  };

  const there = (name: PartName): void => {
    const { awaySince } = facts[name];
    if (awaySince === null) return;
    facts[name].awaySince = null;
    onDecision({ kind: 'up', part: name, afterMs: Math.round(clock.monotonic() - awaySince) });
  };

  /** Counts a crash and says after how long to start again; null: never. */
  const count = (name: PartName, why: Trouble): number | null => {
    facts[name].awaySince ??= clock.monotonic();
    const crashes = why === 'asked' ? 0 : facts[name].crashes.note(clock.monotonic());
    if (crashes >= limits.crashes) {
      becomeQuiet(name, why);
      return null;
    }
    const inMs = restartAfter(crashes);
    onDecision({ kind: 'restart', part: name, why, crashes, inMs });
    return inMs;
  };

  /** Ends a part that is no use, and starts it again. */
  const fail = (name: PartName, why: Trouble): boolean => {
    const { state } = facts[name];
    if (parts[name] === null || quietFor !== null || stopped) return false;
    if (state === 'killed' || state === 'down') return true;
    const restartInMs = count(name, why);
    // Where the screen itself brought the quiet page about, it is on its way out already.
    if (restartInMs !== null || name !== 'screen') kill(name, restartInMs);
    return restartInMs !== null;
  };

  const judge = (now: number): void => {
    for (const { part, why } of judgeProcesses(facts, now, limits)) fail(part, why);
    const { screen } = facts;
    const seen = judgeScreen(facts, now, limits);
    if (seen === 'unheard') {
      screen.sign = now + limits.reconnectMs;
      screen.since = Math.max(screen.since, now);
    }
    if (seen !== 'blank') return;
    blankInARow = screen.proved ? 1 : blankInARow + 1;
    // The next one shows nothing either: perhaps the terminal gives it nothing to show.
    if (blankInARow >= 2 && openSince === null) fail('terminal', 'blank');
    fail('screen', 'blank');
  };

  const tick = (): void => {
    if (stopped || quietFor !== null) return;
    const now = clock.monotonic();
    const gap = now - lastTick;
    lastTick = now;
    if (gap <= limits.asleepMs) judge(now);
    else {
      // We did not run ourselves (suspended, starved): their signs of life wait to be read.
      for (const part of Object.values(facts)) {
        part.since += gap;
        part.sign += gap;
      }
    }
    clock.after(limits.tickMs, tick);
  };
  clock.after(limits.tickMs, tick);

  return {
    begin: (part) => start(part),
    up(part) {
      if (facts[part].state !== 'starting') return;
      Object.assign(facts[part], { state: 'up', sign: clock.monotonic() });
      there(part);
    },
    died(name) {
      const part = facts[name];
      const { state } = part;
      if (state === 'down' || stopped) return;
      part.state = 'down';
      if (quietFor !== null) {
        if (name === 'screen' && state === 'killed') start('screen', true);
        return;
      }
      const inMs = state === 'killed' ? part.restartInMs : count(name, 'died');
      if (inMs === 0) start(name);
      else if (inMs !== null) part.cancelStart = clock.after(inMs, () => start(name));
    },
    beat({ settlementOpen, renderedAgoMs }) {
      const now = clock.monotonic();
      const { terminal, screen } = facts;
      terminal.sign = Math.max(terminal.sign, now);
      openSince = settlementOpen ? (openSince ?? now) : null;
      if (renderedAgoMs === null || (screen.state !== 'starting' && screen.state !== 'up')) return;
      const provedAt = now - renderedAgoMs;
      // A proof from before its start is the one before's.
      if (provedAt < screen.since) return;
      Object.assign(screen, { state: 'up', sign: Math.max(screen.sign, provedAt), proved: true });
      blankInARow = 0;
      there('screen');
    },
    replace(part, why) {
      const open = openSince !== null && clock.monotonic() - openSince < limits.settlementMs;
      return why === 'asked' && open ? false : fail(part, why);
    },
    quiet: () => quietFor,
    stop() {
      stopped = true;
      for (const part of Object.values(facts)) part.cancelStart();
    },
  };
}
