import type { ReactNode } from 'react';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { Money } from '../parts/money.tsx';
import { SplitPanel } from '../parts/split-panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { yuanText } from '../parts/yuan.ts';

/** Give this back? The key repeats what is handed back; then two people prove themselves. */
export function RefundScreen({ screen: { person, refund } }: { readonly screen: DeskScreenOf<'refund'> }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const { phase, split, messageId, encounterId, settledAt, stay, partial, sinceMs, trouble, setlId } = refund;
  const confirm = binding(
    'Enter',
    'giveBack',
    { key: 'desk.giveBack', values: { amount: yuanText(split.cash) } },
    () => send({ kind: 'confirmRefund', messageId, cash: split.cash }),
    { next: true, money: true },
  );
  useKeys('screen', phase === 'confirm' ? [confirm] : []);
  const title = say(
    phase === 'confirm' ? 'desk.refund.confirm' : phase === 'proof' ? 'desk.refund.proof' : 'desk.refund.working',
  );
  useReadOut(title);
  return (
    <>
      <section className="work result">
        <div className="result-title">
          <h1>{title}</h1>
          {phase === 'working' ? <Elapsed sinceMs={sinceMs} /> : null}
          <span className="sp" />
          {person === null ? null : <b className="big">{person.name}</b>}
          <span className="soft">{say('desk.encounter', { id: encounterId })}</span>
        </div>
        <p className="big">
          <b>{say(partial ? 'desk.refund.partial' : 'desk.refund.whole')}</b>
          <span>{say(partial ? 'desk.refund.partialSub' : 'desk.refund.wholeSub')}</span>
        </p>
        {stay ? <p className="big">{say(partial ? 'desk.refund.stayPart' : 'desk.refund.stay')}</p> : null}
        {trouble === null ? null : <Trouble {...trouble} />}
        <div className={split.cash === 0 ? 'due answer free' : 'due answer now'}>
          <b className="word">{say('desk.refund.cash')}</b>
          <Money fen={split.cash} kind="cash" unit />
        </div>
        <dl className="facts wide">
          {(['account', 'funds', 'total'] as const).map((part) => (
            <div key={part}>
              <dt>{say(`desk.refund.${part}`)}</dt>
              <dd>
                <Money fen={split[part]} kind={part} unit />
              </dd>
            </div>
          ))}
        </dl>
        {phase === 'confirm' ? <p className="big">{say('desk.refund.two')}</p> : null}
        <p className="numbers soft">
          <span>{say('desk.refund.of', { at: settledAt })}</span>
          <span>{say('desk.done.setlId', { id: setlId })}</span>
        </p>
      </section>
      <aside className="side">
        <div className="total-row">
          <span>{say('desk.refund.total')}</span>
          <Money fen={split.total} unit />
        </div>
        <SplitPanel split={split} />
      </aside>
    </>
  );
}
