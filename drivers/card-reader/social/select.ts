import type { CardError } from '../../../common/contracts/devices/card.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { type FileName, files, getResponse, SSSE_NAME, selectByName, selectFile } from '../codec/apdu.ts';
import { toHex } from '../codec/bytes.ts';
import { statusMeaning } from '../codec/status-words.ts';
import { parseFci } from '../codec/tlv.ts';
import { exchange, exchangeOnce } from './exchange.ts';
import type { CardPort } from './port.ts';

/** The selected application. `algorithm`: 03 = SM4, 01 = SSF33/3DES era (also where the card does not say). */
export interface SocialApplication {
  readonly algorithm: number;
}

/**
 * Selects SSSE by its DF name; that, not the ATR, is what identifies a social-security card (domain-facts A1).
 * Errors: CARD_FOREIGN (no such application, or another one answered), CARD_LOCKED, CARD_GARBAGE, transport.
 */
export async function selectSocialApplication(port: CardPort): Promise<Result<SocialApplication, CardError>> {
  const command = selectByName(SSSE_NAME);
  const first = await exchangeOnce(port, command);
  if (!first.ok) return first;
  const meaning = statusMeaning(first.value.sw);
  if (meaning === 'absurd') return err('CARD_GARBAGE');
  if (meaning === 'locked') return err('CARD_LOCKED');
  if (meaning !== 'ok' && meaning !== 'more' && meaning !== 'warning') return err('CARD_FOREIGN');
  let fciBytes = first.value.data;
  if (meaning === 'more') {
    // 61xx is already the success of SELECT: what GET RESPONSE then says about the FCI changes nothing.
    const rest = await exchange(port, getResponse(first.value.sw), true);
    if (!rest.ok) return rest;
    fciBytes = rest.value.data;
  }
  const fci = parseFci(fciBytes);
  if (fci?.name && toHex(fci.name) !== toHex(SSSE_NAME)) return err('CARD_FOREIGN');
  return ok({ algorithm: fci?.algorithm ?? 0x01 });
}

/**
 * Makes an EF readable and answers the short file id to address it with: 0 where SELECT worked, the EF's own where
 * the card knows neither form of SELECT EF but may still read by short id (domain-facts A1, A3).
 * Null: the card protects the file (needs the HSM).
 */
export async function selectCardFile(port: CardPort, name: FileName): Promise<Result<number | null, CardError>> {
  const { id, sfi } = files[name];
  for (const p1 of [0x00, 0x02] as const) {
    const answer = await exchangeOnce(port, selectFile(id, p1));
    if (!answer.ok) return answer;
    switch (statusMeaning(answer.value.sw)) {
      case 'absurd':
        return err('CARD_GARBAGE');
      // 61xx: the FCI of an EF is not needed, so it is not fetched.
      case 'more':
      case 'ok':
      case 'warning':
        return ok(0);
      case 'locked':
      case 'blocked':
        return err('CARD_LOCKED');
      case 'protected':
        return ok(null);
      default:
        break;
    }
  }
  return ok(sfi);
}
