import type { ReactNode } from 'react';
import type { FailureCode } from '../../../common/contracts/session/snapshot.ts';
import { Card } from './card.tsx';
import { Scene } from './scene.tsx';

type Picture = 'foreign' | 'turn' | 'wipe' | 'lock' | 'date' | 'window' | 'gaps' | 'again' | 'two' | 'plug';

const pictures: Partial<Readonly<Record<FailureCode, Picture>>> = {
  CARD_FOREIGN: 'foreign',
  CARD_MUTE: 'turn',
  CARD_GARBAGE: 'wipe',
  CARD_LOCKED: 'lock',
  CARD_EXPIRED: 'date',
  CARD_NEEDS_HSM: 'window',
  CARD_INCOMPLETE: 'gaps',
  CARD_REMOVED: 'again',
  CARD_STALE: 'again',
  CARD_ABSENT: 'again',
  CARD_BUSY: 'again',
  CARD_TOO_MANY: 'two',
  READER_GONE: 'plug',
  READER_SERVICE_DOWN: 'plug',
  READER_STUCK: 'again',
  PAD_GONE: 'plug',
  HOST_GONE: 'plug',
  PIN_BLOCKED: 'lock',
  PIN_INITIAL: 'window',
  PIN_WRONG: 'lock',
  PIN_CANCELLED: 'again',
  PIN_TIMEOUT: 'again',
};

const over: Readonly<Record<Picture, ReactNode>> = {
  foreign: <path d="M40 40 520 310M520 40 40 310" stroke="var(--bad)" strokeWidth="16" />,
  turn: null,
  wipe: (
    <>
      <path d="M300 250h190l60 60-60 120H260l-50-90z" fill="var(--paper)" />
      <path d="M300 250 270 350M390 250v180M480 262l-30 160" strokeWidth="5" />
      <path d="M40 20 70 60M10 70l50 10M86 4l10 46" />
    </>
  ),
  lock: (
    <>
      <path d="M370 270h210v160H370z" fill="var(--paper)" strokeWidth="10" />
      <path d="M410 270v-50a65 65 0 0 1 130 0v50M475 332v40" strokeWidth="14" />
    </>
  ),
  date: (
    <>
      <path d="M360 210h240v220H360zM360 276h240" fill="var(--paper)" strokeWidth="10" />
      <path d="M420 186v48M540 186v48" strokeWidth="14" />
      <path d="M430 316l100 80M530 316l-100 80" stroke="var(--bad)" strokeWidth="14" />
    </>
  ),
  window: (
    <>
      <path d="M340 430V250h270v180" fill="var(--paper)" />
      <circle cx="475" cy="312" r="30" />
      <path d="M410 424c0-70 130-70 130 0" />
      <path d="M316 430h318" strokeWidth="20" />
    </>
  ),
  gaps: (
    <>
      <circle cx="470" cy="320" r="108" fill="var(--paper)" strokeWidth="10" />
      <path d="M440 294c0-46 66-46 66 0 0 30-34 30-34 56M472 380v2" strokeWidth="16" />
    </>
  ),
  again: <path d="M600 300a130 130 0 1 1-40-94M570 130v80h-80" fill="none" strokeWidth="16" />,
  two: (
    <g transform="translate(90 100)">
      <Card width={520} height={323} />
    </g>
  ),
  plug: (
    <>
      <path d="M60 60h330v270H60z" fill="var(--paper)" />
      <path d="M120 130h210" strokeWidth="20" />
      <path d="M120 210h90M120 262h50" />
      <path d="M390 230h60c60 0 60 150 0 150h-20" strokeWidth="10" />
      <path d="M330 340h100v80H330z" fill="var(--paper)" strokeWidth="10" />
      <path d="M330 362h-40M330 398h-40" strokeWidth="12" />
      <path d="M230 346v70" strokeWidth="14" strokeDasharray="2 26" />
    </>
  ),
};

/** Chip end first: the card upright above the slot. */
function ChipFirst(): ReactNode {
  return (
    <Scene box={[-40, -8, 428, 800]}>
      <g transform="translate(0 560) rotate(-90)">
        <Card width={560} height={348} />
      </g>
      <path d="M174 596v92M128 642l46 48 46-48" strokeWidth="18" />
      <path d="M-20 764h388" strokeWidth="40" />
    </Scene>
  );
}

/** What is the matter with the card, the reader or the pad, in one drawing. */
export function ProblemScene({ failure }: { readonly failure: FailureCode }): ReactNode {
  const picture = pictures[failure] ?? 'window';
  if (picture === 'turn') return <ChipFirst />;
  return (
    <Scene box={[0, -4, 640, 450]}>
      {picture === 'plug' ? null : <Card width={560} height={348} chip={picture !== 'foreign'} />}
      {picture === 'foreign' ? <path d="M4 70h552v56H4z" fill="var(--ink)" stroke="none" /> : null}
      {over[picture]}
    </Scene>
  );
}
