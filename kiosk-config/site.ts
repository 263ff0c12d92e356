import { z } from 'zod';
import { messageIdPatterns, messageIdRoom } from '../common/kernel/message-id.ts';
import { placeSchema } from './place.ts';

const siteFields = z.strictObject({
  title: z.string().min(1).max(20),
  /** 定点医药机构编号, 12 characters; first part of every message id. */
  institutionCode: z.string().regex(/^[A-Z0-9]{12}$/),
  institutionName: z.string().min(1).max(40),
  /** 就医地医保区划, 6 digits. */
  division: z.string().regex(/^\d{6}$/),
  authority: z.string().min(1).max(40),
  /** This terminal's number within the institution, 0..1295; no two terminals share one. */
  terminalSlot: z.int().min(0).max(1295),
  /** What stands after the second in a message id; provinces differ (domain-facts B5.1). It bounds the slots. */
  messageIdPattern: z.enum(messageIdPatterns).default('base36'),
  terminalLabel: z.string().min(1).max(20),
  /** 经办人: a kiosk's operator number and name, as registered with the centre. */
  operatorNumber: z.string().min(1).max(20),
  operatorName: z.string().min(1).max(50),
  helpWindow: z.string().min(1).max(10),
  cashierWindow: z.string().min(1).max(10),
  hotline: z.string().min(1).max(20),
  /** Where it stands: names from the city downwards, by the levels of that city (S17). */
  place: placeSchema.nullable().default(null),
});

/** Where the terminal stands and who it is. */
export const siteSchema = siteFields.superRefine(({ terminalSlot, messageIdPattern }, context) => {
  const { slots } = messageIdRoom(messageIdPattern);
  if (terminalSlot < slots) return;
  const message = `at most ${slots - 1} with messageIdPattern ${messageIdPattern}`;
  context.addIssue({ code: 'custom', path: ['terminalSlot'], message, input: undefined });
});
