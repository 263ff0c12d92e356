import type { Screen } from '../../common/contracts/session/snapshot.ts';

/** What 您是谁 asks: who came for the pension is not to be asked for a bill. */
export function whoQuestion({
  services,
}: Pick<Extract<Screen, { kind: 'whoYouAre' }>, 'services'>): 'who.question' | 'who.either' {
  return services === true ? 'who.either' : 'who.question';
}
