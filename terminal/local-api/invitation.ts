import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { inviteStrings } from '../../common/strings/invite.ts';
import type { SessionRunner } from '../services/session-runner.ts';

export interface InvitationDeps {
  readonly clock: Clock;
  readonly runner: Pick<SessionRunner, 'snapshot' | 'onSnapshot'>;
  readonly speak: (request: SpeakRequest) => Promise<boolean>;
  /** How long nothing happens at the empty machine before it is said, and said again, ms; null: never. */
  readonly everyMs: number | null;
}

/** How somebody who sees nothing begins here: by the plug, else by the keypad; null where neither is known of. */
function wordsOf({ locale, headphones, site }: Snapshot): string | null {
  const how = headphones !== undefined ? 'plug' : site.keypad ? 'key' : null;
  return how === null ? null : inviteStrings[how][locale === 'en' ? 'en' : 'zh'];
}

/** The machine waits for somebody, and nobody listens to it yet. */
function rests({ screen, look, headphones }: Snapshot): boolean {
  return screen.kind === 'insertCard' && !look.sound && headphones !== true;
}

/**
 * Says to the hall, now and then, how to begin with the screen dark. Whatever happens at the machine ends it in the
 * middle of the word and begins the wait anew. Answers the way to stop.
 */
export function inviteTheHall({ clock, runner, speak, everyMs }: InvitationDeps): () => void {
  if (everyMs === null) return () => {};
  let cancel = (): void => {};
  let saying: SpeakRequest | null = null;

  const wait = (): void => {
    cancel = clock.after(everyMs, say);
  };
  const say = (): void => {
    const snapshot = runner.snapshot();
    const text = wordsOf(snapshot);
    wait();
    if (text === null || !rests(snapshot)) return;
    const request = { locale: snapshot.locale, utterances: [{ text, private: false }] };
    saying = request;
    void speak(request).then(() => {
      if (saying === request) saying = null;
    });
  };
  const hush = (): void => {
    cancel();
    if (saying === null) return;
    const { locale } = saying;
    saying = null;
    void speak({ locale, utterances: [] });
  };
  const unsubscribe = runner.onSnapshot(() => {
    hush();
    wait();
  });
  wait();
  return () => {
    unsubscribe();
    hush();
  };
}
