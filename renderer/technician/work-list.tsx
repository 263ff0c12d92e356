import { type ReactNode, useState } from 'react';
import type { StaffReasonKey, StaffViewOf, StaffWork } from '../../common/contracts/session/staff-view.ts';
import { staffReasonKeySchema } from '../../common/contracts/session/staff-view.ts';
import type { StaffResolution } from '../../common/contracts/staff.ts';
import { isMoneyResolution } from '../../common/contracts/worklist.ts';
import { fen } from '../../common/kernel/money.ts';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Choice, Foot, Key, MainKey } from '../components/keys.tsx';
import { BOOKS_DIGIT, rowsOn } from '../keypad/choices.ts';
import { useText } from '../kiosk/context.tsx';
import { useTell } from '../speech/use-shown.ts';
import { StaffStrip } from './strip.tsx';
import { ageText } from './words.ts';
import { WorkFacts } from './work-facts.tsx';

const leave = { kind: 'staffEnd' } as const;

type Chosen = { readonly work: StaffWork; readonly resolution: StaffResolution | null } | null;

/** What waits for a person? Then, for one row: how does it end, and on what ground. */
export function WorkList({ view }: { readonly view: StaffViewOf<'list'> }): ReactNode {
  const [chosen, setChosen] = useState<Chosen>(null);
  useTell({ work: chosen?.work.id ?? null, answer: chosen?.resolution ?? null }, {});
  if (chosen === null) {
    return <Rows view={view} choose={(work) => setChosen({ work, resolution: null })} />;
  }
  const { work, resolution } = chosen;
  if (resolution === null) {
    return (
      <Answers work={work} choose={(answer) => setChosen({ work, resolution: answer })} back={() => setChosen(null)} />
    );
  }
  return <Reasons work={work} resolution={resolution} back={() => setChosen({ work, resolution: null })} />;
}

interface RowsProps {
  readonly view: StaffViewOf<'list'>;
  readonly choose: (work: StaffWork) => void;
}

function Rows({ view, choose }: RowsProps): ReactNode {
  const t = useText();
  const [page, setPage] = useState(0);
  const { rows, total } = view;
  const { shown, pages } = rowsOn(rows, page);
  useTell({ page }, { page: 0 });
  const books = { act: { kind: 'staffReport', day: null }, words: t('staff.books'), digit: BOOKS_DIGIT } as const;
  const foot = <Foot other={books} leave={{ act: leave, words: t('staff.end') }} />;
  if (rows.length === 0) {
    return (
      <Frame edge="low" strip={<StaffStrip name={view.name} />} below={foot}>
        <h1 className="t4 b">{t('staff.empty')}</h1>
        <p className="t3 gap1">{t('staff.emptySub')}</p>
      </Frame>
    );
  }
  return (
    <Frame
      edge="high"
      strip={<StaffStrip name={view.name} />}
      below={
        <>
          <div className="aux choices works">
            {shown.map((work, index) => (
              <Choice
                key={work.id}
                number={index + 1}
                words={t(`staff.kind.${work.kind}`)}
                small={<span data-frame="work">{work.encounterId ?? t('staff.number', { id: work.id })}</span>}
                right={
                  <span className="due" data-frame="work">
                    {work.amountFen === null ? null : <Amount fen={fen(work.amountFen)} />}
                    <span className="i2">{ageText(t, work)}</span>
                  </span>
                }
                act={() => choose(work)}
              />
            ))}
            {pages > 1 ? (
              <Key act={() => setPage((page + 1) % pages)} after="next" digit={shown.length + 1}>
                {t('staff.more', { page: page + 1, pages })}
              </Key>
            ) : null}
          </div>
          {foot}
        </>
      }
    >
      <h1 className="t4 b">{t('staff.list', { total })}</h1>
      <p className="t3 gap1">{t('staff.pick')}</p>
    </Frame>
  );
}

interface AnswersProps {
  readonly work: StaffWork;
  readonly choose: (answer: StaffResolution) => void;
  readonly back: () => void;
}

function Answers({ work, choose, back }: AnswersProps): ReactNode {
  const t = useText();
  return (
    <Frame
      edge="high"
      strip={<StaffStrip name={t(`staff.kind.${work.kind}`)} />}
      below={
        <>
          <div className="aux choices works">
            {work.answers.map((answer, index) => (
              <Choice
                key={answer}
                number={index + 1}
                words={t(`staff.answer.${answer}`)}
                small={t(isMoneyResolution(answer) ? 'staff.two' : 'staff.one')}
                act={() => choose(answer)}
              />
            ))}
          </div>
          <Foot back={back} leave={{ act: leave, words: t('staff.end') }} />
        </>
      }
    >
      <h1 className="t3 b">{t('staff.how')}</h1>
      <p className="t2 gap1">{t(`staff.known.${work.kind}`)}</p>
      <WorkFacts work={work} />
    </Frame>
  );
}

interface ReasonsProps {
  readonly work: StaffWork;
  readonly resolution: StaffResolution;
  readonly back: () => void;
}

function Reasons({ work, resolution, back }: ReasonsProps): ReactNode {
  const t = useText();
  const reasons: readonly StaffReasonKey[] = staffReasonKeySchema.options;
  return (
    <Frame
      edge="high"
      strip={<StaffStrip name={t(`staff.answer.${resolution}`)} />}
      below={
        <>
          <div className="aux choices works">
            {reasons.map((reason, index) => (
              <Choice
                key={reason}
                number={index + 1}
                words={t(`staff.reason.${reason}`)}
                act={{ kind: 'staffResolve', id: work.id, resolution, reason }}
              />
            ))}
          </div>
          <Foot back={back} leave={{ act: leave, words: t('staff.end') }} />
        </>
      }
    >
      <h1 className="t3 b">{t('staff.why')}</h1>
      <p className="t2 gap1">{t(`staff.known.${work.kind}`)}</p>
      <WorkFacts work={work} />
    </Frame>
  );
}

/** Is it on record? */
export function Recorded({ view }: { readonly view: StaffViewOf<'recorded'> }): ReactNode {
  const t = useText();
  return (
    <Frame
      edge="low"
      strip={<StaffStrip name={t(`staff.kind.${view.work.kind}`)} />}
      below={<MainKey act={{ kind: 'staffBack' }}>{t('staff.toList')}</MainKey>}
    >
      <h1 className="t4 b">{t('staff.recorded')}</h1>
      <p className="t3 b gap1">{t(`staff.answer.${view.resolution}`)}</p>
      <p className="t2 gap1">{t(`staff.next.${view.resolution}`)}</p>
      <WorkFacts work={view.work} />
    </Frame>
  );
}
