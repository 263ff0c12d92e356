import type { StaffReport, StaffReportRow, StaffTold } from '../../common/contracts/session/staff-report.ts';
import type { StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import { fen } from '../../common/kernel/money.ts';
import type { View } from '../keypad/offer.ts';
import { causesOn, MEASURES, rowsShown, sheetAt } from '../technician/sheets.ts';
import { rowStateText } from '../technician/words.ts';
import { schemeKey } from '../text/schemes.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

/** A number that may go both ways, `text` being its size in words: a voice swallows a sign, so it is a word. */
function signed({ say }: Voice, value: number, text: string): string {
  return value === 0 ? text : say(value > 0 ? 'speech.plus' : 'speech.minus', { value: text });
}

const signedYuan = (voice: Voice, value: number): string => signed(voice, value, voice.yuan(fen(Math.abs(value))));
const signedCount = (voice: Voice, value: number): string => signed(voice, value, `${Math.abs(value)}`);

/** What came of the key that was pressed last. */
function toldSaid({ say }: Voice, told: StaffTold): readonly Utterance[] {
  switch (told.kind) {
    case 'failed':
      return [
        open(say('staff.report.told.failed', { code: told.failure })),
        open(say(`cause.${told.failure}`)),
        open(say(`remedy.${told.failure}`)),
      ];
    case 'saved':
      return [open(say('staff.report.told.saved')), open(told.file)];
    default:
      return [open(say(`staff.report.told.${told.kind}`))];
  }
}

function whenSaid({ say, yuan }: Voice, { open: asks, by, finishedAt }: StaffReport): readonly Utterance[] {
  const stake = asks.rows === 0 ? [] : [secret(say('staff.report.stake', { amount: yuan(fen(asks.fen)) }))];
  const who = by ?? say('reconcile.byItself');
  return [...stake, secret(say('staff.report.when', { at: finishedAt.slice(0, 16), by: who }))];
}

function sumSaid(voice: Voice, report: StaffReport): readonly Utterance[] {
  const { say, yuan, named: pair } = voice;
  const { ours, theirs, difference, others } = report;
  const { named, rest } = causesOn(report);
  const apart = say('staff.report.difference', { count: signedCount(voice, difference.count) });
  const causes = named.map(({ verdict, rows, total }) =>
    pair(say('staff.report.cause', { what: say(`reconcile.verdict.${verdict}`), rows }), signedYuan(voice, total)),
  );
  return [
    pair(say('staff.report.ours', { count: ours.count }), yuan(fen(ours.total))),
    pair(say('staff.report.theirs', { count: theirs.count }), yuan(fen(theirs.total))),
    pair(apart, signedYuan(voice, difference.total)),
    ...causes,
    ...(rest === null ? [] : [pair(say('staff.report.rest', { rows: rest.rows }), signedYuan(voice, rest.total))]),
    ...(others.count === 0 ? [] : [pair(say('staff.report.others', { count: others.count }), yuan(fen(others.total)))]),
  ].map(secret);
}

function partSaid(voice: Voice, part: StaffReport['parts'][number]): readonly Utterance[] {
  const { say, yuan, join, named } = voice;
  const { insutype, clrType, state, ours, theirs, difference } = part;
  return [
    say('staff.report.part', { scheme: say(schemeKey(insutype)), insutype }),
    say('staff.report.clearing', { clrType, state: say(`reconcile.state.${state}`) }),
    ...MEASURES.map((name) => {
      const plain = (value: number): string => (name === 'count' ? `${value}` : yuan(fen(value)));
      const apart = (name === 'count' ? signedCount : signedYuan)(voice, difference[name]);
      const sides = join(
        named(say('staff.report.column.ours'), plain(ours[name])),
        named(say('staff.report.column.theirs'), plain(theirs[name])),
        named(say('staff.report.column.difference'), apart),
      );
      return join(say(`staff.report.${name}`), sides);
    }),
  ].map(secret);
}

function rowSaid(voice: Voice, row: StaffReportRow): readonly Utterance[] {
  const { say, yuan, join, named } = voice;
  const side = (amount: number | null): string => (amount === null ? say('staff.report.absent') : yuan(fen(amount)));
  const why = say(`reconcile.verdict.${row.verdict}`);
  const what = row.refund ? `${why} (${say('staff.report.refund')})` : why;
  return [
    named(what, signedYuan(voice, row.difference)),
    join(
      row.encounterId ?? row.setlId,
      named(say('staff.report.column.ours'), side(row.ours)),
      named(say('staff.report.column.theirs'), side(row.theirs)),
    ),
    rowStateText(say, row),
  ].map(secret);
}

function rowsSaid(voice: Voice, report: StaffReport, from: number): readonly Utterance[] {
  const { rows, rowsLeftOut } = report;
  const { shown, range, last } = rowsShown(report, from);
  const more = last === rows.length && rowsLeftOut > 0;
  return [
    open(voice.say('staff.report.rows', { shown: range, total: rows.length + rowsLeftOut })),
    ...shown.flatMap((row) => rowSaid(voice, row)),
    ...(more ? [open(voice.say('staff.report.rowsMore', { rows: rowsLeftOut }))] : []),
  ];
}

function sheetSaid(voice: Voice, report: StaffReport, index: number): readonly Utterance[] {
  const sheet = sheetAt(report, index);
  switch (sheet.kind) {
    case 'sum':
      return sumSaid(voice, report);
    case 'part':
      return partSaid(voice, sheet.part);
    case 'rows':
      return rowsSaid(voice, report, sheet.from);
  }
}

/** A day's books beside the centre's, sheet by sheet; the house's figures are for headphones only. */
export function reportSaid(voice: Voice, view: StaffViewOf<'report'>, { sheet }: View): readonly Utterance[] {
  const { say } = voice;
  const { day, report, doing, told } = view;
  const head = open(say('staff.report.head'));
  const about = open(say('staff.report.day', { day }));
  const outcome = told === null ? [] : toldSaid(voice, told);
  if (doing === 'comparing') {
    return [head, open(say('staff.report.comparing')), about, open(say('staff.report.comparingSub'))];
  }
  if (report === null)
    return [head, open(say('staff.report.none')), about, open(say('staff.report.noneSub')), ...outcome];
  const title = doing === 'printing' ? 'staff.report.printing' : (`staff.report.${report.state}` as const);
  const when = told === null && sheet === 0 ? whenSaid(voice, report) : [];
  return [
    head,
    open(say(title, { rows: report.open.rows })),
    about,
    ...outcome,
    ...when,
    ...sheetSaid(voice, report, sheet),
  ];
}
