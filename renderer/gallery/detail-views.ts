import { fixtures } from '../fixtures/index.ts';
import { detailPages } from '../text/detail.ts';

/** "split-full+2+2": each sheet of details of a fixture, opened by `key` and turned over by the second key. */
function sheetsBehind(name: string, key: string): readonly string[] {
  const screen = fixtures[name]?.screen;
  if (screen?.kind !== 'split' && screen?.kind !== 'confirm') throw new Error(`no details behind ${name}`);
  return Array.from({ length: detailPages(screen) }, (_, page) => [name, key, ...Array(page).fill('2')].join('+'));
}

/** Every sheet behind the usual split and the fullest, and one behind a confirmation. */
export const detailViews: readonly string[] = [
  ...sheetsBehind('split', '2'),
  ...sheetsBehind('split-full', '2'),
  ...sheetsBehind('confirm-full', '1').slice(0, 1),
];
