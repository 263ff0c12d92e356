import { type AnswerEnvelope, answerEnvelopeSchema } from '../../../common/contracts/centre/envelope.ts';
import { type CentreOutput, type Infno, transactions } from '../../../common/contracts/centre/transactions.ts';
import { maskNumber } from '../../../common/kernel/masking.ts';
import { pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { HttpsOutcome } from '../https.ts';
import { parseSourceText } from './json-amounts.ts';
import type { CentreOutcome, UnknownReason } from './port.ts';
import type { TransportProfile } from './transport/transport.ts';

/** What the profile knows about this centre's way of saying no. */
export interface RefusalRules {
  /** infcode values that are a business refusal; any other but "0" is unknown. */
  readonly refusalCodes: readonly string[];
  /** Beginnings of err_msg that mean "system error, state unknown" although the code is a refusal's. */
  readonly systemErrorTexts: readonly string[];
}

type Decode = TransportProfile['decode'];

/** Says how a send ended (DESIGN §4, Settlement). When in doubt it is `unknown`: only proof makes it anything else. */
export function classify<I extends Infno>(
  infno: I,
  outcome: HttpsOutcome,
  decode: Decode,
  rules: RefusalRules,
): CentreOutcome<CentreOutput<I>> {
  if (outcome.kind === 'notSent') return outcome;
  const { timing } = outcome;
  const unknown = (reason: UnknownReason, detail: string, reply: string | null): CentreOutcome<never> => ({
    kind: 'unknown',
    reason,
    detail,
    reply: reply === null ? null : pii(reply),
    retryAfterMs: outcome.kind === 'answered' ? outcome.retryAfterMs : null,
    timing,
  });
  if (outcome.kind === 'broken') return unknown(outcome.reason, outcome.detail, null);

  const { status } = outcome;
  if (infno === '9102' && status === 200 && isZip(outcome.body)) {
    const output = { data: { file: outcome.body } } as CentreOutput<'9102'> as CentreOutput<I>;
    return {
      kind: 'ok',
      output,
      centreMessageId: null,
      reply: pii(Buffer.from(outcome.body).toString('base64')),
      timing,
    };
  }
  const text = decode(outcome.body, outcome.headers);
  const reply = text.ok ? text.value : null;
  if (status >= 300 && status < 400) return unknown('redirect', `HTTP ${status}`, reply);
  // 409 and 429 speak of other messages and of later; whatever the body says, this one's fate is open.
  if (status === 409 || status === 429) return unknown('status', `HTTP ${status}`, reply);
  const envelope = text.ok ? readEnvelope(text.value) : null;
  if (reply === null || envelope === null) {
    return unknown(status === 200 ? 'unparsable' : 'status', `HTTP ${status} without an envelope`, reply);
  }

  if (envelope.infcode === '0') {
    if (status !== 200) return unknown('status', `HTTP ${status} with infcode 0`, reply);
    const output = readOutput(infno, envelope);
    if (!output.ok) return unknown(output.error.reason, output.error.detail, reply);
    const centreMessageId = envelope.inf_refmsgid ?? null;
    return { kind: 'ok', output: output.value, centreMessageId, reply: pii(reply), timing };
  }
  const message = shorten(envelope.err_msg ?? '');
  if (!rules.refusalCodes.includes(envelope.infcode)) {
    return unknown('infcode', `infcode ${shorten(envelope.infcode)}: ${message}`, reply);
  }
  if (rules.systemErrorTexts.some((beginning) => message.startsWith(beginning))) {
    return unknown('systemError', message, reply);
  }
  return { kind: 'refused', infcode: envelope.infcode, message, reply: pii(reply), timing };
}

/** 9102 answers with the file itself, and every file of this interface is a zip; a refusal is an envelope all the same. */
function isZip(body: Uint8Array): boolean {
  return Buffer.from(body.subarray(0, 4)).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

function readEnvelope(text: string): AnswerEnvelope | null {
  const value = parseSourceText(text);
  if (!value.ok) return null;
  const envelope = answerEnvelopeSchema.safeParse(value.value);
  return envelope.success ? envelope.data : null;
}

type BadOutput = { readonly reason: 'noOutput' | 'badOutput'; readonly detail: string };

function readOutput<I extends Infno>(infno: I, envelope: AnswerEnvelope): Result<CentreOutput<I>, BadOutput> {
  const given = envelope.output;
  const empty = given === null || given === undefined || given === '' || (Array.isArray(given) && given.length === 0);
  const parsed = transactions[infno].output.safeParse(empty ? {} : given);
  // The schema was picked by `infno`, which the compiler cannot follow through the table.
  if (parsed.success) return { ok: true, value: parsed.data as CentreOutput<I> };
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return { ok: false, error: { reason: empty ? 'noOutput' : 'badOutput', detail: `output.${path}` } };
}

const LONGEST_MESSAGE = 200;

/** First line of the other side's words, bounded, numbers that could be a person's masked. */
function shorten(message: string): string {
  const line = message.trim().split(/[\r\n]/, 1)[0] ?? '';
  const masked = line.replace(/[0-9A-Z]{15,}/gi, (number) => maskNumber(number));
  return [...masked].slice(0, LONGEST_MESSAGE).join('');
}
