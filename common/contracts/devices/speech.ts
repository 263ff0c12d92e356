import { z } from 'zod';
import { localeSchema } from '../session/locale.ts';

/** One thing to be said; what is private is said into headphones only, whoever asks. */
export const utteranceSchema = z.object({
  text: z.string().min(1).max(500),
  private: z.boolean(),
  /** What the hall hears in place of something private, where no headphones are in. Missing: nothing. */
  instead: z.string().min(1).max(500).optional(),
});

/** What a screen wants said: it takes the place of whatever is being said. Empty: silence. */
export const speakRequestSchema = z.object({
  locale: localeSchema,
  utterances: z.array(utteranceSchema).max(120),
});
export type SpeakRequest = z.infer<typeof speakRequestSchema>;

export const speakResultSchema = z.object({
  /** `interrupted`: something else was to be said; `unavailable`: no voice here, or it did not start. */
  outcome: z.enum(['spoken', 'interrupted', 'unavailable']),
  /** Private utterances that were not said because no headphones were in. */
  withheld: z.int().nonnegative(),
});
export type SpeakResult = z.infer<typeof speakResultSchema>;

/** The voice, as the site profile names it. */
export const speechConfigSchema = z.object({
  engine: z.enum(['espeak-ng', 'spd-say']),
  command: z.string(),
  voices: z.object({ 'zh-CN': z.string(), en: z.string() }),
  rate: z.int(),
  headphonesFile: z.string().nullable(),
});
export type SpeechConfig = z.infer<typeof speechConfigSchema>;
