import { pii } from '../../../common/kernel/pii.ts';
import type { VisitRow } from '../../store/visits.ts';
import { encounter, holder } from './world.ts';

/** A preparation as the journal has it, registered and uploaded. */
export const visitRow = (changes: Partial<VisitRow> = {}): VisitRow => ({
  id: 1,
  encounterId: 'OP20260302001',
  holder: 'ZZ-07.1',
  origin: null,
  phase: 'uploading',
  form: 'outpatient',
  stayId: null,
  registrationId: null,
  encounter: encounter(),
  person: holder,
  psnNo: pii('P1'),
  insutype: '310',
  insuplcAdmdvs: '990100',
  mdtrtId: 'M1',
  batch: 'B1',
  preSettled: null,
  begunAt: '2026-03-02 09:00:00',
  ...changes,
});
