import type { z } from 'zod';
import type { apiEventSchema } from '../../common/contracts/billing/terminal.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinPadStatus } from '../../common/contracts/devices/pin-pad.ts';
import type { BillingRoom } from '../billing/port.ts';

export interface DeviceTellingParts {
  readonly room: Pick<BillingRoom, 'cardSeen' | 'enteredBy'>;
  /** To one client of the HIS API, or to all. */
  readonly send: (event: z.input<typeof apiEventSchema>, client?: string) => void;
}

/** What happens at reader and pad, as those who bill hear of it. */
export interface DeviceTelling {
  card(status: CardStatus): void;
  pad(status: PinPadStatus): void;
  /** With the device host every card is out of sight: whose it is now nobody can say before it is read anew. */
  hostGone(): void;
}

export function createDeviceTelling({ room, send }: DeviceTellingParts): DeviceTelling {
  let pad: PinPadStatus['kind'] | null = null;
  return {
    card(status) {
      send({ kind: 'card', card: status.kind });
      room.cardSeen(status.kind === 'present' ? status.generation : null);
    },
    pad({ kind, ...status }) {
      // How fast somebody types her digits is nobody's business but theirs who asked her for them.
      if (kind !== pad) send({ kind: 'pinPad', pinPad: kind, digits: 0 });
      const by = room.enteredBy();
      const digits = 'digits' in status ? status.digits : 0;
      if (by?.kind === 'client' && (kind === pad || digits > 0)) {
        send({ kind: 'pinPad', pinPad: kind, digits }, by.name);
      }
      pad = kind;
    },
    hostGone() {
      send({ kind: 'card', card: 'noReader' });
      room.cardSeen(null);
    },
  };
}
