import type { Clock } from '../../common/kernel/ports.ts';

/** How long a token of an electronic card is good: people hold their telephone for a minute or two. */
const VALID_MS = 180_000;

/** Tokens of made-up people's electronic cards. Real ones come from the country's service and are as opaque. */
export interface ElectronicCards {
  /** A new token for somebody; `secret`: what makes it unguessable. */
  issue(identityNumber: string, secret: string): { readonly token: string; readonly validUntil: number };
  /** Whose token it is, or null for one that is not known or not good any more. */
  holder(token: string): string | null;
}

export function createElectronicCards({ now }: Pick<Clock, 'now'>): ElectronicCards {
  const issued = new Map<string, { readonly identityNumber: string; readonly until: number }>();
  return {
    issue(identityNumber, secret) {
      const token = `ESSC-LAB-${secret}`;
      const until = now() + VALID_MS;
      issued.set(token, { identityNumber, until });
      return { token, validUntil: until };
    },
    holder(token) {
      const found = issued.get(token);
      return found === undefined || found.until < now() ? null : found.identityNumber;
    },
  };
}
