import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import { screenLink } from '../../common/contracts/session/screen-link.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { serve } from '../../common/rpc/serve.ts';
import type { SessionRunner } from '../services/session-runner.ts';
import { nameInClear } from '../session/reveal.ts';
import type { Stage } from '../session/stage.ts';
import { feeLinesPage } from '../session/visit-view.ts';
import { createListening } from './listening.ts';
import type { Rendered } from './screen-proof.ts';

/** A value in clear is gone from the glass after this, ms. */
const REVEAL_MS = 5000;

export interface ScreenDeps {
  readonly runner: SessionRunner;
  readonly clock: Clock;
  readonly report: (what: string, cause: unknown) => void;
  /** The screen says that it draws. */
  readonly onRendered: (seen: Rendered) => void;
  /** The voice; what is private it keeps to headphones by itself. True once all was said. */
  readonly speak: (request: SpeakRequest) => Promise<boolean>;
}

/** The stage that the person is in, behind an idle warning too. */
function standing(stage: Stage): Stage {
  return stage.kind === 'stillThere' ? standing(stage.back) : stage;
}

function feeSource(stage: Stage) {
  switch (stage.kind) {
    case 'visit':
      return { encounter: stage.encounter, levels: stage.prepared?.levels ?? null };
    case 'preparing':
      return { encounter: stage.encounter, levels: null };
    case 'split':
    case 'confirm':
      return { encounter: stage.prepared.encounter, levels: stage.prepared.levels };
    default:
      return null;
  }
}

/** Serves one screen: snapshots out, intents in, pages of fee lines and the revealed name on request. */
export function serveScreen(channel: Channel, deps: ScreenDeps): void {
  const { runner, clock, report, onRendered } = deps;
  const touched = (): void => runner.dispatch({ kind: 'touched' });
  const listening = createListening({ clock, speak: deps.speak, touched });
  const served = serve(
    channel,
    screenLink,
    {
      open() {
        const snapshot = runner.snapshot();
        // What the page before it had said is not of this one, and nobody could end it any more.
        if (snapshot.site.voice) void deps.speak({ locale: snapshot.locale, utterances: [] });
        return snapshot;
      },
      intent: ({ version, intent }) => ({ accepted: runner.intent(version, intent) }),
      feeLines({ page }) {
        const source = feeSource(standing(runner.state().stage));
        if (source === null) return { page: 0, pages: 0, lines: [] };
        touched();
        return feeLinesPage(source.encounter, source.levels, page);
      },
      reveal() {
        const value = nameInClear(runner.state());
        if (value !== null) touched();
        return { value, validMs: value === null ? 0 : REVEAL_MS };
      },
      touched() {
        touched();
        return {};
      },
      speak({ utterances }) {
        const { locale, look, site } = runner.snapshot();
        // Silence is always allowed: turning the voice off must end what it is saying.
        const wanted = site.voice && (look.sound || utterances.length === 0);
        if (wanted) listening.say({ locale, utterances });
        return { spoken: wanted };
      },
      rendered(seen) {
        onRendered(seen);
        return {};
      },
    },
    { report },
  );
  const unsubscribe = runner.onSnapshot((snapshot) => served.emit('snapshot', snapshot));
  channel.onClose(() => {
    unsubscribe();
    listening.leave();
  });
}
