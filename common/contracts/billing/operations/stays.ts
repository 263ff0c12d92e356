import { z } from 'zod';
import { apiLineSchema, apiStayEncounterSchema } from '../encounter.ts';
import { encounterId, personRef } from '../fields.ts';
import { operation } from './operation.ts';

const tags = ['stays'] as const;
const one = z.strictObject({ encounterId });
const encounter = z.strictObject({ encounter: apiStayEncounterSchema });
const known = z.object({ encounterId, mdtrtId: z.string().max(30).meta({ description: '就诊ID of the centre' }) });

const verb = (path: `/${string}`, operationId: string, summary: string, description?: string) =>
  operation({
    ...{ method: 'POST', path: `/stays${path}`, operationId, summary, scope: 'bill', tags },
    ...(description === undefined ? {} : { description }),
  });

/** A hospital stay before its settlement. Its bill is prepared, settled and given back like any other. */
export const stayOperations = {
  admitStay: verb(
    '/admit',
    'admitStay',
    '2401 入院办理',
    'The same encounter again answers with the stay that there is.',
  )
    .input(z.strictObject({ person: personRef, encounter: apiStayEncounterSchema }))
    .output(known),
  changeStay: verb('/change', 'changeStay', '2403 住院信息变更: department, doctor, bed, diagnoses')
    .input(encounter)
    .output(known),
  addStayFees: verb(
    '/fees',
    'addStayFees',
    '2301 住院费用明细上传',
    'A line that the centre has already is not sent twice.',
  )
    .input(
      z.strictObject({
        encounterId,
        lines: z.array(apiLineSchema).min(1).max(500).meta({ description: 'fee lines of the stay, 1 to 500 a call' }),
      }),
    )
    .output(known),
  clearStayFees: verb('/fees/clear', 'clearStayFees', '2302 住院费用明细撤销: every line that is not settled')
    .input(one)
    .output(known),
  dischargeStay: verb('/discharge', 'dischargeStay', '2402 出院办理').input(encounter).output(known),
  undoStayDischarge: verb('/discharge/undo', 'undoStayDischarge', '2405 出院撤销').input(one).output(known),
  cancelStay: verb('/cancel', 'cancelStay', '2404 入院撤销').input(one).output(z.object({})),
} as const;
