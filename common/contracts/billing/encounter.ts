import { asking } from '../his/boundary.ts';
import { encounterBy, encounterWithLines, lineBy } from '../his/encounter.ts';
import { diagnosedBy, registrationBy } from '../his/registration.ts';
import { stayBy } from '../his/stay.ts';

/** What a client brings. A field that the contract does not have is refused by its name, never passed over. */
export const apiLineSchema = lineBy(asking);

/** A visit with its lines, or a stay. */
export const apiEncounterSchema = encounterWithLines(asking);

/** A hospital stay, from its first day on: `stay` must be there, lines need not. */
export const apiStayEncounterSchema = encounterBy(asking).extend({ stay: stayBy(asking) });

/** A visit as it is registered: diagnoses and lines come later. */
export const apiRegistrationSchema = registrationBy(asking);

/** A registered visit with its diagnoses; its lines come by themselves. */
export const apiDiagnosedSchema = diagnosedBy(asking);
