import { cliCardMaskedSchema, cliCardRevealedSchema } from '../../common/contracts/cli/outputs.ts';
import type { CardReading } from '../../common/contracts/devices/card.ts';
import { maskName, maskNumber } from '../../common/kernel/masking.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

export interface CardReadOptions {
  readonly reader: string | null;
  readonly waitSeconds: number;
  readonly reveal: boolean;
}

/** `card read`: reads one card in the reader, or waits for one; in clear where a member of the staff stands for it. */
export async function cardRead(
  context: StaffContext,
  options: CardReadOptions,
  onRevealed: () => void,
): Promise<Outcome> {
  const { client, deadline } = context;
  const hello = await client.call('hello', {}, { timeoutMs: Math.min(5000, deadline.left()) });
  if (!hello.ok) return err(linkFailure(hello.error));
  const { reader, waitSeconds, reveal } = options;
  const proved = reveal ? await prove(context, { act: 'reveal' }) : ok(null);
  if (!proved.ok) return proved;
  const answer = await client.call(
    'cardRead',
    { reader, waitMs: waitSeconds * 1000, reveal, ticket: proved.value },
    { timeoutMs: deadline.left() },
  );
  if (!answer.ok) return err(answer.error.kind === 'timeout' ? failure('READER_STUCK') : linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  if (!reveal) {
    const card = cliCardMaskedSchema.parse({ ...masked(answer.value.card), masked: true });
    return ok({ output: card, text: (language) => cardText(card, language) });
  }
  onRevealed();
  const card = cliCardRevealedSchema.parse(answer.value.card);
  return ok({ output: card, text: (language) => cardText(card, language) });
}

/**
 * The terminal masks what is not revealed; this does it once more, because a pipe is a place where personal data
 * would be kept. Masking what is masked changes nothing.
 */
function masked(card: CardReading): CardReading {
  const number = (value: string | null): string | null => (value === null ? null : maskNumber(value));
  return {
    ...card,
    name: card.name === null ? null : maskName(card.name),
    cardNumber: number(card.cardNumber),
    cardId: number(card.cardId),
    socialSecurityNumber: number(card.socialSecurityNumber),
    birthDate: null,
    birthPlace: null,
  };
}

const FIELDS = [
  'name',
  'sex',
  'socialSecurityNumber',
  'birthDate',
  'birthPlace',
  'nation',
  'cardNumber',
  'cardId',
  'regionCode',
  'issuedOn',
  'expiresOn',
  'specVersion',
  'needsHsm',
  'atr',
] as const;

function cardText(card: CardReading, language: 'zh' | 'en'): string {
  const lines = FIELDS.filter((field) => card[field] !== null).map(
    (field) => `${say(language, field)}: ${card[field]}`,
  );
  const warnings = card.warnings.length === 0 ? say(language, 'none') : card.warnings.join(', ');
  return [...lines, `${say(language, 'warnings')}: ${warnings}`].join('\n');
}
