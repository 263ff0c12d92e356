import type { LedgerRow, WitnessAmounts } from '../../common/contracts/dock/ledgers.ts';
import { commandLength } from '../../drivers/receipt-printer/emulator/commands.ts';

/**
 * Reads pieces of paper back from the bytes that the printer printed. It stands on the printer's side of the wire
 * (its command table, the platform's own decoder) and shares nothing with the encoder, so that the paper is a witness
 * of its own. The suites have yet another reader, which this room may not import.
 */
export interface PaperPiece {
  readonly kind: Exclude<LedgerRow['paper']['state'], 'none' | 'printing' | 'half'>;
  /** The 30 characters behind 报文 / Message. */
  readonly messageId: string | null;
  readonly amounts: WitnessAmounts | null;
  /** A copy (补打) of an earlier slip. */
  readonly copy: boolean;
  /** Cut off: nothing more comes on it. */
  readonly cut: boolean;
}

/** Longest command that is looked at: a 24-dot image over the whole width, or a QR code's contents. */
const LONGEST = 8192;
const decoder = new TextDecoder('gb18030');

function isCommand(first: number): boolean {
  return first === 0x1b || first === 0x1c || first === 0x1d;
}

/** Text lines of each piece between two cuts. */
function piecesOf(bytes: Uint8Array): { lines: string[]; cut: boolean }[] {
  const pieces: { lines: string[]; cut: boolean }[] = [];
  let lines: string[] = [];
  let line: number[] = [];
  let kanji = false;
  const endLine = (): void => {
    lines.push(decoder.decode(Uint8Array.from(line)).trimEnd());
    line = [];
  };
  const endPiece = (cut: boolean): void => {
    if (line.length > 0) endLine();
    if (lines.some((text) => text !== '')) pieces.push({ lines, cut });
    lines = [];
  };
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0;
    const ahead = Array.from(bytes.subarray(i, i + (isCommand(first) ? LONGEST : 4)));
    const length = commandLength(ahead, kanji, false);
    if (length === null) break;
    if (first === 0x0a) endLine();
    else if (first === 0x1b && ahead[1] === 0x40) kanji = false;
    else if (first === 0x1c && ahead[1] === 0x26) kanji = true;
    else if (first === 0x1c && ahead[1] === 0x2e) kanji = false;
    else if (first === 0x1d && ahead[1] === 0x56) endPiece(true);
    else if (first >= 0x20) line.push(...ahead.slice(0, length));
    i += length;
  }
  endPiece(false);
  return pieces;
}

/** Fen at the right edge of the first line that begins with one of the labels. */
function amountAt(lines: readonly string[], labels: readonly string[]): number | null {
  for (const line of lines) {
    const text = line.replace(/^[■◆●○□▲\s\u3000]+/, '');
    const amount = labels.some((label) => text.startsWith(label)) ? /(\d+)\.(\d\d)(?:元| yuan)?$/.exec(text) : null;
    if (amount) return Number(amount[1]) * 100 + Number(amount[2]);
  }
  return null;
}

function amountsOf(lines: readonly string[]): WitnessAmounts | null {
  const total = amountAt(lines, ['医疗费总额', 'Total of fees']);
  const funds = amountAt(lines, ['基金支付合计', 'Funds in total']);
  const account = amountAt(lines, ['个人账户支付', 'Personal account']);
  const cash = amountAt(lines, ['现金支付', 'Cash']);
  if (total === null || funds === null || account === null || cash === null) return null;
  return { total, funds, account, cash };
}

function kindOf(text: string): PaperPiece['kind'] {
  if (/没有结算|Not settled/.test(text)) return 'notSettled';
  if (/单边账|结果待查|RESULT OPEN/.test(text)) return 'open';
  return /门诊结算单|Outpatient settlement/.test(text) ? 'settlement' : 'unreadable';
}

/** Every piece, oldest first. A piece that is still being printed has `cut: false`. */
export function readPaper(bytes: Uint8Array): PaperPiece[] {
  return piecesOf(bytes).map(({ lines, cut }) => {
    const text = lines.join('\n');
    const kind = kindOf(text);
    const messageId = /(?:报文|[Mm]essage)[\s:：]*([0-9A-Za-z]{30})/.exec(text)?.[1] ?? null;
    const copy = /补打\s*第?\s*\d|COPY \d/.test(text);
    return { kind, messageId, amounts: kind === 'settlement' ? amountsOf(lines) : null, copy, cut };
  });
}
