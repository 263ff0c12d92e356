import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { FeeLine } from '../link/screen-client.ts';
import { type DetailRow, detailPages, sheetsOf } from '../text/detail.ts';
import { feeLinesSaid } from './pay.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

/** Layers, terms and single items, sheet by sheet, as they are drawn. */
export function detailSaid(
  voice: Voice,
  screen: Extract<Screen, { kind: 'split' | 'confirm' }>,
  page: number,
  lines: readonly FeeLine[] | null,
): readonly Utterance[] {
  const { say, named, yuan } = voice;
  const pages = detailPages(screen);
  const sheet = sheetsOf(screen)[page];
  if (sheet === undefined) return feeLinesSaid(voice, { page, pages, lines });
  const row = (each: DetailRow): Utterance => {
    const name = say(each.name);
    if (each.kind === 'amount') return secret(named(name, yuan(each.amount)));
    return secret(named(name, each.kind === 'words' ? say(each.value, each.values) : each.text));
  };
  return [open(say(sheet.title)), open(say('detail.page', { page: page + 1, pages })), ...sheet.rows.map(row)];
}
