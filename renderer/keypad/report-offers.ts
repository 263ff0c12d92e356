import type { StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import type { Voice } from '../speech/voice.ts';
import { sheetAfter, sheetAt, sheetsOf } from '../technician/sheets.ts';
import { dayBeside } from '../technician/words.ts';
import { type Offer, offer, type View } from './offer.ts';

/** What the staff may press beside a day's books: another day, paper, a file, the centre, the next sheet. */
export function reportOffers(voice: Voice, view: StaffViewOf<'report'>, { sheet }: View): readonly Offer[] {
  const { say } = voice;
  const { day, newest, report, doing } = view;
  const still = doing !== null;
  const run = report?.run ?? 1;
  const none = still || report === null;
  const pages = report === null ? 0 : sheetsOf(report);
  const next = sheetAfter(report, sheet);
  const onward =
    report === null
      ? say('staff.report.sheet.none')
      : say(`staff.report.sheet.${sheetAt(report, next).kind}`, { page: next + 1, pages });
  return [
    offer(voice, {
      pad: '1',
      words: 'staff.report.before',
      off: still,
      intent: { kind: 'staffReport', day: dayBeside(day, -1) },
    }),
    offer(voice, {
      pad: '2',
      words: 'staff.report.after',
      off: still || newest,
      intent: { kind: 'staffReport', day: dayBeside(day, 1) },
    }),
    offer(voice, { pad: '3', words: 'staff.report.print', off: none, intent: { kind: 'staffPrint', run } }),
    offer(voice, { pad: '4', words: 'staff.report.save', off: none, intent: { kind: 'staffSave', run } }),
    offer(voice, { pad: '5', words: 'staff.report.compare', off: still, intent: { kind: 'staffCompare', day } }),
    offer(voice, { pad: '6', words: [{ text: onward, private: false }], off: still || pages < 2 }),
    offer(voice, { pad: 'yellow', words: 'foot.back', intent: { kind: 'staffBack' } }),
    offer(voice, { pad: 'red', words: 'staff.end', intent: { kind: 'staffEnd' } }),
  ];
}
