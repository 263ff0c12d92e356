import { z } from 'zod';
import { lookupNameSchema, lookupRowSchema } from '../../desk/lookups.ts';
import { hisEncounterSchema } from '../../his/his.ts';
import { personRef } from '../fields.ts';
import { apiCardSchema, apiPersonSchema, identitySchema, pinResultSchema } from '../person.ts';
import { operation } from './operation.ts';

const who = z.strictObject({ person: personRef });
const tags = ['person'] as const;

/** The card, who that is, and her PIN: on the terminal's own reader and pad. */
export const cardOperations = {
  readCard: operation({
    ...{ method: 'POST', path: '/card/read', operationId: 'readCard', scope: 'card', tags },
    summary: 'Reads the card that is in the reader, masked',
  })
    .input(z.strictObject({}))
    .output(apiCardSchema),
  readPerson: operation({
    ...{ method: 'POST', path: '/persons', operationId: 'readPerson', scope: 'card', tags },
    summary: 'Reads the card and asks the centre who that is (1101)',
    description: 'The same card gives the same reference as long as it lies in the reader.',
  })
    .input(z.strictObject({}))
    .output(apiPersonSchema),
  letGo: operation({
    ...{ method: 'DELETE', path: '/persons/{person}', operationId: 'letGo', scope: 'card', tags },
    summary: 'Lets the person go: nothing of her is kept, and her prepared bills are given up',
  })
    .input(who)
    .output(z.object({})),
  reveal: operation({
    ...{ method: 'POST', path: '/persons/{person}/reveal', operationId: 'reveal', scope: 'identity', tags },
    summary: 'Name and numbers in clear; each use is on record',
  })
    .input(who)
    .output(identitySchema),
  enterPin: operation({
    ...{ method: 'POST', path: '/persons/{person}/pin', operationId: 'enterPin', scope: 'card', tags },
    summary: 'Starts a PIN entry on the terminal’s own pad, and answers when it has ended',
    description: 'No PIN goes through this API in either direction. The answer may take as long as the pad’s limit.',
  })
    .input(who)
    .output(pinResultSchema),
  cancelPin: operation({
    ...{ method: 'POST', path: '/persons/{person}/pin/cancel', operationId: 'cancelPin', scope: 'card', tags },
    summary: 'Ends the entry that is under way',
  })
    .input(who)
    .output(z.object({})),
  lookUp: operation({
    ...{ method: 'POST', path: '/persons/{person}/lookups', operationId: 'lookUp', scope: 'bill', tags },
    summary: 'Benefit check (2001), filings (5301, 5302), stays (5303), transfers (5304)',
    description:
      'Queries: they change nothing and may be repeated. `encounter`: whose kind of case the benefit check means.',
  })
    .input(who.extend({ about: lookupNameSchema, encounter: hisEncounterSchema.optional() }))
    .output(z.object({ rows: z.array(lookupRowSchema).max(20) })),
} as const;
