import { z } from 'zod';
import { lookupNameSchema, lookupRowSchema, MOST_LOOKUP_ROWS } from '../../desk/lookups.ts';
import { moment, personRef } from '../fields.ts';
import { apiCardSchema, apiPersonSchema, identitySchema, pinResultSchema } from '../person.ts';
import { operation } from './operation.ts';

const who = z.strictObject({ person: personRef });
const tags = ['person'] as const;

/** What a benefit check is asked for, as it stands on a bill. */
const caseSchema = z.strictObject({
  medicalType: z.string().min(2).max(6).meta({ description: '医疗类别 med_type: 11, 14, 21 …' }),
  disease: z
    .strictObject({
      code: z.string().min(1).max(30).meta({ description: '病种编码 dise_codg' }),
      name: z.string().min(1).max(500).meta({ description: '病种名称 dise_name' }),
    })
    .nullable()
    .optional()
    .meta({ description: '病种, of a chronic illness (14) or of what is settled by single disease' }),
  at: moment('when care began; missing: now').optional(),
});

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
      'Queries: they change nothing and may be repeated. `case`: the kind of case that a benefit check means; without it a ' +
      'plain visit (11) now. The other questions have none.',
  })
    .input(
      who
        .extend({
          about: lookupNameSchema,
          case: caseSchema.optional().meta({ description: 'the kind of case that is meant' }),
        })
        .refine((asked) => asked.about === 'benefit' || asked.case === undefined, {
          path: ['case'],
          error: 'only a benefit check has a kind of case',
        }),
    )
    .output(
      z.object({
        rows: z.array(lookupRowSchema).max(MOST_LOOKUP_ROWS).meta({
          description:
            'what holds first, then what begins later, what is denied, what has ended; the newest first in each',
        }),
        total: z.int().nonnegative().meta({ description: 'how many there are; beyond 200 the last are left out' }),
      }),
    ),
} as const;
