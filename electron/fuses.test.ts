import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFuses, FUSES, setFuses } from './fuses.ts';

/** What stands before a fuse wire in every Electron program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-fuses-'));
  file = join(dir, 'electron');
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A made-up program with a fuse wire: version 1, length, one character a fuse ("0" off, "1" on, "r" removed). */
const program = (wire: string): void => {
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.alloc(5000, 7),
      Buffer.from(SENTINEL),
      Buffer.from([1, wire.length]),
      Buffer.from(wire),
      Buffer.alloc(99),
    ]),
  );
};
const wireOf = (): string => {
  const text = readFileSync(file, 'latin1');
  return text.slice(text.indexOf(SENTINEL) + SENTINEL.length + 2).slice(0, 9);
};

describe('checklist 19: fuses', () => {
  it('are all decided', () => {
    const all = Object.values(FuseV1Options).filter((each) => typeof each === 'number');
    expect(all.every((fuse) => typeof FUSES[fuse as FuseV1Options] === 'boolean')).toBe(true);
    expect(FUSES.strictlyRequireAllFuses).toBe(true);
  });

  it('are set from what Electron ships, and read back', async () => {
    program('101100101');
    expect((await checkFuses(file)).ok).toBe(false);
    expect(await setFuses(file)).toEqual({ ok: true, value: null });
    expect(wireOf()).toBe('010011001');
    expect(await checkFuses(file)).toEqual({ ok: true, value: null });
  });

  it.each([
    '110011001',
    '000011001',
    '011011001',
    '010111001',
    '010001001',
    '010010001',
    '010011101',
    '010011011',
    '010011000',
  ])('tell a program that somebody opened again (%s)', async (wire) => {
    program(wire);
    expect((await checkFuses(file)).ok).toBe(false);
  });

  it('stop the packaging where Electron has a fuse that nobody decided, or fewer than we know', async () => {
    program('1011001011');
    expect((await setFuses(file)).ok).toBe(false);
    program('10110010');
    expect((await setFuses(file)).ok).toBe(false);
  });

  it('stop the packaging where the program is none', async () => {
    writeFileSync(file, 'no program');
    expect((await setFuses(file)).ok).toBe(false);
    expect((await checkFuses(join(dir, 'absent'))).ok).toBe(false);
  });
});
