import type { Visit } from './plan.ts';

/** Quick, so that the 2207 is on its way before anything of a recipe strikes. */
export const PAYER: Visit = { person: 0, encounter: 0, toggles: false, retries: 0, thinks: 300, leaves: 'atOnce' };
/** By then a quick payer's 2207 has been handed to the network, ms. */
export const SENT_BY_MS = 6000;
