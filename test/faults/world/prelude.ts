import type { FeeRow, SignInRow, VisitRow } from '../../../central/core/ledger.ts';
import type { Prepared } from '../../../terminal/ports.ts';
import type { Found } from '../../../terminal/session/stage-facts.ts';
import type { OtherSides } from './other-sides.ts';

/**
 * A visit that is prepared up to the split, as a real run without faults left it: what journal, centre and hospital
 * hold then, and what the session was told. A schedule that starts from it spends its time on the money.
 */
export interface Prelude {
  readonly image: Buffer;
  readonly found: Found;
  readonly prepared: Prepared;
  readonly signIn: SignInRow;
  readonly visit: VisitRow;
  readonly fees: readonly FeeRow[];
  readonly holder: string;
}

/** What the other sides hold at this moment of the one prepared visit. */
export function readPrelude(
  sides: OtherSides,
  image: Buffer,
  session: { readonly found: Found; readonly prepared: Prepared },
): Prelude {
  const { mdtrtId, encounter } = session.prepared;
  const visit = sides.ledger.visit(mdtrtId);
  const holder = sides.hisStore.find(encounter.encounterId)?.holder ?? null;
  const signIn =
    visit === null ? null : sides.ledger.signInOf(visit.institution, visit.operator, visit.createdAt.slice(0, 10));
  if (visit === null || holder === null || signIn === null)
    throw new Error('faults: the prelude did not come to its end');
  return { image, ...session, signIn, visit, fees: sides.ledger.fees(mdtrtId), holder };
}

/** Puts centre and hospital where the prelude left them. */
export function replayPrelude(sides: OtherSides, { signIn, visit, fees, holder }: Prelude): void {
  const { ledger, hisStore } = sides;
  ledger.atomically(() => {
    ledger.addSignIn(signIn);
    ledger.addVisit(visit);
    for (const fee of fees) ledger.addFee(fee);
  });
  hisStore.setHolder(visit.iptOtpNo, holder);
}
