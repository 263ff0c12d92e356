import { type Fault, faultSchema } from '../../../central/server/faults/fault.ts';
import { mutate } from '../../../central/server/faults/mutate.ts';
import { standIn } from '../../../central/server/faults/stand-ins.ts';
import type { Reply, Request } from '../../../central/server/message.ts';
import type { NetKind } from '../plan/kinds.ts';

/** Which of the reference centre's own faults makes the answer of a kind, and whether the request is handled behind it. */
const CENTRAL: Readonly<Partial<Record<NetKind, readonly [kind: string, handled: boolean]>>> = {
  http500: ['http500', false],
  http500Committed: ['http500', true],
  http404: ['http404html', false],
  http409: ['http409', false],
  http429: ['http429', false],
  redirect: ['redirect307', false],
  garbage: ['garbage', true],
  nullOutput: ['nullOutput', true],
  infcodeNumber: ['infcodeNumber', true],
  businessRefusal: ['businessRefusal', false],
  refusedAgain: ['businessRefusal', true],
  systemError: ['systemError', false],
  systemErrorCommitted: ['systemError', true],
  wrongPerson: ['wrongPerson', true],
  wrongAmounts: ['wrongAmounts', true],
  wrongMsgid: ['wrongMsgid', true],
};

const faults = new Map<NetKind, { readonly fault: Fault; readonly handled: boolean }>(
  Object.entries(CENTRAL).map(([name, [kind, handled]]) => [
    name as NetKind,
    { fault: faultSchema.parse({ target: 'centre', kind }), handled },
  ]),
);

/** The answer that this kind puts in the place of the true one; null where the kind is none of an answer's. */
export function bentAnswer(kind: NetKind, request: Request, handle: () => Reply): Reply | null {
  const known = faults.get(kind);
  if (known === undefined) return null;
  const real = known.handled ? handle() : null;
  const instead = standIn(known.fault, request);
  if (instead !== null) return instead;
  return real === null ? null : mutate(real, known.fault);
}
