import { type ReactNode, useEffect, useState } from 'react';
import { useKiosk, useLocale, useText } from '../kiosk/context.tsx';
import { clockText } from '../text/times.ts';
import { Brand } from './brand.tsx';
import { LanguageKey } from './language-key.tsx';
import { Sign } from './sign.tsx';

/** Wall time of the terminal now: that of the snapshot plus the time since it came. */
function useTerminalTime(): number {
  const { snapshot, receivedAt } = useKiosk();
  const [since, setSince] = useState(0);
  useEffect(() => {
    const tick = (): void => setSince(Math.max(0, performance.now() - receivedAt));
    const timer = setInterval(tick, 5000);
    tick();
    return () => clearInterval(timer);
  }, [receivedAt]);
  return snapshot.at + since;
}

/** The top tenth: whose machine, what time, where help is, the other language; in the lab that nothing here is valid. */
function Head(): ReactNode {
  const { snapshot } = useKiosk();
  const t = useText();
  return (
    <header className="head" data-frame="head">
      <Brand />
      <div className="whose">
        <b>{snapshot.site.title}</b>
        <span className="i2">{clockText(snapshot.locale, useTerminalTime())}</span>
      </div>
      <div className="right">
        {snapshot.mode === 'lab' ? <span className="demo">{t('frame.demo')}</span> : null}
        <div className="i2">{t('frame.help', { window: snapshot.site.helpWindow })}</div>
      </div>
      <LanguageKey />
    </header>
  );
}

const stepNames = ['step.fees', 'step.split', 'step.confirm', 'step.take'] as const;

interface StepsProps {
  readonly now: 1 | 2 | 3 | 4;
  /** The present step has no known outcome: it shows ? and never a tick. */
  readonly unknown?: boolean;
}

/** Four words that say where you are; done steps have a tick. */
function Steps({ now, unknown = false }: StepsProps): ReactNode {
  const t = useText();
  return (
    <ol className="steps" data-frame="steps" aria-label={t('frame.steps')}>
      {stepNames.map((name, index) => {
        const step = index + 1;
        const open = step === now && unknown;
        return (
          <li key={name} className={step === now ? 'now' : ''} aria-current={step === now ? 'step' : undefined}>
            {step < now ? (
              <span className="ok">
                <Sign name="tick" size={10} bold />
                <span className="hidden-text">{t('frame.stepDone')}</span>
              </span>
            ) : open ? (
              <>
                <Sign name="ask" size={11} bold />
                <span className="hidden-text">{t('frame.stepUnknown')}</span>
              </>
            ) : (
              <b>{step}</b>
            )}
            {t(name)}
          </li>
        );
      })}
    </ol>
  );
}

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
  const { snapshot } = useKiosk();
  const bare = steps === undefined && strip === undefined;
  return (
    <div className={`kiosk edge-${edge}${keyless ? ' keyless' : ''}`} lang={useLocale()}>
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
