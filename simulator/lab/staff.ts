import { scryptSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import {
  MARK,
  markText,
  type StaffActAsked,
  type StaffListFile,
  type StaffRole,
} from '../../common/contracts/staff.ts';
import type { Client } from '../../common/rpc/connect.ts';
import { loadPersona } from '../personas.ts';
import { type Glass, openGlass } from './glass.ts';
import type { Lab } from './lab.ts';

/** Somebody of the lab's staff: a persona file, and what she may do. */
export interface LabMember {
  readonly id: string;
  readonly persona: string;
  readonly roles: readonly StaffRole[];
  readonly from?: string;
  readonly to?: string | null;
}

/** The two people who come with every lab; together they may do everything. */
export const labStaff = [
  { id: 'S001', persona: 'staff-cashier', roles: ['cashier', 'technician'] },
  { id: 'S002', persona: 'staff-auditor', roles: ['auditor'] },
] as const satisfies readonly LabMember[];

const SALT = '6d696e6b612d6c61622d73616c742d31';

/** The list as a file has it. Marks are made here from the cards' values, by the contract's words alone. */
export function staffListOf(members: readonly LabMember[]): StaffListFile {
  const { cost, blockSize, parallelization, bytes } = MARK;
  const options = { cost, blockSize, parallelization };
  return {
    schema: 1,
    salt: SALT,
    signedOff: { by: '示例医院', on: '2026-01-01' },
    staff: members.map(({ id, persona, roles, from = '2026-01-01', to = null }) => {
      const { holder } = loadPersona(persona);
      if (holder === null) throw new Error(`${persona} is nobody's card`);
      const mark = scryptSync(markText('card', holder.cardId), Buffer.from(SALT, 'hex'), bytes, options);
      return { id, name: holder.name, card: mark.toString('hex'), roles: [...roles], from, to };
    }),
  };
}

type Control = Client<typeof controlLink>;

/**
 * Puts a list into the profile's folder and in force, where the terminal has none yet; answers whether it did. Rejects
 * where the list is refused.
 */
export async function enrolStaff(
  lab: Pick<Lab, 'dir'>,
  control: Control,
  members: readonly LabMember[] = labStaff,
): Promise<boolean> {
  const file = join(lab.dir, 'staff.json');
  writeFileSync(file, JSON.stringify(staffListOf(members), null, 2), { mode: 0o600 });
  const done = await control.call('staffImport', { file, ticket: null });
  if (!done.ok) throw new Error(done.error.message);
  if (done.value.ok) return true;
  if (done.value.code === 'STAFF_TICKET_NEEDED') return false;
  throw new Error(`the lab's staff list: ${done.value.code} ${done.value.detail ?? ''}`);
}

/** Who goes to the terminal, and what she types: her own PIN unless it says otherwise. */
export interface Comes {
  readonly persona: string;
  readonly pin?: string;
  /** Of the virtual reader; the first where it is not said. */
  readonly slot?: number;
}

const LOOK_MS = 40;
const SWAP_MS = 400;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Real proofs: asks the terminal for an act, then each person puts in her card, types on the pad and takes the card
 * out, as far as the terminal lets them. Answers what the terminal answers.
 */
export async function proveStaff(
  lab: Pick<Lab, 'sim' | 'dir'>,
  control: Control,
  act: StaffActAsked,
  people: readonly Comes[],
  waitMs = 5000,
) {
  const answer = await meanwhile(lab, people, control.call('staffAct', { act, waitMs }, { timeoutMs: 90_000 }));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Waits for what was asked of the terminal while these people go there, one after the other, each when she is asked. */
export async function meanwhile<T>(
  lab: Pick<Lab, 'sim' | 'dir'>,
  people: readonly Comes[],
  asked: Promise<T>,
): Promise<T> {
  let over = false;
  const watched = asked.finally(() => {
    over = true;
  });
  // Whoever asked may fail while the glass is being opened; it is told below.
  watched.catch(() => undefined);
  if (people.length === 0) return watched;
  const glass = await openGlass(lab);
  try {
    for (const comes of people) {
      // A card that is in before the terminal has asked for one begins a session of its own.
      while (!over && !asksForCard(glass)) await pause(LOOK_MS);
      if (!over) await standThere(lab.sim, comes, () => over);
    }
  } finally {
    glass.close();
  }
  return watched;
}

function asksForCard(glass: Glass): boolean {
  const { screen } = glass.snapshot();
  return screen.kind === 'staff' && screen.view.kind === 'proof' && screen.view.phase === 'card';
}

/** One person's way: card in, PIN when the pad asks, card out when the card has been asked. */
async function standThere(sim: Lab['sim'], { persona, pin, slot = 0 }: Comes, over: () => boolean): Promise<void> {
  // An entry that still runs belongs to whoever was here before; hers is the next one.
  const { entries: before } = await sim.command('pin.status');
  await sim.command('card.insert', { persona, slot });
  try {
    const asked = async (): Promise<boolean> => {
      const { entering, entries } = await sim.command('pin.status');
      return entering === true && Number(entries) > Number(before);
    };
    while (!over() && !(await asked())) await pause(LOOK_MS);
    if (over()) return;
    await sim.command('pin.type', { digits: pin ?? loadPersona(persona).pin.digits });
    while (!over() && Number((await sim.command('card.status', { slot }))['verifies']) === 0) await pause(LOOK_MS);
    await pause(LOOK_MS);
  } finally {
    await sim.command('card.remove', { slot });
    // No hand is quicker than the reader's own look; two cards within one of its looks would be one card to it.
    await pause(SWAP_MS);
  }
}
