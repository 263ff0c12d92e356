import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import type { Clock } from '../../common/kernel/ports.ts';

/** How often somebody who is being read to counts as being there, ms; shorter than any idle time. */
const SIGN_MS = 10_000;

export interface ListeningDeps {
  readonly clock: Clock;
  /** Says it in place of what is being said; resolves once it is said to its end (true), cut off or not heard (false). */
  readonly speak: (request: SpeakRequest) => Promise<boolean>;
  /** Somebody is there. */
  readonly touched: () => void;
}

/** The voice of one page. */
export interface Listening {
  say(request: SpeakRequest): void;
  /** The page is gone: what it was having said ends in the middle of the word, and keeps nobody here. */
  leave(): void;
}

/**
 * The voice, so that nobody is asked whether she is still there in the middle of a sentence: while a screen is read out
 * its time stands still, and it begins anew when the last word was said.
 */
export function createListening({ clock, speak, touched }: ListeningDeps): Listening {
  let stop = (): void => {};
  let saying: SpeakRequest | null = null;
  const say = (request: SpeakRequest): void => {
    stop();
    saying = request;
    let ended = false;
    const watch = (): (() => void) =>
      clock.after(SIGN_MS, () => {
        if (ended) return;
        touched();
        cancel = watch();
      });
    let cancel = watch();
    stop = () => {
      ended = true;
      saying = null;
      cancel();
    };
    const mine = stop;
    void speak(request).then((heard) => {
      // Silence, or another screen, has taken its place meanwhile.
      if (stop !== mine) return;
      mine();
      if (heard && request.utterances.length > 0) touched();
    });
  };
  return {
    say,
    leave() {
      if (saying === null) return;
      const { locale } = saying;
      stop();
      void speak({ locale, utterances: [] });
    },
  };
}
