import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import type { StayCourse } from '../../billing/port.ts';
import type { Choice } from '../stage.ts';
import { choice, encounter } from './kit.ts';

export { difference } from './kit.ts';

/** A stay's encounter with the kit's one line; `out`: the hospital has discharged the person. */
export function stayEncounter(of: 'inside' | 'out'): HisEncounter {
  const { diagnoses, ...rest } = encounter('ZY1');
  const left = {
    ...{ at: '2026-03-05 09:00:00', department: { code: 'K01', name: '内科' }, bed: '12' },
    ...({ way: '1', diedOn: null } as const),
    diagnoses,
  };
  const stay = { admissionNumber: '0001', ward: '内一病区', bed: '12', discharge: of === 'out' ? left : null };
  return { ...rest, diagnoses, medicalType: '21', stay };
}

/** Admitted; none of its lines are there. */
export const course = (more: Partial<StayCourse> = {}): StayCourse => ({
  ...{ state: 'admitted', mdtrtId: 'M1', admittedAt: '2026-03-02 08:30:00', dischargedAt: null, changed: false },
  lines: { there: 0, through: null, missing: 0, other: 0, doubtful: false },
  ...more,
});

export const stayChoice = (of: 'inside' | 'out', more: Partial<StayCourse> = {}): Choice =>
  choice({ encounter: stayEncounter(of), course: course(more) });
