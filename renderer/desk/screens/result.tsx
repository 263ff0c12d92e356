import type { ReactNode } from 'react';
import type { DeskResult } from '../../../common/contracts/desk/bill.ts';
import type { DeskScreenOf } from '../../../common/contracts/desk/snapshot.ts';
import { Sign } from '../../components/sign.tsx';
import { useReadOut } from '../announce.ts';
import { useSay } from '../context.tsx';
import { Money } from '../parts/money.tsx';
import { PrintLine } from '../parts/print-line.tsx';
import { SplitPanel } from '../parts/split-panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { yuanText } from '../parts/yuan.ts';
import type { DeskText } from '../text.ts';
import { toldAtDesk } from '../told.ts';
import { UnknownResult } from './unknown.tsx';

type ResultOf<K extends DeskResult['kind']> = Extract<DeskResult, { kind: K }>;

/** How it ended: settled, given back, refused, or not known yet. */
export function ResultScreen({ screen: { person, result } }: { readonly screen: DeskScreenOf<'result'> }): ReactNode {
  const name = person?.name ?? null;
  switch (result.kind) {
    case 'settled':
      return <Settled result={result} name={name} />;
    case 'refunded':
      return <Refunded result={result} name={name} />;
    case 'refused':
      return <Refused result={result} />;
    case 'unknown':
      return <UnknownResult result={result} />;
  }
}

interface OfProps<K extends DeskResult['kind']> {
  readonly result: ResultOf<K>;
  readonly name: string | null;
}

/** What goes back over the counter: the change first, then card and slip. */
function Settled({ result, name }: OfProps<'settled'>): ReactNode {
  const say = useSay();
  const { split, received, changed, collection, print, encounterId } = result;
  const due = split.cash;
  const { look, word, amount } = answerOf(result);
  useReadOut(`${say('desk.done')}. ${say(word)} ${yuanText(amount)}`);
  return (
    <>
      <section className="work result">
        <ResultTitle words={say('desk.done')} name={name} encounterId={encounterId} />
        {changed ? <p className="big tag">{say('desk.done.changed')}</p> : null}
        <div className={`due answer ${look}`}>
          <b className="word">{say(word)}</b>
          <Money fen={amount} kind="answer" unit />
        </div>
        <p className="big">
          <span>{say('desk.done.due', { amount: yuanText(due) })}</span>
          {received === null ? null : <span>{say('desk.done.received', { amount: yuanText(received) })}</span>}
        </p>
        {collection === null ? null : (
          <p className={collection.state === 'collected' ? 'big ok' : 'big b'} data-collection={collection.state}>
            {say(
              `desk.collect.${collection.state}`,
              collection.state === 'collected' ? { reference: collection.reference } : {},
            )}
          </p>
        )}
        <PrintLine print={print} />
        <p className="big b">{say(print.state === 'none' ? 'desk.done.takeCard' : 'desk.done.take')}</p>
        <Numbers result={result} />
      </section>
      <aside className="side">
        <div className="total-row">
          <span>{say('desk.quote.total')}</span>
          <Money fen={split.total} kind="total" unit />
        </div>
        <SplitPanel split={split} />
      </aside>
    </>
  );
}

interface Answer {
  /** `now`: the cashier's hand has something to do. */
  readonly look: 'now' | 'free';
  readonly word: DeskText;
  /** Integer fen. */
  readonly amount: number;
}

/** What passes over the counter now: change, what is still missing, what is paid by code, or nothing. */
function answerOf({ split, change, received, collection }: ResultOf<'settled'>): Answer {
  const due = split.cash;
  if (due === 0) return { look: 'free', word: 'desk.done.nothing', amount: 0 };
  if (collection?.state === 'collected') return { look: 'free', word: 'desk.done.byCode', amount: due };
  if (collection?.state === 'unknown') return { look: 'free', word: 'desk.done.dontTake', amount: due };
  if (received === null) return { look: 'now', word: 'desk.quote.due', amount: due };
  if (change === null) return { look: 'now', word: 'desk.tender.missing', amount: due - received };
  if (change === 0) return { look: 'free', word: 'desk.done.noChange', amount: 0 };
  return { look: 'now', word: 'desk.done.change', amount: change };
}

interface ResultTitleProps {
  readonly words: string;
  readonly name: string | null;
  readonly encounterId: string;
}

function ResultTitle({ words, name, encounterId }: ResultTitleProps): ReactNode {
  const say = useSay();
  return (
    <div className="result-title">
      <Sign name="tick" size={14} bold />
      <h1>{words}</h1>
      <span className="sp" />
      {name === null ? null : <b className="big">{name}</b>}
      <span className="soft">{say('desk.encounter', { id: encounterId })}</span>
    </div>
  );
}

function Numbers({ result }: { readonly result: ResultOf<'settled'> }): ReactNode {
  const say = useSay();
  return (
    <p className="numbers soft">
      <span>{say('desk.done.at', { at: result.settledAt })}</span>
      <span>{say('desk.done.setlId', { id: result.setlId })}</span>
      <span>{say('desk.done.messageId', { id: result.messageId })}</span>
    </p>
  );
}

/** What is handed back, and what comes after. */
function Refunded({ result, name }: OfProps<'refunded'>): ReactNode {
  const say = useSay();
  const { cashReturned, resettle, refundedAt, messageId, encounterId } = result;
  useReadOut(`${say('desk.refunded')}. ${say('desk.refunded.hand')} ${yuanText(cashReturned)}`);
  const some = cashReturned > 0;
  return (
    <section className="work result">
      <ResultTitle words={say('desk.refunded')} name={name} encounterId={encounterId} />
      <div className={some ? 'due answer now' : 'due answer free'}>
        <b className="word">{say(some ? 'desk.refunded.hand' : 'desk.refunded.nothing')}</b>
        <Money fen={cashReturned} kind="returned" unit />
      </div>
      {resettle ? <p className="big b">{say('desk.refunded.resettle')}</p> : null}
      <p className="numbers soft">
        <span>{say('desk.refunded.at', { at: refundedAt })}</span>
        <span>{say('desk.done.messageId', { id: messageId })}</span>
      </p>
    </section>
  );
}

/** What she hears whose refund was refused: nothing about a payment that was not taken, for it was. */
const NOT_GIVEN = { again: 'desk.tell.notGiven', people: 'desk.tell.notGivenPeople' } as const;

/** What is safe first, then why, then what now. */
function Refused({ result }: { readonly result: ResultOf<'refused'> }): ReactNode {
  const say = useSay();
  const { of, failure, reason, next, encounterId } = result;
  const title = say(of === 'refund' ? 'desk.refused.refund' : 'desk.refused');
  useReadOut(title);
  return (
    <section className="work result">
      <h1>{title}</h1>
      <p className="soft">{say('desk.encounter', { id: encounterId })}</p>
      <Trouble failure={failure} reason={reason} />
      <p className="big b">{say(`desk.refused.${next}`)}</p>
      <div className="tell">
        <b>{say('desk.tell')}</b>
        <p className="big">{of === 'refund' ? say(NOT_GIVEN[next]) : toldAtDesk(say, failure)}</p>
      </div>
    </section>
  );
}
