import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export interface TerminalArguments {
  readonly profile: string;
  readonly run: string;
}

/** `--profile FILE --run DIR`, or null where one is missing or anything else stands there. */
export function terminalArguments(args: readonly string[]): TerminalArguments | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { profile: { type: 'string' }, run: { type: 'string' } },
    });
    const { profile, run } = values;
    return profile === undefined || run === undefined ? null : { profile, run };
  } catch {
    return null;
  }
}

const handOverSchema = z.object({ databaseKey: z.string().regex(/^[0-9a-fA-F]{64}$/) });

/** The shell's first line on stdin holds the key; the open stdin then is the lifeline. */
export interface Lifeline {
  /** 32 bytes, or null where the line was not what it should be. */
  readonly databaseKey: Promise<Uint8Array | null>;
  /** Calls `listener` when the other end is gone. */
  onEnd(listener: () => void): void;
}

export function openLifeline(input: NodeJS.ReadableStream): Lifeline {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const first = Promise.withResolvers<Uint8Array | null>();
  lines.once('line', (line) => first.resolve(keyOf(line)));
  lines.once('close', () => first.resolve(null));
  return {
    databaseKey: first.promise,
    onEnd: (listener) => {
      lines.once('close', listener);
    },
  };
}

function keyOf(line: string): Uint8Array | null {
  try {
    return keyOfHandOver(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The 32 bytes in what the shell handed over, or null. */
export function keyOfHandOver(value: unknown): Uint8Array | null {
  const parsed = handOverSchema.safeParse(value);
  return parsed.success ? new Uint8Array(Buffer.from(parsed.data.databaseKey, 'hex')) : null;
}
