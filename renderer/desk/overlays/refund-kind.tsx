import type { ReactNode } from 'react';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { ChoiceList, closeKey, Sheet } from './sheet.tsx';

interface RefundKindProps {
  readonly encounterId: string;
  readonly hide: () => void;
}

/** All of it, or a part: a part is what the hospital has taken off the bill, and the rest is settled anew. */
export function RefundKind({ encounterId, hide }: RefundKindProps): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const ask = (partial: boolean) => () => send({ kind: 'refund', encounterId, partial });
  const keys = [
    binding('1', 'refund.whole', { key: 'desk.act.whole' }, ask(false)),
    binding('2', 'refund.partial', { key: 'desk.act.partial' }, ask(true)),
    closeKey(hide),
  ];
  const rows = [
    { digit: '1', words: say('desk.refund.whole'), small: say('desk.refund.wholeSub') },
    { digit: '2', words: say('desk.refund.partial'), small: say('desk.refund.partialSub') },
  ] as const;
  return (
    <Sheet title={say('desk.refund.ask')} name="refund" keys={keys}>
      <p className="soft">{say('desk.encounter', { id: encounterId })}</p>
      <ChoiceList rows={rows} />
    </Sheet>
  );
}
