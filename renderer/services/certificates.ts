import type { CertificatesView } from '../../common/contracts/session/services/certificates.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { cardDayText } from '../text/card-days.ts';
import type { TextKey } from '../text/texts.ts';
import type { Face, Place, SheetKey } from './face.ts';

export const certificateKinds = ['payments', 'rights', 'transfer'] as const;

/** What stands at a place: which certificates there are, the one that was issued, or its code. */
export function shownAt({ issued }: CertificatesView, { sheet }: Place): 'choice' | 'issued' | 'code' {
  if (issued === null || sheet === 1) return 'choice';
  return sheet === 2 ? 'code' : 'issued';
}

/** The sentence that stands first where certificates are chosen. */
export function choiceHeading({ nothing }: CertificatesView, { sheet }: Place): TextKey {
  return nothing !== null && sheet === 0 ? 'certificates.nothing' : 'certificates.question';
}

function keys(answer: CertificatesView, place: Place): readonly SheetKey[] {
  switch (shownAt(answer, place)) {
    case 'choice':
      return certificateKinds.map((kind) => {
        return { words: `certificates.${kind}`, act: { kind: 'turnService', to: kind } } as const;
      });
    case 'issued':
      return [
        { words: 'certificates.showCode', act: { sheet: 2, page: 0 } },
        { words: 'certificates.another', act: { sheet: 1, page: 0 } },
      ];
    case 'code':
      return [];
  }
}

function issuedSaid({ say, yuan, named, locale }: Voice, { issued }: CertificatesView): readonly Utterance[] {
  if (issued === null) return [];
  const { kind, total, issuedOn, expiresOn, page } = issued;
  return [
    secret(say(`certificates.issued.${kind}`)),
    secret(named(say('certificates.total'), yuan(total))),
    secret(named(say('certificates.issuedOn'), cardDayText(locale, issuedOn))),
    secret(named(say('certificates.expiresOn'), cardDayText(locale, expiresOn))),
    open(named(say('certificates.page'), say(`certificates.page.${page}`))),
  ];
}

/** The groups of a code, each digit by itself, so that it can be written down by ear. */
function codeSaid({ say, join }: Voice, { issued }: CertificatesView): readonly Utterance[] {
  const groups = issued?.code.match(/.{1,4}/g) ?? [];
  return [
    open(say('certificates.code')),
    secret(join(...groups.map((group) => [...group].join(' ')))),
    open(say('certificates.codeNote')),
  ];
}

/** That nothing is on record is the person's; the question is anybody's. */
function headingSaid({ say }: Voice, heading: TextKey): Utterance {
  return heading === 'certificates.nothing' ? secret(say(heading)) : open(say(heading));
}

/** S12, S21 */
export const certificatesFace: Face<CertificatesView> = {
  keys,
  said(voice, answer, place) {
    const { say, named } = voice;
    switch (shownAt(answer, place)) {
      case 'choice':
        return [
          headingSaid(voice, choiceHeading(answer, place)),
          ...certificateKinds.map((kind) => open(named(say(`certificates.${kind}`), say(`certificates.${kind}.sub`)))),
        ];
      case 'issued':
        return issuedSaid(voice, answer);
      case 'code':
        return codeSaid(voice, answer);
    }
  },
};
