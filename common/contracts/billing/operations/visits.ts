import { z } from 'zod';
import { apiDiagnosedSchema, apiLineSchema, apiRegistrationSchema } from '../encounter.ts';
import { encounterId, personRef } from '../fields.ts';
import { operation } from './operation.ts';

const tags = ['visits'] as const;
const one = z.strictObject({ encounterId });
const known = z.object({ encounterId, mdtrtId: z.string().max(30).meta({ description: '就诊ID of the centre' }) });

const verb = (path: `/${string}`, operationId: string, summary: string, description: string) =>
  operation({
    ...{ method: 'POST', path: `/visits${path}`, operationId, summary, description, scope: 'bill', tags },
  });

/**
 * A visit before its bill, for a hospital that registers in the morning and bills at noon. None of it is needed: a bill
 * that is prepared does by itself what is missing.
 */
export const visitOperations = {
  registerVisit: verb(
    '/register',
    'registerVisit',
    '2201 门诊挂号',
    'It stays when its person goes, until it is cancelled or its bill is given back. The same encounter again answers with ' +
      'the registration that there is. BUSY while a bill of it is prepared that has a registration of its own.',
  )
    .input(z.strictObject({ person: personRef, encounter: apiRegistrationSchema }))
    .output(known),
  diagnoseVisit: verb(
    '/diagnose',
    'diagnoseVisit',
    '2203 门诊就诊信息上传: diagnoses, kind of case, department and doctor',
    'The last one counts; what the centre was told already is not sent twice.',
  )
    .input(z.strictObject({ encounter: apiDiagnosedSchema }))
    .output(known),
  addVisitFees: verb(
    '/fees',
    'addVisitFees',
    '2204 门诊费用明细上传',
    'A line that the centre has already is not sent twice; one that has changed has all of them cleared and sent anew.',
  )
    .input(
      z.strictObject({
        encounterId,
        lines: z.array(apiLineSchema).min(1).max(500).meta({ description: 'fee lines of the visit, 1 to 500 a call' }),
      }),
    )
    .output(known),
  clearVisitFees: verb(
    '/{encounterId}/fees/clear',
    'clearVisitFees',
    '2205 门诊费用明细撤销: every line that is not settled',
    'What was pre-settled of the visit holds no longer.',
  )
    .input(one)
    .output(known),
  cancelVisit: verb(
    '/{encounterId}/cancel',
    'cancelVisit',
    '2202 门诊挂号撤销, and 2205 before it where there are lines',
    'Not while its bill is prepared: that is abandoned first.',
  )
    .input(one)
    .output(z.object({})),
} as const;
