import { type Random, randomInt } from '../../common/kernel/ports.ts';
import type { Fault } from './fault.ts';

/** What may happen to 2207 while a random moment kills; `within`: the window after the confirmation, ms. */
export interface RandomWeather {
  readonly faults: readonly Fault[];
  readonly within: number;
}

const centre = (infno: string, kind: string, more: Fault = {}): Fault => ({ target: 'centre', infno, kind, ...more });

/** Keeps an outcome unknown for about a second. */
const slowQuery = centre('5203', 'delayMs', { ms: 1100 });

const weathers: readonly [RandomWeather, ...RandomWeather[]] = [
  { within: 380, faults: [centre('2207', 'delayMs', { ms: 400 })] },
  { within: 380, faults: [centre('2207', 'delayMs', { ms: 0, afterMs: 400 })] },
  { within: 1050, faults: [centre('2207', 'loseReplyAfterCommit', { afterMs: 60 }), slowQuery] },
  { within: 1000, faults: [centre('2207', 'loseBeforeCommit', { afterMs: 60 })] },
  { within: 1700, faults: [centre('2207', 'delayThenCommitAfterHangup', { afterMs: 300, ms: 1500 })] },
  { within: 1200, faults: [centre('2207', 'slowDrip', { ms: 4 })] },
  { within: 1050, faults: [centre('2207', 'halfBody'), centre('5203', 'loseBeforeCommit', { times: 2 }), slowQuery] },
  { within: 1050, faults: [centre('2207', 'http500', { commit: true }), centre('5203', 'http500'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'nullOutput'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'garbage'), centre('5203', 'garbage'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'wrongPerson'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'wrongAmounts'), slowQuery] },
  { within: 1050, faults: [centre('2207', 'http429'), centre('2601', 'loseReplyAfterCommit')] },
  { within: 1500, faults: [centre('2207', 'systemError'), centre('2601', 'delayMs', { ms: 600 })] },
];

export const drawWeather = (random: Random): RandomWeather =>
  weathers[randomInt(random, weathers.length)] ?? weathers[0];
