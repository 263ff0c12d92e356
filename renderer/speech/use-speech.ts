import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { View } from '../keypad/offer.ts';
import { offersOf } from '../keypad/offers.ts';
import type { FeeLine, ScreenClient } from '../link/screen-client.ts';
import { withHint } from './hall.ts';
import { type Heard, isNews } from './heard.ts';
import { offerSaid, transcriptOf } from './transcript.ts';
import { voiceOf } from './voice.ts';

/** Where a screen stands that is more than its snapshot: its page, what of it is open. */
export interface Shown {
  readonly view: View;
  readonly lines: readonly FeeLine[] | null;
}

/** Screens whose snapshots differ in nothing but a count; it is not said again every second. */
const COUNTING: ReadonlySet<string> = new Set([
  'stillThere',
  'readingCard',
  'lookingUp',
  'preparing',
  'working',
  'takeCard',
]);

interface Speech {
  /** Says the screen again from its beginning. */
  readonly again: () => void;
  /** Says one key, on which the keypad now stands. */
  readonly key: (name: string | undefined, pad: string | undefined) => void;
}

/** Has each screen said once, while the person wants it; silence when it is no longer wanted. */
export function useSpeech(snapshot: Snapshot, { view, lines }: Shown, client: Pick<ScreenClient, 'speak'>): Speech {
  const { sound } = snapshot.look;
  const plugged = snapshot.headphones === true;
  const said = useMemo(() => withHint(transcriptOf({ snapshot, view, lines }), snapshot), [snapshot, view, lines]);
  const words = said.map(({ text }) => text).join('\n');
  const { kind } = snapshot.screen;
  const news = `${kind}\n${COUNTING.has(kind) ? words.replace(/\d/gu, '0') : words}`;
  const latest = useRef(said);
  latest.current = said;
  const spoke = useRef<Heard>({ words: null, plugged: false });
  useEffect(() => {
    const now = { words: sound ? news : null, plugged };
    const said = isNews(spoke.current, now);
    spoke.current = now;
    if (said) client.speak(now.words === null ? [] : latest.current);
  }, [sound, news, plugged, client]);
  const again = useCallback(() => {
    if (spoke.current.words !== null) client.speak(latest.current);
  }, [client]);
  const key = useCallback(
    (name: string | undefined, pad: string | undefined) => {
      if (spoke.current.words === null) return;
      const voice = voiceOf(snapshot.locale);
      const offer = offersOf(voice, snapshot, view).find(
        (each) => each.name === name && (each.pad ?? undefined) === pad,
      );
      if (offer !== undefined) client.speak(withHint(offerSaid(voice, offer), snapshot));
    },
    [client, snapshot, view],
  );
  return useMemo(() => ({ again, key }), [again, key]);
}
