import { readYuan } from '../../../simulator/lab/person.ts';
import type { Scene } from '../../e2e/fixtures.ts';
import type { CareerPerson } from './career-person.ts';

/** The last slip with this title, read from the printer's bytes by the independent reader. */
export interface PrintedSlip {
  readonly lines: readonly string[];
  /** The amount at the end of the first line with `label`, fen. */
  fen(label: string): number;
  /** What stands behind `label`, without the spaces between. */
  text(label: string): string;
}

export async function printedSlip(scene: Scene, title: string): Promise<PrintedSlip> {
  const { lines } = await scene.paper();
  const slip = lines.slice(lines.findLastIndex((line) => line.includes(title)));
  const lineOf = (label: string): string => {
    // A payer's row begins with its mark.
    const bare = slip.map((each) => each.trim().replace(/^[■◆●○□▲]\s*/u, ''));
    const line = bare.find((each) => each.startsWith(label));
    if (line === undefined) throw new Error(`no line "${label}" on the slip:\n${slip.join('\n')}`);
    return line;
  };
  return {
    lines: slip,
    fen: (label) => readYuan(/(\d+\.\d\d)元?$/.exec(lineOf(label))?.[1] ?? lineOf(label)),
    text: (label) => lineOf(label).slice(label.length).trim(),
  };
}

/** Prints the service that is shown, and reads what came out; where it is `own`'s, nothing on it names them in clear. */
export async function printService(scene: Scene, title: string, own?: CareerPerson): Promise<PrintedSlip> {
  await scene.person.press('printService');
  await scene.page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  const slip = await printedSlip(scene, title);
  const text = slip.lines.join('\n');
  for (const clear of own === undefined ? [] : [own.career.identityNumber, own.career.name]) {
    if (text.includes(clear)) throw new Error(`the slip "${title}" names the person in clear`);
  }
  return slip;
}
