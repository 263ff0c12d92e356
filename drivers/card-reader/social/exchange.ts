import type { CardError } from '../../../common/contracts/devices/card.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { getResponse, parseResponse, type Response, withLe } from '../codec/apdu.ts';
import { concatBytes } from '../codec/bytes.ts';
import { statusMeaning } from '../codec/status-words.ts';
import type { CardPort } from './port.ts';

/** A reply of more than this many 61xx pieces is nonsense: records have at most 255 bytes, an FCI less. */
const MOST_PIECES = 8;

/** One APDU exactly once: no GET RESPONSE, no second sending. For VERIFY, which must never be repeated. */
export async function exchangeOnce(port: CardPort, apdu: Uint8Array): Promise<Result<Response, CardError>> {
  const reply = await port.transmit(apdu);
  if (!reply.ok) return reply;
  const response = parseResponse(reply.value);
  return response ? ok(response) : err('CARD_REMOVED');
}

/**
 * One APDU with what T=0 readers surface (domain-facts A1): 6Cxx sends it again once with the right Le, 61xx
 * collects the pieces by GET RESPONSE. `endsInLe`: only such a command can be sent again for 6Cxx.
 * An absurd status word is CARD_GARBAGE; every other word is the caller's to judge.
 */
export async function exchange(
  port: CardPort,
  apdu: Uint8Array,
  endsInLe: boolean,
): Promise<Result<Response, CardError>> {
  let answer = await exchangeOnce(port, apdu);
  if (answer.ok && endsInLe && statusMeaning(answer.value.sw) === 'wrongLe') {
    answer = await exchangeOnce(port, withLe(apdu, answer.value.sw));
  }
  const pieces: Uint8Array[] = [];
  for (let i = 0; i < MOST_PIECES; i++) {
    if (!answer.ok) return answer;
    const { data, sw } = answer.value;
    const meaning = statusMeaning(sw);
    if (meaning === 'absurd') return err('CARD_GARBAGE');
    if (meaning === 'more') {
      pieces.push(data);
      answer = await exchangeOnce(port, getResponse(sw));
      continue;
    }
    // GET RESPONSE itself may be told another length; the data is then still waiting.
    if (meaning === 'wrongLe' && pieces.length > 0) {
      answer = await exchangeOnce(port, getResponse(sw));
      continue;
    }
    return ok({ data: concatBytes(...pieces, data), sw });
  }
  return err('CARD_GARBAGE');
}
