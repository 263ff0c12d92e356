import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Rendered } from './screen-proof.ts';

/** Whether a success was on the glass: the screen's proofs, compared with the snapshots that it was sent. */
export interface SuccessShown {
  sent(snapshot: Snapshot): void;
  rendered(seen: Rendered): void;
}

/**
 * Calls `shown` once for each settlement whose success a screen has drawn. A proof counts for the versions that bore
 * this success and for no other: a page that went from the question to the next screen has not shown it.
 */
export function createSuccessShown(shown: (messageId: string) => void): SuccessShown {
  let bearing: { readonly messageId: string; readonly from: number; to: number | null } | null = null;
  return {
    sent({ version, screen }) {
      const messageId = screen.kind === 'done' ? screen.messageId : null;
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
