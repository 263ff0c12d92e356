import type { CardAct } from './card.ts';

/** What a service does at the centre, once the card has accepted its PIN for it. */
export type ServiceAct = CardAct | 'declare';
