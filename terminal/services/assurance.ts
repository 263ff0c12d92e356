import type { Assurance } from '../../common/contracts/benefits/proof.ts';

/**
 * Whoever can compare a face with the picture of the card's holder. A port, and none is built in: off unless a terminal
 * is given one, and never required — what it cannot do, a window does. It keeps no picture.
 */
export interface FaceCheck {
  /** `match` only where it was sure; `declined` where the person did not want it. Never throws. */
  compare(): Promise<'match' | 'noMatch' | 'declined' | 'unavailable'>;
}

/**
 * How sure this terminal is of who stands here. The card was read before anybody got this far; `pin`: its PIN was proven
 * in this session. A face that does not match takes nothing away: it is the centre that decides on card and PIN.
 */
export async function assuranceOf(pin: boolean, face: FaceCheck | null): Promise<Assurance> {
  if (!pin) return 'card';
  return face !== null && (await face.compare()) === 'match' ? 'face' : 'cardPin';
}
