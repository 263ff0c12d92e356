import type { ReactNode } from 'react';
import type { DeskStep } from '../../../common/contracts/desk/bill.ts';
import { Sign } from '../../components/sign.tsx';
import { useSay } from '../context.tsx';

/** How far a bill is: what is done, what stands now, what is to come; each with its transaction. */
export function StepsBar({ steps }: { readonly steps: readonly DeskStep[] }): ReactNode {
  const say = useSay();
  return (
    <ol className="steps-bar" aria-label={say('desk.steps')}>
      {steps.map((each) => (
        <Step key={each.step} each={each} />
      ))}
    </ol>
  );
}

const signOf: Readonly<Record<DeskStep['state'], 'tick' | 'warn' | 'ask' | 'clock' | 'next' | null>> = {
  done: 'tick',
  here: 'next',
  working: 'clock',
  later: null,
  wrong: 'warn',
  unknown: 'ask',
};

function Step({ each: { step, infno, state, count } }: { readonly each: DeskStep }): ReactNode {
  const say = useSay();
  const sign = signOf[state];
  const now = state !== 'done' && state !== 'later';
  return (
    <li className={`step ${state}`} data-step={step} data-state={state} aria-current={now ? 'step' : undefined}>
      {sign === null ? null : <Sign name={sign} size={6.5} bold />}
      <span>{say(`desk.step.${step}`)}</span>
      {count === null || count === 0 ? null : (
        <span>{say(step === 'check' ? 'desk.step.left' : 'desk.step.lines', { count })}</span>
      )}
      {infno === null ? null : <span className="infno">{infno}</span>}
      <span className="hidden-text">{say(`desk.step.state.${state}`)}</span>
    </li>
  );
}
