import type { CardError } from '../../../common/contracts/devices/card.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { readRecordById, readRecordByNumber } from '../codec/apdu.ts';
import { isBlank } from '../codec/bytes.ts';
import { statusMeaning } from '../codec/status-words.ts';
import { parseRecord } from '../codec/tlv.ts';
import { exchange } from './exchange.ts';
import type { Field } from './fields.ts';
import type { CardPort } from './port.ts';

/** What one record came to. `missing` is no error: which records a card must have is the reader's decision. */
export type RecordAnswer =
  | { readonly kind: 'value'; readonly value: Uint8Array }
  | { readonly kind: 'missing' }
  /** The card wants an authentication first: needs the HSM. */
  | { readonly kind: 'protected' };

/** The most records of one EF that are looked at when they are read by number. */
const MOST_RECORDS = 16;

/** The value in a record's bytes: behind its header, or bare where it has the specified length and makes sense. */
function recordValue(data: Uint8Array, field: Field): Result<RecordAnswer, CardError> | { readonly wanted: number } {
  // One byte may well be a value that looks like padding; more bytes of padding are an empty record.
  if (data.length !== 1 && isBlank(data)) return ok({ kind: 'missing' });
  const shape = parseRecord(data, field.tag);
  if (shape.kind === 'record') return ok({ kind: 'value', value: shape.value });
  if (data.length === field.length && field.plausible(data)) return ok({ kind: 'value', value: data });
  return shape.kind === 'short' ? { wanted: shape.wanted } : err('CARD_GARBAGE');
}

/**
 * Reads one record by its identifier. Le is the specified length + header as the specification has it; a card that
 * holds a longer value is asked again with its own length, one that answers 6700 with Le = 00 and without header.
 * Errors: CARD_GARBAGE (wrong tag, lengths that do not add up, absurd status), CARD_LOCKED, transport.
 */
export async function readField(port: CardPort, sfi: number, field: Field): Promise<Result<RecordAnswer, CardError>> {
  let le = field.length + 2;
  let refusals = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await exchange(port, readRecordById(field.tag, sfi, le), true);
    if (!answer.ok) return answer;
    const { data, sw } = answer.value;
    switch (statusMeaning(sw)) {
      case 'ok':
      case 'warning': {
        const value = recordValue(data, field);
        if (!('wanted' in value)) return value;
        le = value.wanted;
        break;
      }
      case 'protected':
        return ok({ kind: 'protected' });
      case 'locked':
      case 'blocked':
        return err('CARD_LOCKED');
      case 'failed':
        // Asked once more before it is believed: the end of a reply that was cut off can look like this.
        if (++refusals > (sw === 0x6700 ? 2 : 1))
          return field.essential ? err('CARD_GARBAGE') : ok({ kind: 'missing' });
        if (sw === 0x6700) le = attempt === 0 ? 0 : field.length;
        break;
      case 'missing':
        return ok({ kind: 'missing' });
      default:
        return err('CARD_GARBAGE');
    }
  }
  return err('CARD_GARBAGE');
}

/**
 * All records of an EF by number, keyed by the tag that each bears: for cards that refuse reading by identifier.
 * The position says nothing (record 3 is 性别 on 1.0 cards and 姓名扩展 on 2.0 cards, domain-facts A2.2).
 */
export async function readAllByNumber(
  port: CardPort,
  sfi: number,
): Promise<Result<ReadonlyMap<number, Uint8Array>, CardError>> {
  const found = new Map<number, Uint8Array>();
  for (let number = 1; number <= MOST_RECORDS; number++) {
    const answer = await exchange(port, readRecordByNumber(number, sfi), true);
    if (!answer.ok) return answer;
    const meaning = statusMeaning(answer.value.sw);
    if (meaning !== 'ok' && meaning !== 'warning') break;
    const tag = answer.value.data[0];
    if (tag === undefined) continue;
    const shape = parseRecord(answer.value.data, tag);
    if (shape.kind === 'record' && !found.has(tag)) found.set(tag, shape.value);
  }
  return ok(found);
}
