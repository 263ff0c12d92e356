import { type ReactNode, useRef } from 'react';
import { useGlass } from '../fit/use-glass.ts';
import { useKiosk, useLocale } from '../kiosk/context.tsx';
import { Head } from './head.tsx';
import { Steps, type StepsProps } from './steps.tsx';

export interface FrameProps {
  /** Where the counter's edge is: choices, a row of second keys, or the main key alone. */
  readonly edge: 'high' | 'mid' | 'low';
  /** `amber`: hands off; `deep`: the machine invites. */
  readonly counter?: 'amber' | 'deep';
  readonly steps?: StepsProps;
  /** In place of the steps: one line that says how things stand. */
  readonly strip?: ReactNode;
  /** Above the edge: what is looked at. */
  readonly children: ReactNode;
  /** Below the edge: what is touched. */
  readonly below?: ReactNode;
  readonly tabs?: ReactNode;
  /** A screen without keys: on a landscape panel its picture takes their place. */
  readonly keyless?: boolean;
}

/** The counter: above the ink line you look, below it you touch; on a landscape panel left of it and right of it. */
export function Frame({ edge, counter, steps, strip, children, below, tabs, keyless = false }: FrameProps): ReactNode {
  const { snapshot, settings } = useKiosk();
  const glass = useRef<HTMLDivElement>(null);
  useGlass(glass);
  const bare = steps === undefined && strip === undefined;
  const look = `${keyless ? ' keyless' : ''}${settings.open ? ' sheet' : ''}`;
  return (
    <div ref={glass} className={`kiosk edge-${edge}${look}`} lang={useLocale()}>
      <Head />
      <main>
        {steps === undefined ? null : <Steps {...steps} />}
        {strip === undefined ? null : (
          <div className="steps" data-frame="strip">
            <div>{strip}</div>
          </div>
        )}
        <div className={`counter ${counter ?? ''}`} aria-hidden="true" />
        <div className={bare ? 'look bare' : 'look'} key={snapshot.screen.kind}>
          {children}
        </div>
        <div className="below">{below}</div>
        {tabs}
      </main>
    </div>
  );
}
