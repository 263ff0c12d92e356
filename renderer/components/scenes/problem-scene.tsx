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
  turn: <path d="M590 250a130 130 0 0 1-130 130H330M386 326l-58 54 58 54" strokeWidth="16" />,
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
      <path d="M350 270h120v150H350z" fill="var(--paper)" strokeWidth="10" />
      <path d="M470 310h50M470 380h50M350 345H250" strokeWidth="14" />
      <path d="M570 300v90M610 300v90" strokeWidth="14" strokeDasharray="2 26" />
    </>
  ),
};

/** What is the matter with the card, the reader or the pad, in one drawing. */
export function ProblemScene({ failure }: { readonly failure: FailureCode }): ReactNode {
  const picture = pictures[failure] ?? 'window';
  return (
    <Scene box={[0, -4, 640, 450]}>
      <Card width={560} height={348} chip={picture !== 'turn' && picture !== 'foreign'} />
      {picture === 'foreign' ? <path d="M4 70h552v56H4z" fill="var(--ink)" stroke="none" /> : null}
      {over[picture]}
    </Scene>
  );
}
