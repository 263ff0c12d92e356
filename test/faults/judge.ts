import { hash } from 'node:crypto';
import type { OutcomeName, Verdict } from './campaign.ts';
import { type Books, onWorklist, readBooks, standing } from './check/books.ts';
import { check } from './check/check.ts';
import type { Plan } from './plan/plan.ts';
import { settles } from './plan/settling.ts';
import type { Outcome, Stage } from './world/schedule.ts';

/** Runs a plan and judges it. */
export function judge(stage: Stage, plan: Plan): Promise<Verdict> {
  return stage.run(plan, (outcome) => verdictOf(outcome));
}

export function verdictOf(outcome: Outcome): Verdict {
  const books = readBooks(outcome);
  const { evidence } = outcome;
  return {
    seed: outcome.plan.seed,
    digest: hash('sha256', evidence.lines.join('\n'), 'hex').slice(0, 16),
    findings: check(books),
    faults: [...evidence.faults],
    cells: [...evidence.cells],
    outcomes: outcomesOf(books),
    crashes: evidence.crashes,
    sent2207: evidence.sent.some(({ key }) => settles(key)),
    desk: deskOf(books),
    noFence: books.setting.noFence ? lateOf(books) : null,
  };
}

function outcomesOf(books: Books): Readonly<Record<OutcomeName, number>> {
  const counts = { settled: 0, refused: 0, notSent: 0, foundBy5203: 0, reversed: 0, workList: 0 };
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      if (row.state === 'settled') counts[row.foundBy === '5203' ? 'foundBy5203' : 'settled'] += 1;
      else if (row.state === 'refused' || row.state === 'notSent' || row.state === 'reversed') counts[row.state] += 1;
      if (onWorklist(journal, row)) counts.workList += 1;
    }
  }
  return counts;
}

/** What was settled of stays, and what was given back because somebody asked for it. */
function deskOf({ journals, registered, evidence }: Books): Verdict['desk'] {
  const refunds = journals.flatMap((journal) => journal.refunds).filter(({ cause }) => cause === 'desk');
  const stays = journals
    .flatMap(({ settlements }) => settlements)
    .filter(({ state, mdtrtId }) => state === 'settled' && (registered.get(mdtrtId ?? '') ?? '').startsWith('IP'));
  const { unanswered, replayed } = evidence.counter;
  const done = refunds.filter(({ state }) => state === 'done');
  return { stays: stays.length, refunds: done.length, unanswered, replayed };
}

/** Money that moved although 2601 had said that it would not. */
function lateOf(books: Books): { readonly late: number; readonly onWorkList: number } {
  let [late, known] = [0, 0];
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      if (row.state !== 'reversed' || !standing(books).some((one) => one.msgid === row.messageId)) continue;
      late += 1;
      if (onWorklist(journal, row)) known += 1;
    }
  }
  return { late, onWorkList: known };
}
