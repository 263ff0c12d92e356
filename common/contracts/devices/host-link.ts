import { z } from 'zod';
import { defineLink } from '../../rpc/link.ts';
import { slipDocumentSchema } from '../slip.ts';
import { cardReadResultSchema, cardStatusSchema } from './card.ts';
import { pinChangeResultSchema, pinChangeStepSchema } from './pin-change.ts';
import { pinPadStatusSchema, pinVerifyResultSchema } from './pin-pad.ts';
import { printerStatusSchema, printOutcomeSchema, printProgressSchema } from './printer.ts';
import { speakRequestSchema, speakResultSchema, speechConfigSchema } from './speech.ts';

/** Which devices the host shall own; the terminal hands it over from the site profile as the first call. */
export const hostConfigurationSchema = z.object({
  cardReader: z.object({ reader: z.string().nullable() }),
  pinPad: z
    .object({ path: z.string(), baudRate: z.int(), model: z.string(), initialPins: z.array(z.string()) })
    .nullable(),
  printer: z
    .object({
      path: z.string(),
      baudRate: z.int(),
      model: z.string(),
      /** Columns of half-width characters: 48 on 80 mm paper, 32 on 58 mm. */
      columns: z.int().min(24).max(64),
      charset: z.enum(['gb2312', 'gbk', 'gb18030']),
      /** Bytes that may be on their way unacknowledged: half of the printer's buffer. A rare character alone takes 88. */
      windowBytes: z.int().min(128).max(65_536),
      /** How it confirms a block: GS ( H process id, or GS r 1 where that is unsupported. */
      acknowledge: z.enum(['process-id', 'status']),
    })
    .nullable(),
  /** Missing or null: this terminal has no voice. */
  speech: speechConfigSchema.nullable().optional(),
});
export type HostConfiguration = z.infer<typeof hostConfigurationSchema>;

/** Terminal (client) ↔ device host (server). */
export const hostLink = defineLink({
  verbs: {
    configure: { in: hostConfigurationSchema, out: z.object({ pid: z.int() }) },
    status: {
      in: z.object({}),
      out: z.object({
        card: cardStatusSchema,
        pinPad: pinPadStatusSchema,
        printer: printerStatusSchema,
        /** Whether headphones are in; null where that is never known. */
        headphones: z.boolean().nullable(),
      }),
    },
    readCard: { in: z.object({ generation: z.int() }), out: cardReadResultSchema },
    /** Starts an entry on the pad and one VERIFY on the card; a PIN is never sent twice. */
    verifyPin: {
      in: z.object({ generation: z.int(), entryTimeoutMs: z.int().min(1000).max(300_000) }),
      out: pinVerifyResultSchema,
    },
    /**
     * The old PIN and twice a new one on the pad, one VERIFY and one CHANGE on the card. `dialogue` comes back in
     * `pinChange`; each entry has `entryTimeoutMs`.
     */
    changePin: {
      in: z.object({ dialogue: z.int(), generation: z.int(), entryTimeoutMs: z.int().min(1000).max(300_000) }),
      out: pinChangeResultSchema,
    },
    /** Ends an entry, or a change that was not sent yet. */
    cancelPin: { in: z.object({}), out: z.object({}) },
    /** Lays out, sends and waits for the acknowledgements. `patienceMs` bounds a wait for paper or cover. */
    print: {
      in: z.object({ jobId: z.string(), slip: slipDocumentSchema, patienceMs: z.int().min(0).max(3_600_000) }),
      out: printOutcomeSchema,
    },
    /** Ends a job that waits for paper: what is buffered is discarded, the outcome stays unknown. */
    abandonPrint: { in: z.object({ jobId: z.string() }), out: z.object({}) },
    /** At which rate a printer answers that is silent at the profile's; null: at none, or it is not silent. */
    printerRate: { in: z.object({}), out: z.object({ baudRate: z.int().nullable() }) },
    /** Says something in place of what is being said; answered when it is said or takes its place. */
    speak: { in: speakRequestSchema, out: speakResultSchema },
  },
  events: {
    card: cardStatusSchema,
    pinPad: pinPadStatusSchema,
    pinChange: pinChangeStepSchema,
    printer: printerStatusSchema,
    printProgress: printProgressSchema,
    /** Headphones were plugged in, or pulled out. */
    headphones: z.object({ plugged: z.boolean() }),
    /**
     * Once a second; three missed ones and the terminal asks the shell for a new host. `stuck`: a native call never
     * came back, so the reader is free only when this host is killed.
     */
    heartbeat: z.object({ at: z.number(), stuck: z.boolean().optional() }),
  },
});
