import type { ReactNode } from 'react';
import type { DeskBill, DeskQuote } from '../../../common/contracts/desk/bill.ts';
import { useSay } from '../context.tsx';
import { resolve } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import type { Cap } from '../keys/caps.ts';
import { useLayers } from '../keys/key-bar.tsx';
import { Elapsed } from './elapsed.tsx';
import { Money } from './money.tsx';
import { NextStep } from './next-step.tsx';
import { SplitPanel } from './split-panel.tsx';
import { clockAt } from './top-bar.tsx';
import { yuanText } from './yuan.ts';

/** The right side of a bill: what is awaited, or who pays how much, or why nobody knows yet. */
export function QuotePanel({ bill }: { readonly bill: DeskBill }): ReactNode {
  const { quote, working } = bill;
  if (quote === null) return working === null ? <NoQuote bill={bill} /> : <Working working={working} />;
  return (
    <>
      {working === null ? <QuoteHead quote={quote} /> : <Working working={working} />}
      <div className="total-row">
        <TotalWords />
        <Money fen={quote.split.total} kind="total" unit />
      </div>
      <SplitPanel split={quote.split} />
      <Due quote={quote} />
      {working === null ? <Tenders quote={quote} /> : null}
    </>
  );
}

function TotalWords(): ReactNode {
  return <span>{useSay()('desk.quote.total')}</span>;
}

function QuoteHead({ quote }: { readonly quote: DeskQuote }): ReactNode {
  const say = useSay();
  const at = clockAt(quote.at);
  if (!quote.stale) return <h2>{say('desk.quote.at', { at })}</h2>;
  return (
    <>
      <h2>{say('desk.quote.stale', { at })}</h2>
      <p className="soft">{say('desk.quote.staleSub')}</p>
    </>
  );
}

function NoQuote({ bill: { check, encounter, stay } }: { readonly bill: DeskBill }): ReactNode {
  const say = useSay();
  const blocked = encounter.blocked;
  return (
    <div className="no-quote">
      <h2>{say('desk.quote.none')}</h2>
      <p>
        {blocked
          ? say('desk.quote.noneBlocked')
          : check.differing > 0
            ? say('desk.quote.noneCheck', { count: check.differing })
            : say(stay !== null && stay.dischargedOn === null ? 'desk.quote.noneInside' : 'desk.quote.noneSub')}
      </p>
      <div className="total-row">
        <span>{say('desk.quote.total')}</span>
        <Money fen={check.centre} kind="total" unit />
      </div>
      {stay === null || blocked ? null : <NextStep stay={stay} />}
    </div>
  );
}

/** What is awaited, in real seconds; while the PIN is asked for, how many digits were typed. */
function Working({ working }: { readonly working: NonNullable<DeskBill['working']> }): ReactNode {
  const say = useSay();
  const { what, sinceMs, limitMs, pin } = working;
  return (
    <div className={`working ${what}`} role="status" data-working={what}>
      <h2>{say(`desk.work.${what}`)}</h2>
      {pin === null ? null : (
        <p className="pin">
          <b>{say('desk.work.pin')}</b>
          <span>{say('desk.work.digits', { count: pin })}</span>
        </p>
      )}
      <p className="seconds">
        <Elapsed sinceMs={sinceMs} limitMs={limitMs} />
      </p>
    </div>
  );
}

/** What the cashier takes: amber while it is to be taken, dashed while it is of an earlier state of the bill. */
function Due({ quote: { split, stale } }: { readonly quote: DeskQuote }): ReactNode {
  const say = useSay();
  const look = stale ? 'stale' : split.cash === 0 ? 'free' : 'now';
  const word = stale ? 'desk.quote.dueBefore' : split.cash === 0 ? 'desk.quote.nothing' : 'desk.quote.due';
  return (
    <div className={`due ${look}`} data-due={split.cash}>
      <b className="word">{say(word)}</b>
      <Money fen={split.cash} kind="cash" unit />
    </div>
  );
}

/** In which ways the rest is paid, each with its key. */
function Tenders({ quote }: { readonly quote: DeskQuote }): ReactNode {
  const say = useSay();
  const { split, useAccount } = quote;
  return (
    <div className="tenders">
      <Box cap="A" name={say('desk.tender.account')}>
        {useAccount ? yuanText(split.account) : say('desk.account.kept')}
      </Box>
      <Box cap="S" name={say('desk.tender.code')}>
        {yuanText(split.cash)}
      </Box>
      <Box cap="X" name={say('desk.tender.cash')}>
        {yuanText(split.cash)}
      </Box>
    </div>
  );
}

interface BoxProps {
  readonly cap: Cap;
  readonly name: string;
  readonly children: ReactNode;
}

/** One way of paying: its amount where its key works, the reason where it does not. */
function Box({ cap, name, children }: BoxProps): ReactNode {
  const say = useSay();
  const layers = useLayers();
  const found = resolve(layers, cap);
  const off = found?.binding.off ?? null;
  const dead = found === null || off !== null;
  return (
    <div className="tender-row">
      <span>{name}</span>
      <span className={dead ? 'box off' : 'box'} data-tender={cap}>
        {off === null ? children : say(off.key, off.values)}
      </span>
      <KeyCap cap={cap} off={dead} />
    </div>
  );
}
