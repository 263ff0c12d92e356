import type { StaffView, StaffViewOf, StaffWork } from '../../common/contracts/session/staff-view.ts';
import { fen } from '../../common/kernel/money.ts';
import type { View } from '../keypad/offer.ts';
import { ageText, factName, factValue, rolesText } from '../technician/words.ts';
import { reportSaid } from './report.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

/** What a row is about. */
function workSaid({ say, yuan, named, join }: Voice, work: StaffWork): readonly Utterance[] {
  const sum = work.amountFen === null ? '' : yuan(fen(work.amountFen));
  const about = work.encounterId === null ? '' : say('staff.encounter', { id: work.encounterId });
  return [
    open(join(say('staff.number', { id: work.id }), ageText(say, work))),
    ...(about === '' && sum === '' ? [] : [secret(join(about, sum))]),
    ...work.facts.map(({ name, value }) => secret(named(factName(say, name), factValue(say, name, value)))),
  ];
}

function proofSaid(voice: Voice, view: StaffViewOf<'proof'>): readonly Utterance[] {
  const { say, join, slot } = voice;
  const { phase, person, of, roles, first, about, digits } = view;
  const doing = phase === 'card' && person === 2 ? 'staff.card2' : (`staff.${phase}` as const);
  const signed =
    about === null
      ? []
      : [
          open(say(`staff.answer.${about.resolution}`)),
          open(say(`staff.kind.${about.work.kind}`)),
          ...workSaid(voice, about.work),
        ];
  return [
    open(say(`staff.act.${view.act}`)),
    open(say(doing)),
    ...(phase === 'card' ? [open(join(say('tab.insert'), slot('card')))] : []),
    open(say('staff.who', { person, of, roles: rolesText(say, roles) })),
    ...(first === null ? [] : [secret(say('staff.first', { name: voice.masked(first) }))]),
    ...(phase === 'pin' ? [open(say('staff.digits', { count: digits }))] : []),
    ...signed,
  ];
}

function listSaid(voice: Voice, { rows, total, name }: StaffViewOf<'list'>, at: View): readonly Utterance[] {
  const { say, masked } = voice;
  const work = rows.find(({ id }) => id === at.work);
  if (work === undefined) {
    const empty = rows.length === 0;
    const head = empty ? say('staff.empty') : say('staff.list', { total });
    return [secret(masked(name)), open(head), open(say(empty ? 'staff.emptySub' : 'staff.pick'))];
  }
  const question = at.answer === null ? 'staff.how' : 'staff.why';
  return [open(say(question)), open(say(`staff.known.${work.kind}`)), ...workSaid(voice, work)];
}

export function staffSaid(voice: Voice, view: StaffView, at: View): readonly Utterance[] {
  const { say } = voice;
  const head = open(say('staff.head'));
  switch (view.kind) {
    case 'proof':
      return [head, ...proofSaid(voice, view)];
    case 'granted': {
      const key = view.act === 'reveal' ? 'staff.grantedReveal' : 'staff.granted';
      const names = secret(say('staff.names', { names: view.names.map(voice.masked).join(' + ') }));
      return [
        head,
        open(say(`staff.act.${view.act}`)),
        open(say(key)),
        names,
        ...(view.act === 'reveal' ? [] : [open(say('staff.goOn'))]),
        open(say('staff.left', { seconds: view.secondsLeft })),
      ];
    }
    case 'refused': {
      const tries = view.triesLeft === null ? [] : [open(say('staff.tries', { tries: view.triesLeft }))];
      const { failure } = view;
      return [head, open(say(`cause.${failure}`)), ...tries, open(say(`remedy.${failure}`))];
    }
    case 'list':
      return [head, ...listSaid(voice, view, at)];
    case 'report':
      return [head, ...reportSaid(voice, view, at)];
    case 'recorded':
      return [
        head,
        open(say(`staff.kind.${view.work.kind}`)),
        open(say('staff.recorded')),
        open(say(`staff.answer.${view.resolution}`)),
        open(say(`staff.next.${view.resolution}`)),
        ...workSaid(voice, view.work),
      ];
  }
}
