import type { ReactNode } from 'react';
import type { FailureCode } from '../../../common/contracts/session/snapshot.ts';
import { type Picture, pictureOf } from './problem-pictures.tsx';
import { Scene } from './scene.tsx';

/** What is wrong with card, reader, pad or PIN: each cause that a person can see has a drawing of its own. */
const pictures: Partial<Readonly<Record<FailureCode, Picture>>> = {
  CARD_FOREIGN: 'foreign',
  CARD_MUTE: 'turn',
  CARD_GARBAGE: 'wipe',
  CARD_LOCKED: 'lockedCard',
  CARD_EXPIRED: 'date',
  CARD_NEEDS_HSM: 'newer',
  CARD_INCOMPLETE: 'gaps',
  CARD_REMOVED: 'cameOut',
  CARD_STALE: 'again',
  CARD_ABSENT: 'empty',
  CARD_BUSY: 'readerWait',
  CARD_TOO_MANY: 'two',
  READER_GONE: 'readerGone',
  READER_SERVICE_DOWN: 'readerWait',
  READER_STUCK: 'again',
  PAD_GONE: 'padGone',
  HOST_GONE: 'hostWait',
  PIN_BLOCKED: 'lockedPin',
  PIN_INITIAL: 'firstPin',
  PIN_WRONG: 'wrongPin',
  PIN_CANCELLED: 'padStop',
  PIN_TIMEOUT: 'padWait',
};

/** Whether the failure is one of card, reader, pad or PIN. */
export function hasPicture(failure: FailureCode): boolean {
  return pictures[failure] !== undefined;
}

/** What is the matter with the card, the reader, the pad or the PIN, in one drawing. */
export function ProblemScene({ failure }: { readonly failure: FailureCode }): ReactNode {
  const picture = pictures[failure] ?? 'window';
  return (
    <Scene box={[-10, -10, 680, 480]} name={picture} scale={1.25}>
      {pictureOf(picture)}
    </Scene>
  );
}
