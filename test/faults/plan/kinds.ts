/** What may go wrong with one message, by name (risks 1.3). What each one does is in `world/weather.ts`. */

/** No byte of the request is written. */
export const NOT_SENT = ['dns', 'refused', 'tlsReset', 'connectTimeout'] as const;

/** The request is written, no complete answer comes back. `After`: the other side has done it. `stalled`: partly. */
export const BROKEN = [
  'stalled',
  'lostBefore',
  'lostAfter',
  'late',
  'overtaken',
  'resetBefore',
  'resetAfter',
  'slowDrip',
  'halfBody',
] as const;

/** Something answers, but not what was asked for. */
export const ANSWERED = [
  'http500',
  'http500Committed',
  'http404',
  'http409',
  'http429',
  'redirect',
  'garbage',
  'slow',
  'duplicate',
  'replayed',
] as const;

/** The national envelope, bent. */
export const ENVELOPE = [
  'nullOutput',
  'infcodeNumber',
  'businessRefusal',
  'systemError',
  'systemErrorCommitted',
  'wrongPerson',
  'wrongAmounts',
  'wrongMsgid',
] as const;

/** What only a recipe brings about, because it needs its moment. `refusedAgain`: done, and answered by a refusal. */
export const RARE = ['refusedAgain'] as const;

export type NetKind =
  | (typeof NOT_SENT)[number]
  | (typeof BROKEN)[number]
  | (typeof ANSWERED)[number]
  | (typeof ENVELOPE)[number]
  | (typeof RARE)[number];

/** What may go wrong elsewhere. */
export const ELSEWHERE = [
  'linkDown',
  'keysForgotten',
  'deduplicating',
  'infcodeAsNumber',
  'refusesNotFound',
  'clockForward',
  'clockBack',
  'suspend',
  'commitFull',
  'commitIo',
  'lowSpace',
  'killBefore',
  'killAfter',
  'killSending',
  'killAnswered',
  'printerOffline',
  'printerUnknown',
  'printerSlow',
  'cardOut',
  'cardSwapped',
  'readerUnplugged',
  'hostDies',
  'screenDies',
  'journalGone',
  'journalLost',
  'doubleTap',
  'secondInstance',
  'poisonRow',
  'otherTerminal',
  'staffActs',
  'effectTwice',
  'takenBack',
] as const;

export type FaultKind = NetKind | (typeof ELSEWHERE)[number];

export const FAULT_KINDS: readonly FaultKind[] = [
  ...NOT_SENT,
  ...BROKEN,
  ...ANSWERED,
  ...ENVELOPE,
  ...RARE,
  ...ELSEWHERE,
];
