import { impossible, KINDS, type Kind, POINTS, type Point } from './cells.ts';
import type { Coverage } from './sources.ts';

export interface Cell {
  readonly point: Point;
  readonly kind: Kind;
  /** The lane or test that covered it most often; null: none did. */
  readonly by: Coverage | null;
  /** How often in the last runs, over all lanes. */
  readonly count: number;
  /** Why it cannot be, where nothing covered it. */
  readonly reason: string | null;
}

export interface Grid {
  readonly cells: number;
  readonly covered: number;
  readonly notApplicable: number;
  /** covered ÷ (cells − notApplicable). */
  readonly share: number;
  readonly list: readonly Cell[];
}

/** Every point with every kind. A cell that a lane has reached is covered, whatever the rules say of it. */
export function gridOf(found: readonly Coverage[]): Grid {
  const list = POINTS.flatMap((point) =>
    KINDS.map((kind): Cell => {
      const own = found.filter((one) => one.point === point && one.kind === kind && one.count > 0);
      const count = own.reduce((sum, one) => sum + one.count, 0);
      const [by = null] = [...own].sort((a, b) => b.count - a.count);
      return { point, kind, by, count, reason: by === null ? impossible(point, kind) : null };
    }),
  );
  const covered = list.filter((cell) => cell.by !== null).length;
  const notApplicable = list.filter((cell) => cell.reason !== null).length;
  const share = Math.round((1000 * covered) / (list.length - notApplicable)) / 1000;
  return { cells: list.length, covered, notApplicable, share, list };
}

/** The grid as a page: one row per kind, one column per point, and a line for each cell. */
export function pageOf(
  { cells, covered, notApplicable, share, list }: Grid,
  names: Readonly<Record<Point, string>>,
): string {
  const at = (point: Point, kind: Kind) => list.find((cell) => cell.point === point && cell.kind === kind);
  const reasons = [...new Set(list.flatMap(({ reason }) => reason ?? []))];
  const mark = (cell: Cell | undefined): string => {
    if (cell?.by) return String(cell.count);
    return cell?.reason ? String.fromCharCode(97 + reasons.indexOf(cell.reason)) : '**–**';
  };
  const open = list.filter((cell) => cell.by === null && cell.reason === null);
  return `# What strikes where

Every point of a settlement's life with everything that may strike there. A number is how often it struck in the last
runs of the lanes, each time judged by every check; a letter is a reason why it cannot; **–** is a gap. A fault strikes
at a point when the settlement stands there: also where what fails is the question about it, or the queue beside it.
Made by \`npm run faults:grid\` from the reports in \`out/\`.

${cells} cells, ${covered} covered, ${notApplicable} not applicable: ${(100 * share).toFixed(1)} % of the others.

| | ${POINTS.join(' | ')} |
|---|${POINTS.map(() => '--:|').join('')}
${KINDS.map((kind) => `| ${kind} | ${POINTS.map((point) => mark(at(point, kind))).join(' | ')} |`).join('\n')}

${POINTS.map((point) => `- **${point}** ${names[point]}`).join('\n')}

${reasons.map((reason, index) => `- **${String.fromCharCode(97 + index)}** ${reason}`).join('\n')}

## Gaps

${open.length === 0 ? 'None.' : open.map(({ point, kind }) => `- ${kind} at ${point}`).join('\n')}

## What covers each cell most often

| cell | lane | by | times |
|---|---|---|--:|
${list.flatMap(({ point, kind, by }) => (by === null ? [] : [`| ${point} ${kind} | ${by.lane} | ${by.by} | ${by.count} |`])).join('\n')}
`;
}
