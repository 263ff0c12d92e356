import { z } from 'zod';
import { pinHintSchema } from '../devices/pin-change.ts';
import { lossCardSchema, lossSteps, lossTroubles } from './loss.ts';
import { failureCodeSchema, maskedPersonSchema, printSchema } from './shared.ts';

/** The screens of the card itself: its PIN, the change of it, and its loss. */
export const cardScreens = [
  /** PIN on the pad. `refused` after a wrong one; `lastTry` asks first before the last try is used. */
  z.object({
    kind: z.literal('enterPin'),
    person: maskedPersonSchema,
    digits: z.int().min(0).max(16),
    phase: z.enum(['waiting', 'checking', 'askLastTry']),
    refused: z.boolean(),
    triesLeft: z.int().nullable(),
    /** What it is asked for beside the session's beginning; `back` leads to where that was. */
    about: z.enum(['withdrawLoss', 'declare']).optional(),
  }),
  z.object({
    kind: z.literal('pinProblem'),
    person: maskedPersonSchema,
    failure: failureCodeSchema,
    /** The first PIN can be changed here (`changePin`). */
    mayChange: z.boolean().optional(),
  }),
  /** The PIN is being changed on the pad; at `changing` the command is on its way and there are no keys. */
  z.object({
    kind: z.literal('changePin'),
    person: maskedPersonSchema,
    step: z.enum(['old', 'askLastTry', 'checking', 'new', 'again', 'changing']),
    digits: z.int().min(0).max(16),
    /** Why the new PIN was not taken. */
    hint: pinHintSchema.nullable(),
    /** The old PIN was not right. */
    refused: z.boolean(),
    triesLeft: z.int().nullable(),
  }),
  /** 挂失 without the card. Nobody's name but the masked one that the bureau answers. */
  z.object({
    kind: z.literal('loss'),
    step: z.enum(lossSteps),
    card: lossCardSchema.nullable(),
    trouble: z.enum(lossTroubles).nullable(),
    print: printSchema,
  }),
  /** Which PIN the card has now: the new one, the old one, or nobody knows which. */
  z.object({
    kind: z.literal('pinResult'),
    person: maskedPersonSchema,
    outcome: z.enum(['changed', 'kept', 'unknown']),
    /** The card is still in: the session may begin anew with its PIN. */
    mayGoOn: z.boolean(),
    print: printSchema,
  }),
] as const;
