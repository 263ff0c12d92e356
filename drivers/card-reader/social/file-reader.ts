import type { CardError } from '../../../common/contracts/devices/card.ts';
import { ok, type Result } from '../../../common/kernel/result.ts';
import type { FileName } from '../codec/apdu.ts';
import type { Field } from './fields.ts';
import type { CardPort } from './port.ts';
import { type RecordAnswer, readAllByNumber, readField } from './records.ts';
import { selectCardFile } from './select.ts';

/** The records of one EF that were asked for. */
export interface FileContent<K extends string> {
  readonly values: Readonly<Partial<Record<K, Uint8Array>>>;
  /** A record, or the file itself, wants an authentication first. */
  readonly isProtected: boolean;
}

/**
 * Reads `wanted` records of one EF by identifier, in order. Where the card has none of them by identifier, its records
 * are read by number instead.
 */
export async function readFile<K extends string>(
  port: CardPort,
  file: FileName,
  wanted: Readonly<Record<K, Field>>,
): Promise<Result<FileContent<K>, CardError>> {
  const values: Partial<Record<K, Uint8Array>> = {};
  let isProtected = false;
  const selected = await selectCardFile(port, file);
  if (!selected.ok) return selected;
  if (selected.value === null) return ok({ values, isProtected: true });
  const names = Object.keys(wanted) as K[];
  for (const name of names) {
    const answer: Result<RecordAnswer, CardError> = await readField(port, selected.value, wanted[name]);
    if (!answer.ok) return answer;
    if (answer.value.kind === 'protected') isProtected = true;
    if (answer.value.kind === 'value') values[name] = answer.value.value;
  }
  if (isProtected || Object.keys(values).length > 0) return ok({ values, isProtected });
  const byNumber = await readAllByNumber(port, selected.value);
  if (!byNumber.ok) return byNumber;
  for (const name of names) {
    const value = byNumber.value.get(wanted[name].tag);
    if (value) values[name] = value;
  }
  return ok({ values, isProtected: false });
}
