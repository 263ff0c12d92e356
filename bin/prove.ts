import type { StaffActAsked } from '../common/contracts/staff.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import type { Deadline } from './deadline.ts';
import { type CliFailure, failure, linkFailure } from './failure.ts';
import type { ControlClient } from './terminal-session.ts';

/** What every staff command is given. */
export interface StaffContext {
  readonly client: ControlClient;
  readonly deadline: Deadline;
  /** How long each card is waited for at the terminal. */
  readonly waitSeconds: number;
  /** Told once, before somebody must go to the terminal. */
  readonly onProof: () => void;
}

/** Cards for a second person, PINs and the taking out of cards, for each second that one card is waited for. */
export function proofMs(waitSeconds: number): number {
  return 2 * (2 * waitSeconds + 60) * 1000;
}

/**
 * A ticket for the act: everybody whom it takes proves herself at the terminal, by card and PIN. What would be refused
 * all the same (`day`: of the books that are asked for) is refused before anybody is sent there.
 */
export async function prove(
  { client, deadline, waitSeconds, onProof }: StaffContext,
  act: StaffActAsked,
  day: string | null = null,
): Promise<Result<string, CliFailure>> {
  const may = await client.call('staffMay', { act, day }, { timeoutMs: deadline.left() });
  if (!may.ok) return err(linkFailure(may.error));
  if (!may.value.ok) return err(failure(may.value.code));
  onProof();
  const answer = await client.call('staffAct', { act, waitMs: waitSeconds * 1000 }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (answer.value.ok) return ok(answer.value.ticket);
  const { code, triesLeft } = answer.value;
  return err(triesLeft === null ? failure(code) : { code, detail: null, triesLeft });
}
