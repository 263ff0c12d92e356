import { type ReactNode, useState } from 'react';
import { type Fen, fen } from '../../../common/kernel/money.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { Field } from '../parts/field.tsx';
import { Money } from '../parts/money.tsx';
import { yuanText } from '../parts/yuan.ts';
import { changeOf, yuanOf, yuanTyped } from '../typing/yuan.ts';
import { closeKey, Sheet } from './sheet.tsx';

interface ConfirmProps {
  readonly by: 'cash' | 'cashier';
  readonly hide: () => void;
}

/** Take this money? The only place from which it moves; the key repeats the amount. */
export function Confirm({ by, hide }: ConfirmProps): ReactNode {
  const say = useSay();
  const { snapshot, send } = useDesk();
  const [typed, setTyped] = useState('');
  const { screen } = snapshot;
  const quote = screen.kind === 'bill' ? screen.bill.quote : null;
  const due: Fen = quote?.split.cash ?? fen(0);
  // What is not typed is exact: most people pay so, or by card.
  const received = typed === '' ? due : yuanOf(typed);
  const change = received === null ? null : changeOf(received, due);
  const off = change === null ? 'desk.why.noAmount' : change < 0 ? 'desk.why.short' : null;
  const tender = by === 'cashier' ? ({ by } as const) : received === null ? null : ({ by, received } as const);
  const words =
    due === 0
      ? ({ key: 'desk.payNothing' } as const)
      : ({ key: 'desk.pay', values: { amount: yuanText(due) } } as const);
  const pay = binding(
    'Enter',
    'pay',
    words,
    () => {
      if (tender !== null) send({ kind: 'settle', cash: due, tender });
    },
    { next: true, money: true, off: by === 'cash' && off !== null ? { key: off } : null },
  );
  useReadOut(`${say('desk.confirm')} ${yuanText(due)}`);
  if (screen.kind !== 'bill' || quote === null) return null;
  const { person, bill } = screen;
  return (
    <Sheet title={say('desk.confirm')} name="confirm" keys={[pay, closeKey(hide)]}>
      <p className="big">
        {say('desk.confirm.person', { name: person.name, number: person.number })}
        <span className="soft">
          {bill.encounter.department} {bill.encounter.encounterId}
        </span>
      </p>
      <div className={due === 0 ? 'due free' : 'due now'}>
        <b className="word">{say(due === 0 ? 'desk.quote.nothing' : 'desk.quote.due')}</b>
        <Money fen={due} kind="due" unit />
      </div>
      {due === 0 ? null : by === 'cashier' ? (
        <p className="big">{say('desk.tender.all', { amount: yuanText(due) })}</p>
      ) : (
        <div className="cash">
          <Field
            label={say('desk.tender.cash')}
            value={typed}
            change={(value) => setTyped(yuanTyped(value))}
            hint={say('desk.tender.exact', { amount: yuanText(due) })}
          />
          <div className={change !== null && change < 0 ? 'change short' : 'change'} role="status">
            <span>{say(change !== null && change < 0 ? 'desk.tender.missing' : 'desk.tender.change')}</span>
            <Money fen={Math.abs(change ?? 0)} kind="change" unit />
          </div>
        </div>
      )}
      <p className="soft">{say('desk.confirm.order')}</p>
    </Sheet>
  );
}
