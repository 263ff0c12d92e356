import type { ReactNode } from 'react';
import { useKiosk, useText } from '../kiosk/context.tsx';
import { Sign } from './sign.tsx';

const stepNames = ['step.fees', 'step.split', 'step.confirm', 'step.take'] as const;

export interface StepsProps {
  readonly now: 1 | 2 | 3 | 4;
  /** The present step has no known outcome: it shows ? and never a tick. */
  readonly unknown?: boolean;
}

/** Four words that say where you are; done steps have a tick. The plainer theme says it in one sentence. */
export function Steps(props: StepsProps): ReactNode {
  const { theme } = useKiosk().snapshot.look;
  return theme === 'elder' ? <StepSentence {...props} /> : <StepList {...props} />;
}

function StepSentence({ now, unknown = false }: StepsProps): ReactNode {
  const t = useText();
  return (
    <div className="steps" data-frame="steps">
      <div>
        {unknown ? <Sign name="ask" size={11} bold /> : null}
        <b>{t('frame.stepOf', { now, of: stepNames.length })}</b>
        <span>{unknown ? t('frame.stepUnknown') : t(stepNames[now - 1] ?? 'step.fees')}</span>
      </div>
    </div>
  );
}

function StepList({ now, unknown = false }: StepsProps): ReactNode {
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
