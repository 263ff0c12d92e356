import { type ReactNode, useRef } from 'react';
import type { DeskChoice } from '../../../common/contracts/desk/bill.ts';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { caseText } from '../../text/codes.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { type Binding, binding } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import { useKeys } from '../keys/keyboard.tsx';
import { Thumb } from '../list/thumb.tsx';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { Money } from '../parts/money.tsx';
import { PersonHead } from '../parts/person-head.tsx';
import { QueueLine } from '../parts/queue-line.tsx';
import { useRevealKeys } from './bill.tsx';

const ROW_UNITS = 92;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Which bill? Its digit opens it, or Enter the one that is framed. */
export function PersonScreen({ screen: { person, choices } }: { readonly screen: DeskScreenOf<'person'> }): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const shown = useRevealKeys(person);
  const box = useRef<HTMLOListElement>(null);
  const rows = useRows(box, ROW_UNITS);
  const start = { key: choices.map(({ encounterId }) => encounterId).join(), at: 0 };
  const { window, keys } = useWindow({ total: choices.length, shown: rows }, start);
  const open = (cap: Binding['cap'], choice: DeskChoice | undefined, next: boolean): Binding[] => {
    if (choice === undefined) return [];
    const off = choice.blocked ? ({ key: 'desk.why.blocked' } as const) : null;
    const press = (): void => send({ kind: 'openBill', encounterId: choice.encounterId });
    return [binding(cap, `open.${choice.encounterId}`, { key: 'desk.act.open' }, press, { off, next })];
  };
  useKeys('screen', [
    ...keys,
    ...open('Enter', choices[window.at], true),
    ...DIGITS.flatMap((digit, index) => open(digit, choices[index], false)),
  ]);
  const title = say(choices.length === 0 ? 'desk.bills.none' : 'desk.bills');
  useReadOut(title);
  return (
    <section className="work">
      <PersonHead person={person} shown={shown} />
      <h2 className="ask">{title}</h2>
      {choices.length === 0 ? <p className="big">{say('desk.bills.noneSub')}</p> : null}
      <ol className={choices.length === 0 ? 'bills none' : 'bills'} ref={box}>
        {choices.slice(window.top, window.top + rows).map((choice, index) => (
          <Choice
            key={choice.encounterId}
            choice={choice}
            digit={DIGITS[window.top + index]}
            at={window.top + index === window.at}
          />
        ))}
        <Thumb window={window} size={{ total: choices.length, shown: rows }} />
      </ol>
      <QueueLine />
    </section>
  );
}

interface ChoiceProps {
  readonly choice: DeskChoice;
  readonly digit: (typeof DIGITS)[number] | undefined;
  readonly at: boolean;
}

function Choice({ choice, digit, at }: ChoiceProps): ReactNode {
  const say = useSay();
  const { encounterId, department, doctor, caseKind, total, lines, stay, blocked } = choice;
  return (
    <li
      className={`bill-choice${at ? ' at' : ''}${blocked ? ' blocked' : ''}`}
      aria-current={at}
      data-bill={encounterId}
    >
      {digit === undefined ? <span className="cap-room" /> : <KeyCap cap={digit} off={blocked} />}
      <div>
        <b>
          {department} {doctor}
        </b>
        <span className="soft">
          {choice.at.slice(0, 16)} · {caseText(say, caseKind)} {caseKind} · {encounterId}
        </span>
        {blocked ? <span className="tag">{say('desk.bills.blocked')}</span> : null}
      </div>
      <span className="sp" />
      {stay ? <b className="tag">{say('desk.bills.stay')}</b> : null}
      <span className="soft nw">{say('desk.bills.lines', { lines })}</span>
      <b className="big">
        <Money fen={total} kind="bill" unit />
      </b>
    </li>
  );
}
