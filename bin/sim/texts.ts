import { usualFaultMs } from '../../common/contracts/dock/fault-sense.ts';
import { amountParts, type Ledgers, witnessNames } from '../../common/contracts/dock/ledgers.ts';
import type { DockPerson, DockState } from '../../common/contracts/dock/state.ts';
import { faultKinds } from '../../common/contracts/fault-kinds.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { cardSentences } from '../../common/strings/dock/cards.ts';
import { faultSentences } from '../../common/strings/dock/faults.ts';
import { ledgerSentences, ledgerStates } from '../../common/strings/dock/ledgers.ts';
import type { Sentence } from '../../common/strings/sentence.ts';
import { type SimKey, simStrings } from '../../common/strings/sim.ts';
import type { Language } from '../text.ts';

/** What `minka sim` says to a person; one line is one fact. */
export function saySim(
  language: Language,
  key: SimKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return simStrings[key][language].replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

const cards: Readonly<Record<string, Sentence>> = cardSentences;
const states: Readonly<Record<string, Sentence>> = ledgerStates;
const yuan = (amount: number): string => formatFen(fen(amount));

/** How far a clock is apart from the true time: `+10 min`. */
function apart(seconds: number): string {
  const [unit, name] = seconds % 86_400 === 0 ? [86_400, 'd'] : seconds % 60 === 0 ? [60, 'min'] : [1, 's'];
  return seconds === 0 ? '±0' : `${seconds > 0 ? '+' : '−'}${Math.abs(seconds) / unit} ${name}`;
}

/** Pads to `width` columns; a Han character takes two. */
function column(text: string, width: number): string {
  const taken = [...text].reduce((sum, ch) => sum + ((ch.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - taken));
}

/** The help, with every kind of fault and what it is like. */
export function usageText(language: Language): string {
  const kinds = faultKinds.map((kind) => {
    const ms = usualFaultMs[kind];
    const usual = ms === undefined ? '' : ` (--ms ${ms})`;
    return `    ${kind.padEnd(27)} ${faultSentences[kind][language]}${usual}`;
  });
  return saySim(language, 'usage', { kinds: kinds.join('\n') });
}

export function peopleText(people: readonly DockPerson[], language: Language): string {
  return people
    .map((person) => {
      const { id, name, pin, visit } = person;
      const what = cards[id]?.[language] ?? visit?.department ?? '';
      const due = visit === null ? '' : saySim(language, visit.state, { amount: yuan(visit.totalFen) });
      const secret = pin === null ? '' : saySim(language, 'pin', { pin });
      return `${column(id, 19)}${column(name ?? '-', 14)}${column(secret, 14)}${column(due, 20)}${what}`.trimEnd();
    })
    .join('\n');
}

export function ledgersText({ rows, queue }: Ledgers, language: Language): string {
  if (rows.length === 0) return saySim(language, 'noSettlement');
  const blocks = rows.map((row) => {
    const head = `${row.person ?? row.encounterId}  ${row.messageId}`;
    const lines = witnessNames.map((name) => {
      const { state, amounts } = row[name];
      const money = amountParts.map((part) => {
        const mark = row.differences.includes(`${name}.${part}`) ? '≠ ' : '';
        return `${saySim(language, part)} ${amounts === null ? '-' : `${mark}${yuan(amounts[part])}`}`;
      });
      return `  ${column(saySim(language, name), 10)}${column(states[`${name}.${state}`]?.[language] ?? state, 18)}${money.join('  ')}`;
    });
    return [head, ...lines, ...row.words.map((word) => `  ${ledgerSentences[word][language]}`)].join('\n');
  });
  return [...blocks, saySim(language, 'queue', { n: queue.waiting, dead: queue.setAside })].join('\n');
}

function printerWord({ printer }: DockState): SimKey {
  if (!printer.cable) return 'printerCable';
  if (printer.coverOpen) return 'printerCover';
  if (printer.cutterJam) return 'printerJam';
  if (printer.paper === 'out') return 'printerOut';
  return printer.moving ? 'printerMoving' : 'printerReady';
}

export function statusText(state: DockState, language: Language): string {
  const slots = state.slots.map(({ person, wrongWay }, index) => {
    const name = state.people.find(({ id }) => id === person)?.name ?? person ?? saySim(language, 'empty');
    const holds = `${name}${wrongWay ? ` (${saySim(language, 'wrongWay')})` : ''}`;
    return saySim(language, 'slot', { n: index + 1, holds });
  });
  const net = saySim(
    language,
    state.net.state === 'up' ? 'netUp' : state.net.state === 'down' ? 'netDown' : 'netSlow',
    {
      ms: state.net.ms,
    },
  );
  const { terminalSeconds, othersSeconds } = state.clock;
  const clock = saySim(language, 'clock', { terminal: apart(terminalSeconds), others: apart(othersSeconds) });
  const faults = state.faults.map(({ target, kind, infno, path, ms, timesLeft }) =>
    saySim(language, 'fault', {
      ...{ target, kind, what: infno ?? path ?? '*', n: timesLeft },
      time: ms === null ? '' : ` ${ms} ms`,
    }),
  );
  return [
    ...slots,
    saySim(language, state.pad.asking ? 'padAsking' : 'padIdle'),
    saySim(language, printerWord(state), { mm: state.printer.hangingMm }),
    net,
    clock,
    ...faults,
    saySim(language, 'queue', { n: state.ledgers.queue.waiting, dead: state.ledgers.queue.setAside }),
  ].join('\n');
}
