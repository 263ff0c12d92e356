import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Rendered } from './screen-proof.ts';

/** Whether a success was on the glass: the screen's proofs, compared with the snapshots that it was sent. */
export interface SuccessShown<S = Snapshot> {
  sent(snapshot: S): void;
  rendered(seen: Rendered): void;
}

/**
 * Calls `shown` once for each settlement whose success a screen has drawn. A proof counts for the versions that bore
 * this success and for no other: a page that went from the question to the next screen has not shown it.
 */
export const createSuccessShown = (shown: (messageId: string) => void): SuccessShown =>
  createShown<Snapshot>(({ screen }) => (screen.kind === 'done' ? screen.messageId : null), shown);

/** The same for any face: `bears` says whose success a snapshot shows, if any. */
export function createShown<S extends { readonly version: number }>(
  bears: (snapshot: S) => string | null,
  shown: (messageId: string) => void,
): SuccessShown<S> {
  let bearing: { readonly messageId: string; readonly from: number; to: number | null } | null = null;
  return {
    sent(snapshot) {
      const { version } = snapshot;
      const messageId = bears(snapshot);
      if (bearing !== null && bearing.messageId !== messageId) bearing.to ??= version - 1;
      if (messageId !== null && bearing?.messageId !== messageId) bearing = { messageId, from: version, to: null };
    },
    rendered({ version, painted }) {
      if (bearing === null || !painted || version < bearing.from) return;
      const { messageId, to } = bearing;
      if (to === null || version <= to) {
        bearing = null;
        shown(messageId);
      } else bearing = null;
    },
  };
}
