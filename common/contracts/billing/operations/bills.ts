import { z } from 'zod';
import { hisEncounterSchema } from '../../his/his.ts';
import { differenceSchema, quoteSchema } from '../bill.ts';
import { apiEncounterSchema } from '../encounter.ts';
import { encounterId, messageId, personRef, quoteId, refundUntil } from '../fields.ts';
import { refundAnswerSchema, settleAnswerSchema, standingSchema } from '../money.ts';
import { operation } from './operation.ts';

const tags = ['bills'] as const;
const one = z.strictObject({ encounterId });
const useAccount = z.boolean().meta({ description: 'whether her personal account (个人账户) is used, as she says' });

/** A bill from its comparison to its refund. The encounter comes in the request: the hospital's system has the fees. */
export const billOperations = {
  unpaidBills: operation({
    ...{ method: 'POST', path: '/bills/unpaid', operationId: 'unpaidBills', scope: 'bill', tags },
    summary: 'What is unpaid at the HIS that the terminal itself asks',
    description: 'For a client that is not the hospital’s own system.',
  })
    .input(z.strictObject({ person: personRef }))
    .output(z.object({ encounters: z.array(hisEncounterSchema).max(20) })),
  compareBill: operation({
    ...{ method: 'POST', path: '/bills/compare', operationId: 'compareBill', scope: 'bill', tags },
    summary: 'Compares every line and the total to the fen; nothing is sent anywhere',
  })
    .input(z.strictObject({ encounter: apiEncounterSchema }))
    .output(z.object({ differences: z.array(differenceSchema).max(5001) })),
  prepareBill: operation({
    ...{ method: 'POST', path: '/bills/prepare', operationId: 'prepareBill', scope: 'bill', tags },
    summary: 'Registration, diagnoses, fee lines and pre-settlement in one go',
    description:
      'From then on the encounter is in this client’s hands, until it is settled, abandoned or its person is let go of. ' +
      'It may be repeated; a bill that differs in a line is refused before anything is sent.',
  })
    .input(z.strictObject({ person: personRef, encounter: apiEncounterSchema, useAccount }))
    .output(quoteSchema),
  repriceBill: operation({
    ...{ method: 'POST', path: '/bills/reprice', operationId: 'repriceBill', scope: 'bill', tags },
    summary: 'Pre-settles again, with another answer about the personal account',
  })
    .input(z.strictObject({ quote: quoteId, useAccount }))
    .output(quoteSchema),
  settleBill: operation({
    ...{ method: 'POST', path: '/bills/settle', operationId: 'settleBill', scope: 'settle', tags, money: true },
    summary: 'Settles exactly this pre-settlement; asks for the PIN on the pad where one is due and none was given',
    description:
      'A connection that breaks meanwhile stops nothing: repeat the request with the same key. The answer comes when the ' +
      'outcome is known, or as unknown after the terminal’s limit.',
  })
    .input(z.strictObject({ quote: quoteId }))
    .output(settleAnswerSchema),
  refundBill: operation({
    ...{ method: 'POST', path: '/bills/refund', operationId: 'refundBill', scope: 'refund', tags, money: true },
    summary: 'Gives a settlement back, then its fee lines and its registration; of a stay what `until` says',
    description: 'For a part of a bill: give all of it back, then prepare and settle what is left.',
  })
    .input(z.strictObject({ messageId, until: refundUntil.optional() }))
    .output(refundAnswerSchema),
  abandonBill: operation({
    ...{ method: 'POST', path: '/bills/{encounterId}/abandon', operationId: 'abandonBill', scope: 'bill', tags },
    summary: 'Gives a prepared bill up; what is under way with money is not touched',
  })
    .input(one)
    .output(standingSchema),
  readBill: operation({
    ...{ method: 'GET', path: '/bills/{encounterId}', operationId: 'readBill', scope: 'bill', tags },
    summary: 'Where an encounter stands',
  })
    .input(one)
    .output(standingSchema),
} as const;
