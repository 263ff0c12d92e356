import type { SpeakRequest, SpeechConfig } from '../../common/contracts/devices/speech.ts';

/** How an engine's executable is asked. The text goes to its standard input: never into a list of arguments. */
export interface Engine {
  /** Says what comes on standard input and ends when it is said. */
  readonly say: (config: SpeechConfig, locale: SpeakRequest['locale']) => readonly string[];
  /** Silence where ending the process is not silence, because a server speaks; null: it is. */
  readonly hush: readonly string[] | null;
}

/** Words a minute that speech-dispatcher's rate 0 stands for, and how many one step of its −100…100 is. */
const SPD_NORMAL = 160;
const SPD_STEP = 1.4;

export const engines: Readonly<Record<SpeechConfig['engine'], Engine>> = {
  'espeak-ng': {
    say: ({ voices, rate }, locale) => ['-v', voices[locale], '-s', String(rate), '--stdin'],
    hush: null,
  },
  'spd-say': {
    say({ voices, rate }, locale) {
      const step = Math.max(-100, Math.min(100, Math.round((rate - SPD_NORMAL) / SPD_STEP)));
      return ['--wait', '--pipe-mode', '--language', voices[locale], '--rate', String(step)];
    },
    hush: ['--cancel'],
  },
};
