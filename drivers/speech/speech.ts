import type { SpeakRequest, SpeakResult, SpeechConfig } from '../../common/contracts/devices/speech.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { engines } from './engines.ts';
import { headphonesIn } from './headphones.ts';
import { type Saying, sayOne } from './say-one.ts';

/** How often the headphones are looked at, ms: pulled out in the middle of a word, the word ends. */
const LOOK_MS = 200;

export interface Speech {
  /** Says this in place of what is being said. Resolves when it is said, or something else is to be said. */
  speak(request: SpeakRequest): Promise<SpeakResult>;
  headphones(): boolean;
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
    for (const { text, private: own } of utterances) {
      if (mine !== turn) return { outcome: 'interrupted', withheld };
      if (own && !headphones()) {
        withheld += 1;
        continue;
      }
      const saying = sayOne(clock, config.command, engine.say(config, locale), text);
      current = saying;
      const unguard = own ? guard(saying) : (): void => {};
      const ended = await saying.ended;
      unguard();
      current = null;
      if (ended === 'failed') return { outcome: 'unavailable', withheld };
      if (ended === 'cut' && mine === turn) withheld += 1;
    }
    return { outcome: mine === turn ? 'spoken' : 'interrupted', withheld };
  }

  return {
    headphones,
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
      turn += 1;
      await silence();
      await done;
    },
  };
}
