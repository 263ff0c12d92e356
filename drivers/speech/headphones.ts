import { readFileSync } from 'node:fs';

/**
 * Whether headphones are in, by a file that says 1 while they are. A file that is named nowhere, cannot be read or
 * says anything else means no: what is private is then not spoken.
 */
export function headphonesIn(file: string | null): boolean {
  if (file === null) return false;
  try {
    return readFileSync(file, 'utf8').trim() === '1';
  } catch {
    return false;
  }
}
