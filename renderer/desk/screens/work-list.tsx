import { type ReactNode, useRef, useState } from 'react';
import {
  type StaffViewOf,
  type StaffWork,
  staffReasonKeySchema,
} from '../../../common/contracts/session/staff-view.ts';
import type { StaffResolution } from '../../../common/contracts/staff.ts';
import { isMoneyResolution } from '../../../common/contracts/worklist.ts';
import { ageText } from '../../technician/words.ts';
import { useReadOut } from '../announce.ts';
import { useDesk, useSay } from '../context.tsx';
import { type Binding, binding } from '../keys/binding.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { Thumb } from '../list/thumb.tsx';
import { useRows } from '../list/use-rows.ts';
import { useWindow } from '../list/use-window.ts';
import { ChoiceList, type ChoiceRow } from '../overlays/sheet.tsx';
import { Money } from '../parts/money.tsx';
import { WorkFacts } from '../parts/work-facts.tsx';
import type { DeskText } from '../text.ts';

const ROW_UNITS = 62;
const DIGITS = ['1', '2', '3', '4'] as const;

type Chosen = { readonly work: StaffWork; readonly resolution: StaffResolution | null } | null;

/** What waits for a person? Left the rows; right the one that is framed, then how it ends, then on what ground. */
export function WorkList({ view }: { readonly view: StaffViewOf<'list'> }): ReactNode {
  const [chosen, setChosen] = useState<Chosen>(null);
  const work = chosen === null ? null : (view.rows.find(({ id }) => id === chosen.work.id) ?? null);
  if (chosen === null || work === null) {
    return <Rows view={view} choose={(row) => setChosen({ work: row, resolution: null })} />;
  }
  return (
    <Answer
      work={work}
      resolution={chosen.resolution}
      answer={(resolution) => setChosen({ work, resolution })}
      back={() => setChosen(chosen.resolution === null ? null : { work, resolution: null })}
    />
  );
}

interface RowsProps {
  readonly view: StaffViewOf<'list'>;
  readonly choose: (work: StaffWork) => void;
}

function Rows({ view: { rows, total, name }, choose }: RowsProps): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const box = useRef<HTMLOListElement>(null);
  const shown = useRows(box, ROW_UNITS);
  const { window, keys } = useWindow({ total: rows.length, shown }, { key: 'work', at: 0 });
  const at = rows[window.at];
  const open = binding('Enter', 'open', { key: 'desk.act.open' }, () => at && choose(at), { next: true });
  useKeys('screen', [
    ...keys,
    ...(at === undefined ? [] : [open]),
    binding('Esc', 'back', { key: 'desk.act.back' }, () => send({ kind: 'staffEnd' })),
    binding('D', 'reconcile', { key: 'desk.act.reconcile' }, () => send({ kind: 'staffReport', day: null })),
  ]);
  const title = rows.length === 0 ? say('staff.empty') : say('staff.list', { total });
  useReadOut(at === undefined ? title : `${title}. ${say(`staff.kind.${at.kind}`)}`);
  return (
    <>
      <section className="work">
        <div className="result-title">
          <h1>{title}</h1>
          <span className="soft">{rows.length === 0 ? say('staff.emptySub') : say('desk.staff.move')}</span>
          <span className="sp" />
          <span className="soft">{name}</span>
          <span className="nw">
            <kbd className="cap">D</kbd> {say('staff.books')}
          </span>
        </div>
        <ol className="works" ref={box}>
          {rows.slice(window.top, window.top + shown).map((work, index) => (
            <li
              key={work.id}
              className={window.top + index === window.at ? 'work-row at' : 'work-row'}
              aria-current={window.top + index === window.at}
              data-work-row={work.id}
            >
              <b>{say(`staff.kind.${work.kind}`)}</b>
              <span className="soft name">{work.encounterId ?? say('staff.number', { id: work.id })}</span>
              <span className="r">{work.amountFen === null ? '' : <Money fen={work.amountFen} />}</span>
              <span className="soft r nw">{ageText(say, work)}</span>
            </li>
          ))}
          <Thumb window={window} size={{ total: rows.length, shown }} />
        </ol>
      </section>
      <aside className="side">
        {at === undefined ? null : (
          <>
            <h2>{say(`staff.kind.${at.kind}`)}</h2>
            <p className="big">{say(`staff.known.${at.kind}`)}</p>
            <WorkFacts work={at} />
          </>
        )}
      </aside>
    </>
  );
}

interface AnswerProps {
  readonly work: StaffWork;
  readonly resolution: StaffResolution | null;
  readonly answer: (resolution: StaffResolution) => void;
  readonly back: () => void;
}

/** How does it end, and then: on what ground? */
function Answer({ work, resolution, answer, back }: AnswerProps): ReactNode {
  const say = useSay();
  const { send } = useDesk();
  const choices: readonly (ChoiceRow & { readonly does: () => void; readonly key: DeskText })[] =
    resolution === null
      ? work.answers.flatMap((each, index) => {
          const digit = DIGITS[index];
          if (digit === undefined) return [];
          const small = say(isMoneyResolution(each) ? 'staff.two' : 'staff.one');
          const key: DeskText = `staff.answer.${each}`;
          return [{ digit, words: say(key), small, key, does: () => answer(each) }];
        })
      : staffReasonKeySchema.options.flatMap((reason, index) => {
          const digit = DIGITS[index];
          if (digit === undefined) return [];
          const key: DeskText = `staff.reason.${reason}`;
          const does = (): void => send({ kind: 'staffResolve', id: work.id, resolution, reason });
          return [{ digit, words: say(key), small: '', key, does }];
        });
  const digits = choices.map(({ digit, key, does }): Binding => {
    return binding(digit, `choose.${digit}`, { key }, does, { money: resolution !== null });
  });
  useKeys('screen', [...digits, binding('Esc', 'back', { key: 'desk.act.back' }, back)]);
  const title = say(resolution === null ? 'staff.how' : 'staff.why');
  useReadOut(title);
  return (
    <>
      <section className="work">
        <div className="result-title">
          <h1>{title}</h1>
          <span className="soft">{resolution === null ? '' : say(`staff.answer.${resolution}`)}</span>
        </div>
        <p className="big">{say(`staff.known.${work.kind}`)}</p>
        <ChoiceList rows={choices} />
      </section>
      <aside className="side">
        <h2>{say(`staff.kind.${work.kind}`)}</h2>
        <WorkFacts work={work} />
      </aside>
    </>
  );
}
