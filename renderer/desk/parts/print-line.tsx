import type { ReactNode } from 'react';
import type { DeskPrint } from '../../../common/contracts/desk/bill.ts';
import { Sign, type SignName } from '../../components/sign.tsx';
import { useSay } from '../context.tsx';

const signOf: Readonly<Record<DeskPrint['state'], SignName>> = {
  queued: 'clock',
  printing: 'clock',
  printed: 'tick',
  notPrinted: 'warn',
  unknown: 'ask',
  none: 'bill',
};

/** How the slip fares; where it does not, which key prints another and what is wrong: this one will not go on by itself. */
export function PrintLine({ print: { state, failure } }: { readonly print: DeskPrint }): ReactNode {
  const say = useSay();
  const ill = state === 'notPrinted' || state === 'unknown';
  return (
    <p className={ill ? 'big part ill' : 'big part'} role="status" data-print={state}>
      <Sign name={signOf[state]} size={8} bold />
      <span>{say(`desk.print.${state}`)}</span>
      {state === 'notPrinted' && failure !== null ? <span className="soft">{say(`cause.${failure}`)}</span> : null}
    </p>
  );
}
