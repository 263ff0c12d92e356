import { readFileSync, writeFileSync } from 'node:fs';
import { type Random, randomInt } from '../../common/kernel/ports.ts';

/** Turns over one bit of a file, as a failing disk does; false where it is empty. */
export function flipBit(file: string, random: Random): boolean {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return false;
  const at = randomInt(random, bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(random, 8));
  writeFileSync(file, bytes);
  return true;
}
