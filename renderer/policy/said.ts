import type { PolicyChoosing, PolicyReading } from '../../common/contracts/session/policy.ts';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { printSaid } from '../services/print-keys.ts';
import { open, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { langOf, strokeOf, validWords } from './words.ts';

/** A policy page for the ear. Nothing of it is about a person: the hall may hear all of it. */
export function policySaid(voice: Voice, { view, print }: Extract<Screen, { kind: 'policy' }>): readonly Utterance[] {
  if (view.step === 'choose') return choosingSaid(voice, view);
  return [...printSaid(voice, print), ...readingSaid(voice, view)];
}

function choosingSaid({ say, locale }: Voice, { ask, chosen, lists }: PolicyChoosing): readonly Utterance[] {
  const lang = langOf(locale);
  const { choices, page, pages } = lists[lang];
  return [
    open(say('policy.title')),
    open(say(`policy.ask.${ask}`)),
    ...(chosen === null ? [] : [open(ask === 'word' ? strokeOf(chosen[lang]).name : chosen[lang])]),
    ...(pages === 1 ? [] : [open(say('policy.pageOf', { page, pages }))]),
    ...(choices.length === 0 ? [open(say('policy.nobody'))] : []),
  ];
}

function readingSaid(voice: Voice, view: PolicyReading): readonly Utterance[] {
  const { say, named, locale } = voice;
  const { sheets, sheet, of, illustrative, checked } = view;
  const { title, heading, blocks, place, source } = sheets[langOf(locale)];
  const valid = validWords(view);
  const origin = [
    open(say('policy.origin')),
    open(named(say('policy.source'), source)),
    open(named(say('policy.place'), place ?? say('policy.country'))),
    open(named(say('policy.valid'), say(valid.key, valid.values))),
    open(named(say('policy.checked'), checked)),
  ];
  return [
    open(title),
    open(say('policy.sheetOf', { sheet, of })),
    ...(heading === null ? origin : [open(heading)]),
    ...blocks.map(({ spans }) => open(spans.map(({ text }) => text).join(''))),
    ...(illustrative ? [open(say('policy.sample'))] : []),
  ];
}
