/**
 * Reads what a receipt printer was sent (`receipt.bin`) back into text, as a second pair of eyes: it imports nothing of
 * the project and decodes with the platform's own TextDecoder, so an error of the encoder cannot hide in it.
 */

/** Fen, by the labels that the slips print. */
export interface ReceiptAmounts {
  /** 医疗费总额, 一共 */
  readonly total: number;
  /** 基金支付合计 */
  readonly funds: number;
  /** 个人账户支付 */
  readonly account: number;
  /** 现金支付, 您付 */
  readonly cash: number;
}

export interface Receipt {
  /** Printed lines, left to right, right-trimmed; images in a line (rare characters) read as 〓. */
  readonly lines: string[];
  /** Contents of the QR codes. */
  readonly qr: string[];
  /** Null where a label is missing, or where two labels of one amount disagree. */
  readonly amounts: ReceiptAmounts | null;
  /** n of 补打 第n次; 0 for an original. */
  readonly copy: number;
  /** Times the paper was cut. */
  readonly cuts: number;
}

interface Slip {
  lines: string[];
  qr: string[];
}

const decoder = new TextDecoder('gb18030');

/** Parameter bytes of the commands with a fixed length, by their two first bytes in hex. */
const FIXED: Readonly<Record<string, number>> = {
  '1b40': 0,
  '1b32': 0,
  '1b33': 1,
  '1b4a': 1,
  '1b61': 1,
  '1b45': 1,
  '1b64': 1,
  '1b21': 1,
  '1b74': 1,
  '1b24': 2,
  '1c26': 0,
  '1c2e': 0,
  '1c21': 1,
  '1c57': 1,
  '1c53': 2,
  '1d21': 1,
  '1d42': 1,
  '1d61': 1,
  '1d72': 1,
  '1d49': 1,
  '1d4c': 2,
  '1d57': 2,
  '1004': 1,
  '1005': 1,
  '1014': 8,
};

const hex = (a: number, b: number): string => a.toString(16).padStart(2, '0') + b.toString(16).padStart(2, '0');

/** Splits the stream at the cuts and takes text and QR contents out of it. Throws on a command that it does not know. */
function slipsOf(bytes: Uint8Array): { slips: Slip[]; cuts: number } {
  const slips: Slip[] = [];
  let slip: Slip = { lines: [], qr: [] };
  let line = '';
  let stored = '';
  let cuts = 0;
  let i = 0;
  const at = (offset: number): number => bytes[i + offset] ?? 0;
  const take = (count: number): Uint8Array => {
    const part = bytes.subarray(i, i + count);
    i += count;
    return part;
  };
  const endSlip = (): void => {
    if (line !== '') slip.lines.push(line);
    if (slip.lines.length > 0 || slip.qr.length > 0) slips.push(slip);
    slip = { lines: [], qr: [] };
    line = '';
  };

  while (i < bytes.length) {
    const first = at(0);
    const command = hex(first, at(1));
    if (first === 0x0a) {
      slip.lines.push(line.trimEnd());
      line = '';
      i += 1;
    } else if (command === '1b2a') {
      line += '〓';
      take(5 + (at(3) + at(4) * 256) * (at(2) >= 32 ? 3 : 1));
    } else if (command === '1d28') {
      const body = take(5 + at(3) + at(4) * 256);
      const isQr = body[2] === 0x6b && body[5] === 0x31;
      if (isQr && body[6] === 0x50) stored = new TextDecoder().decode(body.subarray(8));
      if (isQr && body[6] === 0x51) slip.qr.push(stored);
    } else if (command === '1d56') {
      take(at(2) === 65 || at(2) === 66 ? 4 : 3);
      cuts += 1;
      endSlip();
    } else if (first === 0x1b || first === 0x1c || first === 0x1d || first === 0x10) {
      const parameters = FIXED[command];
      if (parameters === undefined) throw new Error(`unknown command ${command} at byte ${i}`);
      take(2 + parameters);
      if (command === '1b40') line = '';
    } else if (first >= 0x81) {
      line += decoder.decode(take(at(1) >= 0x30 && at(1) <= 0x39 ? 4 : 2));
    } else {
      if (first >= 0x20) line += String.fromCharCode(first);
      i += 1;
    }
  }
  endSlip();
  return { slips, cuts };
}

/** The amount at the right edge of the first line that begins with the label (after a payer's mark), in fen. */
function amountAt(lines: readonly string[], label: string): number | null {
  for (const line of lines) {
    const text = line.replace(/^[■◆●○□▲\s\u3000]+/, '');
    const amount = text.startsWith(label) ? /(-?)(\d+)\.(\d\d)元?$/.exec(text) : null;
    if (amount) return (amount[1] === '-' ? -1 : 1) * (Number(amount[2]) * 100 + Number(amount[3]));
  }
  return null;
}

/** One amount that may be printed under several labels; null where none is there or they disagree. */
function agreed(lines: readonly string[], labels: readonly string[]): number | null {
  const found = labels.map((label) => amountAt(lines, label)).filter((amount) => amount !== null);
  const [first = null] = found;
  return found.every((amount) => amount === first) ? first : null;
}

function amountsOf(lines: readonly string[]): ReceiptAmounts | null {
  const total = agreed(lines, ['医疗费总额', '一共']);
  const funds = agreed(lines, ['基金支付合计']);
  const account = agreed(lines, ['个人账户支付']);
  const cash = agreed(lines, ['现金支付', '您付']);
  if (total === null || funds === null || account === null || cash === null) return null;
  return { total, funds, account, cash };
}

function toReceipt(slips: readonly Slip[], cuts: number): Receipt {
  const lines = slips.flatMap((slip) => slip.lines);
  const copy = lines.map((line) => /补打\D*(\d+)/.exec(line)?.[1]).find((n) => n !== undefined);
  return { lines, qr: slips.flatMap((slip) => slip.qr), amounts: amountsOf(lines), copy: Number(copy ?? 0), cuts };
}

/** Everything that was printed, as one. */
export function readReceipt(bytes: Uint8Array): Receipt {
  const { slips, cuts } = slipsOf(bytes);
  return toReceipt(slips, cuts);
}

/** Each piece of paper between two cuts by itself; blank pieces are left out. */
export function readReceipts(bytes: Uint8Array): Receipt[] {
  const { slips, cuts } = slipsOf(bytes);
  return slips.map((slip, index) => toReceipt([slip], index < cuts ? 1 : 0));
}
