import { type Fen, fen } from '../../../common/kernel/money.ts';

/** 最低生活保障 of a month: (standard − income per head) × people in the household; nothing where the income reaches it. */
export function minimumLiving(standard: Fen, incomePerHead: Fen, people: number): Fen {
  return fen(Math.max(0, standard - incomePerHead) * people);
}
