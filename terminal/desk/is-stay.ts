import type { HisEncounter } from '../../common/contracts/his/his.ts';

export function isStay({ stay }: HisEncounter): boolean {
  return stay !== null && stay !== undefined;
}

/** A stay that goes on: the hospital has not discharged the person. */
export function isInHospital({ stay }: HisEncounter): boolean {
  return stay !== null && stay !== undefined && stay.discharge === null;
}
