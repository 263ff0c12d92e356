import type { Intent } from '../../../common/contracts/session/screen-link.ts';
import type { Screen } from '../../../common/contracts/session/snapshot.ts';
import type { SessionRunner } from '../../../terminal/services/session-runner.ts';
import type { Item, Visit } from '../plan/plan.ts';
import type { VirtualClock } from './clock.ts';
import type { Hardware } from './devices.ts';
import { PEOPLE, type Person } from './people.ts';
import type { Recorder } from './record.ts';

/** The people of a schedule at one terminal, one after the other: each looks at the screen and does the next thing. */
export interface Persona {
  /** Called whenever the screen may have changed. */
  look(runner: SessionRunner): void;
  /** Whether everybody has gone. */
  over(): boolean;
  /** Whether the screen is lit: a success that stands on it has been drawn. */
  sees(): boolean;
  /** The screen is dark for so long, ms: nothing is seen, and no key that was meant for it is pressed. */
  blind(ms: number): void;
  /** Nobody comes any more; whoever is there takes the card and goes. */
  leave(): void;
  /** One more comes, also after everybody has left. */
  come(visit: Visit): void;
}

/** A person gives up after this long in one visit, ms. */
const PATIENCE_MS = 240_000;

export function persona(
  parts: { readonly clock: VirtualClock; readonly hardware: Hardware; readonly record: Recorder },
  planned: readonly Visit[],
  items: readonly Item[],
): Persona {
  const visits = [...planned];
  const { clock, hardware, record } = parts;
  let index = 0;
  let begun: number | null = null;
  let retries = 0;
  let toggled = false;
  let seen = '';
  let gone = false;
  let paidOrDone = false;
  let darkUntil = 0;
  let screens = 0;
  const hands = items.filter((item) => item.is === 'hand');
  const used = new Set<Item>();

  const personOf = (visit: Visit): Person | undefined => PEOPLE[visit.person];

  const next = (): void => {
    index += 1;
    begun = null;
    retries = 0;
    toggled = false;
    paidOrDone = false;
  };

  /** The card is taken and the person goes. */
  const go = (): void => {
    hardware.remove();
    next();
  };

  /** What this screen makes a person want, or null where only waiting helps. */
  const wish = (screen: Screen, visit: Visit): Intent | 'insert' | 'go' | 'stay' | null => {
    const encounterId = personOf(visit)?.encounters[visit.encounter]?.encounterId ?? '';
    switch (screen.kind) {
      case 'insertCard':
        // Without a card in, whoever was here is done; the next one comes.
        if (begun !== null) next();
        return 'insert';
      case 'whoYouAre': {
        const choice = screen.visits.find((one) => one.encounterId === encounterId);
        return choice === undefined || paidOrDone ? 'go' : { kind: 'openVisit', encounterId };
      }
      case 'visit':
        return { kind: 'acceptFees' };
      case 'split':
        if (visit.toggles && !toggled && screen.accountChoice) {
          toggled = true;
          return { kind: 'setUseAccount', use: !screen.useAccount };
        }
        return { kind: 'acceptSplit' };
      case 'confirm':
        return { kind: 'confirm', cash: screen.split.cash };
      case 'notPaid':
        if (screen.mayRetry && retries < visit.retries) {
          retries += 1;
          return { kind: 'retry' };
        }
        return 'go';
      case 'stepFailed':
        if (screen.mayRetry && retries < visit.retries) {
          retries += 1;
          return { kind: 'retry' };
        }
        return 'go';
      case 'stillThere':
        return { kind: 'stay' };
      case 'done':
        paidOrDone = true;
        return visit.leaves === 'atOnce' ? 'go' : null;
      case 'unknown':
      case 'nothingUnpaid':
        return visit.leaves === 'atOnce' ? 'go' : null;
      case 'takeCard':
      case 'cardProblem':
      case 'pinProblem':
        return 'go';
      default:
        return null;
    }
  };

  const act = (runner: SessionRunner, screen: Screen, version: number, visit: Visit): void => {
    const wanted = wish(screen, visit);
    const { thinks } = visit;
    if (wanted === null || wanted === 'stay') return;
    if (wanted === 'insert') {
      const comer = visits[index];
      const person = comer === undefined ? undefined : personOf(comer);
      if (person === undefined || gone) return;
      clock.after(thinks, () => {
        if (hardware.card() !== null || gone || runner.state().version !== version) return;
        begun = clock.monotonic();
        hardware.insert(person);
      });
      return;
    }
    if (wanted === 'go') {
      clock.after(thinks, () => {
        if (runner.state().version === version && hardware.card() !== null) go();
      });
      return;
    }
    const drawn = screens;
    const press = (): void => {
      if (screens !== drawn) return;
      const accepted = runner.intent(version, wanted);
      record.say(`press ${wanted.kind}${accepted ? '' : ' refused'}`);
    };
    const double = hands.find(
      (one) => one.does === 'doubleTap' && one.visit === index && one.at === screen.kind && !used.has(one),
    );
    clock.after(thinks, press);
    if (double === undefined) return;
    used.add(double);
    clock.after(thinks + double.ms, () => {
      record.fault('doubleTap');
      press();
    });
  };

  const meddle = (screen: Screen): void => {
    const hand = hands.find(
      (one) => one.does !== 'doubleTap' && one.visit === index && one.at === screen.kind && !used.has(one),
    );
    if (hand === undefined) return;
    used.add(hand);
    clock.after(hand.ms, () => {
      const inside = hardware.card();
      if (inside === null) return;
      record.fault(hand.does === 'cardOut' ? 'cardOut' : 'cardSwapped');
      hardware.remove();
      if (hand.does === 'cardOut') return;
      const other = PEOPLE[(PEOPLE.indexOf(inside.person) + 1) % PEOPLE.length];
      clock.after(300, () => {
        if (other !== undefined && hardware.card() === null && !gone) hardware.insert(other);
      });
    });
  };

  return {
    look(runner) {
      if (clock.monotonic() < darkUntil) return;
      const { version } = runner.state();
      const { screen } = runner.snapshot();
      const key = `${screen.kind} ${version}`;
      if (key === seen) return;
      const changed = !seen.startsWith(`${screen.kind} `);
      seen = key;
      const visit = visits[index] ?? visits.at(-1);
      if (visit === undefined) return;
      if (changed) meddle(screen);
      if (begun !== null && clock.monotonic() - begun > PATIENCE_MS && hardware.card() !== null) return go();
      act(runner, screen, version, visit);
    },
    sees: () => clock.monotonic() >= darkUntil,
    over: () => gone || (index >= visits.length && hardware.card() === null),
    blind(ms) {
      darkUntil = clock.monotonic() + ms;
      screens += 1;
      seen = '';
    },
    leave() {
      gone = true;
      hardware.remove();
    },
    come(visit) {
      // Whoever had not come before everybody left does not come any more.
      if (gone) index = visits.length;
      visits.push(visit);
      gone = false;
      begun = null;
      seen = '';
    },
  };
}
