import type { Look } from '../../common/contracts/session/look.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import { takesDigits } from '../services/typing.ts';
import type { Voice } from '../speech/voice.ts';
import { type Offer, offer } from './offer.ts';

/** What opens the settings; where digits are typed, 0 is a digit, and the settings are walked to. */
export function settingsPad(screen: Snapshot['screen']): '0' | null {
  return takesDigits(screen) ? null : '0';
}

/** The tools of every screen: the other language, and how it looks and sounds. */
export function toolOffers(voice: Voice, { locale, screen }: Snapshot, settings: boolean): readonly Offer[] {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const language = offer(voice, {
    pad: settings ? '5' : null,
    words: 'frame.otherLanguage',
    intent: { kind: 'setLocale', locale: other },
  });
  return settings
    ? [language]
    : [language, offer(voice, { pad: settingsPad(screen), words: 'frame.settings', name: 'settings' })];
}

export function endOffer(voice: Voice, pad: 'red' | 'green' = 'red'): Offer {
  return offer(voice, { pad, words: 'foot.end', intent: { kind: 'end' } });
}

export function backOffer(voice: Voice): Offer {
  return offer(voice, { pad: 'yellow', words: 'foot.back', intent: { kind: 'back' } });
}

/** What the pad's own red key does too, while a PIN is typed: two red keys are told as one. */
export function padToo(voice: Voice, { words, ...made }: Offer): Offer {
  const too = voice.say('enterPin.stop');
  return { ...made, words: words.map((each) => ({ ...each, text: voice.join(each.text, too) })) };
}

/** The one after `now`, round and round. */
export function after<T>(all: readonly T[], now: T): T {
  return all[(all.indexOf(now) + 1) % all.length] ?? now;
}

export const textSizes: readonly Look['textSize'][] = ['normal', 'large', 'largest'];
export const themes: readonly Look['theme'][] = ['standard', 'elder', 'contrast'];

/** The page of settings: each key says how it is now and changes one thing. */
export function settingsOffers(voice: Voice, { look, site }: Snapshot): readonly Offer[] {
  const { say } = voice;
  const { textSize, theme, sound, reach } = look;
  const both = (what: string, now: string) => [{ text: voice.join(what, now), private: false }];
  const spoken = site.voice ? say(sound ? 'look.sound.on' : 'look.sound.off') : say('look.noVoice');
  return [
    offer(voice, {
      pad: '1',
      words: both(say('look.textSize'), say(`look.textSize.${textSize}`)),
      intent: { kind: 'setLook', look: { textSize: after(textSizes, textSize) } },
    }),
    offer(voice, {
      pad: '2',
      words: both(say('look.theme'), say(`look.theme.${theme}`)),
      intent: { kind: 'setLook', look: { theme: after(themes, theme) } },
    }),
    offer(voice, {
      pad: '3',
      words: both(say('look.sound'), spoken),
      off: !site.voice,
      intent: { kind: 'setLook', look: { sound: !sound } },
    }),
    offer(voice, {
      pad: '4',
      words: both(say('look.reach'), say(reach ? 'look.reach.on' : 'look.reach.off')),
      intent: { kind: 'setLook', look: { reach: !reach } },
    }),
    offer(voice, { pad: 'green', words: 'look.done' }),
  ];
}
