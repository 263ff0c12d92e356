import { z } from 'zod';

const executable = z.string().regex(/^\//, 'an absolute path').max(1000);

/**
 * The voice. An executable of the system reads one utterance from its standard input and ends when it is spoken;
 * ending it by a signal is silence. Started by path, never through a shell.
 */
export const speechSchema = z.strictObject({
  engine: z.enum(['espeak-ng', 'spd-say']),
  command: executable,
  /** Voices by language, as the engine names them. */
  voices: z.strictObject({ 'zh-CN': z.string().min(1).max(60), en: z.string().min(1).max(60) }).prefault({
    'zh-CN': 'cmn',
    en: 'en',
  }),
  /** Words a minute. */
  rate: z.int().min(80).max(300).default(140),
  /**
   * A file of one character, 1 while headphones are plugged in (a jack's GPIO in sysfs, say); null: they are never
   * known to be, and what is private is then never spoken.
   */
  headphonesFile: executable.nullable().default(null),
  /**
   * So often the empty machine says to the hall how to begin with the screen dark, ms, while nothing happens. Null:
   * never, as most public machines do: what is printed in braille beside the jack tells it.
   */
  inviteMs: z.int().min(60_000).max(3_600_000).nullable().default(null),
});

export type SpeechProfile = z.output<typeof speechSchema>;
