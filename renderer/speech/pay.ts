import type { Screen, Snapshot, Split } from '../../common/contracts/session/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import { layersOf, type Part, partsOf } from '../components/money-shares.ts';
import type { FeeLine } from '../link/screen-client.ts';
import { caseWords, USUAL_CASE } from '../text/codes.ts';
import { ownWords } from '../text/detail.ts';
import { dueWhere } from '../text/due-where.ts';
import { dayText, momentText } from '../text/times.ts';
import { waitSaid } from './before.ts';
import { open, secret, type Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

export function visitSaid(voice: Voice, { visit }: Of<'visit'>, { at, site }: Snapshot): readonly Utterance[] {
  const { say, join, yuan, named, locale } = voice;
  return [
    secret(named(say('visit.title'), yuan(visit.total))),
    secret(
      join(momentText(locale, visit.at, at), `${visit.department} ${visit.doctor}`, caseSaid(voice, visit.caseKind)),
    ),
    ...visit.groups.map(({ group, lines, amount }) =>
      secret(join(say(`group.${group}`), say(`count.${group}`, { count: lines }), yuan(amount))),
    ),
    open(say('visit.wrong', { window: site.helpWindow })),
  ];
}

/** The kind of case, where it is not the usual one. */
export function caseSaid({ say }: Voice, code: string): string {
  const { key, values } = caseWords(code);
  return code === USUAL_CASE ? '' : say(key, values);
}

/** The single items on one page; null while they have not come. */
export function feeLinesSaid(voice: Voice, page: FeePageSaid): readonly Utterance[] {
  const { say, join, yuan } = voice;
  const head = [open(say('lines.title')), open(say('lines.page', { page: page.page + 1, pages: page.pages }))];
  if (page.lines === null) return [...head, open(say('lines.loading'))];
  const items = page.lines.map(({ name, level, count, unit, unitPrice, amount, own }) => {
    const times = say('lines.times', { count, unit: unit ?? '', price: unitPrice });
    const mine = own === null ? [] : ownWords(own, say, (part) => yuan(fen(part)));
    return secret(
      join(name, level === 'unknown' ? '' : say(`lines.level.${level}`), times, yuan(fen(amount)), ...mine),
    );
  });
  return [...head, ...items];
}

interface FeePageSaid {
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly FeeLine[] | null;
}

export function preparingSaid(voice: Voice, { step, sinceMs }: Of<'preparing'>): readonly Utterance[] {
  const { say } = voice;
  const row = step === 'diagnosis' ? 'register' : step;
  return [
    open(say('preparing.title')),
    open(say(`preparing.${row}`)),
    ...waitSaid(voice, sinceMs),
    open(say('working.hold')),
    open(say('preparing.sub')),
  ];
}

/** One payer and what it pays, its second word too: what is left in the account, what the family gave. */
function payerSaid({ say, join, yuan, named }: Voice, split: Split, { payer, amount }: Part): readonly Utterance[] {
  if (payer === 'cash') return [];
  const name = say(payer === 'funds' ? 'money.funds' : `payer.${payer}`);
  if (payer !== 'account') return [secret(named(name, yuan(amount)))];
  const { accountMutualAid, account, accountBalanceAfter } = split;
  const shared = accountMutualAid > 0 ? say('payer.account.shared', { amount: yuan(accountMutualAid) }) : '';
  const left =
    shared === '' && account > 0 && accountBalanceAfter !== null
      ? say('payer.account.after', { amount: yuan(accountBalanceAfter) })
      : '';
  return [secret(join(named(name, yuan(amount)), shared, left))];
}

/** What you pay, or that you pay nothing. */
function dueSaid({ say, yuan, named, join }: Voice, { cash }: Split): Utterance {
  return secret(cash === 0 ? join(say('money.cashZero'), yuan(cash)) : named(say('money.cash'), yuan(cash)));
}

export function splitSaid(voice: Voice, screen: Of<'split'>, brief: boolean): readonly Utterance[] {
  const { say, yuan, named } = voice;
  const { split, useAccount, accountChoice } = screen;
  const account = open(say(useAccount ? 'split.accountOn' : 'split.accountOff'));
  return [
    secret(say('split.title', { amount: yuan(split.funds) })),
    secret(named(say('money.total'), yuan(split.total))),
    ...partsOf(split, brief).flatMap((part) => payerSaid(voice, split, part)),
    dueSaid(voice, split),
    ...(accountChoice ? [account] : []),
  ];
}

/** What the funds pay, layer by layer, as far as one line under the sums shows it. */
export function layersSaid({ say, yuan, named }: Voice, split: Split): readonly Utterance[] {
  return layersOf(split).map(({ payer, amount }) => secret(named(say(`payer.${payer}`), yuan(amount))));
}

/** The sums of a split, each named; what the hospital bears where it bears any. */
export function sumsSaid({ say, yuan, named }: Voice, split: Split): readonly Utterance[] {
  const kinds = split.hospital > 0 ? (['hospital'] as const) : [];
  return (['total', 'funds', ...kinds, 'account', 'cash'] as const).map((kind) =>
    secret(named(say(`money.${kind}`), yuan(split[kind]))),
  );
}

export function confirmSaid(voice: Voice, screen: Of<'confirm'>, { at, site }: Snapshot): readonly Utterance[] {
  const { say, named, masked, locale } = voice;
  const { split, visit, person } = screen;
  const sums = sumsSaid(voice, split).slice(0, -1);
  const where = dueWhere(screen);
  return [
    open(say('confirm.title')),
    secret(named(say('confirm.who'), masked(person.name))),
    secret(named(say('confirm.visit'), `${dayText(locale, visit.at, at)} ${visit.department}`)),
    ...sums,
    ...(split.hospital > 0 ? [] : layersSaid(voice, split)),
    dueSaid(voice, split),
    ...(where === null ? [] : [open(say(where, { window: site.cashierWindow }))]),
    open(say('confirm.time')),
  ];
}

export function workingSaid(voice: Voice, { step, limitMs, sinceMs }: Of<'working'>): readonly Utterance[] {
  const { say } = voice;
  return [
    open(say('working.title')),
    open(say(`working.${step}`)),
    ...waitSaid(voice, sinceMs),
    open(say('working.hold')),
    open(say('working.safe')),
    open(say('working.limit', { seconds: Math.round(limitMs / 1000) })),
  ];
}
