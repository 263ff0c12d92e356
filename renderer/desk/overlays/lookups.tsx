import type { ReactNode } from 'react';
import { lookupNameSchema } from '../../../common/contracts/desk/lookups.ts';
import { useDesk, useSay } from '../context.tsx';
import { binding } from '../keys/binding.ts';
import { ChoiceList, type ChoiceRow, closeKey, Sheet } from './sheet.tsx';

const DIGITS = ['1', '2', '3', '4', '5'] as const;

/** What is asked of the centre about the person who stands there. */
export function Lookups({ hide }: { readonly hide: () => void }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const names = lookupNameSchema.options;
  const rows = DIGITS.flatMap((digit, index): ChoiceRow[] => {
    const name = names[index];
    return name === undefined
      ? []
      : [{ digit, words: say(`desk.lookup.${name}`), small: say(`desk.lookup.${name}.code`) }];
  });
  const keys = DIGITS.flatMap((digit, index) => {
    const about = names[index];
    if (about === undefined) return [];
    return [binding(digit, `lookup.${about}`, { key: `desk.lookup.${about}` }, () => send({ kind: 'lookup', about }))];
  });
  return (
    <Sheet title={say('desk.lookup')} name="lookups" keys={[...keys, closeKey(hide)]}>
      <ChoiceList rows={rows} />
    </Sheet>
  );
}
