import { lstatSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { type StaffListFile, type StaffMember, staffListFileSchema } from '../../common/contracts/staff.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { digestOf } from './marks.ts';

export interface StaffListRead {
  readonly list: StaffListFile;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
}

/** Why a list cannot be used: `detail` names the place, never a value of it. */
export interface ListRefused {
  readonly code: FailureCode;
  readonly detail: string;
}

const MAX_BYTES = 262_144;
const refuse = (code: FailureCode, detail: string) => err({ code, detail });

/**
 * Reads a staff list. It must be a plain file directly in the site profile's folder `dir` that nobody but its owner
 * can write: whoever may write there may change the profile itself, and with it this terminal.
 */
export function readListFile(file: string, dir: string): Result<StaffListRead, ListRefused> {
  const path = resolve(dir, file);
  if (dirname(path) !== resolve(dir)) return refuse('STAFF_LIST_PLACE', "not in the site profile's folder");
  try {
    const stat = lstatSync(path);
    if (!stat.isFile()) return refuse('STAFF_LIST_PLACE', 'not a plain file');
    if ((stat.mode & 0o022) !== 0) return refuse('STAFF_LIST_PLACE', 'others can write it');
    if (stat.size > MAX_BYTES) return refuse('STAFF_LIST_INVALID', 'too large');
    return parseList(readFileSync(path));
  } catch {
    return refuse('STAFF_LIST_PLACE', 'it cannot be read');
  }
}

function parseList(bytes: Uint8Array): Result<StaffListRead, ListRefused> {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('STAFF_LIST_INVALID', 'not JSON');
  }
  const parsed = staffListFileSchema.safeParse(raw);
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the list');
    return refuse('STAFF_LIST_INVALID', places.join(', '));
  }
  return ok({ list: parsed.data, digest: digestOf(bytes) });
}

/** Whether somebody's days hold `today`, both ends included. */
export function isInForce({ from, to }: Pick<StaffMember, 'from' | 'to'>, today: string): boolean {
  return from <= today && (to === null || today <= to);
}

/**
 * What is wrong with a list that reads well, or null. A list that could never be renewed is refused: it takes a
 * technician and another person as auditor, today.
 */
export function problemOf({ staff }: StaffListFile, today: string): string | null {
  const twice = (values: readonly (string | undefined)[]): boolean => {
    const given = values.filter((value) => value !== undefined);
    return new Set(given).size < given.length;
  };
  if (twice(staff.map(({ id }) => id.toUpperCase()))) return 'an id stands twice';
  if (twice(staff.map(({ card }) => card)) || twice(staff.map(({ number }) => number))) return 'a mark stands twice';
  const wrong = staff.findIndex(({ from, to }) => to !== null && to < from);
  if (wrong >= 0) return `staff.${wrong}.to lies before from`;
  const now = staff.filter((one) => isInForce(one, today));
  const renewable = now.some(
    (one) => one.roles.includes('technician') && now.some((other) => other !== one && other.roles.includes('auditor')),
  );
  return renewable ? null : 'no technician and auditor, two people, in force today';
}
