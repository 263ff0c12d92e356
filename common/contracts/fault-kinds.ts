const connectionFaultKinds = ['refuseConnections', 'tlsReset'] as const;
const envelopeFaultKinds = [
  'nullOutput',
  'infcodeNumber',
  'businessRefusal',
  'systemError',
  'wrongPerson',
  'wrongAmounts',
  'wrongMsgid',
] as const;
const httpFaultKinds = [
  'loseReplyAfterCommit',
  'loseBeforeCommit',
  'delayMs',
  'delayThenCommitAfterHangup',
  'http500',
  'http404html',
  'http429',
  'http409',
  'garbage',
  'halfBody',
  'slowDrip',
  'redirect307',
] as const;

/** Kinds of fault that the reference servers know (central/README.md), and that a person arms at the lab's dock. */
export const faultKinds = [...httpFaultKinds, ...envelopeFaultKinds, ...connectionFaultKinds] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Whom a fault can befall: the reference servers that the terminal asks. */
export const faultTargets = ['centre', 'his', 'operator', 'benefits', 'cashier'] as const;
export type FaultTarget = (typeof faultTargets)[number];

/** It changes or replaces the national envelope, so it needs the centre. */
export const isEnvelopeFault = (kind: FaultKind): boolean => envelopeFaultKinds.some((each) => each === kind);
/** It happens to a connection, before anybody knows what is asked over it. */
export const isConnectionFault = (kind: FaultKind): boolean => connectionFaultKinds.some((each) => each === kind);
