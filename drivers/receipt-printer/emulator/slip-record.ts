/** One slip as the printer itself had it, whatever the computer made of that. */
export interface SlipRecord {
  /** It came out to its end and was cut off. */
  readonly whole: boolean;
  /** Each of its blocks that the computer asked about was acknowledged. */
  readonly confirmed: boolean;
  /** The longest that the printer itself stood still over it, ms: a machine that is starved gives it no time. */
  readonly stillMs: number;
}

export interface SlipRecorder {
  /** ESC @: what comes next is another slip, also where the last one was never cut off. */
  begins(): void;
  /** A line or a symbol came out. */
  prints(): void;
  cut(): void;
  /** The computer asked whether a block is done (GS r, GS ( H); `answered`: it was told. */
  asked(answered: boolean): void;
  /** So long nothing could be done, ms. */
  still(ms: number): void;
  readonly slips: readonly SlipRecord[];
}

/** A record of slips, oldest first. Only paper that came out is one: a job of which nothing did leaves none. */
export function createSlipRecorder(): SlipRecorder {
  const slips: { -readonly [name in keyof SlipRecord]: SlipRecord[name] }[] = [];
  let isOver = true;
  const last = () => (isOver ? undefined : slips.at(-1));
  return {
    begins() {
      isOver = true;
    },
    prints() {
      if (last()?.whole === false) return;
      slips.push({ whole: false, confirmed: true, stillMs: 0 });
      isOver = false;
    },
    cut() {
      const slip = last();
      if (slip !== undefined) slip.whole = true;
    },
    // The last block is asked about after its cut.
    asked(answered) {
      const slip = last();
      if (slip !== undefined && !answered) slip.confirmed = false;
    },
    still(ms) {
      const slip = last();
      if (slip !== undefined && !slip.whole) slip.stillMs = Math.max(slip.stillMs, Math.round(ms));
    },
    slips,
  };
}
