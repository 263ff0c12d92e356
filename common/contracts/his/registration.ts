import type { z } from 'zod';
import { asked, type Boundary } from './boundary.ts';
import { encounterBy } from './encounter.ts';

/** What of a visit is known in the morning, when it is registered: 2201, and the 医疗类别 by which it is found again. */
export const registrationBy = (boundary: Boundary) =>
  encounterBy(boundary).pick({
    encounterId: true,
    visitedAt: true,
    medicalType: true,
    department: true,
    doctor: true,
  });

/** The same visit with its diagnoses and what else 2203 says of it; its fee lines come by themselves. */
export const diagnosedBy = (boundary: Boundary) =>
  encounterBy(boundary).omit({ lines: true, total: true, settleWay: true, stay: true });

export const hisRegistrationSchema = registrationBy(asked);
export type HisRegistration = z.infer<typeof hisRegistrationSchema>;
export const hisDiagnosedSchema = diagnosedBy(asked);
export type HisDiagnosed = z.infer<typeof hisDiagnosedSchema>;
