import { type ReactNode, useState } from 'react';
import type { DockPerson, DockState } from '../../../common/contracts/dock/state.ts';
import { cardSentences } from '../../../common/strings/dock/cards.ts';
import type { Sentence } from '../../../common/strings/sentence.ts';
import { Key, Room } from './parts.tsx';
import { useWords, yuan } from './words.ts';

const cards: Readonly<Record<string, Sentence>> = cardSentences;

function PersonRow(props: { readonly person: DockPerson; readonly chosen: boolean; readonly choose: () => void }) {
  const { person, chosen, choose } = props;
  const words = useWords();
  const { visit } = person;
  const about = [
    person.kind === 'special' ? cards[person.id]?.[words.language] : null,
    person.age === null ? null : words.say('age', { age: person.age }),
    person.scheme === null ? null : words.say(person.scheme === '390' ? 'scheme390' : 'scheme310'),
    person.kind === 'visitor' ? visit?.department : null,
  ].filter((part) => part !== null && part !== undefined);
  return (
    <label className="person" data-person={person.id} data-visit={visit?.state}>
      <input type="radio" name="person" checked={chosen} onChange={choose} />
      <span className="who" lang="zh">
        {person.name ?? '—'}
      </span>
      <span className="about">{about.join(' · ')}</span>
      <span className={`due ${visit?.state ?? ''}`}>
        {visit === null ? words.say('noVisit') : words.say(visit.state, { amount: yuan(visit.totalFen) })}
      </span>
    </label>
  );
}

function SlotView({ state, slot }: { readonly state: DockState; readonly slot: 0 | 1 }): ReactNode {
  const words = useWords();
  const holds = state.slots[slot];
  const person = state.people.find(({ id }) => id === holds.person);
  const empty = words.say('slotEmpty');
  return (
    <div className="slot" data-slot={slot} data-holds={holds.person ?? ''}>
      <div className="mouth" aria-hidden="true">
        {person ? (
          <div className={holds.wrongWay ? 'card wrong' : 'card'}>
            <i className="chip" />
            <b lang="zh">{person.name ?? person.id}</b>
          </div>
        ) : null}
      </div>
      <p>
        <b>{words.say('slot', { n: slot + 1 })}</b>{' '}
        {person ? <span lang="zh">{person.name ?? cards[person.id]?.zh ?? person.id}</span> : empty}
        {holds.wrongWay ? <em>{words.say('slotWrong')}</em> : null}
        {person && !holds.wrongWay && holds.triesLeft !== null ? (
          <small>{words.say('tries', { n: holds.triesLeft })}</small>
        ) : null}
      </p>
      {person ? (
        <div className="keys">
          <Key command={{ do: 'card.remove', slot }} main>
            {words.say('pull')}
          </Key>
          <Key command={{ do: 'card.turn', slot }}>{words.say('turn')}</Key>
        </div>
      ) : null}
    </div>
  );
}

/** Whose card, which slot, which way round. */
export function CardRoom({ state }: { readonly state: DockState }): ReactNode {
  const words = useWords();
  const [picked, pick] = useState<string | null>(null);
  const [slot, setSlot] = useState<0 | 1>(0);
  const visitors = state.people.filter(({ kind }) => kind === 'visitor');
  const special = state.people.filter(({ kind }) => kind === 'special');
  const firstUnpaid = visitors.find(({ visit }) => visit?.state === 'unpaid');
  const chosen = picked ?? firstUnpaid?.id ?? visitors[0]?.id ?? '';
  const rows = (people: readonly DockPerson[]) =>
    people.map((person) => (
      <PersonRow key={person.id} person={person} chosen={person.id === chosen} choose={() => pick(person.id)} />
    ));
  return (
    <Room name="cards" title={words.say('roomCard')}>
      <fieldset className="people">
        <legend>{words.say('visitors')}</legend>
        <div className="list">{rows(visitors)}</div>
        <details>
          <summary>{words.say('special')}</summary>
          <div className="list">{rows(special)}</div>
        </details>
      </fieldset>
      <div className="keys wide">
        <Key command={{ do: 'card.insert', person: chosen, slot }} main name="card.insert">
          {words.say('putIn')}
        </Key>
        <Key command={{ do: 'card.insert', person: chosen, slot, wrongWay: true }} name="card.wrongWay">
          {words.say('putInWrong')}
        </Key>
        <Key command={{ do: 'card.renew', person: chosen }} quiet>
          {words.say('renew')}
        </Key>
        <Key command={{ do: 'people.draw' }}>{words.say('draw')}</Key>
        <fieldset className="choice">
          <legend>{words.say('whichSlot')}</legend>
          {([0, 1] as const).map((n) => (
            <label key={n}>
              <input type="radio" name="slot" checked={slot === n} onChange={() => setSlot(n)} />
              <span>{words.say('slot', { n: n + 1 })}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="slots">
        <SlotView state={state} slot={0} />
        <SlotView state={state} slot={1} />
      </div>
    </Room>
  );
}
