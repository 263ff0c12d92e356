import { createHash, scrypt } from 'node:crypto';
import type { CardReading } from '../../common/contracts/devices/card.ts';
import { MARK, type MarkKind, markText } from '../../common/contracts/staff.ts';

/** The salted mark of a card's identification or a person's number, hex. `salt` is hex. Slow on purpose. */
export function markOf(salt: string, kind: MarkKind, value: string): Promise<string> {
  const { cost, blockSize, parallelization, bytes } = MARK;
  return new Promise((resolve, reject) => {
    const options = { cost, blockSize, parallelization };
    scrypt(markText(kind, value), Buffer.from(salt, 'hex'), bytes, options, (error, key) =>
      error === null ? resolve(key.toString('hex')) : reject(error),
    );
  });
}

export interface CardMarks {
  readonly card: string | null;
  readonly number: string | null;
}

/** Both marks of a card that was read; null where the card withholds the value. */
export async function marksOf(salt: string, card: CardReading): Promise<CardMarks> {
  const one = (kind: MarkKind, value: string | null) => (value ? markOf(salt, kind, value) : null);
  return { card: await one('card', card.cardId), number: await one('number', card.socialSecurityNumber) };
}

/** SHA-256, hex, of a list's bytes or an act's text. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
