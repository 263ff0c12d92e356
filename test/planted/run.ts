import { plantedCopy } from '../faults/planted.ts';
import { type Command, commandOf, runLane } from './lanes.ts';
import { type Fired, names, type Variant } from './variant.ts';

/** What became of one variant. */
export interface PlantedResult {
  readonly name: string;
  readonly caught: boolean;
  /** The check that must name it. */
  readonly check: string;
  /** How often that check named it, and what it said first. */
  readonly times: number;
  readonly said: string | null;
  /** Other checks that fired, how often each. */
  readonly others: Readonly<Record<string, number>>;
  /** Why it does not count as caught, or null. */
  readonly missed: string | null;
  readonly seconds: number;
}

export interface RunOptions {
  readonly root: string;
  readonly atOnce: number;
  readonly signal: AbortSignal;
  readonly onResult: (result: PlantedResult) => void;
}

/** Plants each variant in a copy of its own and runs its lane there, and the same on an unpatched copy. */
export async function runPlanted(variants: readonly Variant[], options: RunOptions): Promise<readonly PlantedResult[]> {
  const { root, signal } = options;
  const sound = plantedCopy(root, null);
  const soundRuns = new Map<string, Promise<readonly Fired[]>>();
  const onSound = (command: Command): Promise<readonly Fired[]> => {
    const key = command.args.join(' ');
    const run = soundRuns.get(key) ?? runLane(sound.root, command, signal);
    soundRuns.set(key, run);
    return run;
  };

  const judgeOne = async (variant: Variant): Promise<PlantedResult> => {
    const begun = performance.now();
    const { name, check } = variant;
    const verdict = (fired: readonly Fired[], missed: string | null): PlantedResult => {
      const own = fired.filter((one) => names(variant, one));
      const others: Record<string, number> = {};
      for (const one of fired) if (one.check !== check) others[one.check] = (others[one.check] ?? 0) + 1;
      const why = missed ?? (own.length > 0 ? null : fired.length === 0 ? 'nothing fired' : 'another check fired');
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      const said = own[0]?.what.split('\n')[0]?.slice(0, 160) ?? null;
      return { name, caught: why === null, check, times: own.length, said, others, missed: why, seconds };
    };
    const copy = plantedCopy(root, name);
    try {
      const command = commandOf(variant);
      const fired = await runLane(copy.root, command, signal);
      const alsoSound = await onSound(command);
      const [first] = alsoSound;
      return verdict(fired, first === undefined ? null : `fires without the bug: ${first.check} ${first.what}`);
    } catch (cause) {
      return verdict([], cause instanceof Error ? cause.message : String(cause));
    } finally {
      copy.remove();
    }
  };

  const results: PlantedResult[] = [];
  const waiting = [...variants];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      const result = await judgeOne(next);
      // What was cut short says nothing of the check.
      if (signal.aborted) return;
      results.push(result);
      options.onResult(result);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.atOnce }, work));
  } finally {
    await Promise.allSettled(soundRuns.values());
    sound.remove();
  }
  return results;
}
