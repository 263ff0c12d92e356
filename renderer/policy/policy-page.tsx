import type { ReactNode } from 'react';
import { Foot } from '../components/keys.tsx';
import { type ScreenOf, useKiosk, useText } from '../kiosk/context.tsx';
import { Choose } from './choose.tsx';
import { Read } from './read.tsx';

/** What do the rules say? First what has happened, then a page, then its sheets. */
export function PolicyPage({ screen: { view, print } }: { readonly screen: ScreenOf<'policy'> }): ReactNode {
  const t = useText();
  const { cardIn } = useKiosk().snapshot;
  const leave = cardIn ? {} : { leave: { act: { kind: 'end' } as const, words: t('policy.leave') } };
  const foot = <Foot back={{ kind: 'back' }} {...leave} />;
  return view.step === 'choose' ? <Choose view={view} foot={foot} /> : <Read view={view} print={print} foot={foot} />;
}
