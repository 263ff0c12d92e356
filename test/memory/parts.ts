import type { Page } from '@playwright/test';
import type { Scene } from '../e2e/fixtures.ts';
import { readHeap } from './heap.ts';
import { heapOfPage, heapOfProcess } from './inspector.ts';
import { childOf, standingStill } from './processes.ts';
import { holders, type Wanted } from './search.ts';

/** The processes of a running lab that somebody's data passes through, and the page. */
export interface Parts {
  readonly shell: number;
  readonly terminal: number;
  readonly host: number;
  readonly page: Page;
}

/** Of each part the places where a text was found, as `what: the way to it`. */
export type Found = Readonly<Record<keyof Parts, readonly string[]>>;

export function partsOf({ lab, page }: Scene): Parts {
  const shell = lab.shell.pid;
  return { shell, page, terminal: childOf(shell, 'terminal/main'), host: childOf(shell, 'drivers/host') };
}

/**
 * Searches the heap of every part for the texts of `wanted`, by their names. Each must hold its text of `certain`: a
 * search that finds nothing anywhere would prove nothing. Nobody is restarted for standing still meanwhile.
 */
export async function findIn(
  { shell, terminal, host, page }: Parts,
  wanted: Wanted,
  certain: Readonly<Record<keyof Parts, string>>,
): Promise<Found> {
  const search = (part: keyof Parts, snapshot: string): readonly string[] => {
    const heap = readHeap(snapshot);
    if (!heap.strings.some((text) => text.includes(certain[part]))) {
      throw new Error(`the heap of ${part} lacks ${certain[part]}`);
    }
    return holders(heap, wanted);
  };
  // The page first: what it shows in clear it shows for seconds only.
  const inPage = search('page', await heapOfPage(page));
  const inShell = search('shell', await heapOfProcess(shell));
  return standingStill([shell], async () => ({
    page: inPage,
    shell: inShell,
    terminal: search('terminal', await heapOfProcess(terminal)),
    host: search('host', await standingStill([terminal], () => heapOfProcess(host))),
  }));
}
