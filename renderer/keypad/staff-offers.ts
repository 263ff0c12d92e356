import type { StaffView, StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import { staffReasonKeySchema } from '../../common/contracts/session/staff-view.ts';
import { staffResolutionSchema } from '../../common/contracts/staff.ts';
import { isMoneyResolution } from '../../common/contracts/worklist.ts';
import { fen } from '../../common/kernel/money.ts';
import { secret } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { ageText } from '../technician/words.ts';
import { BOOKS_DIGIT, rowsOn } from './choices.ts';
import { type Offer, offer, type View } from './offer.ts';
import { reportOffers } from './report-offers.ts';

const digit = (number: number): '1' | '2' | '3' | '4' | '5' => `${number}` as '1';

/** What the staff may press; they hear encounter numbers and sums in headphones only, as a resident does. */
export function staffOffers(voice: Voice, view: StaffView, at: View): readonly Offer[] {
  switch (view.kind) {
    case 'proof':
      return [stop(voice, view.mayGoBack ? 'staffBack' : 'staffEnd')];
    case 'granted':
      return [stop(voice, 'staffEnd')];
    case 'refused':
      return [
        offer(voice, {
          pad: 'green',
          words: view.mayGoBack ? 'staff.toList' : 'staff.end',
          intent: { kind: view.mayGoBack ? 'staffBack' : 'staffEnd' },
        }),
      ];
    case 'recorded':
      return [offer(voice, { pad: 'green', words: 'staff.toList', intent: { kind: 'staffBack' } })];
    case 'list':
      return listOffers(voice, view, at);
    case 'report':
      return reportOffers(voice, view, at);
  }
}

function stop(voice: Voice, kind: 'staffBack' | 'staffEnd'): Offer {
  return offer(voice, { pad: 'green', words: 'staff.stop', intent: { kind } });
}

function listOffers(voice: Voice, { rows }: StaffViewOf<'list'>, at: View): readonly Offer[] {
  const { say, yuan, join } = voice;
  const leave = offer(voice, { pad: 'red', words: 'staff.end', intent: { kind: 'staffEnd' } });
  const back = offer(voice, { pad: 'yellow', words: 'foot.back' });
  const work = rows.find(({ id }) => id === at.work);
  if (work === undefined) {
    const { shown, pages } = rowsOn(rows, at.page);
    const choices = shown.map((row, index) => {
      const about = row.encounterId ?? say('staff.number', { id: row.id });
      const sum = row.amountFen === null ? '' : yuan(fen(row.amountFen));
      return offer(voice, {
        pad: digit(index + 1),
        words: [secret(join(say(`staff.kind.${row.kind}`), about, sum, ageText(say, row)))],
      });
    });
    const words = [{ text: say('staff.more', { page: at.page + 1, pages }), private: false }];
    const more = offer(voice, { pad: digit(shown.length + 1), words });
    const books = offer(voice, {
      pad: digit(BOOKS_DIGIT),
      words: 'staff.books',
      intent: { kind: 'staffReport', day: null },
    });
    return [...choices, ...(pages > 1 ? [more] : []), books, leave];
  }
  const answer = staffResolutionSchema.safeParse(at.answer).data;
  if (answer === undefined) {
    const answers = work.answers.map((each, index) => {
      const many = say(isMoneyResolution(each) ? 'staff.two' : 'staff.one');
      const words = [{ text: join(say(`staff.answer.${each}`), many), private: false }];
      return offer(voice, { pad: digit(index + 1), words });
    });
    return [...answers, back, leave];
  }
  const reasons = staffReasonKeySchema.options.map((reason, index) =>
    offer(voice, {
      pad: digit(index + 1),
      words: `staff.reason.${reason}`,
      intent: { kind: 'staffResolve', id: work.id, resolution: answer, reason },
    }),
  );
  return [...reasons, back, leave];
}
