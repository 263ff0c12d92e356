import { fixtures } from '../fixtures/index.ts';
import type { Language } from './look.ts';

/** Every fixture, and what else a key of a screen can bring onto it. */
export const everyView: readonly string[] = [...Object.keys(fixtures), 'whoYouAre+settings', 'working+settings'];

/** The languages that are measured. */
export const languages: readonly Language[] = ['zh-CN', 'en', 'pseudo'];
