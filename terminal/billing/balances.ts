/**
 * A balance that was read before money moved is not the balance now ("账户余额发生变化请重新刷卡": the card and 1101 anew before 2207). Each move of any
 * caller ages what every caller has read, for two callers may have the same card before them.
 */
export interface Balances {
  /** How many moves there have been. */
  readonly moves: () => number;
  /** Money has moved or may have, or the centre says that a balance is another now. */
  readonly moved: () => void;
}

export function createBalances(): Balances {
  let moves = 0;
  return {
    moves: () => moves,
    moved() {
      moves += 1;
    },
  };
}
