import { asking } from '../his/boundary.ts';
import { encounterBy, encounterWithLines, lineBy } from '../his/encounter.ts';
import { diagnosedBy, registrationBy } from '../his/registration.ts';
import { stayBy } from '../his/stay.ts';

/** What a client brings. A field that the contract does not have is refused by its name, never passed over. */
export const apiLineSchema = lineBy(asking).meta({ description: '费用明细' });

/** A visit with its lines, or a stay. */
export const apiEncounterSchema = encounterWithLines(asking).meta({
  description: '就诊: a visit with its lines, or a stay',
});

/** A hospital stay, from its first day on: `stay` must be there, lines need not. */
export const apiStayEncounterSchema = encounterBy(asking)
  .extend({ stay: stayBy(asking).meta({ description: '住院' }) })
  .meta({ description: '住院就诊: a stay, from its first day on' });

/** A visit as it is registered: diagnoses and lines come later. */
export const apiRegistrationSchema = registrationBy(asking).meta({ description: '就诊, as it is registered' });

/** A registered visit with its diagnoses; its lines come by themselves. */
export const apiDiagnosedSchema = diagnosedBy(asking).meta({ description: '就诊 with its diagnoses' });
