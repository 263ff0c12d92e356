import type { SpeakRequest, SpeakResult, SpeechConfig } from '../../common/contracts/devices/speech.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { engines } from './engines.ts';
import { headphonesIn, watchHeadphones } from './headphones.ts';
import { type Saying, sayOne } from './say-one.ts';

/** How often the headphones are looked at, ms: pulled out in the middle of a word, the word ends. */
const LOOK_MS = 200;

export interface Speech {
  /** Says this in place of what is being said. Resolves when it is said, or something else is to be said. */
  speak(request: SpeakRequest): Promise<SpeakResult>;
  /** Whether they are in; null: the profile names no jack, so nothing private is ever said. */
  headphones(): boolean | null;
  /** Tells when they are plugged in or pulled out, as long as the voice is open. */
  onHeadphones(changed: (plugged: boolean) => void): void;
  /** Silence, and no process left. */
  close(): Promise<void>;
}

/** The voice of the profile. The one place that decides what may be heard: private things with headphones in only. */
export function openSpeech(config: SpeechConfig, { clock }: { readonly clock: Clock }): Speech {
  const engine = engines[config.engine];
  const headphones = (): boolean => headphonesIn(config.headphonesFile);
  let turn = 0;
  let current: Saying | null = null;
  let done: Promise<unknown> = Promise.resolve();
  let unwatch = (): void => {};

  const silence = async (): Promise<void> => {
    if (current === null) return;
    current.cut();
    if (engine.hush !== null) await sayOne(clock, config.command, engine.hush, '').ended;
  };

  /** Watches the headphones while something private is said. */
  const guard = (saying: Saying): (() => void) => {
    let stop = (): void => {};
    const look = (): void => {
      stop = clock.after(LOOK_MS, () => (headphones() ? look() : void silence()));
      if (current !== saying) stop();
    };
    look();
    return () => stop();
  };

  async function sayAll(mine: number, { locale, utterances }: SpeakRequest): Promise<SpeakResult> {
    let withheld = 0;
    for (const { text, private: own, instead } of utterances) {
      if (mine !== turn) return { outcome: 'interrupted', withheld };
      const hall = own && !headphones();
      if (hall) withheld += 1;
      const words = hall ? instead : text;
      if (words === undefined) continue;
      const saying = sayOne(clock, config.command, engine.say(config, locale), words);
      current = saying;
      const unguard = own && !hall ? guard(saying) : (): void => {};
      const ended = await saying.ended;
      unguard();
      current = null;
      if (ended === 'failed') return { outcome: 'unavailable', withheld };
      if (ended === 'cut' && mine === turn) withheld += 1;
    }
    return { outcome: mine === turn ? 'spoken' : 'interrupted', withheld };
  }

  return {
    headphones: () => (config.headphonesFile === null ? null : headphones()),
    onHeadphones(changed) {
      unwatch();
      unwatch = watchHeadphones(config.headphonesFile, clock, changed);
    },
    async speak(request) {
      turn += 1;
      const mine = turn;
      await silence();
      const before = done;
      const said = before.then(() => sayAll(mine, request));
      done = said.catch(() => undefined);
      return said;
    },
    async close() {
      unwatch();
      turn += 1;
      await silence();
      await done;
    },
  };
}
