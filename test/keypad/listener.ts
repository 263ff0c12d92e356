import type { ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { DIGITS } from '../../renderer/check/words.ts';
import { feePage } from '../../renderer/fixtures/fee-lines.ts';
import { actOf, type PadTarget } from '../../renderer/keypad/act.ts';
import { firstView, type Offer, type View } from '../../renderer/keypad/offer.ts';
import { offersOf } from '../../renderer/keypad/offers.ts';
import { padKeyOf } from '../../renderer/keypad/pad-keys.ts';
import { startView } from '../../renderer/keypad/start.ts';
import { backOf, isIntent } from '../../renderer/services/face.ts';
import { faceOf } from '../../renderer/services/faces.ts';
import { homeBefore, homeEntries } from '../../renderer/services/home.ts';
import { erased, typedOn, typingOf } from '../../renderer/services/typing.ts';
import { transcriptOf } from '../../renderer/speech/transcript.ts';
import { type Voice, voiceOf } from '../../renderer/speech/voice.ts';
import type { Walk } from '../../terminal/session/testing/session-kit.ts';

/** What the keypad sends for each way in which the voice names a key. */
const coloured = { green: 'Enter', yellow: 'Backspace', red: 'Escape' } as const;

/**
 * Somebody with headphones and a keypad before a dark screen: hears the transcript, presses what it says, knows
 * nothing else. The session machine behind it is the real one.
 */
export class Listener {
  readonly walk: Walk;
  /** Every key that was pressed, as a keyboard event names it. */
  readonly pressed: string[] = [];
  private view: View = firstView;
  private seen: Screen['kind'] | null = null;
  private focused: number | null = null;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  get voice(): Voice {
    return voiceOf(this.walk.snapshot().locale);
  }

  /** What is heard now. */
  heard(): readonly string[] {
    const snapshot = this.walk.snapshot();
    this.look(snapshot.screen);
    const { lines: page } = this.view;
    const lines = page === null ? null : feePage.lines.slice(page * 4, page * 4 + 4);
    return transcriptOf({ snapshot, view: this.view, lines }).map(({ text }) => text);
  }

  /** Whether something that is heard has `words` in it. */
  hears(words: string): boolean {
    return this.heard().some((text) => text.includes(words));
  }

  /** Presses the key that the voice named for `words`; fails where it named none. */
  follow(words: string): this {
    const { say } = this.voice;
    const line = this.heard().find((text) => text.includes(words) && this.keyNamed(text) !== null);
    if (line === undefined) throw new Error(`nobody said what presses "${words}":\n${this.heard().join('\n')}`);
    const key = this.keyNamed(line) ?? '';
    if (line.startsWith(say('speech.press.walk'))) return this.walkTo(words);
    return this.press(key);
  }

  private keyNamed(line: string): string | null {
    const { say } = this.voice;
    if (line.startsWith(say('speech.press.walk'))) return 'ArrowDown';
    for (const [colour, key] of Object.entries(coloured)) {
      if (line.startsWith(say(`speech.press.${colour as keyof typeof coloured}`))) return key;
    }
    const digits = Array.from({ length: 10 }, (_, digit) => `${digit}`);
    return digits.find((digit) => line.startsWith(`${say('speech.press.digit', { digit })}`)) ?? null;
  }

  /** Goes down from key to key until the one that says `words`, and presses it there. */
  private walkTo(words: string): this {
    for (let i = 0; i < 12; i++) {
      this.press('ArrowDown');
      const offer = this.offers()[this.focused ?? -1];
      if (offer?.words.some(({ text }) => text.includes(words))) return this.press('Enter');
    }
    throw new Error(`never came to "${words}"`);
  }

  /** Presses one key of the keypad, as the browser would report it. */
  press(key: string): this {
    this.pressed.push(key);
    const pad = padKeyOf(key);
    if (pad === null) throw new Error(`no key of the keypad: ${key}`);
    const offers = this.offers();
    const act = actOf(pad, offers.map(targetOf), this.focused);
    if (act.kind === 'focus') this.focused = act.index;
    if (act.kind === 'voice') this.walk.want({ kind: 'setLook', look: { sound: !this.walk.snapshot().look.sound } });
    const offer = act.kind === 'press' ? offers[act.index] : undefined;
    if (offer !== undefined) this.do(offer);
    return this;
  }

  private do({ intent, name, pad }: Offer): void {
    if (intent !== null) {
      const { version } = this.walk.state;
      if (!this.walk.want(intent, version)) throw new Error(`refused: ${JSON.stringify(intent)}`);
      if (intent.kind !== 'setLook' && intent.kind !== 'setLocale') this.focused = null;
      return;
    }
    this.focused = null;
    this.view = viewAfter(this.view, name, pad, this.walk.screen);
  }

  private offers(): readonly Offer[] {
    const snapshot = this.walk.snapshot();
    this.look(snapshot.screen);
    return offersOf(this.voice, snapshot, this.view);
  }

  /** Another question: every page begins anew, and the keypad stands nowhere. */
  private look(screen: Screen): void {
    if (this.seen === screen.kind) return;
    this.seen = screen.kind;
    this.view = startView(screen);
    this.focused = null;
  }
}

function targetOf({ pad, off, name }: Offer): PadTarget {
  return { pad, off, ends: name === 'end' };
}

/** What a key that asks nobody does to the view; the screens hold the same in their own state. */
function viewAfter(view: View, name: string, pad: Offer['pad'], screen: Screen): View {
  if (name === 'settings') return { ...view, settings: true };
  if (view.settings) return { ...view, settings: false };
  if (screen.kind === 'visit') {
    if (view.lines === null) return { ...view, lines: 0 };
    if (pad === 'green') return { ...view, lines: null };
    return { ...view, lines: view.lines + (pad === '2' ? 1 : -1) };
  }
  if (screen.kind === 'home') return homeViewAfter(view, pad, screen.services);
  if (screen.kind === 'service') return serviceViewAfter(view, pad, screen.answer);
  if (screen.kind === 'staff' && screen.view.kind === 'list') return staffViewAfter(view, pad, screen.view.rows);
  return name === 'view' ? { ...view, page: view.page + 1 } : view;
}

function homeViewAfter(view: View, pad: Offer['pad'], services: readonly ServiceName[]): View {
  const entry = homeEntries(services, view)[Number(pad) - 1];
  const place = entry === undefined ? homeBefore(view) : entry.kind === 'service' ? null : entry.to;
  return place === null ? view : { ...view, ...place };
}

function serviceViewAfter(view: View, pad: Offer['pad'], answer: ServiceAnswer): View {
  const face = faceOf(answer);
  const typing = typingOf(answer);
  if (typing !== null) {
    const digit = DIGITS.find((one) => one === pad);
    return { ...view, ...((digit === undefined ? erased(view) : typedOn(typing, view, digit)) ?? {}) };
  }
  const key = face.keys(answer, view)[Number(pad) - 1];
  const place = key === undefined ? backOf(face, answer, view) : key.act;
  return place === null || isIntent(place) ? view : { ...view, ...place };
}

type Rows = Extract<Extract<Screen, { kind: 'staff' }>['view'], { kind: 'list' }>['rows'];

function staffViewAfter(view: View, pad: Offer['pad'], rows: Rows): View {
  const work = rows.find(({ id }) => id === view.work);
  if (pad === 'yellow') return view.answer === null ? firstView : { ...view, answer: null };
  if (work !== undefined) return { ...view, answer: work.answers[Number(pad) - 1] ?? null };
  const row = rows[view.page * 3 + Number(pad) - 1];
  const next = { ...view, page: (view.page + 1) % Math.ceil(rows.length / 3) };
  return Number(pad) > 3 || row === undefined ? next : { ...view, work: row.id };
}
