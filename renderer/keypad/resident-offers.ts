import type { Screen, Snapshot } from '../../common/contracts/session/snapshot.ts';
import { caseSaid } from '../speech/pay.ts';
import { secret } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { detailPages } from '../text/detail.ts';
import { momentText } from '../text/times.ts';
import { LINES_SHOWN, visitsOn } from './choices.ts';
import { backOffer, endOffer } from './common-offers.ts';
import { type Offer, offer, type View } from './offer.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;
const digit = (number: number): '1' | '2' | '3' | '4' | '5' => `${number}` as '1';

export function whoOffers(voice: Voice, screen: Of<'whoYouAre'>, { at }: Snapshot, view: View): readonly Offer[] {
  const { say, yuan, join } = voice;
  const services = screen.services === true;
  const { shown, pages } = visitsOn(screen.visits, services, view.page);
  const visits = shown.map((visit, index) => {
    const alone = screen.visits.length === 1 ? say('who.one') : '';
    const kind = caseSaid(voice, visit.caseKind);
    const when = visit.blocked ? say('who.blocked') : join(momentText(voice.locale, visit.at, at), kind, alone);
    return offer(voice, {
      pad: digit(index + 1),
      words: [secret(join(visit.department, yuan(visit.total), when))],
      off: visit.blocked,
      intent: { kind: 'openVisit', encounterId: visit.encounterId },
    });
  });
  const others = [{ text: join(say('who.home'), say('who.homeSub')), private: false }];
  const home = offer(voice, { pad: digit(shown.length + 1), words: others, intent: { kind: 'openHome' } });
  const more = join(say('who.page', { page: view.page + 1, pages }), say('who.more'));
  const next = offer(voice, {
    pad: digit(shown.length + (services ? 2 : 1)),
    words: [{ text: more, private: false }],
  });
  const reveal = offer(voice, { pad: '9', words: 'who.reveal', name: 'reveal' });
  return [reveal, ...visits, ...(services ? [home] : []), ...(pages > 1 ? [next] : []), endOffer(voice)];
}

export function visitOffers(voice: Voice, { visit }: Of<'visit'>, { lines }: View): readonly Offer[] {
  if (lines === null) {
    return [
      offer(voice, { pad: '1', words: 'visit.lines' }),
      offer(voice, { pad: 'green', words: 'visit.next', intent: { kind: 'acceptFees' } }),
      backOffer(voice),
      endOffer(voice),
    ];
  }
  return pageOffers(voice, lines, Math.max(1, Math.ceil(visit.lineCount / LINES_SHOWN)));
}

/** Sheets that are turned over, and the way out of them. */
function pageOffers(voice: Voice, page: number, pages: number): readonly Offer[] {
  const last = page >= pages - 1;
  return [
    offer(voice, { pad: '1', words: page === 0 ? 'lines.first' : 'lines.previous', off: page === 0 }),
    offer(voice, { pad: '2', words: last ? 'lines.last' : 'lines.next', off: last }),
    offer(voice, { pad: 'green', words: 'lines.close' }),
    endOffer(voice),
  ];
}

export function splitOffers(voice: Voice, screen: Of<'split'>, { lines }: View): readonly Offer[] {
  if (lines !== null) return pageOffers(voice, lines, detailPages(screen));
  const { useAccount, accountChoice } = screen;
  const account = offer(voice, {
    pad: '1',
    words: useAccount ? 'split.keepAccount' : 'split.useAccount',
    intent: { kind: 'setUseAccount', use: !useAccount },
  });
  const next = offer(voice, { pad: 'green', words: 'split.next', intent: { kind: 'acceptSplit' } });
  const detail = offer(voice, { pad: accountChoice ? '2' : '1', words: 'detail.open' });
  return [...(accountChoice ? [account] : []), detail, next, backOffer(voice), endOffer(voice)];
}

/** The sentence of the key that moves money, and the amount that it repeats. */
export function confirmWords({ split, beside }: Of<'confirm'>): {
  readonly key: 'confirm.pay' | 'confirm.payBeside' | 'confirm.payAccount' | 'confirm.payNothing';
  readonly moved: Of<'confirm'>['split']['cash'];
} {
  if (split.cash > 0) return { key: beside === true ? 'confirm.payBeside' : 'confirm.pay', moved: split.cash };
  return split.account > 0
    ? { key: 'confirm.payAccount', moved: split.account }
    : { key: 'confirm.payNothing', moved: split.cash };
}

export function confirmOffers(voice: Voice, screen: Of<'confirm'>, { lines }: View): readonly Offer[] {
  if (lines !== null) return pageOffers(voice, lines, detailPages(screen));
  const { key, moved } = confirmWords(screen);
  const pay = offer(voice, {
    pad: 'green',
    words: [secret(voice.say(key, { amount: voice.yuan(moved) }))],
    intent: { kind: 'confirm', cash: screen.split.cash },
  });
  return [offer(voice, { pad: '1', words: 'detail.open' }), pay, backOffer(voice), endOffer(voice)];
}

/** The other services, where there is no bill to choose. */
export function homeOffer(voice: Voice, pad: '1' | 'green' = '1'): Offer {
  return offer(voice, { pad, words: 'who.home', intent: { kind: 'openHome' } });
}

export function nothingUnpaidOffers(voice: Voice, { services }: Of<'nothingUnpaid'>): readonly Offer[] {
  return services === true ? [homeOffer(voice, 'green'), endOffer(voice)] : [endOffer(voice, 'green')];
}

export function stepFailedOffers(voice: Voice, { mayRetry, mayGoBack, services }: Of<'stepFailed'>): readonly Offer[] {
  const home = services === true ? [homeOffer(voice)] : [];
  const back = mayGoBack === true ? [backOffer(voice)] : [];
  if (!mayRetry) return [...home, endOffer(voice, 'green'), ...back];
  return [...home, retryOffer(voice), ...back, endOffer(voice)];
}

export function retryOffer(voice: Voice): Offer {
  return offer(voice, { pad: 'green', words: 'notPaid.retry', intent: { kind: 'retry' } });
}
