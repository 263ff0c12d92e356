import { type ReactNode, useEffect, useState } from 'react';
import type { DeskPerson, RevealWhat } from '../../../common/contracts/desk/person.ts';
import { Sign } from '../../components/sign.tsx';
import { schemeKey } from '../../text/schemes.ts';
import { useDesk, useSay } from '../context.tsx';
import type { DeskText, Say } from '../text.ts';
import { yuanText } from './yuan.ts';

const PSN_KINDS = ['11', '12', '13', '14', '15', '16'] as const;

/** 人员类别 in words; one that we do not know is shown by its code. */
export function psnText(say: Say, code: string): string {
  // The centre's codes have finer digits behind the first two, which differ by place.
  const known = PSN_KINDS.find((kind) => code.startsWith(kind));
  const key: DeskText = known === undefined ? 'desk.psn.other' : `desk.psn.${known}`;
  return say(key, { code });
}

interface RevealedValue {
  readonly what: RevealWhat;
  readonly value: string;
}

/**
 * A value in clear for as long as the terminal allows and her card lies in the reader, then gone from the page; a reader
 * that nobody can reach has no card.
 */
export function useReveal(cardIn: boolean): {
  readonly shown: RevealedValue | null;
  readonly reveal: (what: RevealWhat) => void;
} {
  const { client } = useDesk();
  const [shown, setShown] = useState<(RevealedValue & { readonly validMs: number }) | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shown.validMs);
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => {
    if (!cardIn) setShown(null);
  }, [cardIn]);
  const reveal = (what: RevealWhat): void => {
    void client.reveal(what).then((answer) => setShown(answer === null ? null : { what, ...answer }));
  };
  return { shown: cardIn ? shown : null, reveal };
}

interface PersonHeadProps {
  readonly person: DeskPerson;
  readonly shown: RevealedValue | null;
}

/** Who stands at the desk, masked: name, sex and age, insurance, number; and whether her card still lies there. */
export function PersonHead({ person, shown }: PersonHeadProps): ReactNode {
  const say = useSay();
  const { name, number, sex, age, scheme, psnType, elsewhere, insuredAt } = person;
  const clear = (what: RevealWhat, masked: string): string => (shown?.what === what ? shown.value : masked);
  return (
    <div className="person-head">
      <h1 className="who">{clear('name', name)}</h1>
      <span className="big nw">
        {sex === 'male' || sex === 'female' ? say(`desk.sex.${sex}`) : ''}{' '}
        {age === null ? '' : say('desk.age', { age })}
      </span>
      <span className="big name">
        {say('desk.scheme', { name: say(schemeKey(scheme)), code: scheme })} · {psnText(say, psnType)}
      </span>
      {elsewhere ? <b className="tag nw">{say('desk.elsewhere', { code: insuredAt })}</b> : null}
      <span className="soft nw">{clear('number', number)}</span>
    </div>
  );
}

/** What her account holds, and whether her card still lies in the reader. */
export function CardLine({ cardIn, balance }: Pick<DeskPerson, 'cardIn' | 'balance'>): ReactNode {
  const say = useSay();
  return (
    <>
      <span className="nw">{say('desk.balance', { amount: yuanText(balance) })}</span>
      <span className={cardIn ? 'part nw' : 'part ill nw'}>
        <Sign name={cardIn ? 'card' : 'warn'} size={8} bold />
        {say(cardIn ? 'desk.cardIn' : 'desk.cardOut')}
      </span>
    </>
  );
}
