import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { cardDayText } from '../text/card-days.ts';
import { groupsOf, headingOf, leftOf } from './words.ts';

/** The page on which a code is typed. Whose paper it is the hall does not hear. */
export function checkSaid(voice: Voice, screen: Extract<Screen, { kind: 'checkCode' }>): readonly Utterance[] {
  const { say, named, join, masked, yuan, locale } = voice;
  const { typed, phase, mistyped, found, failure } = screen;
  const head = [open(say('check.title')), open(say(headingOf(screen)))];
  if (found !== null) {
    const { kind, maskedName, total, issuedOn, expiresOn, digest, lab } = found;
    return [
      ...head,
      ...(lab ? [open(say('check.lab'))] : []),
      secret(named(say('check.kind'), say(`certificates.${kind}`))),
      secret(named(say('check.name'), masked(maskedName))),
      secret(named(say('check.total'), yuan(total))),
      secret(named(say('check.issuedOn'), cardDayText(locale, issuedOn))),
      secret(named(say('certificates.expiresOn'), cardDayText(locale, expiresOn))),
      secret(named(say('check.digest'), [...digest].join(' '))),
    ];
  }
  const groups = groupsOf(typed).map((group) => [...group].join(' '));
  const code = groups.length === 0 ? [] : [secret(join(...groups))];
  const typing = phase === 'typing' && !mistyped;
  const left = typing ? [open(say('check.count', { left: leftOf(screen) }))] : [];
  // Each digit begins the page anew: what is new comes first.
  if (typing && code.length > 0) return [...left, ...code, ...head];
  return [...head, ...code, ...left, ...(failure === 'none' ? [open(say('check.noneNote'))] : [])];
}
